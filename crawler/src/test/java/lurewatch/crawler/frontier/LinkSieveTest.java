package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import lurewatch.crawler.frontier.FoundLink.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LinkSieveTest {
    /// An address means something else as another kind of link: nothing of that may be lost.
    @ParameterizedTest
    @EnumSource
    void aLinkSeenAsOneKindIsNewAsAnother(Kind kind) {
        LinkSieve sieve = new LinkSieve();
        assertThat(sieve.hasSeen(FakeCrawl.link(kind, "ad/1"))).isFalse();
        assertThat(sieve.hasSeen(FakeCrawl.link(kind, "ad/1"))).isTrue();
        for (Kind other : Kind.values()) {
            if (other != kind) {
                assertThat(sieve.hasSeen(FakeCrawl.link(other, "ad/1"))).as("%s", other).isFalse();
                sieve.forget(FakeCrawl.link(other, "ad/1"));
                sieve.hasSeen(FakeCrawl.link(kind, "ad/1"));
            }
        }
    }
}
