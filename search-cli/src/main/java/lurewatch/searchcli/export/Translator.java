package lurewatch.searchcli.export;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import org.jspecify.annotations.Nullable;

/// A program of the operator's that translates. It is run once for a list, without a shell and
/// without our environment; it is told each posting by a line of JSON (`id`, `lang`, `to`, `title`,
/// `text`), masked as it will leave and as it reads, and answers each, in their order, by a line
/// with `id`, `title` and `text`.
///
/// A program that fails, says nothing for ten minutes or answers anything else ends the export:
/// half a translation looks like a whole one.
public final class Translator {
    private static final JsonMapper JSON = ItemJson.mapper();
    private static final String PATH = "/usr/local/bin:/usr/bin:/bin";
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);
    private static final int MOST_TEXT = 2_000_000;
    private static final int MOST_SAID = 200;
    private static final int MOST_READ = 4096;

    private final String program;
    private final String to;
    private final Optional<String> home;

    /// One for a list.
    ///
    /// @param program its path, or its name where it lies on the usual path
    /// @param to the tag of the language that the recipient reads
    /// @param home where it may keep what it has learned
    public Translator(String program, String to, Optional<String> home) {
        this.program = program;
        this.to = to;
        this.home = home;
    }

    /// What is asked.
    private record Asked(String id, Optional<String> lang, String to, String title, String text) {}

    /// What is answered; whatever else it says is passed over.
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(@Nullable String id, @Nullable String title, @Nullable String text) {
        boolean isFor(Item item) {
            return item.id().equals(id)
                    && title != null
                    && text != null
                    && !text.isBlank()
                    && title.length() + text.length() <= MOST_TEXT;
        }
    }

    /// What came from the program: an answer, or that there is none any more and why.
    private record Said(Optional<Answer> answer, String otherwise) {}

    private static final Said NO_ANSWER =
            new Said(Optional.empty(), "answered what is no line of JSON");

    /// Its program's name, as recipients are told it.
    public String name() {
        return String.valueOf(Path.of(program).getFileName());
    }

    private boolean mayAsk(Item item) {
        return !item.text().isBlank() && item.lang().filter(to::equals).isEmpty();
    }

    /// Writes the items of a list with their translations into that file.
    void translate(HitList list, Redactor redactor, Path file) throws IOException {
        Path log = file.resolveSibling("translator.log");
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            Process process = started(log);
            try {
                Thread.ofVirtual().start(() -> ask(list, process));
                BlockingQueue<Said> answers = new ArrayBlockingQueue<>(1);
                Thread listener = Thread.ofVirtual().start(() -> listen(process, answers));
                try {
                    list.forEach(item -> {
                        Item told =
                                mayAsk(item)
                                        ? item.translated(answer(item, answers, log, redactor))
                                        : item;
                        lines.write(JSON.writeValueAsString(told));
                        lines.write('\n');
                    });
                    end(process, answers, log);
                } finally {
                    listener.interrupt();
                }
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private Process started(Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(program).redirectError(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", PATH, "LANG", "C.UTF-8"));
        home.ifPresent(folder -> builder.environment().put("HOME", folder));
        try {
            return builder.start();
        } catch (IOException e) {
            throw failed("cannot be started: " + e.getMessage());
        }
    }

    private void ask(HitList list, Process process) {
        try (BufferedWriter in = new BufferedWriter(process.outputWriter(StandardCharsets.UTF_8))) {
            list.forEach(item -> {
                if (mayAsk(item)) {
                    in.write(JSON.writeValueAsString(asked(item)));
                    in.write('\n');
                    in.flush();
                }
            });
        } catch (IOException _) {
            // It reads no further; what it answered tells whether that matters.
        }
    }

    /// Nobody can translate what is not legible.
    private Asked asked(Item item) {
        return new Asked(
                item.id(),
                item.lang(),
                to,
                item.reading().map(Item.Reading::title).orElse(item.title()),
                item.reading().map(Item.Reading::text).orElse(item.text()));
    }

    private static void listen(Process process, BlockingQueue<Said> answers) {
        try {
            try (MappingIterator<Answer> said =
                    JSON.readerFor(Answer.class).readValues(process.getInputStream())) {
                while (said.hasNextValue()) {
                    Answer next = said.nextValue();
                    answers.put(next == null ? NO_ANSWER : new Said(Optional.of(next), ""));
                }
                answers.put(new Said(Optional.empty(), "ended before its last answer"));
            } catch (IOException e) {
                answers.put(NO_ANSWER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Item.Translation answer(
            Item item, BlockingQueue<Said> answers, Path log, Redactor redactor) {
        Said said = next(answers);
        if (said.answer().isEmpty()) {
            throw failed(said.otherwise() + ", that of " + item.id() + lastWords(log));
        }
        Answer answer = said.answer().get();
        if (!answer.isFor(item)) {
            throw failed(
                    "did not answer "
                            + item.id()
                            + ": each line needs the id it was asked about, a title and a text");
        }
        return new Item.Translation(
                name(),
                to,
                redactor.masked(String.valueOf(answer.title())),
                redactor.masked(String.valueOf(answer.text())));
    }

    private Said next(BlockingQueue<Said> answers) {
        try {
            @Nullable Said said = answers.poll(LONGEST_SILENCE.toSeconds(), TimeUnit.SECONDS);
            if (said == null) {
                throw failed("said nothing for " + LONGEST_SILENCE.toMinutes() + " minutes");
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted");
        }
    }

    private void end(Process process, BlockingQueue<Said> answers, Path log) {
        if (next(answers).answer().isPresent()) {
            throw failed("answered more than it was asked");
        }
        try {
            if (!process.waitFor(LONGEST_SILENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw failed("does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted");
        }
        if (process.exitValue() != 0) {
            throw failed(
                    String.format(
                            Locale.ROOT,
                            "ended with code %d%s",
                            process.exitValue(),
                            lastWords(log)));
        }
    }

    private static String lastWords(Path log) {
        try (SeekableByteChannel end = Files.newByteChannel(log)) {
            end.position(Math.max(0, end.size() - MOST_READ));
            byte[] read = Channels.newInputStream(end).readNBytes(MOST_READ);
            return new String(read, StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .reduce((_, later) -> later)
                    .map(line -> ": " + line.substring(0, Math.min(line.length(), MOST_SAID)))
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandFailure failed(String why) {
        return new CommandFailure(
                ExitCode.NOT_USABLE,
                "--translate: " + name() + " " + why + "; nothing was written");
    }
}
