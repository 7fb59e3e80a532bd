package lurewatch.crawler.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import lurewatch.crawler.settings.Render;
import lurewatch.indexer.Header;
import lurewatch.indexer.LowerCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One page in a context of its own: opened, answered whatever it asks for, left alone until it
/// rests, read, and thrown away.
///
/// Every request of the page stops before it leaves the browser and is answered from here. Frames,
/// workers, windows, downloads, and ways off the page are refused: a page is what its own document
/// and scripts make of it.
final class PageRendering {
    private static final Logger LOG = LoggerFactory.getLogger(PageRendering.class);

    /// A page rests when it has asked for nothing for so long.
    private static final Duration REST = Duration.ofMillis(500);

    private static final Duration LOOK_EVERY = Duration.ofMillis(25);
    private static final Duration LEAVE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 4;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;

    /// Longer pages are cut: the ad stands above.
    private static final int TALLEST = 8_000;

    /// What goes with the body as it was sent, and is wrong of the body as it is given.
    private static final Set<String> OF_THE_WIRE =
            Set.of(
                    "content-encoding",
                    "content-length",
                    "transfer-encoding",
                    "connection",
                    "set-cookie",
                    "alt-svc",
                    "refresh",
                    "strict-transport-security",
                    "report-to",
                    "nel");

    private final Render settings;
    private final String userAgent;
    private final String url;
    private final Resources.Answer.Found page;
    private final Resources resources;
    private final long began = System.nanoTime();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong lastMove = new AtomicLong(System.nanoTime());
    private final AtomicBoolean given = new AtomicBoolean();
    private final AtomicBoolean loaded = new AtomicBoolean();
    private final AtomicReference<Optional<String>> broken =
            new AtomicReference<>(Optional.empty());
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore atOnce = new Semaphore(AT_ONCE);
    private String frame = "";

    PageRendering(
            Render settings,
            String userAgent,
            String url,
            Resources.Answer.Found page,
            Resources resources) {
        this.settings = settings;
        this.userAgent = userAgent;
        this.url = url;
        this.page = page;
        this.resources = resources;
    }

