package lurewatch.crawler.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The other end of the pipe, which says what a test wants it to.
final class FakeBrowser implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PipedOutputStream out = new PipedOutputStream();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Answers answers;
    private final DevTools tools;

    /// @param answers is given whatever is asked, in order, on a thread of its own
    FakeBrowser(Answers answers) throws IOException {
        tools = new DevTools(new PipedInputStream(out, 1 << 20), new Ear());
        this.answers = answers;
    }

    /// What it does about a question.
    @FunctionalInterface
    interface Answers {
        void to(FakeBrowser browser, JsonNode question);
    }

    /// Hears one question after another; no pipe, which wants its writers to live on.
    private final class Ear extends OutputStream {
        private final ByteArrayOutputStream question = new ByteArrayOutputStream();

        @Override
        public void write(int next) throws IOException {
            if (next != 0) {
                question.write(next);
                return;
            }
            JsonNode whole = JSON.readTree(question.toByteArray());
            question.reset();
            asked.add(whole);
            thread.execute(() -> answers.to(FakeBrowser.this, whole));
        }
    }

    DevTools tools() {
        return tools;
    }

    /// What it was asked so far under that name.
    List<JsonNode> asked(String method) {
        return asked.stream().filter(each -> each.path("method").asText().equals(method)).toList();
    }

    void answer(JsonNode question, String result) {
        say("{\"id\":%d,\"result\":%s}".formatted(question.path("id").asInt(), result));
    }

    /// Something that happens in a session.
    void event(String session, String method, String parameters) {
        say(
                "{\"method\":\"%s\",\"params\":%s,\"sessionId\":\"%s\"}"
                        .formatted(method, parameters, session));
    }

    void say(String message) {
        write(message);
        write("\0");
    }

    /// No more than that, which may be a part of a message.
    void write(String part) {
        try {
            synchronized (out) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException _) {
            // Nobody listens any more.
        }
    }

    /// Ends, as a browser does that crashes.
    void crash() {
        try {
            out.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        tools.close();
        crash();
        thread.shutdownNow();
    }
}
