package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Behaviour;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactUse;
import lurewatch.indexer.PostingId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrosspostsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Detector DETECTOR = Cases.shippedDetector();
    private static final Crossposts CROSSPOSTS = DETECTOR.crossposts();
    private static final String AD =
            "Chat staff wanted in Cambodia, no experience, telegram @sample_hr01";
    private static final PostingId OWN = new PostingId("p0");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Three sites are a burst, two in one language are what employers do.
                "board.en forum.en channel.en|true",
                "board.en forum.en|false",
                "board.en forum.ko|true",
                // Too short to tell Indonesian from Malay, or the scripts of Chinese apart.
                "board.id forum.ms|false",
                "board.zh-Hans forum.zh-Hant|false",
                // However many on one site.
                "board.en board.en board.en board.en|false",
                "board.en board.ko board.en|false",
                "board.en|false",
            })
    void isAnAccountOnSeveralSites(String uses, boolean spread) {
        assertThat(behaviour(assessed(AD), uses(uses.split(" "))).isPresent()).isEqualTo(spread);
    }

    @Test
    void isNoHotlineThatOneSiteShowsOverAndOver() {
        List<ContactUse> uses = new ArrayList<>(uses("board.en", "forum.en", "channel.en"));
        IntStream.range(0, 30).forEach(i -> uses.add(use(100 + i, "board", "en")));
        assertThat(behaviour(assessed(AD), uses)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Firms give their number and their address everywhere.
                "Chat staff wanted in Cambodia, call +82 10-0000-0000 or mail jobs@example.org",
                // Who warns of an account does not use it.
                "The police warns: do not answer @sample_hr01 on telegram. Beware of scams, report to the hotline. The embassy warns against these job offers.",
                "My brother is still held there, please help. They wrote from telegram @sample_hr01 and took his passport.",
            })
    void leavesOtherContactsAndOtherTextsAlone(String text) {
        Assessment assessment = assessed(text);
        assertThat(CROSSPOSTS.telling(assessment)).isEmpty();
        assertThat(behaviour(assessment, uses("board.en", "forum.en", "channel.en"))).isEmpty();
    }

    @Test
    void quotesTheContactNamesTheOthersAndAddsUp() {
        Assessment text = assessed(AD);
        Behaviour behaviour =
                behaviour(text, uses("board.en", "forum.ko", "channel.en")).orElseThrow();
        Assessment whole = text.with(behaviour);
        assertThat(behaviour.signal().evidence())
                .allSatisfy(e -> assertThat(AD.substring(e.start(), e.end())).isEqualTo(e.quote()));
        assertThat(behaviour.signal().reason())
                .contains(
                        "telegram stands on 3 sites within 72 hours in 2 languages: also p1 (forum), p2 (channel)");
        assertThat(whole.score()).isGreaterThan(text.score()).isLessThan(text.score() + 16);
        assertThat(
                        whole.contributions().stream()
                                .mapToDouble(Assessment.Contribution::points)
                                .sum())
                .isCloseTo(whole.score(), org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void saysTheSameInWhateverOrderUsesBecameKnown() {
        Assessment text = assessed(AD);
        List<ContactUse> uses = new ArrayList<>(uses("board.en", "forum.ko", "channel.en", "x.vi"));
        Optional<Behaviour> first = behaviour(text, uses);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(uses, random);
            assertThat(behaviour(text, uses)).isEqualTo(first);
        }
    }

    private static Assessment assessed(String text) {
        return DETECTOR.assess(text, Optional.empty());
    }

    private static Optional<Behaviour> behaviour(Assessment text, List<ContactUse> uses) {
        return CROSSPOSTS.behaviour(OWN, text, (Contact _) -> uses);
    }

    /// `site.language`, the first of them the posting's own.
    private static List<ContactUse> uses(String... uses) {
        return IntStream.range(0, uses.length)
                .mapToObj(i -> {
                    String[] parts = uses[i].split("\\.", 2);
                    return use(i, parts[0], parts[1]);
                })
                .toList();
    }

    private static ContactUse use(int number, String site, String language) {
        return new ContactUse(
                new PostingId("p" + number), site, Optional.of(language), NOON.plusSeconds(number));
    }
}
