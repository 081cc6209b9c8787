package org.beffroi.incident.veris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.beffroi.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class VerisReaderTest {
    private static final Taxonomy TAXONOMY = new Taxonomy();
    private static final VerisReader READER = new VerisReader(new VerisMapping(TAXONOMY), TAXONOMY);

    private static VerisIncident read(String json) {
        return READER.read(new JsonMapper().readTree(json.replace('\'', '"')));
    }

    private static VerisIncident with(String parts) {
        return read("{'incident_id':'A','timeline':{'incident':{'year':2020}}," + parts + "}");
    }

    @Test
    void readsAnAttackByEmail() {
        var incident = read("""
                {'incident_id':'A1','security_incident':'Confirmed',
                 'timeline':{'incident':{'year':2021,'month':5,'day':14},'discovery':{'unit':'Hours','value':4.0}},
                 'action':{'malware':{'variety':['Ransomware'],'vector':['Email attachment']},
                           'hacking':{'variety':['Use of stolen creds'],'vector':['VPN']}},
                 'asset':{'assets':[{'variety':'S - Mail'},{'variety':'S - Directory'}],'cloud':['Unknown']},
                 'attribute':{'availability':{'variety':['Obscuration']},
                              'confidentiality':{'data_disclosure':'Potentially','data':[{'variety':'Medical'},{'variety':'Unknown'}]}},
                 'discovery_method':{'internal':{'variety':['Reported by employee']}},
                 'victim':{'country':['IE'],'industry':'622110','state':'L'}}
                """);
        assertThat(incident.origin()).isEqualTo("MALICIOUS");
        assertThat(incident.causes()).containsExactly("RANSOMWARE", "ACCOUNT_COMPROMISE", "PHISHING");
        assertThat(incident.rsit()).isEqualTo("UNAUTHORISED_INFORMATION_MODIFICATION");
        assertThat(incident.entryPointKind()).isEqualTo("EMAIL");
        assertThat(incident.systems()).containsExactly("MESSAGING", "NETWORK");
        assertThat(incident.dataKinds()).containsExactly("HEALTH");
        assertThat(incident.dataEffects()).containsExactly("UNAVAILABLE");
        assertThat(incident.discovery()).isEqualTo("STAFF");
        assertThat(incident.occurredAt()).isEqualTo(Instant.parse("2021-05-14T00:00:00Z"));
        assertThat(incident.foundAt()).isEqualTo(Instant.parse("2021-05-14T04:00:00Z"));
        assertThat(incident.country()).isEqualTo("IE");
        assertThat(incident.region()).isNull();
        assertThat(incident.category()).isEqualTo("X_HOSPITAL");
        assertThat(incident.outcome()).isEqualTo("RESOLVED");
        assertThat(incident.unmapped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Privilege abuse, Financial, MALICIOUS, DATA_THEFT",
        "Privilege abuse, Unknown, MALICIOUS, DATA_THEFT",
        "Privilege abuse, Convenience, NON_MALICIOUS, HUMAN_ERROR",
        "Unapproved workaround, NA, NON_MALICIOUS, HUMAN_ERROR",
        "Data mishandling, Espionage, MALICIOUS, DATA_THEFT",
        "Unknown, Unknown, UNKNOWN, ''"
    })
    void judgesAMisuseByItsMotiveThenByItsVariety(String variety, String motive, String origin, String cause) {
        var incident = with("'action':{'misuse':{'variety':['" + variety + "']}},'actor':{'internal':{'motive':['"
                + motive + "']}}");
        assertThat(incident.origin()).isEqualTo(origin);
        assertThat(String.join(" ", incident.causes())).isEqualTo(cause);
    }

    @Test
    void countsAnErrorThatWasUsedByAnAttackerAsMalicious() {
        var incident =
                with("'action':{'error':{'variety':['Misconfiguration']},'hacking':{'variety':['Exploit misconfig']}}");
        assertThat(incident.origin()).isEqualTo("MALICIOUS");
        assertThat(incident.causes()).containsExactly("EXPLOITED_VULNERABILITY", "HUMAN_ERROR");
    }

    @Test
    void asksTheActorWhereTheActionIsUnknown() {
        assertThat(with("'action':{'unknown':{}},'actor':{'external':{'variety':['Organized crime']}}")
                        .origin())
                .isEqualTo("MALICIOUS");
        assertThat(with("'action':{'unknown':{}}").origin()).isEqualTo("UNKNOWN");
    }

    @Test
    void givesNoEntryPointToAnError() {
        var incident = with("'action':{'error':{'variety':['Malfunction'],'vector':['Web application']}}");
        assertThat(incident.entryPointKind()).isNull();
        assertThat(incident.causes()).containsExactly("APPLICATION_FAULT");
    }

    @Test
    void saysHowMuchOfTheDateIsKnown() {
        assertThat(with("'action':{}").precision()).isEqualTo(ChronoUnit.YEARS);
        var month = read(
                "{'incident_id':'A','timeline':{'incident':{'year':2020,'month':1},'discovery':{'unit':'Months','value':1.5}}}");
        assertThat(month.precision()).isEqualTo(ChronoUnit.MONTHS);
        assertThat(month.occurredOn()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(month.foundAt()).isEqualTo(Instant.parse("2020-03-01T00:00:00Z"));
        assertThat(with("'action':{}").foundAt()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    }

    @Test
    void namesWhatTheMappingDoesNotKnow() {
        var incident = with(
                "'action':{'sorcery':{},'malware':{'variety':['Quantum worm']}},'victim':{'country':['Atlantis']}");
        assertThat(incident.unmapped()).containsExactly("action = sorcery", "action.malware.variety = Quantum worm");
        assertThat(incident.country()).isEqualTo("ZZ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "{'incident_id':' '}",
                "{'incident_id':'A'}",
                "{'incident_id':'A','timeline':{'incident':{'year':2020,'month':25,'day':9}}}",
                "{'incident_id':'A','timeline':{'incident':{'year':2021,'month':2,'day':29}}}",
                "{'incident_id':'A','timeline':{'incident':{'year':2020},'discovery':{'unit':'Years','value':99999}}}",
                "{'incident_id':{'x':1},'timeline':7}"
            })
    void refusesWhatHasNoIdentifierOrNoPossibleDate(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class);
    }
}
