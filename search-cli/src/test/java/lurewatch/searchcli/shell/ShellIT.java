package lurewatch.searchcli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.console.Outline;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.searchcli.World;
import org.jline.reader.Candidate;
import org.jline.reader.Parser.ParseContext;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The prompt: what it completes, how it is stopped and left, what it remembers.
class ShellIT {
    @TempDir private static Path data;

    @BeforeAll
    static void index() {
        new World()
                .on("harbour-jobs")
                .add("a", "en", 90, Context.NONE, "Typists", "Typists", contact("hr_one"))
                .add("b", "ko", 90, Context.NONE, "Typists", "Typists", contact("hr_one"))
                .add(
                        "c",
                        "ko",
                        20,
                        Context.NONE,
                        "Cooks",
                        "Cooks",
                        contact("hr_two"),
                        World.contact(ContactKind.SIGNAL, "+855961234567"))
                .on("hostile\u001b[2J\u202e")
                .add("d", "ko", 20, Context.NONE, "Cooks", "Cooks", contact("hr_\u202eevil"))
                .in(data);
    }

    private static lurewatch.indexer.Contact contact(String handle) {
        return World.contact(ContactKind.TELEGRAM, handle);
    }

    @Command(
            name = "lurewatch",
            subcommands = {Search.class, Watch.class})
    static final class Root {}

    enum Format {
        TABLE,
        JSONL
    }

