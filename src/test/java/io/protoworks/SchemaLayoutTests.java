package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.ObjectTypeDefinition;
import io.protoworks.SchemaDescriptions.Described;
import io.protoworks.SchemaFile.Defined;
import io.protoworks.SchemaFile.Section;
import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Where things stand in {@code schema.graphqls}: a section per module in the order of dependencies,
 * in it the roots, then the fields that point up, then noun by noun.
 *
 * <p>A new noun opens with its type, and what belongs to it follows in this order: the other types
 * that it is made of, enums, filter, order, inputs, payloads, errors. Its connection is added at
 * the end of the file, where its noun's turn is. A new module has a banner and an entry in the
 * table of contents.
 */
@ServerTest
class SchemaLayoutTests {
  private static final String CONNECTIONS = "connections";
  private static final Pattern NEEDS =
      Pattern.compile(
          "Needs\\s.*(`[a-z_]+\\.[a-z_]+`|no\\spermission|nothing\\sbut\\s).*", Pattern.DOTALL);

  @Autowired SchemaBinding binding;
  @Autowired ObjectProvider<PermissionSource> permissions;

  private SchemaFile file;
  private SchemaOwners owners;

  @BeforeEach
  void read() throws IOException {
    file = SchemaFile.read();
    owners = new SchemaOwners(binding);
  }

  @Test
  void theTableOfContentsNamesEverySection() {
    assertThat(file.contents()).isEqualTo(file.sections().stream().map(Section::name).toList());
  }

  @Test
  void everyModuleThatResolvesAnythingHasASectionInTheOrderOfDependencies() throws IOException {
    List<String> expected = new ArrayList<>(Modules.inOrder());
    expected.retainAll(owners.modules());
    expected.add(CONNECTIONS);
    assertThat(file.sections()).extracting(Section::name).isEqualTo(expected);
  }

  private Stream<Section> modules() {
    return file.sections().stream().filter(section -> !section.name().equals(CONNECTIONS));
  }

  @Test
  void everySectionOpensWithItsRootsAndThenTheFieldsThatPointUp() {
    for (Section section : modules().toList()) {
      List<Defined> definitions = section.definitions();
      List<Defined> roots =
          definitions.stream()
              .filter(defined -> SchemaOwners.ROOTS.contains(defined.name()))
              .toList();
      List<Defined> extensions =
          definitions.stream()
              .filter(defined -> defined.isExtension() && !roots.contains(defined))
              .toList();
      List<Defined> opening = new ArrayList<>(roots);
      opening.addAll(extensions);
      assertThat(definitions.subList(0, opening.size())).as(section.name()).isEqualTo(opening);
      assertThat(roots)
          .extracting(Defined::name)
          .doesNotHaveDuplicates()
          .isSortedAccordingTo(Comparator.comparingInt(SchemaOwners.ROOTS::indexOf));
      assertThat(extensions).extracting(Defined::name).doesNotHaveDuplicates();
    }
  }

  @Test
  void onlyTheFirstSectionDefinesTheRoots() {
    for (Section section : modules().toList()) {
      boolean platform = section.name().equals(SchemaOwners.PLATFORM);
      assertThat(section.definitions())
          .filteredOn(defined -> SchemaOwners.ROOTS.contains(defined.name()))
          .allSatisfy(defined -> assertThat(defined.isExtension()).isNotEqualTo(platform));
    }
  }

  @Test
  void whatAModuleResolvesStandsInItsSection() {
    List<String> misplaced =
        modules()
            .flatMap(
                section ->
                    section.definitions().stream().flatMap(defined -> misplaced(section, defined)))
            .toList();
    assertThat(misplaced).isEmpty();
  }

  private Stream<String> misplaced(Section section, Defined defined) {
    Set<String> modules = owners.of(defined);
    boolean isHere = modules.equals(Set.of(section.name()));
    Stream<String> fields = owners.foreignFields(defined, section.name());
    if (SchemaOwners.ROOTS.contains(defined.name()) || isHere != defined.isExtension()) {
      return fields;
    }
    return Stream.concat(
        Stream.of(
            defined.isExtension()
                ? "%s extends what stands in the same section".formatted(defined)
                : "%s belongs to %s".formatted(defined, modules)),
        fields);
  }

  @Test
  void whatBelongsToANounStandsInItsOrder() {
    List<String> misplaced = new ArrayList<>();
    for (Section section : modules().skip(1).toList()) {
      SchemaPart before = SchemaPart.OPENING;
      for (Defined defined : section.definitions()) {
        SchemaPart part = SchemaPart.of(defined, binding.schema());
        if (!part.mayFollow(before)) {
          misplaced.add("%s, a part %s, stands after a part %s".formatted(defined, part, before));
        }
        before = part;
      }
    }
    assertThat(misplaced).isEmpty();
  }

  @Test
  void connectionsStandLastOneLineEachInTheOrderOfTheirNouns() {
    List<String> expected =
        modules()
            .flatMap(section -> section.definitions().stream())
            .filter(defined -> !defined.isExtension())
            .filter(defined -> defined.definition() instanceof ObjectTypeDefinition)
            .map(Defined::name)
            .filter(name -> binding.schema().getType(name + "Connection") != null)
            .flatMap(name -> Stream.of(name + "Connection", name + "Edge"))
            .toList();
    List<Defined> connections = file.sections().getLast().definitions();
    assertThat(connections).extracting(Defined::name).isEqualTo(expected);
    assertThat(connections).allSatisfy(defined -> assertThat(defined.text()).hasSize(2));
    for (Defined defined : connections) {
      String noun = defined.name().replaceFirst("(Connection|Edge)$", "");
      assertThat(SchemaDescriptions.without(defined))
          .isEqualTo(
              defined.name().endsWith("Edge")
                  ? "type %1$sEdge { cursor: String! node: %1$s! }".formatted(noun)
                  : "type %1$sConnection { edges: [%1$sEdge]! nodes: [%1$s!]! pageInfo: PageInfo! totalCount: Int! }"
                      .formatted(noun));
    }
  }

  private Stream<Described> all() {
    return file.sections().stream()
        .flatMap(section -> section.definitions().stream())
        .flatMap(SchemaDescriptions::of);
  }

  @Test
  void everyTypeFieldArgumentValueAndInputFieldHasADescription() {
    assertThat(all().filter(described -> !described.isASentence())).isEmpty();
  }

  @Test
  void everyMutationEndsWithThePermissionThatItNeeds() {
    assertThat(
            mutations()
                .filter(mutation -> !NEEDS.matcher(mutation.lastSentence()).matches())
                .map(Described::place))
        .isEmpty();
  }

  @Test
  void everyPermissionThatIsNamedIsOne() {
    Set<String> known =
        permissions.stream()
            .flatMap(source -> source.permissions().stream())
            .map(Permission::name)
            .collect(Collectors.toSet());
    assertThat(mutations().flatMap(mutation -> mutation.permissions().stream()))
        .isNotEmpty()
        .isSubsetOf(known);
  }

  private Stream<Described> mutations() {
    return all().filter(described -> described.place().matches("Mutation\\.\\w+"));
  }
}
