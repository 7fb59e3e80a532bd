package lurewatch.indexer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Block;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Link;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.detect.Cases;
import lurewatch.indexer.detect.Detector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContactFinderTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

    static Stream<String> rows() {
        return Stream.of("contacts.tsv", "numbers-in-words.tsv", "numbers-by-language.tsv")
                .flatMap(file -> Cases.lines(file).stream());
    }

    /// Each row is a text (`\\n` is a line feed) and the contacts in it; a row without contacts is
    /// innocent.
    @ParameterizedTest
    @MethodSource("rows")
    void findsEachContactAndNothingElse(String row) {
        String[] columns = row.split("\t", -1);
        List<String> expected = columns[1].isEmpty() ? List.of() : List.of(columns[1].split(","));
        String text = columns[0].replace("\\n", "\n");
        List<String> found =
                DETECTOR.assess(text, Optional.empty()).contacts().stream()
                        .map(Contact::key)
                        .toList();
        assertThat(found).as(columns[0]).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "telegram:golden_recruit|Recruiter goes by @golden_recruit on Telegram",
                "telegram:golden_recruit|The agent can be reached via @golden_recruit",
                "telegram:golden_recruit|You write to them via @golden_recruit, any hour",
                "|Posted by @golden_recruit",
                "|Photo via @golden_recruit",
                "|as told by @golden_recruit",
            })
    void tellsWhomToReachFromWhomAReportCredits(@Nullable String expected, String text) {
        assertThat(DETECTOR.assess(text, Optional.empty()).contacts())
                .extracting(Contact::key)
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    /// Whether `obfuscated_contact` is raised; its quotes are what was disguised and nothing
    /// around.
    @ParameterizedTest
    @MethodSource("disguises")
    void tellsDisguisedContactsFromOrdinaryOnes(String row) {
        String[] columns = row.split("\t", -1);
        List<Evidence> quotes =
                DETECTOR
                        .assess(columns[1].replace("\\n", "\n"), Optional.empty())
                        .signals()
                        .stream()
                        .filter(signal -> signal.id().equals("obfuscated_contact"))
                        .flatMap(signal -> signal.evidence().stream())
                        .toList();
        assertThat(!quotes.isEmpty())
                .as(columns[1] + " " + quotes)
                .isEqualTo(columns[0].equals("yes"));
        assertThat(quotes).allMatch(e -> e.quote().equals(e.quote().strip()));
    }

    static Stream<String> disguises() {
        return Cases.lines("disguises.tsv").stream();
    }

    @Test
    void findsWhatOnlyALinkCarries() {
        Assessment assessment =
                DETECTOR.assess(
                        new JobPosting(
                                PostingId.of("board", "https://board.example/1"),
                                new CaptureId(1),
                                "board",
                                "https://board.example/1",
                                "Job",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Instant.EPOCH),
                                List.of(new Block(Block.Kind.BODY, "Contact us")),
                                List.of(
                                        new Link("https://t.me/sample_link", "here"),
                                        new Link("tel:+85512345678", "call"),
                                        new Link("https://board.example/2", "next")),
                                Particulars.UNKNOWN));
        assertThat(assessment.contacts())
                .extracting(Contact::key)
                .containsExactly("phone:+85512345678", "telegram:sample_link");
        assertThat(assessment.contacts()).noneMatch(Contact::isInText);
    }

    @Test
    void readsWhatPeoplePaste() {
        assertThat(pasted("@Sample_Name")).contains("telegram:sample_name");
        assertThat(pasted("t.me/Sample_Name")).contains("telegram:sample_name");
        assertThat(pasted("+855 96 123 4567")).contains("phone:+855961234567");
        assertThat(pasted("(+855) 96 123 4567")).contains("phone:+855961234567");
        assertThat(pasted("(00855) 96-123-4567")).contains("phone:+855961234567");
        assertThat(pasted("https://wa.me/855961234567")).contains("whatsapp:+855961234567");
        assertThat(pasted("jobs@Example.com")).contains("email:jobs@example.com");
        assertThat(pasted("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"))
                .contains("tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t");
        assertThat(pasted("wechat:sample_wx")).contains("wechat:sample_wx");
        assertThat(pasted("캄보디아 알바")).isEmpty();
        assertThat(pasted("score:70")).isEmpty();
    }

    @Test
    void everyKindHasALabelThatIsReadBack() {
        for (ContactKind kind : ContactKind.values()) {
            assertThat(ContactKind.labelled(kind.label())).contains(kind);
        }
    }

    private static Optional<String> pasted(String text) {
        return PastedContact.read(text).map(Contact::key);
    }
}
