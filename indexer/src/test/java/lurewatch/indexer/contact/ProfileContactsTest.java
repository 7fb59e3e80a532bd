package lurewatch.indexer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.detect.Cases;
import lurewatch.indexer.detect.Detector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Accounts on Instagram, TikTok and Skype.
class ProfileContactsTest {
    /// What the text models make of the words of a name or address, in points.
    private static final double OF_WORDS = 1;

    private static final Detector DETECTOR = Cases.shippedDetector();

    static Stream<String> rows() {
        return Cases.lines("profiles.tsv").stream();
    }

    /// Each row is a text and the contacts in it; a row without contacts is innocent.
    @ParameterizedTest
    @MethodSource("rows")
    void findsEachAccountAndNothingElse(String row) {
        String[] columns = row.split("\t", -1);
        List<String> expected = columns[1].isEmpty() ? List.of() : List.of(columns[1].split(","));
        assertThat(keys(columns[0])).as(columns[0]).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "instagram.com/Sample_Name, instagram:sample_name",
        "https://www.instagram.com/sample.name/?hl=en, instagram:sample.name",
        "instagr.am/sample_name, instagram:sample_name",
        "https://www.tiktok.com/@sample.name, tiktok:sample.name",
        "skype:Sample.Name?chat, skype:sample.name",
        "skype:live:.cid.0123456789abcdef?chat, skype:live:.cid.0123456789abcdef",
        "https://join.skype.com/AbCdEfGh12, skype:join/AbCdEfGh12",
        "instagram:sample_name, instagram:sample_name",
        "tiktok:sample_name, tiktok:sample_name",
        "skype:live:sample_name, skype:live:sample_name",
    })
    void understandsWhatPeoplePaste(String pasted, String key) {
        assertThat(PastedContact.read(pasted).map(Contact::key)).hasValue(key);
    }

    /// Names longer than the networks give, with signs that they allow nowhere, and their own
    /// pages.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://instagram.com/p/CxAbCdEf123",
                "https://instagram.com/explore",
                "https://instagram.com/sample..name",
                "https://instagram.com/a123456789012345678901234567890",
                "https://www.tiktok.com/sample",
                "https://www.tiktok.com/@a234567890123456789012345",
                "https://www.tiktok.com/@sample/video/7301234567890123456",
            })
    void takesNothingElseForAnAccount(String link) {
        assertThat(LinkContacts.ofLink(link).map(Contact::kind))
                .isNotEqualTo(Optional.of(ContactKind.INSTAGRAM))
                .isNotEqualTo(Optional.of(ContactKind.TIKTOK));
    }

    /// A firm's own page, as a name or as a link, weighs no more than its web address.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "We are hiring a receptionist for our resort in Sihanoukville, Cambodia. 450 USD a"
                        + " month, contract and social insurance. %s",
                "Kasir dan barista untuk kafe baru di Bandung, gaji UMR, BPJS. %s",
                "카페에서 주말 알바 구합니다. 시급 11,000원, 4대보험. %s",
                "Vaga para vendedora em shopping de Recife, carteira assinada, R$ 1.800. %s",
                "Cần tuyển lễ tân khách sạn tại Đà Nẵng, lương 8 triệu, đóng bảo hiểm. %s",
                "Host for our tea shop's TikTok, Shenzhen office, 8,000 a month. Flight and room"
                        + " paid, come and join us. %s",
                "Chat operators for a casino in Bavet, free flight and room, 1,500 USD. %s",
            })
    void weighsAPageNoMoreThanAWebAddress(String ad) {
        double withAddress = score(ad.formatted("https://www.sample-firm.example/jobs"));
        for (String page :
                List.of(
                        "Instagram: @sample.firm",
                        "https://www.instagram.com/sample.firm/",
                        "TikTok @sample.firm",
                        "https://www.tiktok.com/@sample.firm")) {
            Assessment assessment = DETECTOR.assess(ad.formatted(page), Optional.empty());
            assertThat(assessment.contacts().stream().map(Contact::key))
                    .as(page)
                    .anyMatch(key -> key.endsWith(":sample.firm"));
            assertThat(assessment.score())
                    .as(ad + page)
                    .isLessThanOrEqualTo(withAddress + OF_WORDS);
        }
    }

    /// Who asks to be written to there is answered out of sight, page or not.
    @Test
    void leavesARequestForAPrivateMessageWhatItIs() {
        String ad = "Chat operators for a casino in Bavet, free flight and room, 1,500 USD. DM me";
        assertThat(score(ad + " on IG @sample_bavet01"))
                .isGreaterThanOrEqualTo(
                        score(ad + ". https://www.sample-firm.example/jobs") - OF_WORDS);
    }

    private static double score(String text) {
        return DETECTOR.assess(text, Optional.empty()).score();
    }

    private static List<String> keys(String text) {
        return DETECTOR.assess(text, Optional.empty()).contacts().stream()
                .map(Contact::key)
                .toList();
    }
}
