package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.protoworks.SchemaFindings.Rule;
import io.protoworks.platform.UserError;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.execution.SchemaMappingInspector;
import org.springframework.graphql.execution.SchemaReport;

/**
 * The schema says what Java does: every field is answered, every argument and input is read, every
 * enum has the values of Java's, and {@code !} stands exactly where Java knows no null.
 *
 * <p>A new type needs nothing here. It is found from the root fields, from the types with an id and
 * from the edges, and its class by the type's name. A new scalar is added to the tables of {@link
 * SchemaInputs} and {@link SchemaOutputs}.
 */
@ServerTest
class SchemaContractTests {
  private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

  @Autowired SchemaBinding binding;
  @Autowired ObjectProvider<RuntimeWiringConfigurer> wirings;

  private SchemaFindings findings;

  @BeforeEach
  void walk() {
    findings = binding.walk();
  }

  @Test
  void everyFieldIsAnsweredByJavaAndNothingOfJavaIsLeftOver() {
    assertThat(findings.problems(Rule.MAPPED)).isEmpty();
  }

  @Test
  void everyArgumentIsKnownToItsControllerOrEdge() {
    assertThat(findings.problems(Rule.ARGUMENTS)).isEmpty();
  }

  @Test
  void everyInputFieldIsAComponentOfItsRecordAndBack() {
    assertThat(findings.problems(Rule.INPUTS)).isEmpty();
  }

  @Test
  void everyEnumHasTheValuesOfJavas() {
    assertThat(findings.problems(Rule.ENUMS)).isEmpty();
  }

  @Test
  void exclamationMarksAgreeWithNullness() {
    assertThat(findings.problems(Rule.NULLNESS)).isEmpty();
  }

  @Test
  void everyScalarIsMadeOfAndBindsToATypeThatItKnows() {
    assertThat(findings.problems(Rule.SCALARS)).isEmpty();
  }

  @Test
  void membersOfAUnionGiveOneNameToOneTypeOnly() {
    assertThat(findings.problems(Rule.UNIONS)).isEmpty();
  }

  @Test
  void somethingLeadsToEveryType() {
    assertThat(
            binding.schema().getAllTypesAsList().stream()
                .filter(
                    type ->
                        type instanceof GraphQLObjectType
                            || type instanceof GraphQLInputObjectType
                            || type instanceof GraphQLEnumType)
                .map(GraphQLNamedType::getName)
                .filter(name -> !name.startsWith("__") && !ROOTS.contains(name))
                .filter(name -> findings.javaTypes(name).isEmpty()))
        .isEmpty();
  }

  @Test
  void everyErrorOfJavaIsATypeOfTheSchema() {
    assertThat(
            SchemaBinding.implementing(UserError.class).stream()
                .map(Class::getSimpleName)
                .filter(name -> findings.javaTypes(name).isEmpty()))
        .isEmpty();
  }

  @Test
  void springFindsNothingAmissEither() {
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    wirings.orderedStream().forEach(configurer -> configurer.configure(wiring));
    SchemaReport report = SchemaMappingInspector.inspect(binding.schema(), wiring.build());
    List<String> unmapped =
        report.unmappedFields().stream()
            .filter(SchemaContractTests::isReadBySpring)
            .map(FieldCoordinates::toString)
            .toList();
    assertThat(unmapped).isEmpty();
    assertThat(report.unmappedRegistrations()).isEmpty();
    assertThat(report.unmappedArguments()).isEmpty();
    assertThat(report.fieldNullnessErrors()).isEmpty();
    assertThat(report.argumentNullnessErrors()).isEmpty();
  }

  /** A guard that never says no guards nothing. */
  @ParameterizedTest
  @MethodSource("mistakes")
  void whatIsWrongIsFound(Mistake mistake) throws IOException {
    String text = Files.readString(SchemaFile.PATH);
    String changed = text.replace(mistake.right(), mistake.wrong());
    assertThat(changed).isNotEqualTo(text);
    SchemaFindings found =
        binding.walk(
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(changed)));
    assertThat(found.problems(mistake.rule())).isNotEmpty();
  }

  record Mistake(Rule rule, String right, String wrong) {}

  private static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake(Rule.MAPPED, "cnpj: String", "taxNumber: String"),
        new Mistake(Rule.MAPPED, "isFavorite: Boolean!", "isLiked: Boolean!"),
        new Mistake(Rule.MAPPED, "viewer: User!", "me: User!"),
        new Mistake(Rule.MAPPED, "createArea(", "makeArea("),
        new Mistake(Rule.ARGUMENTS, "orderBy: EquipmentOrder", "sortedBy: EquipmentOrder"),
        new Mistake(Rule.ARGUMENTS, "(\"Its code, such as `ELE`.\" code:", "(\"Its code.\" key:"),
        new Mistake(Rule.INPUTS, "input CompanyFilter {", "input CompanyFilter { name: String"),
        new Mistake(Rule.INPUTS, "favoritesOnly: Boolean", "likedOnly: Boolean"),
        new Mistake(Rule.ENUMS, "SUSPENDED", "LOCKED"),
        new Mistake(Rule.ENUMS, "  TOO_COMPLEX\n", "  TOO_MUCH\n"),
        new Mistake(Rule.ENUMS, "  HASH_MISMATCH\n", "  DAMAGED\n"),
        new Mistake(Rule.ENUMS, "  LIMIT_REACHED\n", "  LIMIT_PASSED\n"),
        new Mistake(Rule.NULLNESS, "cnpj: String", "cnpj: String!"),
        new Mistake(Rule.NULLNESS, "tagId: String!", "tagId: String"),
        new Mistake(Rule.NULLNESS, "tags: [ProjectTag!]!", "tags: [ProjectTag!]"),
        new Mistake(Rule.NULLNESS, "owner: User!", "owner: User"),
        new Mistake(Rule.NULLNESS, "discipline: Discipline", "discipline: Discipline!"),
        new Mistake(Rule.NULLNESS, "upload: Upload\n", "upload: Upload!\n"),
        new Mistake(Rule.NULLNESS, "ownerId: ID!", "ownerId: ID"),
        new Mistake(Rule.NULLNESS, "first: Int", "first: Int!"),
        new Mistake(Rule.SCALARS, "version: Int!", "version: Long!"),
        new Mistake(Rule.UNIONS, "earliest: Date", "source: Date"),
        new Mistake(Rule.UNIONS, "naRequiresNote: Boolean!", "minLength: Boolean!"));
  }

  /** Refusals and counts come from fetchers of our own. */
  private static boolean isReadBySpring(FieldCoordinates field) {
    return !(field.getTypeName().endsWith("Payload") && field.getFieldName().equals("errors"))
        && !(field.getTypeName().endsWith("Connection")
            && field.getFieldName().equals("totalCount"));
  }
}
