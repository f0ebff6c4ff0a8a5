package io.protoworks;

import graphql.schema.GraphQLSchema;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.Rights;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Crawl;
import io.protoworks.walk.MutationWalk;
import io.protoworks.walk.Samples;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.Tenants;
import io.protoworks.walk.Variants;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.JsonNode;

/**
 * Two tenants, those who look on from outside, and what they are answered: made and walked when it
 * is first asked for.
 */
@Fixture
@Lazy
class VisibilityWorld {
  /** Who looks, without belonging to the other tenant. */
  enum Outsider {
    /** Has a tenant of their own with one of everything, and may do everything in it. */
    STRANGER,
    /** Takes part in no project. */
    BYSTANDER,
    /** Supplies to the other tenant: sees its project, and in it only what names them. */
    SUPPLIER,
    /** Another one, whom somebody gave a role that permits everything. */
    SUPPLIER_WITH_ROLE
  }

  /** What a mutation answers on an id that is foreign, and on one that was never given out. */
  record Attempted(String label, String onForeign, String onNowhere) {
    private static final Pattern CODE =
        Pattern.compile("code: \"([A-Z_]+)\"|(?<=^null |} )([A-Z]+(?:_[A-Z]+)*)(?=: )");

    /** Why it was refused. */
    List<String> codes() {
      return CODE.matcher(onForeign)
          .results()
          .map(code -> code.group(1) == null ? code.group(2) : code.group(1))
          .toList();
    }

    @Override
    public String toString() {
      return "%s:\n  %s\n  %s".formatted(label, onForeign, onNowhere);
    }
  }

  private static final int EVERYTHING = 10_000;
  private static final int A_FEW = 3;

  private final Api api;
  private final GraphQLSchema schema;
  private final OutsiderSamples samples;
  private final Map<Outsider, String> tokens = new EnumMap<>(Outsider.class);
  private final Map<Outsider, Crawl> before = new EnumMap<>(Outsider.class);
  private final Map<Outsider, Crawl> after = new EnumMap<>(Outsider.class);
  private final Map<Outsider, Samples> nowhere = new EnumMap<>(Outsider.class);
  private final Set<String> typesThatNobodyMade = new LinkedHashSet<>();
  private final Tenant foreign;
  private final People.SignedIn supplying;
  private final String personnel;
  private final Samples there;
  private final Crawl insider;
  private final Crawl auditor;

  VisibilityWorld(
      Api api,
      SchemaBinding binding,
      People people,
      Plants plants,
      Rights rights,
      Tenants tenants) {
    this.api = api;
    schema = binding.schema();
    Map<String, String> shared = tenants.shared();
    Tenant own = tenants.tenant(shared);
    samples = new OutsiderSamples(binding, shared, source -> sharedText(own, source));
    tenants.populate(own);
    tokens.put(Outsider.STRANGER, own.keeper().token());
    tokens.put(Outsider.BYSTANDER, people.user(draft -> draft).token());
    personnel =
        rights
            .userWith(
                draft -> draft.withCompany(own.keeper().companyId()),
                "users.write",
                "companies.write",
                "departments.write",
                "roles.write")
            .token();
    lookBefore(Set.of(Outsider.STRANGER, Outsider.BYSTANDER), samples.nowhere());

    foreign = tenants.tenant(shared);
    supplying =
        people.user(
            draft -> draft.withRole(UserRole.SUPPLIER).withCompany(foreign.keeper().companyId()));
    tokens.put(Outsider.SUPPLIER, supplier(people, plants).token());
    People.SignedIn permitted = supplier(people, plants);
    rights.give(permitted.id(), tenants.roleOfEverythingInProjects());
    tokens.put(Outsider.SUPPLIER_WITH_ROLE, permitted.token());
    lookBefore(Set.of(Outsider.SUPPLIER, Outsider.SUPPLIER_WITH_ROLE), samples.nowhereBut(foreign));

    tenants.populate(foreign);
    String keeper = foreign.keeper().token();
    Crawl found = crawl(keeper, samples.nowhere(), EVERYTHING);
    String guard =
        rights
            .userWith(draft -> draft.withCompany(foreign.keeper().companyId()), "security.read")
            .token();
    auditor = crawl(guard, samples.nowhere(), A_FEW);
    there = samples.of(chosen(found), foreign.mark(), found);
    insider = crawlAsInsider();
    after.putAll(crawlAtOnce(tokens.keySet(), there));
  }

  private People.SignedIn supplier(People people, Plants plants) {
    UUID company = people.company(CompanyType.FORNECEDOR);
    plants.participant(foreign.projectId(), company, CompanyType.FORNECEDOR);
    return people.user(draft -> draft.withRole(UserRole.SUPPLIER).withCompany(company));
  }

  private void lookBefore(Set<Outsider> outsiders, Samples nothing) {
    outsiders.forEach(outsider -> nowhere.put(outsider, nothing));
    before.putAll(crawlAtOnce(outsiders, nothing));
  }

