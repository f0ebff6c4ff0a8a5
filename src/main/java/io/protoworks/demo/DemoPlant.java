package io.protoworks.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;

/** Makes the demo plant, step by step; what an earlier start has made already is left as it is. */
final class DemoPlant {
  static final String PASSWORD = "protoworks";
  static final String ADMINISTRATOR = "admin@protoworks.example";
  private static final String CODE = "DEMO";
  private static final Duration IMPORT_POLL = Duration.ofMillis(100);
  private static final String PROTOCOLS =
      "{ project(code: \"DEMO\") { protocols { totalCount } } }";
  private static final Resource REGISTER = new ClassPathResource("demo/register.csv");

  /** A company, the roles of its users, and whether it takes part in the project. */
  record Party(String type, String name, List<String> roles, boolean takesPart) {
    /** The part of its users' addresses before {@code .example}. */
    String host() {
      return takesPart ? type.toLowerCase(Locale.ROOT) : "elsewhere";
    }

    String email(String role) {
      return "%s@%s.example"
          .formatted(takesPart ? role.toLowerCase(Locale.ROOT) : "stranger", host());
    }
  }

  static final List<Party> PARTIES =
      List.of(
          new Party(
              "MONTADORA",
              "Horizonte Montagens",
              List.of("TECHNICIAN", "MANAGER", "ENGINEERING"),
              true),
          new Party("GERENCIADORA", "Prumo Gerenciamento", List.of("ENGINEERING", "MANAGER"), true),
          new Party(
              "COMISSIONADORA", "Partida Comissionamento", List.of("TECHNICIAN", "MANAGER"), true),
          new Party("FORNECEDOR", "Rotor Compressores", List.of("SUPPLIER", "MANAGER"), true),
          new Party("CLIENTE", "Baía Azul Energia", List.of("CLIENT"), true),
          new Party("MONTADORA", "Elsewhere Montagens", List.of("MANAGER"), false));

  private final DemoPeople people;
  private final DemoClient client;
  private final LocalDate today;

  DemoPlant(DemoPeople people, LocalDate today) {
    this.people = people;
    this.today = today;
    client = people.as(ADMINISTRATOR);
  }

  /** Makes what is missing. */
  void make() throws IOException, InterruptedException {
    makeDisciplines();
    Map<String, String> companies = new HashMap<>();
    for (Party party : PARTIES) {
      companies.put(party.name(), makeCompany(party));
    }
    for (Party party : PARTIES) {
      for (String role : party.roles()) {
        makeUser(party, role, companies.getOrDefault(party.name(), ""));
      }
    }
    if (isMissing(client.run("{ project(code: \"DEMO\") { id } }", Map.of()).path("project"))) {
      String project = makeProject(companies);
      importRegister(project);
    }
    if (client.run(PROTOCOLS, Map.of()).at("/project/protocols/totalCount").asInt() == 0) {
      new DemoSignatures(people).give();
      new DemoWork(people, new DemoTemplates(client).make(), today).play();
    }
  }

  private void makeDisciplines() {
    JsonNode there =
        client.run("{ disciplines(first: 100) { nodes { code } } }", Map.of()).path("disciplines");
    List<String> codes =
        there.path("nodes").valueStream().map(node -> node.path("code").asString()).toList();
    Map.of("ELE", "Electrical", "MEC", "Mechanical", "INS", "Instrumentation")
        .forEach(
            (code, name) -> {
              if (!codes.contains(code)) {
                client.mutate(
                    "mutation($input: CreateDisciplineInput!)"
                        + " { createDiscipline(input: $input) { errors { message } } }",
                    Map.of("code", code, "name", name, "legend", code.substring(0, 1)));
              }
            });
  }

