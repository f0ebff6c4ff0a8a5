package io.protoworks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.protoworks.platform.GraphModule;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

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

  /** Who reads through a mapper without being a service, and why. */
  private static final Set<String> MAY_USE_MAPPERS =
      Set.of(
          // Stands before every service: it finds out who asks.
          "BearerAuthentication",
          // The levels of a register, which the service ProjectRegister writes one after the other.
          "AreaRegister",
          "SystemRegister",
          "SubsystemRegister",
          "EquipmentRegister",
          // The disciplines of one import, which the service that runs it asks for.
          "ImportDisciplines");

  private static final List<String> WORDS_THAT_SAY_NOTHING =
      List.of("Impl", "Util", "Utils", "Dto", "Manager", "Helper");

  @Test
  void controllersMappersAndEdgesStayInTheirPackage() {
    check(
        classes()
            .that(are(Controller.class).or(are(Mapper.class)).or(implement(GraphModule.class)))
            .should()
            .notBePublic());
  }

  @Test
  void onlyServicesUseMappers() {
    check(
        classes()
            .that(describe("use mappers", ArchitectureTests::usesMappers))
            .should()
            .beAnnotatedWith(Service.class)
            .orShould(be(describe("a named exception", ArchitectureTests::mayUseMappers))));
  }

  @Test
  void servicesKnowNothingOfGraphQl() {
    check(
        noClasses()
            .that()
            .areAnnotatedWith(Service.class)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "graphql..", "org.dataloader..", "org.springframework.graphql..")));
  }

  @Test
  void timeComesFromTheClock() {
    check(
        noClasses()
            .should()
            .callCodeUnitWhere(describe("reads the time", ArchitectureTests::readsTheTime)));
    check(
        noClasses()
            .that()
            .doNotHaveSimpleName("TimeConfiguration")
            .should()
            .callCodeUnitWhere(
                describe(
                    "makes a clock",
                    call ->
                        call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system"))));
  }

  @Test
  void nothingIsInjectedIntoFields() {
    for (Class<? extends Annotation> injection :
        List.of(
            org.springframework.beans.factory.annotation.Autowired.class,
            org.springframework.beans.factory.annotation.Value.class,
            jakarta.annotation.Resource.class)) {
      check(noFields().should().beAnnotatedWith(injection));
    }
  }

  @Test
  void namesSayWhatAClassIs() {
    for (String word : WORDS_THAT_SAY_NOTHING) {
      check(noClasses().should().haveSimpleNameEndingWith(word));
    }
  }

  @Test
  void testsWaitForWhatTheyExpectAndDoNotSleep() {
    noClasses()
        .should()
        .callCodeUnitWhere(
            describe(
                "sleeps",
                call ->
                    call.getName().equals("sleep")
                        && call.getTargetOwner().isAssignableTo(Thread.class)))
        .check(TESTS);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PRODUCTION);
  }

  private static DescribedPredicate<JavaClass> are(Class<? extends Annotation> annotation) {
    return describe("are @" + annotation.getSimpleName(), type -> type.isAnnotatedWith(annotation));
  }

  private static DescribedPredicate<JavaClass> implement(Class<?> contract) {
    return describe(
        "implement " + contract.getSimpleName(),
        type -> type.isAssignableTo(contract) && !type.isEquivalentTo(contract));
  }

  private static boolean usesMappers(JavaClass type) {
    return !type.isAnnotatedWith(Mapper.class)
        && type.getMethodCallsFromSelf().stream()
            .anyMatch(call -> call.getTargetOwner().isAnnotatedWith(Mapper.class));
  }

  private static boolean mayUseMappers(JavaClass type) {
    return MAY_USE_MAPPERS.contains(type.getSimpleName());
  }

  private static boolean readsTheTime(JavaCall<?> call) {
    AccessTarget.CodeUnitCallTarget target = call.getTarget();
    JavaClass owner = target.getOwner();
    boolean now =
        owner.getPackageName().startsWith("java.time")
            && target.getName().equals("now")
            && target.getRawParameterTypes().stream()
                .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    boolean system =
        owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis");
    boolean date =
        owner.isEquivalentTo(Date.class)
            && target.getName().equals("<init>")
            && target.getRawParameterTypes().isEmpty();
    return now || system || date;
  }
}
