package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.Contact;
import lurewatch.indexer.contact.HomeNumber;
import lurewatch.indexer.contact.PastedContact;
import lurewatch.indexer.index.PostingIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people paste, as it is copied, over `postings.tsv`.
class PastedIT {
    /// As the search program reads them.
    private static final ContactReader READER =
            new ContactReader() {
                @Override
                public Optional<Contact> read(String pasted) {
                    return PastedContact.read(pasted);
                }

                @Override
                public Set<String> atHome(String pasted) {
                    return HomeNumber.read(pasted).map(HomeNumber::values).orElse(Set.of());
                }
            };

    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(READER, InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")));

    private static PostingSearch search;

    @BeforeAll
    static void index(@TempDir Path dir) {
        try (PostingIndex index = PostingIndex.open(dir)) {
            SamplePostings.putAll(index);
            index.commit(1);
        }
        search = PostingSearch.open(dir);
    }

    @AfterAll
    static void close() {
        search.close();
    }

    /// `␣` is a blank that does not break, `‹` and `›` what phones put around numbers they copy.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # As copying leaves numbers.
                    +855␣96␣123␣4567                | ko1 en1
                    +855–96–123–4567                | ko1 en1
                    +855‑96‑123‑4567                | ko1 en1
                    ＋８５５ ９６ １２３ ４５６７           | ko1 en1
                    ‹+855 96 123 4567›              | ko1 en1
                    ‹+855961234567› lang:ko         | ko1
                    phone:‹+855␣96–123–4567›        | ko1 en1
                    ＠hr_lucky88                     | ko1 en1
                    ‹@hr_lucky88›                   | ko1 en1
                    855961234567                    | ko1 en1
                    # Numbers as at home, and with a code that has no + before it.
                    0961234567                      | ko1 en1
                    096 123 4567                    | ko1 en1
                    (096) 123-4567                  | ko1 en1
                    `096 123 4567 lang:en`          | en1
                    phone:0961234567                | ko1 en1
                    phone:096 123 4567              | ko1 en1
                    phone:"096 123 4567"            | ko1 en1
                    phone:"(096) 123-4567"          | ko1 en1
                    contact:0961234567              | ko1 en1
                    -0961234567 lang:ko             | ko2 ko3 ko4
                    zalo:0912345678                 | vi1
                    whatsapp:0812 3456 789          | id1
                    whatsapp:08123456789            | id1
                    9876543210                      | hi1
                    022 555 0000                    | ``
                    02-555-0000                     | ko4
                    +855961234567 0812345678        | ``
                    (0961234567 OR 0812345678)      | ko1 en1 th1
                    # A link to a post is that post, and names its channel; an address needs no scheme.
                    https://t.me/s/channel_a/77     | en7
                    https://t.me/channel_a/77       | en7
                    telegram.me/channel_a/77#a      | en7
                    t.me/s/channel_a/78?single      | en8
                    hxxps://t[.]me/s/channel_a/78   | en8
                    url:t.me/s/channel_a/77         | en7
                    https://t.me/boss_lee/5         | en7
                    t.me/boss_lee                   | en7
                    police.example/warnings/7     | en4
                    police[.]example/warnings/7   | en4
                    -police.example/warnings/7 lang:en context:warning | ``
                    # A sentence's and a list's signs behind it.
                    @hr_lucky88.                    | ko1 en1
                    @hr_lucky88!                    | ko1 en1
                    @hr_lucky88: lang:en            | en1
                    (@hr_lucky88, lang:en)          | en1
                    +855 96 123 4567. lang:ko       | ko1
                    phone:+855961234567; lang:ko    | ko1
                    telegram:hr_lucky88,            | ko1 en1
                    telegram:hr_lucky88。            | ko1 en1
                    t.me/hr_lucky88?                | ko1 en1
                    """)
    void findsWhatWasMeant(String query, String expected) throws QueryException {
        String copied = query.replace('␣', '\u00a0').replace('‹', '\u202a').replace('›', '\u202c');
        assertThat(found(copied)).containsExactlyInAnyOrderElementsOf(words(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    @hr_lucky88 096 123 4567          | @hr_lucky88+ 096 123 4567+
                    Linh 0900 000 000 zalo.me/0912345678 | 0900 000 000- zalo.me/0912345678+
                    @hr_lucky88 @x                    | @hr_lucky88+ @x?
                    @hr_lucky88 1234567               | @hr_lucky88+ 1234567?
                    @hr_lucky88, 555 01 23 44 66      | @hr_lucky88+ 555 01 23 44 66?
                    @hr_lucky88 ftp://a.example/b     | @hr_lucky88+ ftp://a.example/b?
                    pays 20.000.000 since 2026-08-15, write @hr_lucky88. | @hr_lucky88+
                    pays 20.000.000 since 2026-08-15  | ``
                    """)
    void dropsNothingOfAList(String line, String expected) throws QueryException {
        List<String> pieces = new ArrayList<>();
        for (PastedPiece piece : LANGUAGE.pastedIn(line)) {
            boolean known =
                    piece.contact().isPresent()
                            && search.search(piece.contact().get(), 1).total() > 0;
            pieces.add(piece.written() + (known ? '+' : piece.isRead() ? '-' : '?'));
        }
        assertThat(String.join(" ", pieces)).isEqualTo(expected);
    }

    private static List<String> found(String query) throws QueryException {
        List<String> found = new ArrayList<>();
        search.search(LANGUAGE.parse(query)).forEach(hit -> found.add(hit.id()));
        return found;
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }
}
