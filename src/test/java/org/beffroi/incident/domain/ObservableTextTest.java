package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.SplittableRandom;
import org.beffroi.incident.domain.Observable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservableTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            185.220.101.4                                | IPV4   | 185.220.101.4
            185[.]220[.]101[.]4                          | IPV4   | 185.220.101.4
            185(.)220 [dot] 101{.}4                      | IPV4   | 185.220.101.4
            2001:DB8:0:0::1                              | IPV6   | 2001:db8:0:0:0:0:0:1
            2001[:]db8[:][:]1                            | IPV6   | 2001:db8:0:0:0:0:0:1
            Evil-Domain[.]COM                            | DOMAIN | evil-domain.com
            évil.fr                                      | DOMAIN | xn--vil-9la.fr
            hxxps://Evil[.]com/Path?a=B                  | URL    | https://evil.com/Path?a=B
            HXXP[://]evil(.)com                          | URL    | http://evil.com
            https://10.0.0.1:8443/x                      | URL    | https://10.0.0.1:8443/x
            https://[2001:db8::1]/x                      | URL    | https://[2001:db8::1]/x
            fxp://files.evil.com/a                       | URL    | ftp://files.evil.com/a
            Facture[@]Evil[.]com                         | EMAIL  | facture@evil.com
            compta [at] evil [dot] com                   | EMAIL  | compta@evil.com
            d41d8cd98f00b204e9800998ecf8427e             | MD5    | d41d8cd98f00b204e9800998ecf8427e
            DA39A3EE5E6B4B0D3255BFEF95601890AFD80709     | SHA1   | da39a3ee5e6b4b0d3255bfef95601890afd80709
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 | SHA256 | e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            cve-2024-3400                                | CVE    | CVE-2024-3400
            """)
    void recognisesEachKindDefangedOrNot(String typed, Kind kind, String value) {
        assertThat(ObservableText.read(typed)).containsExactly(new Observable(kind, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "à 02:10:45, arrêt", "rapport.pdf", "svchost.exe", "script.sh", "archive.zip", "etc. Puis",
                        "999.1.1.1", "1.2.3",
                "version 10.0.19045.3803.1", "CVE-24-1", "deadbeef", "fin.La suite", "hxxps://", "http://???", "a@b",
                        "@domain", "::",
                "00:1A:2B:3C:4D:5E"
            })
    void leavesAloneWhatIsNone(String typed) {
        assertThat(ObservableText.read(typed)).isEmpty();
    }

    @Test
    void readsAReportAndNamesEachOnce() {
        assertThat(ObservableText.read("""
                        Le poste 10.12.4.7 a contacté hxxps://update-srv[.]net/a.exe (185.220.101.4), puis « update-srv[.]net ».
                        Courriel de « facturation@update-srv.net » ; pièce jointe facture.zip,
                        SHA-1 da39a3ee5e6b4b0d3255bfef95601890afd80709. Faille : CVE-2024-3400 (voir https://nvd.nist.gov/vuln/detail/CVE-2024-3400).
                        De nouveau 185[.]220[.]101[.]4 à 03:14."""))
                .extracting(Observable::value)
                .containsExactly(
                        "10.12.4.7",
                        "https://update-srv.net/a.exe",
                        "185.220.101.4",
                        "update-srv.net",
                        "facturation@update-srv.net",
                        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                        "CVE-2024-3400",
                        "https://nvd.nist.gov/vuln/detail/CVE-2024-3400");
    }

    @ParameterizedTest
    @CsvSource({
        "10.12.4.7, true",
        "192.168.1.1, true",
        "127.0.0.1, true",
        "169.254.3.4, true",
        "fd00::1, true",
        "fe80::1, true",
        "https://172.16.0.9/x, true",
        "8.8.8.8, false",
        "2a01:e0a::1, false",
        "update-srv.net, false",
        "a@evil.com, false"
    })
    void knowsWhatMeansNothingOutsideOfOneNetwork(String typed, boolean local) {
        assertThat(ObservableText.read(typed)).singleElement().returns(local, Observable::isLocal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "185.220.101.4",
                "2001:db8::1",
                "evil.com",
                "https://evil.com/a?b=c",
                "ftp://evil.com/",
                "a.b@evil.com",
                "CVE-2024-3400"
            })
    void readsAgainWhatItDefanged(String typed) {
        var once = ObservableText.read(typed);
        assertThat(once).hasSize(1);
        assertThat(ObservableText.read(once.getFirst().defanged())).isEqualTo(once);
    }

    @Test
    void takesTheTimeOfOneReadingWhateverIsPasted() {
        for (var hostile : new String[] {"a.", "1:", "[.]", "a@", "h", "http://", "-", ".a-", "(( . ", "xn--", "f:f"}) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> ObservableText.read(hostile.repeat(100_000 / hostile.length())),
                    hostile);
        }
    }

    @Test
    void neverFailsOnNoise() {
        var random = new SplittableRandom(20261125);
        var alphabet = "abz019.:@/[]()-_ \n\t%é\uD83D\uDE00\u0000hxtpCVE";
        for (int round = 0; round < 2_000; round++) {
            var noise = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThatCode(() -> ObservableText.read(noise.toString()).forEach(each -> {
                        each.defanged();
                        each.isLocal();
                    }))
                    .as(noise.toString())
                    .doesNotThrowAnyException();
        }
    }
}
