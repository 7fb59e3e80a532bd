package lurewatch.crawler.driver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Sites;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Header;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.extract.Extraction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a page that somebody saved by hand into the archive, marked as imported.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Take a saved page into the archive, marked as imported.",
        footer = {
            "",
            "The bytes of the file are archived as they are, then read and assessed like a crawled page.",
            "The page is a claim of whoever saved it: its capture says 'imported', not 'crawled'.",
            "",
            "Examples:",
            "  lurewatch import saved.html --url https://jobs.example/ad/7",
            "  lurewatch import post.html --url https://t.me/s/name --site my-channel --time 2026-08-01T09:30:00Z"
        })
final class ImportCommand implements Callable<ExitCode> {
    private static final String NO_SITE = "imported";

    private final Session session;

    @Mixin private Folders folders = new Folders();

    @Parameters(paramLabel = "FILE", description = "A saved HTML, XML or JSON page.")
    private @Nullable Path file;

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "Where the page stood.")
    private @Nullable String url;

    @Option(
            names = "--site",
            paramLabel = "NAME",
            defaultValue = NO_SITE,
            description =
                    "The watched site that it belongs to, whose recipe then reads it. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String site = NO_SITE;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description =
                    "When it was saved, as 2026-08-01T09:30:00Z. Default: the file's own time.")
    private @Nullable String time;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "text/html",
            description = "Its media type. Default: ${DEFAULT-VALUE}.")
    private String type = "text/html";

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        Path from = required(file);
        WebUrl address =
                WebUrl.parse(required(url))
                        .orElseThrow(() -> misused("--url: not an http or https address: " + url));
        Path config = folders.config(session);
        Settings settings = Settings.read(config.resolve("lurewatch.yaml"));
        Sites sites = Sites.read(config.resolve("sites"));
        if (!site.equals(NO_SITE) && sites.named(site).isEmpty()) {
            throw misused("--site: there is no site file named " + site);
        }
        byte[] body = bytes(from, settings.limits().bodyWire().toInt());
        Exchange exchange = exchange(address, body, timeOf(from));
        Path data = folders.dataToWrite(session);
        try (Street street = Street.open(data, config, settings, sites, session.clock())) {
            street.pipeline().catchUp();
            Capture capture = street.archive().append(exchange);
            Extraction extraction =
                    street.pipeline().accept(street.archive().page(capture, exchange));
            street.pipeline().flush();
            return told(capture, extraction);
        }
    }

    private ExitCode told(Capture capture, Extraction extraction) {
        session.out()
                .println("archived as capture " + capture.id() + ", " + capture.payloadDigest());
        for (JobPosting posting : extraction.postings()) {
            session.out().println("  " + posting.id() + "  " + TerminalText.line(posting.title()));
        }
        if (extraction.postings().isEmpty()) {
            session.tell("no posting was found in it");
            return ExitCode.NOTHING_FOUND;
        }
        return ExitCode.FOUND;
    }

    private Exchange exchange(WebUrl address, byte[] body, Instant when) {
        return new Exchange(
                site,
                address.toString(),
                when,
                "",
                new byte[0],
                200,
                "OK",
                List.of(new Header("Content-Type", type)),
                body,
                Optional.empty(),
                Provenance.IMPORTED,
                Map.of("imported-at", session.clock().instant().toString()));
    }

    private static byte[] bytes(Path from, int most) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw new CommandFailure(
                        ExitCode.NOT_USABLE,
                        from + " is larger than limits.body_wire, " + most + " bytes");
            }
            return body;
        }
    }

    private Instant timeOf(Path from) throws IOException {
        if (time == null) {
            return Files.getLastModifiedTime(from).toInstant();
        }
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            throw misused("--time: not a time such as 2026-08-01T09:30:00Z: " + time);
        }
    }

    /// picocli has refused the command where one is missing.
    private static <T> T required(@Nullable T argument) {
        if (argument == null) {
            throw misused("an argument is missing");
        }
        return argument;
    }

    private static CommandFailure misused(String what) {
        return new CommandFailure(ExitCode.USAGE, what);
    }
}
