package io.protoworks.benchmark;

import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.FORNECEDOR;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.identity.UserRole.CLIENT;
import static io.protoworks.identity.UserRole.ENGINEERING;
import static io.protoworks.identity.UserRole.MANAGER;
import static io.protoworks.identity.UserRole.SUPPLIER;
import static io.protoworks.identity.UserRole.TECHNICIAN;

import io.protoworks.benchmark.DataSet.Size;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.model.ModelRecount;
import io.protoworks.plant.Plants;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Sites.Site;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Fixture;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes plants of some sizes where they are not there yet, each in a transaction of its own: a
 * project with the code of a size is whole.
 */
@Fixture
public class DataSets {
  private static final SqlScript DATA_SET = SqlScript.read("data-set.sql");
  private static final SqlScript DRAW_UP = SqlScript.read("draw-up.sql");
  private static final Map<String, String> RECOUNTS =
      Map.of(
          "stages", ModelRecount.STAGES,
          "subsystems", ModelRecount.SUBSYSTEMS,
          "pendencies", ModelRecount.PENDENCIES,
          "turns", ModelRecount.TURNS,
          "weeks", ModelRecount.WEEKS,
          "tallies", ModelRecount.TALLIES);

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final People people;
  private final Plants plants;
  private final Templates templates;
  private final Play play;

  DataSets(
      JdbcClient database,
      TransactionOperations transactions,
      People people,
      Plants plants,
      Templates templates,
      Play play) {
    this.database = database;
    this.transactions = transactions;
    this.people = people;
    this.plants = plants;
    this.templates = templates;
    this.play = play;
  }

  /** The plant of this size, which is made when it is not there. */
  public DataSet require(Size size) {
    if (projectIds(size).isEmpty()) {
      long start = System.nanoTime();
      transactions.executeWithoutResult(transaction -> make(size));
      System.out.printf("data set %s made in %.0f s%n", size, (System.nanoTime() - start) / 1e9);
      // As the server's own vacuum would leave it after some time.
      database.sql("vacuum (analyze)").update();
    }
    return find(size, projectIds(size).getFirst());
  }