    Rendered on(DevTools tools) throws BrowserException, InterruptedException {
        String context =
                tools.call(
                                "",
                                "Target.createBrowserContext",
                                DevTools.object().put("disposeOnDetach", true),
                                left())
                        .path("browserContextId")
                        .asText();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                return inContext(tools, context, threads);
            } finally {
                threads.shutdownNow();
            }
        } finally {
            tools.call(
                    "",
                    "Target.disposeBrowserContext",
                    DevTools.object().put("browserContextId", context),
                    LEAVE);
        }
    }

    private Rendered inContext(DevTools tools, String context, ExecutorService threads)
            throws BrowserException, InterruptedException {
        tools.call(
                "",
                "Browser.setDownloadBehavior",
                DevTools.object().put("behavior", "deny").put("browserContextId", context),
                left());
        String target =
                tools.call(
                                "",
                                "Target.createTarget",
                                DevTools.object()
                                        .put("url", "about:blank")
                                        .put("browserContextId", context)
                                        .put("width", WIDTH)
                                        .put("height", HEIGHT),
                                left())
                        .path("targetId")
                        .asText();
        frame = target; // a page's outermost frame bears its target's name
        String session =
                tools.call(
                                "",
                                "Target.attachToTarget",
                                DevTools.object().put("targetId", target).put("flatten", true),
                                left())
                        .path("sessionId")
                        .asText();
        tools.listen(session, (event, what) -> heard(tools, session, threads, event, what));
        try {
            return inPage(tools, session);
        } finally {
            tools.forget(session);
        }
    }

    private Rendered inPage(DevTools tools, String session)
            throws BrowserException, InterruptedException {
        prepare(tools, session);
        JsonNode went =
                tools.call(session, "Page.navigate", DevTools.object().put("url", url), left());
        if (!went.path("errorText").isMissingNode()) {
            throw new BrowserException(
                    "the page does not open: " + went.path("errorText").asText());
        }
        awaitRest();
        JsonNode document =
                tools.call(session, "DOM.getDocument", DevTools.object().put("depth", 0), left())
                        .path("root");
        String html =
                tools.call(
                                session,
                                "DOM.getOuterHTML",
                                DevTools.object().put("nodeId", document.path("nodeId").asInt()),
                                left())
                        .path("outerHTML")
                        .asText();
        Optional<byte[]> picture = settings.picture() ? picture(tools, session) : Optional.empty();
        String product = tools.call("Browser.getVersion", left()).path("product").asText();
        return new Rendered(html, picture, product, List.copyOf(notes));
    }

    private void prepare(DevTools tools, String session) throws BrowserException {
        tools.call(session, "Page.enable", DevTools.object(), left());
        tools.call(session, "Inspector.enable", DevTools.object(), left());
        tools.call(
                session,
                "Emulation.setUserAgentOverride",
                DevTools.object().put("userAgent", userAgent),
                left());
        // Workers are never started: nobody resumes what waits for a debugger.
        tools.call(
                session,
                "Target.setAutoAttach",
                DevTools.object()
                        .put("autoAttach", true)
                        .put("waitForDebuggerOnStart", true)
                        .put("flatten", true),
                left());
        ObjectNode everything = DevTools.object();
        everything.putArray("patterns").addObject().put("urlPattern", "*");
        tools.call(session, "Fetch.enable", everything, left());
    }

    private void awaitRest() throws BrowserException, InterruptedException {
        long end = System.nanoTime() + settings.settle().toNanos();
        while (!isAtRest()) {
            Optional<String> fault = broken.get();
            if (fault.isPresent()) {
                throw new BrowserException(fault.get());
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (System.nanoTime() > end) {
                notes.add(
                        String.format(
                                Locale.ROOT,
                                "the page did not come to rest within %d ms",
                                settings.settle().toMillis()));
                return;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private boolean isAtRest() {
        return loaded.get()
                && open.get() == 0
                && System.nanoTime() - lastMove.get() > REST.toNanos();
    }

    private Optional<byte[]> picture(DevTools tools, String session) throws BrowserException {
        JsonNode size =
                tools.call(session, "Page.getLayoutMetrics", DevTools.object(), left())
                        .path("cssContentSize");
        double height = Math.clamp(size.path("height").asDouble(HEIGHT), 1, TALLEST);
        if (size.path("height").asDouble() > TALLEST) {
            notes.add("the picture shows the first " + TALLEST + " pixels");
        }
        ObjectNode wanted =
                DevTools.object().put("format", "png").put("captureBeyondViewport", true);
        wanted.putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("width", WIDTH)
                .put("height", height)
                .put("scale", 1);
        try {
            JsonNode taken = tools.call(session, "Page.captureScreenshot", wanted, left());
            return Optional.of(Base64.getDecoder().decode(taken.path("data").asText()));
        } catch (BrowserException e) {
            notes.add("no picture: " + e.getMessage()); // the page is what counts
            return Optional.empty();
        }
    }

    private void heard(
            DevTools tools, String session, ExecutorService threads, String event, JsonNode what) {
        switch (event) {
            case "Fetch.requestPaused" -> {
                open.incrementAndGet();
                lastMove.set(System.nanoTime());
                begin(threads, () -> answer(tools, session, what));
            }
            case "Page.loadEventFired" -> loaded.set(true);
            case "Page.javascriptDialogOpening" ->
                    begin(threads, () -> refuseDialog(tools, session));
            case "Inspector.targetCrashed" ->
                    broken.set(Optional.of("the page crashed the browser"));
            default -> {
                // Of the many others, none changes what is done.
            }
        }
    }

    /// On another thread. A page that asks while it is being left gets nothing: a failure here
    /// would end the thread that reads the pipe, and with it the browser.
    private static void begin(ExecutorService threads, Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException _) {
            LOG.trace("asked for while the page was left");
        }
    }

    private void refuseDialog(DevTools tools, String session) {
        try {
            tools.tell(
                    session, "Page.handleJavaScriptDialog", DevTools.object().put("accept", false));
        } catch (BrowserException e) {
            broken.set(Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private void answer(DevTools tools, String session, JsonNode paused) {
        try {
            Resources.Answer answer = answer(paused);
            String request = paused.path("requestId").asText();
            switch (answer) {
                case Resources.Answer.Found found ->
                        tools.tell(session, "Fetch.fulfillRequest", fulfilment(request, found));
                case Resources.Answer.Refused _ ->
                        tools.tell(
                                session,
                                "Fetch.failRequest",
                                DevTools.object()
                                        .put("requestId", request)
                                        // Aborted, a way off the page leaves the page as it is.
                                        .put("errorReason", "Aborted"));
            }
        } catch (BrowserException | RuntimeException e) {
            LOG.debug("while {} was rendered: {}", url, e.toString());
            broken.set(Optional.of(String.valueOf(e.getMessage())));
        } finally {
            lastMove.set(System.nanoTime());
            open.decrementAndGet();
        }
    }

    private Resources.Answer answer(JsonNode paused) {
        JsonNode request = paused.path("request");
        String type = paused.path("resourceType").asText();
        if (type.equals("Document")) {
            return document(paused.path("frameId").asText(), request.path("url").asText());
        }
        if (asked.incrementAndGet() > settings.requests()) {
            if (asked.get() == settings.requests() + 1) {
                notes.add("limit render.requests=" + settings.requests());
            }
            return new Resources.Answer.Refused();
        }
        try {
            atOnce.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Resources.Answer.Refused();
        }
        try {
            return resources.get(
                    new Resources.Wanted(
                            request.path("method").asText(), request.path("url").asText(), type));
        } finally {
            atOnce.release();
        }
    }

    /// The page itself, once; frames and ways off the page get nothing.
    private Resources.Answer document(String where, String wanted) {
        if (!where.equals(frame)) {
            return new Resources.Answer.Refused();
        }
        if (given.compareAndSet(false, true)) {
            return page;
        }
        notes.add("its scripts lead to " + wanted);
        return new Resources.Answer.Refused();
    }

    private static ObjectNode fulfilment(String request, Resources.Answer.Found found) {
        ObjectNode fulfilment =
                DevTools.object().put("requestId", request).put("responseCode", found.status());
        ArrayNode headers = fulfilment.putArray("responseHeaders");
        for (Header header : found.headers()) {
            if (!OF_THE_WIRE.contains(LowerCase.of(header.name()))) {
                headers.addObject().put("name", header.name()).put("value", header.value());
            }
        }
        return fulfilment.put("body", Base64.getEncoder().encodeToString(found.body()));
    }

    private Duration left() {
        return settings.total().minusNanos(System.nanoTime() - began);
    }
}
