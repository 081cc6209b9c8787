package org.beffroi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.beffroi.shared.Recordable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.beffroi");
    private static final int SMALL = 15;

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Beffroi.class).verify();
    }

    @Test
    void storesStayInTheirPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .should()
                .notHaveModifier(PUBLIC)
                .check(HOUSE);
    }

    @Test
    void onlyTheDomainOpensTransactions() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..domain..")
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(HOUSE);
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage("..domain..")
                .check(HOUSE);
    }

    @Test
    void pagesAndApiAskTheDomainAndNeverTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("..web..", "..api..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(HOUSE);
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .resideInAPackage("..web..")
                .check(HOUSE);
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage("..api..")
                .check(HOUSE);
    }

    @Test
    void handlersAreNotForOtherClassesToCall() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .notBePublic()
                .check(HOUSE);
    }

    @Test
    void theDomainKnowsNothingOfTheWeb() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.ui..")
                .check(HOUSE);
    }

    @Test
    void thereIsOneClock() {
        for (var type : new Class<?>[] {Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class}) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..platform.bench..", "..platform.postgres..")
                    .should()
                    .callMethod(type, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .check(HOUSE);
        }
    }

    @Test
    void factsComeFromRecordsThatOthersMayHold() {
        classes()
                .that()
                .implement(Recordable.class)
                .should(new ArchCondition<>("be records in their module's root") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var root = type.getPackageName().split("\\.").length == 3;
                        events.add(new SimpleConditionEvent(type, type.isRecord() && root, type.getName()));
                    }
                })
                .check(HOUSE);
    }

    @Test
    void whatAllModulesHoldStaysSmall() {
        var types = HOUSE.that(resideInAPackage("org.beffroi.shared"))
                .that(new DescribedPredicate<>("are types of their own") {
                    @Override
                    public boolean test(JavaClass type) {
                        return !type.isNestedClass() && !type.getSimpleName().equals("package-info");
                    }
                });
        org.assertj.core.api.Assertions.assertThat(types.size()).isLessThanOrEqualTo(SMALL);
    }

    @Test
    void thereIsNoObjectRelationalMapper() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                .check(HOUSE);
    }
}