    static final class Fields extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Fields() {
            super(List.of("site", "country", "contact"));
        }
    }

    @Command(name = "search", header = "Find postings.")
    static final class Search {
        @Parameters(paramLabel = "QUERY", arity = "1..*")
        List<String> words = List.of();

        @Option(names = "--format", description = "How. And more.")
        Format format = Format.TABLE;

        @Option(names = "--facet", split = ",", completionCandidates = Fields.class)
        List<String> facets = List.of();
    }

    @Command(name = "watch", subcommands = Add.class)
    static final class Watch {}

    @Command(name = "add", header = "Make a watch.")
    static final class Add {
        @Option(names = "--on")
        String on = "";

        @Option(names = "--by", paramLabel = "NAME")
        String by = "";
    }

    private static QueryValues values() {
        return new QueryValues(
                new QueryLanguage(
                        _ -> Optional.empty(), InstantSource.system(), _ -> Optional.empty()),
                () -> PostingSearch.open(data.resolve("index")),
                Map.of("label", List.of("lure", "benign")));
    }

    /// What the crawler's outline tells of it.
    private static final String OUTLINE =
            """
            command	check	Look at the configuration.
            command	check site	Try a site's file.
            option	--file	1		A page.
            option	--format,-f	1	plain,jsonl	How.
            """;

    private static CommandLine root() {
        CommandLine root = new CommandLine(new Root());
        Outline.add(root, OUTLINE);
        return root;
    }

    private static List<Candidate> candidates(String line) {
        List<Candidate> candidates = new ArrayList<>();
        new WordCompleter(root(), values())
                .complete(
                        null,
                        new LineParser().parse(line, line.length(), ParseContext.COMPLETE),
                        candidates);
        return candidates;
    }

    private static List<String> completed(String line) {
        return candidates(line).stream().map(Candidate::value).toList();
    }

    @Test
    void completesCommandsAndOptions() {
        assertThat(completed("")).contains("search", "watch", "help", "exit");
        assertThat(completed("watch ")).containsExactly("add");
        assertThat(completed("./lurewatch watch add --")).containsExactlyInAnyOrder("--on", "--by");
        assertThat(completed("watch add --by ")).isEmpty();
        assertThat(completed("search --")).containsExactlyInAnyOrder("--format", "--facet");
        assertThat(completed("search --format ")).containsExactly("TABLE", "JSONL");
        assertThat(completed("search --facet site,")).contains("site,country", "site,contact");
        assertThat(completed("help ")).containsExactlyInAnyOrder("search", "watch", "check");
    }

    @Test
    void completesTheCrawlersCommandsAsOutlined() {
        assertThat(candidates(""))
                .anySatisfy(candidate -> {
                    assertThat(candidate.value()).isEqualTo("check");
                    assertThat(candidate.descr()).isEqualTo("Look at the configuration.");
                });
        assertThat(completed("check ")).containsExactly("site");
        assertThat(completed("check site --")).containsExactlyInAnyOrder("--file", "--format");
        assertThat(completed("check site -f ")).containsExactly("plain", "jsonl");
    }

    @Test
    void completesFieldsAndValuesWithCounts() {
        assertThat(completed("search co")).contains("country:", "contact:", "context:");
        assertThat(completed("search 'class:lure -si")).contains("-site:");
        List<Candidate> languages = candidates("search 'class:lure lang:");
        assertThat(languages).extracting(Candidate::value).containsExactly("lang:ko", "lang:en");
        assertThat(languages)
                .extracting(Candidate::descr)
                .containsExactly("3 postings", "1 posting");
        assertThat(completed("search -- (telegram:hr"))
                .containsExactly("telegram:hr_one", "telegram:hr_two");
        assertThat(completed("search signal_app:")).containsExactly("signal_app:+855961234567");
        assertThat(completed("search signal:")).containsExactly("signal:free_airfare");
        assertThat(completed("search label:")).containsExactly("label:lure", "label:benign");
        assertThat(completed("watch add co")).isEmpty();
    }

    @Test
    void offersNothingThatATerminalWouldObey() {
        assertThat(completed("search site:")).containsExactly("site:harbour-jobs");
        for (String line :
                List.of("search site:", "search telegram:", "search contact:", "search ")) {
            assertThat(candidates(line))
                    .allSatisfy(candidate -> {
                        assertThat(candidate.value() + candidate.displ() + candidate.descr())
                                .doesNotContain("\u001b")
                                .doesNotContain("\u202e");
                    });
        }
    }

    /// A prompt whose keys the test types, and whose commands it answers.
    private static final class Prompt implements AutoCloseable {
        private final PipedOutputStream keys = new PipedOutputStream();
        private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
        private final ByteArrayOutputStream told = new ByteArrayOutputStream();
        private final BlockingQueue<String> ran = new ArrayBlockingQueue<>(100);
        private final CountDownLatch isAtWork = new CountDownLatch(1);
        private final Terminal terminal;
        private final Thread thread;

        Prompt(Optional<Path> history) throws IOException {
            terminal =
                    TerminalBuilder.builder()
                            .system(false)
                            .type("xterm")
                            .encoding(StandardCharsets.UTF_8)
                            .streams(new PipedInputStream(keys, 65536), shown)
                            .size(Size.of(100, 24))
                            .build();
            PrintStream messages = new PrintStream(told, true, StandardCharsets.UTF_8);
            Session session =
                    new Session(
                            InputStream.nullInputStream(),
                            messages,
                            messages,
                            Map.of(),
                            InstantSource.system());
            Shell shell =
                    new Shell(session, Map.of("KEPT", "yes"), this::run, Launcher.of(session));
            thread =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> shell.prompt(terminal, root(), values(), history));
        }

        private int run(Session session, String[] arguments) {
            ran.add(String.join("|", arguments) + " " + session.variable("KEPT").orElse("no"));
            if (!arguments[0].equals("endless")) {
                return 0;
            }
            isAtWork.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                session.out().println("after the stop");
            }
            return 0;
        }

        void type(String text) throws IOException {
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
        }

        String next() throws InterruptedException {
            String next = ran.poll(60, TimeUnit.SECONDS);
            return next == null ? "nothing ran" : next;
        }

        /// A terminal takes Ctrl-C before what was typed earlier, so that has to be on the screen.
        void await(Predicate<String> condition) throws InterruptedException {
            for (int i = 0; i < 300; i++) {
                if (condition.test(shown())) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            throw new AssertionError("not on the screen, which is: " + shown());
        }

        private String shown() {
            return shown.toString(StandardCharsets.UTF_8);
        }

        int prompts() {
            return shown().split("lurewatch> ", -1).length - 1;
        }

        String told() {
            return told.toString(StandardCharsets.UTF_8);
        }

        /// Where the prompt is not there yet, the terminal drops a Ctrl-D: typed again each second.
        boolean endsAt(String key) throws IOException, InterruptedException {
            for (int i = 0; i < 60; i++) {
                type(key);
                if (thread.join(java.time.Duration.ofSeconds(1))) {
                    return true;
                }
            }
            return false;
        }

        boolean hasEnded() throws InterruptedException {
            return thread.join(java.time.Duration.ofSeconds(60));
        }

        @Override
        public void close() throws IOException {
            terminal.close();
        }
    }

    @Test
    @Timeout(180)
    void runsStopsClearsAndLeaves() throws IOException, InterruptedException {
        try (Prompt prompt = new Prompt(Optional.empty())) {
            prompt.type("search 'class:lure\rlang:ko' -n 2\r");
            assertThat(prompt.next()).isEqualTo("search|class:lure\nlang:ko|-n|2 yes");
            prompt.type("./lurewatch endless\r");
            assertThat(prompt.next()).isEqualTo("endless yes");
            assertThat(prompt.isAtWork.await(60, TimeUnit.SECONDS)).isTrue();
            prompt.terminal.raise(Terminal.Signal.INT);
            prompt.type("search half");
            prompt.await(screen -> screen.contains("half"));
            int prompts = prompt.prompts();
            prompt.type("\u0003"); // clears it
            prompt.await(_ -> prompt.prompts() > prompts);
            prompt.type("search site:har\t\r");
            assertThat(prompt.next()).isEqualTo("search|site:harbour-jobs yes");
            assertThat(prompt.told()).contains("stopped").doesNotContain("after the stop");
            prompt.type("search a | less\r");
            prompt.type("help search\r");
            assertThat(prompt.next()).isEqualTo("search|--help yes");
            assertThat(prompt.told()).contains("no shell with pipes");
            assertThat(prompt.endsAt("\u0004")).isTrue();
        }
    }

    @Test
    @Timeout(180)
    void remembersForItsOwnerAlone(@TempDir Path home) throws IOException, InterruptedException {
        Path file = HistoryFile.prepared(home.resolve("state").resolve("history"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        try (Prompt prompt = new Prompt(Optional.of(HistoryFile.prepared(file)))) {
            prompt.type("search one\r");
            assertThat(prompt.next()).isEqualTo("search|one yes");
            prompt.type("\u0010\r"); // Ctrl-P, the line before
            assertThat(prompt.next()).isEqualTo("search|one yes");
            prompt.type("exit\r");
            assertThat(prompt.hasEnded()).isTrue();
        }
        assertThat(Files.readString(file)).contains("search one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        Path link = Files.createSymbolicLink(home.resolve("link"), home.resolve("elsewhere"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> HistoryFile.prepared(link))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no file of its own");
    }
}
