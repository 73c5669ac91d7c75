package com.skytill.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import java.util.List;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The house style, as far as a machine can see it; each service's own test runs them on its packages. */
public final class HouseRules {

    private static final String[] NOT_FEATURES = {"..dto..", "..util..", "..impl..", "..mapper..", "..common.."};

    private HouseRules() {}

    /** Fails with every rule that a class of the service breaks. */
    public static void check(String service) {
        String root = "com.skytill." + service;
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        for (ArchRule rule : rules(root)) {
            rule.allowEmptyShould(true).check(classes);
        }
    }

    private static List<ArchRule> rules(String root) {
        return List.of(
                slices().matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a feature that needs one that needs it is one feature"),
                noClasses()
                        .should()
                        .resideInAnyPackage(NOT_FEATURES)
                        .because("packages are features, not kinds of classes"),
                noClasses()
                        .that()
                        .haveNameNotMatching(".*(Store|Repository)(\\$.*)?")
                        .should()
                        .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                        "io.vertx.mutiny.sqlclient..", "io.vertx.sqlclient..", "java.sql..")
                                .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Throwable.class))))
                        .because("only stores touch SQL"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("jakarta.transaction.Transactional")
                        .because("it does not work with reactive sessions"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("io.smallrye.common.annotation.RunOnVirtualThread")
                        .because("reactive sessions belong to the event loop"),
                noClasses()
                        .should()
                        .callMethod("java.time.Instant", "now")
                        .orShould()
                        .callMethod("java.lang.System", "currentTimeMillis")
                        .orShould()
                        .callMethod("java.time.LocalDate", "now")
                        .because("time comes from the injected Clock"),
                noClasses()
                        .should()
                        .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("com.skytill..")
                                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                                        root + "..", "com.skytill.platform.."))))
                        .because("no service imports another"),
                classes()
                        .that()
                        .areRecords()
                        .and()
                        .haveSimpleNameEndingWith("View")
                        .should()
                        .beAnnotatedWith("io.quarkus.runtime.annotations.RegisterForReflection")
                        .because("Jackson writes answers by reflection, which a native image must know"));
    }
}
