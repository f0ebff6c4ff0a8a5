package io.protoworks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.protoworks.platform.GraphModule;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.ibatis.annotations.Mapper;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

/**
 * The rules that {@link ArchitectureTests} asks. A method is used by who calls it and by who refers
 * to it ({@code Instant::now}); a class is what its annotations are annotated as.
 */
final class ArchitectureRules {
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
          "ImportDisciplines",
          // Chooses for PendencyService which of the statements alike it asks.
          "PendencyParent");

  static final ArchRule PARTS_STAY_IN_THEIR_PACKAGE =
      classes()
          .that(are(Controller.class).or(are(Mapper.class)).or(implement(GraphModule.class)))
          .should()
          .notBePublic();

  static final ArchRule ONLY_SERVICES_USE_MAPPERS =
      classes()
          .that(describe("use mappers", ArchitectureRules::usesMappers))
          .should()
          .beMetaAnnotatedWith(Service.class)
          .orShould(
              be(
                  describe(
                      "a named exception",
                      type -> MAY_USE_MAPPERS.contains(type.getSimpleName()))));

  static final ArchRule SERVICES_KNOW_NOTHING_OF_GRAPHQL =
      noClasses()
          .that()
          .areMetaAnnotatedWith(Service.class)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("graphql..", "org.dataloader..", "org.springframework.graphql.."));

  static final ArchRule NOBODY_READS_THE_TIME =
      noClassUses("reads the time", ArchitectureRules::readsTheTime);

  static final ArchRule ONE_CLASS_MAKES_THE_CLOCK =
      noClasses()
          .that()
          .doNotHaveSimpleName("TimeConfiguration")
          .should()
          .accessTargetWhere(uses("makes a clock", ArchitectureRules::makesClock));

  static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
      CompositeArchRule.of(
          List.of(
              noFieldIs(org.springframework.beans.factory.annotation.Autowired.class),
              noFieldIs(org.springframework.beans.factory.annotation.Value.class),
              noFieldIs(jakarta.annotation.Resource.class)));

  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Dto|Manager|Helper)");

  static final ArchRule NOBODY_SLEEPS = noClassUses("sleeps", ArchitectureRules::sleeps);

  private ArchitectureRules() {}

  private static ArchRule noClassUses(String what, Predicate<CodeUnitAccessTarget> method) {
    return noClasses().should().accessTargetWhere(uses(what, method));
  }

  private static ArchRule noFieldIs(Class<? extends Annotation> injection) {
    return noFields().should().beMetaAnnotatedWith(injection);
  }

  private static DescribedPredicate<JavaClass> are(Class<? extends Annotation> annotation) {
    return describe(
        "are @" + annotation.getSimpleName(), type -> type.isMetaAnnotatedWith(annotation));
  }

  private static DescribedPredicate<JavaClass> implement(Class<?> contract) {
    return describe(
        "implement " + contract.getSimpleName(),
        type -> type.isAssignableTo(contract) && !type.isEquivalentTo(contract));
  }

  private static DescribedPredicate<JavaAccess<?>> uses(
      String what, Predicate<CodeUnitAccessTarget> method) {
    return describe(
        what,
        access -> access.getTarget() instanceof CodeUnitAccessTarget target && method.test(target));
  }

  private static boolean usesMappers(JavaClass type) {
    return !type.isMetaAnnotatedWith(Mapper.class)
        && type.getAccessesFromSelf().stream()
            .anyMatch(access -> access.getTargetOwner().isMetaAnnotatedWith(Mapper.class));
  }

  private static boolean readsTheTime(CodeUnitAccessTarget target) {
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
    boolean calendar =
        owner.isAssignableTo(Calendar.class)
            && Set.of("getInstance", "<init>").contains(target.getName());
    return now || system || date || calendar;
  }

  private static boolean makesClock(CodeUnitAccessTarget target) {
    return target.getOwner().isAssignableTo(InstantSource.class)
        && (target.getName().startsWith("system")
            || Set.of("tickMillis", "tickSeconds", "tickMinutes").contains(target.getName()));
  }

  private static boolean sleeps(CodeUnitAccessTarget target) {
    JavaClass owner = target.getOwner();
    return target.getName().equals("sleep")
        && (owner.isAssignableTo(Thread.class) || owner.isAssignableTo(TimeUnit.class));
  }
}
