package lurewatch.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import lurewatch.crawler.site.WebUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkModelTest {
    private static final List<String> LURES =
            List.of("high pay abroad", "캄보디아 고수익 알바", "柬埔寨高薪招聘", "งานกัมพูชา รายได้ดี");
    private static final List<String> OTHERS =
            List.of("about us", "이용약관", "联系我们", "ติดต่อเรา", "page 17");

    /// Links that were never seen, after three hundred of their like.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # by its words, in any script, on any host
                    high pay, go abroad now | http://new.example/x/1       | true
                    고수익 캄보디아 취업    | http://new.example/x/2       | true
                    柬埔寨高薪              | http://new.example/x/3       | true
                    terms and about us      | http://new.example/x/4       | false
                    # by its address
                    ''                      | http://a.example/ad/4711     | true
                    ''                      | http://a.example/help/4711   | false
                    """)
    void promisesWhatSuchLinksLedTo(String anchor, String url, boolean promising) {
        LinkModel model = taught(7);

        double promise = model.promise(link(anchor, url));

        assertThat(promise > 0.4).as("%.2f", promise).isEqualTo(promising);
    }

    @Test
    void sameExamplesSameModelAlsoAfterItWasStored() {
        LinkModel first = taught(7);
        LinkModel second = new LinkModel();
        second.restore(taught(7).memory(), 300);
        Link link = link("high pay abroad", "http://b.example/ad/9");

        assertThat(second.memory()).isEqualTo(first.memory());
        assertThat(second.promise(link)).isEqualTo(first.promise(link));
        assertThat(second.isTaught()).isTrue();
    }

    @Test
    void aMemoryOfAnotherSizeIsForgotten() {
        LinkModel model = new LinkModel();
        model.restore(new byte[16], 1_000);
        assertThat(model.isTaught()).isFalse();
        assertThat(model.promise(link("x", "http://a.example/"))).isEqualTo(0.5);
    }

    private static LinkModel taught(long seed) {
        Random random = new Random(seed);
        LinkModel model = new LinkModel();
        for (int i = 0; i < 300; i++) {
            boolean lure = random.nextInt(3) == 0;
            List<String> words = lure ? LURES : OTHERS;
            String host = "http://" + "abcd".charAt(random.nextInt(4)) + ".example";
            model.learn(
                    link(
                            words.get(random.nextInt(words.size())),
                            host + (lure ? "/ad/" : "/help/") + i),
                    lure ? 0.9 : 0.05);
        }
        return model;
    }

    private static Link link(String anchor, String url) {
        return new Link(WebUrl.parse(url).orElseThrow(), anchor, "other", 2, -1);
    }
}
