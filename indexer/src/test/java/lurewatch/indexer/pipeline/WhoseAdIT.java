package lurewatch.indexer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.Rows;
import lurewatch.indexer.store.StoredPosting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which posting a page shows, where its address does not say: boards that renumber their ads, and
/// boards that show one ad at many addresses.
final class WhoseAdIT {
    private static final Map<String, String> ADS =
            ads(
                    "A",
                    "<h1>Waiters for Bavet</h1><p>We look for waiters with good manners for our café, flight and room are paid. Write to t.me/hotel_bavet today.",
                    // as A, but for its account
                    "a",
                    "<h1>Waiters for Bavet</h1><p>We look for waiters with good manners for our café, flight and room are paid. Write to t.me/hotel_other today.",
                    // as A by its account, in other words
                    "x",
                    "<h1>Urgent</h1><p>Twenty people at once, whatever they did before, money every Friday: t.me/hotel_bavet",
                    "h",
                    "<h1>Waiters for Bavet</h1>",
                    "i",
                    "<h1>Waiters for Bavet</h1><p>We look\u200b for  waiters\u2060 with good man\u00adners for our café, flight and room are paid.\n Write to t.me/hotel_bavet today.",
                    "n",
                    Normalizer.normalize(
                            "<h1>Waiters for Bavet</h1><p>We look for waiters with good manners for our café, flight and room are paid. Write to t.me/hotel_bavet today.",
                            Normalizer.Form.NFD),
                    "B",
                    "<h1>Typists wanted</h1><p>Fast typists who know English and Mandarin, one thousand dollars monthly, contract for half a year, call us by t.me/typing_desk now.",
                    "C",
                    "<h1>Drivers</h1><p>Night drivers with a licence of any country for a company of guards near Poipet, ask t.me/wheels_poipet.",
                    "D",
                    "<h1>Chefs and cooks</h1><p>Kitchen staff, Thai or Vietnamese cuisine preferred, uniforms given, passports handled by us: t.me/kitchen_kk",
                    "E",
                    "<h1>Guides</h1><p>City guides who speak Khmer and Japanese, seven evenings weekly, tips are kept: t.me/guides_sr",
                    // names nobody, and is long
                    "L",
                    "<h1>All offers</h1>"
                            + "<p>Plumbers near Vienna, gardeners near Graz, nurses in Linz, teachers at schools of Salzburg."
                            + "<p>Painters, bricklayers and electricians for building sites between Innsbruck and Bregenz are looked for as well."
                            + "<p>Bakers who begin at three, saddlers, clerks for the registry of the province and two lifeguards for the lake."
                            + "<p>Cashiers, shop assistants, florists, opticians and a watchmaker for the old town of Steyr complete the offers.");

