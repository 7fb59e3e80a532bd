package lurewatch.searchcli.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UuidsTest {
    /// Computed with two other implementations of STIX 2.1, section 2.9.
    @ParameterizedTest
    @CsvSource({
        "telegram, hr_lucky88, user-account--2b001861-e861-5360-aaf5-97a8ca7ee3fd",
        "whatsapp, +855961234567, user-account--3e4d2476-4500-5894-b4fa-eb10ac1cdb7f",
        "phone, +855961234567, phone-number--1313e173-b3e5-5108-b204-9b23524e237e",
        "email, hr@jobs.example, email-addr--c9533f9b-746c-58ac-97e3-80f5c684c1e7",
        "url, https://example.com/research/index.html,"
                + " url--47c3cf9a-5027-5bf0-997a-017c7edc7c55",
    })
    void namesAnObservableAsOthersDo(String kind, String value, String id) {
        Optional<StixObservables.Observable> found =
                new StixObservables(Profile.Stix.OPENCTI)
                        .contact(new Item.Contact(kind, value, value, false));
        assertThat(found).map(StixObservables.Observable::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "https://jobs.example/a, domain-name--35d4b8ce-822a-5f2f-9d79-cabee722487f",
        "https://example.com/, domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7",
    })
    void namesAHostAsOthersDo(String url, String id) {
        PlainUrl plain = PlainUrl.of(url).orElseThrow();
        assertThat(new StixObservables(Profile.Stix.STANDARD).host(plain).id()).isEqualTo(id);
    }

    /// RFC 9562, appendix A.4.
    @Test
    void makesTheIdOfTheStandardsExample() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(Uuids.named(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://งาน.example/สมัคร?q=ก, "
                + "https://xn--72c0b6d.example/%E0%B8%AA%E0%B8%A1%E0%B8%B1%E0%B8%84%E0%B8%A3?q=%E0%B8%81",
        "http://a.example/x y[1]%zz#a#b, http://a.example/x%20y%5B1%5D%25zz#a%23b",
        "HTTPS://A.example:8443/%41, https://A.example:8443/%41",
        "http://[2001:db8::1]/a, http://[2001:db8::1]/a",
    })
    void writesAnAddressInAscii(String url, String plain) {
        assertThat(PlainUrl.of(url)).map(PlainUrl::text).contains(plain);
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "tel:+855", "https://", "http://a b/", "no address"})
    void takesNothingElseForAnAddress(String url) {
        assertThat(PlainUrl.of(url)).isEmpty();
    }
}
