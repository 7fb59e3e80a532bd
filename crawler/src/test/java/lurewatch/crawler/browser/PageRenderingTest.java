package lurewatch.crawler.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import lurewatch.crawler.settings.Render;
import lurewatch.indexer.Header;
import lurewatch.indexer.settings.ByteSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a page is answered, and what is made of it, by a browser that a test plays.
@Timeout(60)
final class PageRenderingTest {
    private static final String URL = "http://board.example/jobs";
    private static final String HTML = "<p>written by scripts";
    private static final byte[] PICTURE = {1, 2, 3};

    private static final Resources.Answer.Found PAGE =
            new Resources.Answer.Found(
                    200,
                    List.of(
                            new Header("Content-Type", "text/html"),
                            new Header("Content-Encoding", "gzip"),
                            new Header("Set-Cookie", "id=1")),
                    "<div id=root>".getBytes(StandardCharsets.UTF_8));

    private final List<Resources.Wanted> wanted = new CopyOnWriteArrayList<>();

    /// What the browser does on the way to the page; all else is answered as by any.
    @FunctionalInterface
    private interface Visit {
        void go(FakeBrowser browser);
    }

    private static FakeBrowser browser(Visit visit, String picture) throws Exception {
        return new FakeBrowser((self, question) -> {
            switch (question.path("method").asText()) {
                case "Target.createBrowserContext" ->
                        self.answer(question, "{\"browserContextId\":\"c\"}");
                case "Target.createTarget" -> self.answer(question, "{\"targetId\":\"top\"}");
                case "Target.attachToTarget" -> self.answer(question, "{\"sessionId\":\"s\"}");
                case "Page.navigate" -> {
                    self.answer(question, "{}");
                    visit.go(self);
                }
                case "DOM.getDocument" -> self.answer(question, "{\"root\":{\"nodeId\":1}}");
                case "DOM.getOuterHTML" ->
                        self.answer(question, "{\"outerHTML\":\"" + HTML + "\"}");
                case "Page.captureScreenshot" ->
                        self.answer(question, "{\"data\":\"" + picture + "\"}");
                case "Browser.getVersion" -> self.answer(question, "{\"product\":\"Fake/1\"}");
                default -> self.answer(question, "{}");
            }
        });
    }

    private static void asks(
            FakeBrowser browser, String id, String type, String frame, String url) {
        browser.event(
                "s",
                "Fetch.requestPaused",
                """
                {"requestId":"%s","resourceType":"%s","frameId":"%s",
                 "request":{"method":"GET","url":"%s"}}
                """
                        .formatted(id, type, frame, url));
    }

    private Rendered render(FakeBrowser browser, int requests) throws Exception {
        Render settings =
                new Render(
                        Optional.of("/none"),
                        "nobody",
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        requests,
                        ByteSize.parse("1MB"),
                        true);
        Resources resources =
                resource -> {
                    wanted.add(resource);
                    return new Resources.Answer.Refused();
                };
        return new PageRendering(settings, "Robot", URL, PAGE, resources).on(browser.tools());
    }

    private static String picture(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void thePageIsGivenOnceAndLeadsNowhere() throws Exception {
        Visit visit =
                self -> {
                    asks(self, "1", "Document", "top", URL);
                    asks(self, "2", "Document", "frame", "http://elsewhere.example/frame");
                    self.event("s", "Page.javascriptDialogOpening", "{}");
                    self.event("s", "Page.loadEventFired", "{}");
                };
        try (FakeBrowser browser = browser(visit, picture(PICTURE))) {
            Rendered rendered = render(browser, 10);
            assertThat(rendered.html()).isEqualTo(HTML);
            assertThat(rendered.picture().orElseThrow()).isEqualTo(PICTURE);
            assertThat(rendered.product()).isEqualTo("Fake/1");
            assertThat(rendered.notes()).isEmpty();
            assertThat(wanted).isEmpty();
            JsonNode given = browser.asked("Fetch.fulfillRequest").getFirst().path("params");
            assertThat(given.path("requestId").asText()).isEqualTo("1");
            assertThat(Base64.getDecoder().decode(given.path("body").asText()))
                    .isEqualTo(PAGE.body());
            assertThat(given.path("responseHeaders").findValuesAsText("name"))
                    .containsExactly("Content-Type");
            assertThat(browser.asked("Fetch.failRequest"))
                    .extracting(refused -> refused.path("params").path("requestId").asText())
                    .containsExactly("2");
            assertThat(browser.asked("Page.handleJavaScriptDialog")).hasSize(1);
            assertThat(browser.asked("Target.disposeBrowserContext")).hasSize(1);
        }
    }

    @Test
    void beyondItsLimitAPageGetsNothing() throws Exception {
        Visit visit =
                self -> {
                    asks(self, "1", "Document", "top", URL);
                    for (int i = 0; i < 5; i++) {
                        asks(self, "r" + i, "Script", "top", URL + "/" + i + ".js");
                    }
                    self.event("s", "Page.loadEventFired", "{}");
                };
        try (FakeBrowser browser = browser(visit, picture(PICTURE))) {
            assertThat(render(browser, 3).notes()).containsExactly("limit render.requests=3");
            assertThat(wanted).hasSize(3);
            assertThat(browser.asked("Fetch.failRequest")).hasSize(5);
        }
    }

    /// The page is what counts.
    @Test
    void aPictureThatIsTooLongCostsItself() throws Exception {
        Visit visit =
                self -> {
                    asks(self, "1", "Document", "top", URL);
                    self.event("s", "Page.loadEventFired", "{}");
                };
        try (FakeBrowser browser = browser(visit, "A".repeat(20 * 1024 * 1024))) {
            Rendered rendered = render(browser, 10);
            assertThat(rendered.html()).isEqualTo(HTML);
            assertThat(rendered.picture()).isEmpty();
            assertThat(rendered.notes())
                    .singleElement()
                    .asString()
                    .startsWith("no picture: ")
                    .contains("longer than");
        }
    }

    @Test
    void aPageThatCrashesTheBrowserSaysSo() throws Exception {
        Visit visit = self -> self.event("s", "Inspector.targetCrashed", "{}");
        try (FakeBrowser browser = browser(visit, "")) {
            assertThatThrownBy(() -> render(browser, 10))
                    .isInstanceOf(BrowserException.class)
                    .hasMessage("the page crashed the browser");
            assertThat(browser.asked("Target.disposeBrowserContext")).hasSize(1);
        }
    }
}
