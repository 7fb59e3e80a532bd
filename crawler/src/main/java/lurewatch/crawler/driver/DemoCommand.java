package lurewatch.crawler.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lurewatch.crawler.demo.DemoWorld;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ConfigFolder;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.learned.FraudModel;
import lurewatch.indexer.rules.Rules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Crawls a small world on this machine with the crawler that an operator runs.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Crawl a small world on this machine and show what was found.",
        footer = {
            "",
            "Serves thirteen sites on the loopback address, crawls them politely and says what was"
                    + " found,",
            "site by site and language by language. No other machine is contacted. All lures are"
                    + " made up.",
            "",
            "Of the settings only signals/ and models/ are used. The folder is made anew each time"
                    + " and can be",
            "searched afterwards:",
            "  lurewatch demo",
            "  lurewatch search 'class:lure' --data demo-data",
            "",
            "Exit: 0 crawled, 2 usage, 3 signals/, models/ or the folder are not usable, 5 the folder was",
            "      not made by a demo and is left alone, 130 Ctrl-C"
        })
final class DemoCommand implements Callable<ExitCode> {
    /// Says that a folder was made by this command and may be thrown away by it.
    private static final String MARK = "made-by-lurewatch-demo";

    private static final int MOST_PORT = 65535;

    private final Session session;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where to keep it. Default: demo-data/ beside the launcher.")
    private @Nullable String data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + DemoWorld.USUAL_PORT,
            description =
                    "Where the sites are served; at any free port where it is taken, or for 0. It is"
                            + " part of all addresses, and so of all ids. Default: ${DEFAULT-VALUE}.")
    private int port = DemoWorld.USUAL_PORT;

    @Mixin private ConfigFolder config = new ConfigFolder();

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws Exception {
        if (port < 0 || port > MOST_PORT) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--port is from 0 to " + MOST_PORT + ", not " + port);
        }
        Path folder = Folders.typed(dataOrUsual(), "--data");
        Path signals = config.path(session).resolve("signals");
        Path models = config.path(session).resolve("models");
        FraudModel.read(models);
        Rules.read(signals); // a fault is named where the operator can mend it, not in our copy
        prepare(folder);
        long start = System.nanoTime();
        try (DemoWorld world = DemoWorld.start(session.clock().instant(), port)) {
            Path demoConfig = folder.resolve("config");
            world.writeConfig(demoConfig);
            copy(signals, demoConfig.resolve("signals"));
            if (Files.isDirectory(models)) {
                copy(models, demoConfig.resolve("models"));
            }
            session.tell(
                    "crawling "
                            + world.hosts().size()
                            + " sites on the loopback address, port "
                            + world.port());
            crawl(folder, demoConfig);
            new DemoReport(session, folder, world, Duration.ofNanos(System.nanoTime() - start))
                    .print();
        }
        return ExitCode.FOUND;
    }

    private void crawl(Path folder, Path demoConfig) throws Exception {
        new CrawlRun(session, folder, RunMode.ONCE, _ -> {}).run(Instructions.read(demoConfig));
    }

    /// Never what `LUREWATCH_DATA` names: a demo must not stand among an operator's own findings.
    private String dataOrUsual() {
        return Optional.ofNullable(data)
                .or(() -> Optional.ofNullable(System.getProperty("lurewatch.demo")))
                .orElse("demo-data");
    }

    /// An empty folder with our mark; anything else than an earlier demo is left alone.
    private static void prepare(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        if (Files.exists(folder) && !Files.exists(mark) && !isEmpty(folder)) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    folder
                            + " was not made by a demo and is left alone; name another folder with"
                            + " --data DIR");
        }
        if (Files.exists(mark)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    if (!path.equals(folder) && !path.equals(mark)) {
                        Files.delete(path);
                    }
                }
            }
            return;
        }
        Files.createDirectories(folder);
        Files.createFile(mark);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