  /** As many at once as the machine has processors. */
  private Map<Outsider, Crawl> crawlAtOnce(Set<Outsider> outsiders, Samples filling) {
    return outsiders.parallelStream()
        .collect(
            Collectors.toMap(
                Function.identity(), outsider -> crawl(token(outsider), filling, EVERYTHING)));
  }

  private Crawl crawl(@Nullable String token, Samples filling, int objectsPerType) {
    return Crawl.of(schema, filling, objectsPerType, document -> api.ask(token, document));
  }

  private String sharedText(Tenant tenant, String source) {
    String[] parts = source.split("\\.", 2);
    return api.ask(
            tenant.keeper().token(),
            "{ node(id: \"%s\") { ... on %s { %s } } }"
                .formatted(tenant.shared(parts[0]), parts[0], parts[1]))
        .at("/data/node/" + parts[1])
        .asString();
  }

  /** Of each type one that only the other tenant has. */
  private Map<String, String> chosen(Crawl found) {
    Map<String, String> chosen = new LinkedHashMap<>(foreign.shared());
    for (String type : samples.types()) {
      Stream.of(found, auditor)
          .flatMap(crawl -> crawl.ids(type).stream())
          .filter(id -> !before(Outsider.STRANGER).ids(type).contains(id))
          .findFirst()
          .ifPresent(id -> chosen.put(type, id));
    }
    typesThatNobodyMade.addAll(samples.types());
    typesThatNobodyMade.removeAll(chosen.keySet());
    typesThatNobodyMade.forEach(type -> chosen.put(type, samples.neverGivenOut(type)));
    return chosen;
  }

  String token(Outsider outsider) {
    return Objects.requireNonNull(tokens.get(outsider));
  }

  Crawl before(Outsider outsider) {
    return Objects.requireNonNull(before.get(outsider));
  }

  Crawl after(Outsider outsider) {
    return Objects.requireNonNull(after.get(outsider));
  }

  /** What the tenant's own keeper was answered before anybody tried anything. */
  Crawl insider() {
    return insider;
  }

  Crawl crawlAsInsider() {
    return crawl(foreign.keeper().token(), there, EVERYTHING);
  }

  /** As a SUPPLIER of the company that the tenant's protocols name. */
  Crawl crawlAsSupplying() {
    return crawl(supplying.token(), samples.nowhere(), EVERYTHING);
  }

  /** The types with an id of which somebody has something. */
  Set<String> types() {
    return samples.types();
  }

  /** Whether that supplier can look this up. */
  boolean canSupplyingLookUp(String id) {
    return api.ask(supplying.token(), "{ node(id: \"%s\") { id } }".formatted(id))
        .at("/data/node")
        .isObject();
  }

  Crawl crawlAnonymously() {
    return crawl(null, there, EVERYTHING);
  }

  /** The types with an id of which the tenant has nothing that the stranger could not see. */
  Set<String> typesThatNobodyMade() {
    return typesThatNobodyMade;
  }

  /** What those who may see it saw. */
  Set<String> seenByInsiders(Function<Crawl, Collection<String>> seen) {
    return Stream.of(insider, auditor)
        .flatMap(crawl -> seen.apply(crawl).stream())
        .collect(Collectors.toSet());
  }

  /** Tries every mutation on everything that the outsider can't look up. */
  List<Attempted> attempt(Outsider outsider) {
    Crawl seen = after(outsider);
    return attempt(
        token(outsider), before(outsider), type -> !seen.canLookUp(type, there.id(type)));
  }

  /**
   * Lets somebody try who keeps all departments and roles, and the people that they find: those of
   * the stranger's company.
   */
  List<Attempted> attemptAsPersonnel() {
    return attempt(personnel, before(Outsider.STRANGER), Set.of("User", "Company")::contains);
  }

  private List<Attempted> attempt(String token, Crawl own, Predicate<String> types) {
    MutationWalk walk =
        new MutationWalk(
            schema,
            new MutationWalk.Inputs(
                samples.ofWhoeverMade(own),
                OutsiderSamples::words,
                id -> own.leaf(id, "version").asString("1")));
    Function<String, JsonNode> asking = document -> api.ask(token, document);
    return walk.attempts().parallelStream()
        .filter(attempt -> types.test(attempt.noun()))
        .map(
            attempt ->
                new Attempted(
                    attempt.label(),
                    walk.answer(attempt, there.id(attempt.noun()), asking),
                    walk.answer(attempt, samples.neverGivenOut(attempt.noun()), asking)))
        .toList();
  }

  /** Every subscription but these, to what is there or to what never was. */
  List<Variants.Variant> subscriptionsBut(Set<String> names, Samples filling) {
    return schema.getSubscriptionType().getFieldDefinitions().stream()
        .filter(field -> !names.contains(field.getName()))
        .flatMap(field -> new Variants(filling).of("Subscription", field).stream())
        .toList();
  }

  Samples thereSamples() {
    return there;
  }

  Samples nowhereSamples() {
    return Objects.requireNonNull(nowhere.get(Outsider.STRANGER));
  }
}
