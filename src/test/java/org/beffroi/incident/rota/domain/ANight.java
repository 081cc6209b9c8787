package org.beffroi.incident.rota.domain;

import static org.springframework.scheduling.config.TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Accounts;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.CallMade;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A desk at night: Claire is on call, then Marc; Samir leads. Rounds go when the test says so. */
abstract class ANight {
    /** The house's own rounds, which go by the real time, would call for what these tests have moved. */
    @TestConfiguration
    static class NoRounds {
        @Bean
        static BeanDefinitionRegistryPostProcessor noRoundGoesByItself() {
            return registry -> {
                if (registry.containsBeanDefinition(SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME)) {
                    registry.removeBeanDefinition(SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
                }
            };
        }

        @Bean
        Telephone telephone() {
            return new Telephone();
        }
    }

    /** Whom it rings for. */
    static class Telephone {
        final List<CallMade> calls = new ArrayList<>();

        @EventListener
        void on(CallMade call) {
            calls.add(call);
        }
    }

    /** 02:00 in Paris, of a Wednesday. */
    static final Instant NIGHT = Instant.parse("2026-03-04T01:00:00Z");

    static final String SLOT = "2026-03-03/NIGHT";

    @Autowired
    Accounts accounts;

    @Autowired
    RotaPlan plan;

    @Autowired
    CallRound round;

    @Autowired
    Calls calls;

    @Autowired
    Telephone telephone;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    JdbcClient jdbc;

    Viewer claire = Viewer.guest();
    Viewer marc = Viewer.guest();
    Viewer samir = Viewer.guest();

    @BeforeEach
    void anEmptyNight() {
        claire = person("claire", "Claire Vasseur", Role.ANALYST);
        marc = person("marc", "Marc Delorme", Role.ANALYST);
        samir = person("samir", "Samir Bel", Role.LEAD);
        for (var table : List.of("call_step", "call_incident", "call", "alarm", "rota", "rota_week")) {
            jdbc.sql("delete from incident." + table).update();
        }
        jdbc.sql("update incident.incident set open = false").update();
        telephone.calls.clear();
        at(-600, () -> {
            plan.put(List.of(SLOT), 1, "claire@night.example", Map.of(), samir);
            plan.put(List.of(SLOT), 2, "marc@night.example", Map.of(), samir);
        });
    }

    private Viewer person(String email, String name, Role role) {
        var address = email + "@night.example";
        var account = accounts.byEmail(address)
                .orElseGet(() -> accounts.open(
                        new Accounts.Opening(address, name, "a-long-pass-phrase", Set.of(role), null, Set.of()),
                        Viewer.system("tests")));
        return account.viewer();
    }

    /** Minutes after {@link #NIGHT}. */
    static void at(int minutes, Runnable work) {
        SettableClock.at(NIGHT.plus(Duration.ofMinutes(minutes)), work);
    }

    void roundAt(int minutes) {
        at(minutes, round::work);
    }

    /** @return the incident */
    UUID declares(int minutes, String... said) {
        return declares(World.NATIONAL, minutes, said);
    }

    UUID declares(World world, int minutes, String... said) {
        var incident = new UUID[1];
        at(minutes, () -> {
            var answers = Answers.NONE
                    .with("structure", "Clinique de la Nuit")
                    .with("name", "Nadia Perrin")
                    .with("phone", "06 39 98 12 34")
                    .with("foundAt", NIGHT.plusSeconds(60L * (minutes - 60)).toString())
                    .with("description", "Plus aucun poste n’ouvre.");
            for (int i = 0; i < said.length; i += 2) {
                answers = answers.with(said[i], said[i + 1]);
            }
            var submission = Submission.now(answers, "WEB", UUID.randomUUID().toString());
            var receipt = declarations.submit(submission.in(world), Viewer.guest());
            incident[0] = work.openFor(receipt.declaration());
        });
        return incident[0];
    }

    UUID declaresDegraded(int minutes) {
        return declares(minutes, "care", "DEGRADED");
    }

    /** Whom it has rung for so far, in order. */
    List<String> rang() {
        return telephone.calls.stream()
                .map(call -> accounts.byId(call.account()).orElseThrow().name())
                .toList();
    }

    Call call(UUID incident) {
        return calls.of(incident, claire).getFirst();
    }
}
