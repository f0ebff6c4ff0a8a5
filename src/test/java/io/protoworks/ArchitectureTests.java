package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the code of every module is built, whatever it is about. */
class ArchitectureTests {
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(Modules.ROOT);

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .importPackages(Modules.ROOT);

  /** What each rule has to find. */
  private static final JavaClasses WRONG =
      new ClassFileImporter().importPackages("counterexamples");

  @Test
  void controllersMappersAndEdgesStayInTheirPackage() {
    check(
        ArchitectureRules.PARTS_STAY_IN_THEIR_PACKAGE,
        "PublicController",
        "PublicRestController",
        "PublicMapper",
        "PublicEdges");
  }

  @Test
  void onlyServicesUseMappers() {
    check(
        ArchitectureRules.ONLY_SERVICES_USE_MAPPERS,
        "CallsMapper",
        "RefersToMapper",
        "RefersToAnyMapper");
  }

  @Test
  void servicesKnowNothingOfGraphQl() {
    check(
        ArchitectureRules.SERVICES_KNOW_NOTHING_OF_GRAPHQL,
        "ServiceOfTheGraph",
        "SpecialServiceOfTheGraph");
  }

  @Test
  void timeComesFromTheClock() {
    check(
        ArchitectureRules.NOBODY_READS_THE_TIME,
        "CallsNow",
        "RefersToNow",
        "RefersToMillis",
        "RefersToDate",
        "CallsCalendar");
    check(
        ArchitectureRules.ONE_CLASS_MAKES_THE_CLOCK,
        "CallsClock",
        "RefersToClock",
        "RefersToSource");
  }

  @Test
  void nothingIsInjectedIntoFields() {
    check(ArchitectureRules.NOTHING_IS_INJECTED_INTO_FIELDS, "FieldOfABean", "FieldOfAName");
  }

  @Test
  void namesSayWhatAClassIs() {
    check(ArchitectureRules.NAMES_SAY_WHAT_A_CLASS_IS, "StringUtils");
  }

  @Test
  void testsWaitForWhatTheyExpectAndDoNotSleep() {
    check(ArchitectureRules.NOBODY_SLEEPS, TESTS, "CallsSleep", "RefersToSleep");
  }

  private static void check(ArchRule rule, String... wrong) {
    check(rule, PRODUCTION, wrong);
  }

  /** A rule holds for all that is examined, and finds every counterexample and nothing else. */
  private static void check(ArchRule rule, JavaClasses examined, String... wrong) {
    rule.check(examined);
    String found = String.join("\n", rule.evaluate(WRONG).getFailureReport().getDetails());
    assertThat(WRONG.stream().map(type -> type.getName()))
        .filteredOn(
            name -> Pattern.compile(Pattern.quote(name) + "(?![\\w$])").matcher(found).find())
        .extracting(name -> name.replaceFirst(".*\\$", ""))
        .containsExactlyInAnyOrder(wrong);
  }
}
