package lurewatch.crawler.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The protocol's messages, whole, in pieces, too long, and broken.
@Timeout(60)
final class DevToolsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int MOST = 20 * 1024 * 1024;

    @Test
    void anAnswerGoesToWhoAskedHoweverItComes() throws Exception {
        try (FakeBrowser browser =
                new FakeBrowser((self, question) -> {
                    String answer =
                            "{\"id\":%d,\"result\":{\"name\":\"é\"}}"
                                    .formatted(question.path("id").asInt());
                    answer.chars().forEach(c -> self.write(Character.toString(c)));
                    self.write("\0");
                })) {
            assertThat(browser.tools().call("Any.name", LONG).path("name").asText()).isEqualTo("é");
            assertThat(browser.tools().call("Any.name", LONG).path("name").asText()).isEqualTo("é");
        }
    }

    @Test
    void anErrorIsSaidWithWhatWasAsked() throws Exception {
        try (FakeBrowser browser =
                new FakeBrowser((self, question) ->
                        self.say(
                                "{\"id\":%d,\"error\":{\"message\":\"no such frame\"}}"
                                        .formatted(question.path("id").asInt())))) {
            assertThatThrownBy(() -> browser.tools().call("Page.navigate", LONG))
                    .isInstanceOf(BrowserException.class)
                    .hasMessage("Page.navigate: no such frame");
        }
    }

    @Test
    void eventsGoToTheirSessionAsLongAsSomebodyListens() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (FakeBrowser browser =
                new FakeBrowser((self, question) -> self.answer(question, "{}"))) {
            DevTools tools = browser.tools();
            tools.listen("one", (event, what) -> heard.add(event + what));
            browser.event("two", "Page.loadEventFired", "{}");
            browser.event("one", "Page.loadEventFired", "{\"n\":1}");
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("Page.loadEventFired{\"n\":1}");
            tools.forget("one");
            browser.event("one", "Page.loadEventFired", "{\"n\":2}");
            tools.call("Any.name", LONG); // by then all before it was read
            tools.close();
            browser.event("one", "Page.loadEventFired", "{\"n\":3}");
            assertThat(heard).isEmpty();
        }
    }

    /// A page that writes without end, or a picture of noise: it costs the answer, which says why.
    @Test
    void anAnswerThatIsTooLongCostsItself() throws Exception {
        try (FakeBrowser browser =
                new FakeBrowser((self, question) -> {
                    int length = question.path("params").path("length").asInt();
                    self.answer(question, "{\"data\":\"" + "a".repeat(length) + "\"}");
                })) {
            DevTools tools = browser.tools();
            assertThatThrownBy(() -> tools.call("", "Any.data", length(MOST + 1), LONG))
                    .isInstanceOf(BrowserException.class)
                    .hasMessageContaining("longer than " + MOST + " bytes");
            assertThat(tools.call("", "Any.data", length(MOST - 100), LONG).path("data").asText())
                    .hasSize(MOST - 100);
        }
    }

    private static ObjectNode length(int length) {
        return DevTools.object().put("length", length);
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "'{\"id\":'"})
    void whatIsNoMessageEndsItWithTheReason(String message) throws Exception {
        try (FakeBrowser browser = new FakeBrowser((self, _) -> self.say(message))) {
            assertThatThrownBy(() -> browser.tools().call("Any.name", LONG))
                    .isInstanceOf(BrowserException.class)
                    .hasMessageStartingWith("Any.name: the browser is gone: ")
                    .hasStackTraceContaining("com.fasterxml.jackson");
            assertThatThrownBy(() -> browser.tools().call("Any.name", LONG))
                    .hasMessageContaining("the browser is gone: ");
        }
    }

    @Test
    void aBrowserThatEndsFailsWhoeverWaits() throws Exception {
        try (FakeBrowser browser = new FakeBrowser((self, _) -> self.crash())) {
            assertThatThrownBy(() -> browser.tools().call("Any.name", LONG))
                    .hasMessageContaining("the browser is gone");
        }
    }

    @Test
    void aBrowserThatSaysNothingIsNotWaitedForLonger() throws Exception {
        try (FakeBrowser browser = new FakeBrowser((_, _) -> {})) {
            assertThatThrownBy(() -> browser.tools().call("Any.name", Duration.ofMillis(50)))
                    .hasMessage("Any.name: no answer in time");
        }
    }
}
