package io.protoworks.corpus;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.Rights;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import io.protoworks.testing.Statements;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Lazy;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The small plant that the corpus asks: a tenant with several of everything, always the same. */
@Fixture
@Lazy
public class CorpusPlant {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** So that a change of one value is a difference of one line. */
  private static final ObjectWriter LINE_BY_LINE =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")))
          .build()
          .writer();

  /** Who asks is found out before anything is answered. */
  private static final String BEFORE_ANYTHING = "ViewerMapper.";

  private final Api api;
  private final Statements statements;
  private final Tenant tenant;
  private final Map<String, String> callers;

  CorpusPlant(
      Api api,
      Statements statements,
      People people,
      Rights rights,
      Tenants tenants,
      CorpusProtocols protocols,
      CorpusPendencies pendencies) {
    this.api = api;
    this.statements = statements;
    tenant = tenants.tenant(tenants.shared());
    tenants.populate(tenant);
    tenants.widen(tenant);
    CorpusProtocols.Made made = protocols.make(tenant);
    pendencies.make(tenant, made);
    Cast cast = made.cast();
    callers =
        Map.of(
            "keeper", tenant.keeper().token(),
            "colleague", tenant.colleague().token(),
            "fitter", cast.person(CompanyType.MONTADORA, UserRole.TECHNICIAN).token(),
            "engineer", cast.person(CompanyType.GERENCIADORA, UserRole.ENGINEERING).token(),
            "commissioner", cast.person(CompanyType.COMISSIONADORA, UserRole.MANAGER).token(),
            "stranger", people.stranger().token(),
            "guard",
                rights
                    .userWith(
                        draft -> draft.withCompany(tenant.keeper().companyId()), "security.read")
                    .token());
  }

  /** What a query is answered, and by which statements. */
  public String ask(CorpusQuery query) {
    String token = Objects.requireNonNull(callers.get(query.caller()), query.caller());
    Map<String, Object> variables = query.variables(tenant.remembered());
    AtomicReference<JsonNode> answer = new AtomicReference<>(NullNode.getInstance());
    List<String> executed =
        statements.during(() -> answer.set(api.ask(token, query.document(), variables))).stream()
            .filter(statement -> !statement.startsWith(BEFORE_ANYTHING))
            .sorted()
            .toList();
    ObjectNode written = JSON.createObjectNode();
    written.put("statementCount", executed.size());
    executed.forEach(written.putArray("statements")::add);
    written.set("answer", new Normal(tenant.mark()).of(answer.get()));
    return LINE_BY_LINE.writeValueAsString(written) + "\n";
  }
}
