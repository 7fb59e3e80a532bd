package lurewatch.crawler.browser;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// Chromium's DevTools protocol over a pipe: JSON messages, each ended by a zero byte.
final class DevTools implements Closeable {
    /// A picture of a page or a document is one message. While one is read it is held five times
    /// over, beside all that a crawl holds.
    private static final int LONGEST_MESSAGE = 20 * 1024 * 1024;

    private static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxStringLength(LONGEST_MESSAGE)
                                            .build())
                            .build());

    private static final String GONE = "the browser is gone";

    private final OutputStream out;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private volatile Optional<IOException> end = Optional.empty();

    DevTools(InputStream in, OutputStream out) {
        this.out = out;
        Thread.ofPlatform().daemon().name("browser").start(() -> read(in));
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /// Asks the browser itself.
    JsonNode call(String method, Duration longest) throws BrowserException {
        return call("", method, object(), longest);
    }

    /// Asks, and waits for the answer.
    ///
    /// @param session of a page; empty for the browser itself
    JsonNode call(String session, String method, ObjectNode parameters, Duration longest)
            throws BrowserException {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        int id = ids.incrementAndGet();
        asked.put(id, answer);
        try {
            write(id, session, method, parameters);
            return answer.get(Math.max(1, longest.toMillis()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new BrowserException(
                    method
                            + ": "
                            + Optional.ofNullable(e.getCause())
                                    .map(Throwable::getMessage)
                                    .orElse(""),
                    e);
        } catch (TimeoutException e) {
            throw new BrowserException(method + ": no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserException("stopped", e);
        } finally {
            asked.remove(id);
        }
    }

    /// Asks, and does not care for the answer.
    void tell(String session, String method, ObjectNode parameters) throws BrowserException {
        write(ids.incrementAndGet(), session, method, parameters);
    }

    /// Hands on each event of a session: its name and what it says. On the one thread that reads
    /// the pipe: whatever takes time belongs elsewhere.
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    void forget(String session) {
        listeners.remove(session);
    }

    private void write(int id, String session, String method, ObjectNode parameters)
            throws BrowserException {
        ObjectNode message = object().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        try {
            byte[] bytes = JSON.writeValueAsBytes(message);
            synchronized (out) {
                out.write(bytes);
                out.write(0);
                out.flush();
            }
        } catch (IOException e) {
            throw new BrowserException(GONE, e);
        }
        end.ifPresent(this::fail);
    }

    private void read(InputStream in) {
        try (InputStream buffered = new BufferedInputStream(in, 64 * 1024)) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            int next = buffered.read();
            while (next >= 0) {
                if (next != 0) {
                    message.write(next);
                } else {
                    take(JSON.readTree(message.toByteArray()));
                    message = new ByteArrayOutputStream();
                }
                if (message.size() > LONGEST_MESSAGE) {
                    message = new ByteArrayOutputStream();
                    skipMessage(buffered);
                }
                next = buffered.read();
            }
            end(new IOException(GONE));
        } catch (IOException | RuntimeException e) {
            // It was killed, or talks nonsense: either way it is over.
            end(new IOException(GONE + ": " + e.getMessage(), e));
        }
    }

    /// Nobody knows what it was, so all who wait are told.
    private void skipMessage(InputStream in) throws IOException {
        int next = in.read();
        while (next > 0) {
            next = in.read();
        }
        fail(new IOException("a message of it is longer than " + LONGEST_MESSAGE + " bytes"));
    }

    private void take(JsonNode message) {
        CompletableFuture<JsonNode> answer =
                message.has("id") ? asked.remove(message.get("id").asInt()) : null;
        if (answer != null) {
            JsonNode error = message.path("error");
            if (error.isMissingNode()) {
                answer.complete(message.path("result"));
            } else {
                answer.completeExceptionally(new IOException(error.path("message").asText()));
            }
            return;
        }
        BiConsumer<String, JsonNode> listener = listeners.get(message.path("sessionId").asText(""));
        if (listener != null && message.has("method")) {
            listener.accept(message.get("method").asText(), message.path("params"));
        }
    }

    /// The first reason is the one that counts.
    private synchronized void end(IOException why) {
        if (end.isEmpty()) {
            end = Optional.of(why);
        }
        end.ifPresent(this::fail);
    }

    /// All who wait now; whoever asks anew, once told, is not among them.
    private void fail(IOException why) {
        List.copyOf(asked.values()).forEach(answer -> answer.completeExceptionally(why));
    }

    @Override
    public void close() {
        end(new IOException(GONE));
        try {
            out.close();
        } catch (IOException _) {
            // Its other end was killed.
        }
    }
}