    /// Names, each before its ad.
    private static Map<String, String> ads(String... texts) {
        Map<String, String> ads = new TreeMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            ads.put(texts[i], texts[i + 1]);
        }
        return ads;
    }

    private static String ad(String name) {
        return Objects.requireNonNull(ADS.get(name), name);
    }

    @TempDir Path directory;

    private Station station;
    private Instant now = Station.NOON;

    @BeforeEach
    void open() {
        station = Station.open(directory);
    }

    @AfterEach
    void close() {
        station.close();
    }

    /// What one address shows, visit by visit, and how many postings that is; then how each of them
    /// stands, in the order in which they were first seen, and how many versions it has.
    @ParameterizedTest
    @CsvSource({
        "A, live 1",
        "A A, live 1",
        // another account, or other words: a change of the ad
        "A a, live 2",
        "A x, live 2",
        "A a A, live 3",
        // another ad
        "A B, suspect 1 live 1",
        "A B B, gone 1 live 1",
        "A B A, live 1 suspect 1",
        "A B A B A, live 1 suspect 1",
        "A B a, live 2 suspect 1",
        "A B C D, gone 1 gone 1 suspect 1 live 1",
        "A B C B, gone 1 live 1 suspect 1",
        // the list, or another page of the site, in its place
        "A L, suspect 1",
        "A L L, suspect 1",
        "A L A, live 1",
        // half of it, and no contact: told apart, but not what it is known by
        "A h, live 2",
        // what nobody sees is no change
        "A i n A, live 1",
    })
    void anotherAdIsAnotherPosting(String visits, String postings) throws Exception {
        for (String ad : visits.split(" ", -1)) {
            visit("/ad/1", ad(ad));
        }
        assertThat(
                        stored().stream()
                                .map(p -> p.standing().status().label() + " " + p.versions().size())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(postings);
        isTheSameWhenReplayed();
    }

    /// Its address stays its own, and all that was found in it stays found.
    @Test
    void theEarlierAdKeepsItsProof() throws Exception {
        visit("/ad/1", ad("A"));
        visit("/ad/1", ad("B"));
        visit("/ad/1", ad("C"));
        List<StoredPosting> stored = stored();
        StoredPosting first = stored.getFirst();
        assertThat(first.current().posting().id())
                .isEqualTo(PostingId.of("board", "http://board.test/ad/1"));
        assertThat(first.current().posting().text()).contains("t.me/hotel_bavet");
        assertThat(first.sightings()).hasSize(1);
        assertThat(first.observations())
                .extracting(StoredPosting.Observation::kind)
                .containsExactly("other_ad", "other_ad");
        assertThat(stored.stream().map(p -> p.current().posting().url()).skip(1))
                .allMatch(url -> url.matches("http://board\\.test/ad/1#ad-[0-9a-f]{8}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void halfAPageIsNotWhatAnAdIsKnownBy() throws Exception {
        visit("/ad/1", ad("A"));
        visit("/ad/1", ad("h"));
        assertThat(stored().getFirst().current().posting().text()).contains("t.me/hotel_bavet");
        visit("/ad/1", ad("a"));
        assertThat(stored().getFirst().current().posting().text()).contains("t.me/hotel_other");
    }

    /// `/ad/1` is always the newest: each visit finds every ad one address further on.
    @Test
    void aBoardThatRenumbersItsAdsHasEachOnce() throws Exception {
        List<String> ads = new ArrayList<>(List.of("B", "C", "D"));
        showAll(ads);
        ads.addFirst("A");
        showAll(ads);
        showAll(ads);
        ads.addFirst("E");
        showAll(ads);
        List<StoredPosting> stored = stored();
        assertThat(stored).hasSize(5).allMatch(posting -> posting.versions().size() == 1);
        showAll(ads);
        assertThat(stored())
                .hasSize(5)
                .allMatch(posting -> posting.standing().status().label().equals("live"));
        isTheSameWhenReplayed();
    }

    private void showAll(List<String> ads) throws IOException {
        for (int i = 0; i < ads.size(); i++) {
            visit("/ad/" + (i + 1), ad(ads.get(i)));
        }
    }

    /// The ads are told by `id`; another parameter only orders, filters or follows the visitor.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ad?id=%1$s&sort=%2$d",
                "/ad?sort=%2$d&id=%1$s",
                "/ad?%2$d&id=%1$s&sid=x%2$d"
            })
    void oneAdAtManyAddressesIsNotManyPostings(String address) throws Exception {
        List<String> ads = List.of("A", "B", "C", "D");
        for (int i = 0; i < 10; i++) {
            for (String ad : ads) {
                visit(address.formatted(ad, i), ad(ad));
            }
        }
        Map<String, Integer> byText = new TreeMap<>();
        stored().forEach(p -> byText.merge(p.current().posting().title(), 1, Integer::sum));
        assertThat(byText).hasSize(4).allSatisfy((_, count) -> assertThat(count).isLessThan(4));
        assertThat(stored().stream().mapToInt(p -> p.sightings().size()).sum()).isEqualTo(40);
        isTheSameWhenReplayed();
    }

    /// Who puts an ad up ten times has put it up ten times.
    @Test
    void theSameAdUnderOtherNumbersIsPostedAgain() throws Exception {
        visit("/ad?id=1", ad("B"));
        visit("/ad?id=2", ad("C"));
        for (int i = 10; i < 20; i++) {
            visit("/ad?id=" + i, ad("A"));
        }
        assertThat(stored()).hasSize(12);
    }

    private void visit(String path, String body) throws IOException {
        now = now.plus(Duration.ofHours(1));
        Exchange exchange =
                Web.exchange(
                        "http://board.test" + path,
                        200,
                        "<title>Board</title><article>" + body + "</article>",
                        now);
        var capture = station.archive.append(exchange);
        station.pipeline.accept(station.archive.page(capture, exchange));
    }

    private List<StoredPosting> stored() throws Exception {
        station.pipeline.flush();
        Map<String, StoredPosting> byFirstSighting = new TreeMap<>();
        try (FactsReader facts = FactsReader.open(directory.resolve("facts.db"))) {
            List<PostingId> ids = new ArrayList<>();
            facts.forEachPosting(posting -> ids.add(posting.id()));
            for (PostingId id : ids) {
                StoredPosting posting = facts.posting(id).orElseThrow();
                byFirstSighting.put(
                        posting.times().firstSeen() + posting.current().posting().url(), posting);
            }
        }
        return List.copyOf(byFirstSighting.values());
    }

    private void isTheSameWhenReplayed() throws Exception {
        station.close();
        List<String> rows = Rows.of(directory.resolve("facts.db"));
        Station.forgetDerived(directory);
        station = Station.open(directory);
        station.pipeline.catchUp();
        station.close();
        assertThat(Rows.of(directory.resolve("facts.db"))).isEqualTo(rows);
        station = Station.open(directory);
    }
}