  private String makeCompany(Party party) {
    JsonNode companies =
        client.run("{ companies(first: 100) { nodes { id name } } }", Map.of()).path("companies");
    return companies
        .path("nodes")
        .valueStream()
        .filter(node -> node.path("name").asString().equals(party.name()))
        .map(node -> node.path("id").asString())
        .findFirst()
        .orElseGet(
            () ->
                client
                    .mutate(
                        "mutation($input: CreateCompanyInput!)"
                            + " { createCompany(input: $input) { company { id } errors { message } } }",
                        Map.of("name", party.name(), "type", party.type()))
                    .at("/createCompany/company/id")
                    .asString());
  }

  private void makeUser(Party party, String role, String companyId) {
    String email = party.email(role);
    JsonNode there =
        client.run("query($email: String!) { user(email: $email) { id } }", Map.of("email", email));
    if (!isMissing(there.path("user"))) {
      return;
    }
    String name = "%s %s".formatted(capitalised(role), party.name());
    client.mutate(
        "mutation($input: CreateUserInput!) { createUser(input: $input) { errors { message } } }",
        Map.of(
            "email", email,
            "name", name,
            "companyId", companyId,
            "role", role,
            "password", PASSWORD));
  }

  private String makeProject(Map<String, String> companies) {
    Party client =
        PARTIES.stream().filter(party -> party.type().equals("CLIENTE")).findFirst().orElseThrow();
    String project =
        this.client
            .mutate(
                "mutation($input: CreateProjectInput!)"
                    + " { createProject(input: $input) { project { id } errors { message } } }",
                Map.of(
                    "code", CODE,
                    "name", "Baía Azul gas plant",
                    "description", "A small gas plant to try things on.",
                    "clientCompanyId", companies.getOrDefault(client.name(), ""),
                    "startDate", "2026-01-05",
                    "expectedEndDate", "2027-06-30"))
            .at("/createProject/project/id")
            .asString();
    for (Party party : PARTIES) {
      if (party.takesPart()) {
        this.client.mutate(
            "mutation($input: AddProjectCompanyInput!)"
                + " { addProjectCompany(input: $input) { errors { message } } }",
            Map.of(
                "projectId", project,
                "companyId", companies.getOrDefault(party.name(), ""),
                "role", party.type()));
      }
    }
    return project;
  }

  private void importRegister(String project) throws IOException, InterruptedException {
    String upload = client.upload("register.csv", "text/csv", "IMPORT", REGISTER);
    String job =
        client
            .mutate(
                "mutation($input: StartImportInput!)"
                    + " { startImport(input: $input) { importJob { id } errors { message } } }",
                Map.of(
                    "projectId",
                    project,
                    "uploadId",
                    upload,
                    "mode",
                    "ALL_OR_NOTHING",
                    "mapping",
                    List.of(
                        column("AREA_CODE", "Area"),
                        column("AREA_NAME", "Area name"),
                        column("SYSTEM_CODE", "System"),
                        column("SYSTEM_NAME", "System name"),
                        column("SUBSYSTEM_CODE", "Subsystem"),
                        column("SUBSYSTEM_NAME", "Subsystem name"),
                        column("TAG_ID", "Tag"),
                        column("APPLICATION", "Application"),
                        column("DISCIPLINE_CODE", "Discipline"))))
            .at("/startImport/importJob/id")
            .asString();
    awaitImport(job);
  }

  /** The protocols of the demo plant stand on its equipments. */
  private void awaitImport(String job) throws InterruptedException {
    while (true) {
      String status =
          client
              .run("query($id: ID!) { importJob(id: $id) { status } }", Map.of("id", job))
              .at("/importJob/status")
              .asString();
      if (status.equals("COMPLETED")) {
        return;
      }
      if (!List.of("PENDING", "PROCESSING").contains(status)) {
        throw new IllegalStateException("The demo plant's register was not imported: " + status);
      }
      Thread.sleep(IMPORT_POLL);
    }
  }

  private static Map<String, String> column(String field, String header) {
    return Map.of("field", field, "column", header);
  }

  private static String capitalised(String role) {
    return role.charAt(0) + role.substring(1).toLowerCase(Locale.ROOT);
  }

  private static boolean isMissing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