  /** Counts from the rows what is kept in counters, and fails where that differs. */
  public void requireCounted(DataSet set) {
    RECOUNTS.forEach(
        (what, statement) -> {
          List<String> wrong =
              database
                  .sql(statement)
                  .param("project", set.projectId())
                  .query((row, index) -> row.getString(1))
                  .list();
          if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                "%s of data set %s are miscounted: %s".formatted(what, set.size(), wrong));
          }
        });
  }

  /** How many rows it has, in words. */
  public String describe(DataSet set) {
    return database
        .sql(
            """
            select format('data set %s: %s subsystems, %s equipments, %s protocols, %s items, %s pendencies (%s open)',
                          :name, (select count(*) from plant.subsystems where project_id = :project),
                          (select count(*) from plant.equipments where project_id = :project),
                          (select count(*) from protocol.protocols where project_id = :project),
                          (select count(*)
                             from protocol.protocols protocol
                             join protocol.protocol_items item on item.protocol_id = protocol.id
                            where protocol.project_id = :project),
                          (select count(*) from pendency.pendencies where project_id = :project),
                          (select count(*) from pendency.pendencies where project_id = :project and status = 'OPEN'))
            """)
        .param("name", set.size().name())
        .param("project", set.projectId())
        .query(String.class)
        .single();
  }

  /** New protocols of stage C1 in it that are to be released. */
  public List<UUID> drawUp(DataSet set, int count) {
    Map<String, Object> parameters =
        Map.of(
            "project", set.projectId(),
            "template", set.template(),
            "erecting", set.cast().site().company(MONTADORA),
            "system", Viewer.SYSTEM_USER,
            "count", count);
    return Objects.requireNonNull(
        transactions.execute(
            transaction -> {
              DRAW_UP.run(database, parameters);
              return database
                  .sql("select id from drawn_up order by place")
                  .query((row, index) -> row.getObject(1, UUID.class))
                  .list();
            }));
  }

  private List<UUID> projectIds(Size size) {
    return database
        .sql("select id from plant.projects where code = ?")
        .param(size.projectCode())
        .query((row, index) -> row.getObject(1, UUID.class))
        .list();
  }

  private DataSet find(Size size, UUID project) {
    Map<CompanyType, UUID> companies = new EnumMap<>(CompanyType.class);
    database
        .sql(
            """
            select company_role::text, company_id from plant.project_companies where project_id = :project
             union
            select 'CLIENTE', client_company_id from plant.projects where id = :project
            """)
        .param("project", project)
        .query(
            row -> {
              companies.put(CompanyType.valueOf(row.getString(1)), row.getObject(2, UUID.class));
            });
    UUID template =
        database
            .sql(
                "select template_id from protocol.protocols where project_id = ? and stage = 'C1'"
                    + " limit 1")
            .param(project)
            .query(UUID.class)
            .single();
    // Which subsystem is meant matters to who plays a single one only.
    UUID none = new UUID(0, 0);
    return new DataSet(size, template, play.cast(new Site(project, none, none, companies)));
  }

  private void make(Size size) {
    Map<CompanyType, UUID> companies = new EnumMap<>(CompanyType.class);
    for (CompanyType part : CompanyType.values()) {
      companies.put(part, people.company(part));
    }
    UUID project =
        plants.project(
            draft ->
                draft
                    .withCode(size.projectCode())
                    .withClient(companies.getOrDefault(CLIENTE, draft.clientCompanyId())));
    companies.forEach(
        (part, company) -> {
          if (part != CLIENTE) {
            plants.participant(project, company, part);
          }
        });
    UUID none = new UUID(0, 0);
    Play.Cast cast = play.cast(new Site(project, none, none, companies));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("project", project);
    parameters.put("subsystems", size.subsystems());
    parameters.put("system", Viewer.SYSTEM_USER);
    // The smallest one is written with every guard on, which shows that the script keeps them all.
    parameters.put("guards", size == Size.S ? "origin" : "replica");
    addPeople(parameters, cast);
    for (ProtocolType stage : ProtocolType.values()) {
      parameters.put("template" + stage, template(stage));
    }
    DATA_SET.run(database, parameters);
  }

  private static void addPeople(Map<String, Object> parameters, Play.Cast cast) {
    parameters.put("client", cast.site().company(CLIENTE));
    parameters.put("managing", cast.site().company(GERENCIADORA));
    parameters.put("erecting", cast.site().company(MONTADORA));
    parameters.put("commissioning", cast.site().company(COMISSIONADORA));
    parameters.put("supplying", cast.site().company(FORNECEDOR));
    parameters.put("clientPerson", cast.person(CLIENTE, CLIENT).id());
    parameters.put("engineer", cast.person(GERENCIADORA, ENGINEERING).id());
    parameters.put("erectingTechnician", cast.person(MONTADORA, TECHNICIAN).id());
    parameters.put("erectingManager", cast.person(MONTADORA, MANAGER).id());
    parameters.put("commissioningTechnician", cast.person(COMISSIONADORA, TECHNICIAN).id());
    parameters.put("commissioningManager", cast.person(COMISSIONADORA, MANAGER).id());
    parameters.put("supplyingTechnician", cast.person(FORNECEDOR, SUPPLIER).id());
    parameters.put("supplyingManager", cast.person(FORNECEDOR, MANAGER).id());
  }

  /** Half checks, and a bit of everything else that is written; 16 items, 20 from C3 on. */
  private UUID template(ProtocolType stage) {
    List<ItemType> others =
        List.of(ItemType.NUMBER, ItemType.TEXT_SINGLE, ItemType.DATE, ItemType.TEXT_MULTI);
    List<ItemDraft> items = new ArrayList<>();
    int pairs = stage.compareTo(ProtocolType.C3) < 0 ? 8 : 10;
    for (int pair = 0; pair < pairs; pair++) {
      boolean energizes = stage == ProtocolType.C2 && pair == 0;
      items.add(
          ItemDraft.check()
              .withConfig(
                  "{\"nokRequiresPendency\": false, \"energization\": %s}".formatted(energizes)));
      items.add(ItemDraft.of(others.get(pair % others.size())));
    }
    return templates.published(stage, items);
  }
}
