package lurewatch.crawler.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lurewatch.crawler.intake.Intake;
import lurewatch.crawler.intake.IntakeOptions;
import lurewatch.crawler.intake.IntakeRecord;
import lurewatch.crawler.intake.IntakeRefusedException;
import lurewatch.crawler.intake.IntakeSink;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Sites;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.TypedUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes what others saved into the archive, marked as imported.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Take saved pages, web archives, chat exports, tables and mails into the archive.",
        footer = {
            "",
            "What a file is, is seen by its first bytes and its name:",
            "  .warc .gz .zst   web archives: their responses, resources and conversions that are text",
            "  .wacz            packages of them; refused as a whole where a digest or signature is wrong",
            "  .html            a saved page; says itself where it stood, or with --url",
            "  .mhtml .mht      a page that Chrome or Edge saved with its pictures as one file",
            "  result.json      Telegram Desktop's export of a chat or of all; each message by itself",
            "  .txt .zip        a chat as WhatsApp, KakaoTalk or LINE exports it; each message by itself",
            "  .csv .tsv        posts, one a row; the first row names the columns",
            "  .jsonl           posts, one JSON object a line",
            "  .eml             a mail; messages forwarded in it become postings of their own",
            "Columns of posts: url, text, title, author, time (2026-08-01T09:30:00Z), site. One of text",
            "and title must be there; others are kept as labelled values.",
            "",
            "The bytes are archived as they are, then read and assessed like a crawled page. A file is a",
            "claim of whoever made it: its captures say 'imported', their time is that of the import,",
            "the file's own time stands beside it, with the file's name and SHA-256. A broken record costs",
            "itself. Importing a file again adds nothing; the same page that somebody saw at",
            "another time, as a web archive or --time says, is a sighting of its own.",
            "",
            "Examples:",
            "  lurewatch import saved.html --url https://jobs.example/ad/7",
            "  lurewatch import crawl.warc.gz collection.wacz",
            "  lurewatch import result.json --url https://t.me/sample_channel",
            "  lurewatch import forwarded.eml posts.csv --site my-board",
            "",
            "Exit: 0 taken in, or there already, 1 no posting in it, 2 usage, 3 a file, the settings or the",
            "      data are not usable, 4 a WACZ or the archive is not whole, 6 some records are broken,",
            "      or of several files some were refused"
        })
final class ImportCommand implements Callable<ExitCode> {
    private static final String NO_SITE = "imported";

    private final Session session;

    @Mixin private Folders folders = new Folders();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to import.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where the page stood, as it is or made harmless (hxxps, [.]); of a chat, what the"
                            + " addresses of its messages begin with.")
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
                    "When a page was saved, as 2026-08-01T09:30:00Z. Default: what the file says.")
    private @Nullable String time;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description =
                    "The media type that a page or mail is archived with. Default: what the file's first"
                            + " bytes and its name say: text/html, multipart/related (.mhtml) or"
                            + " message/rfc822 (.eml).")
    private @Nullable String type;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "plain",
            description = "${COMPLETION-CANDIDATES}; jsonl prints one object per capture.")
    private Format format = Format.PLAIN;

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        requireFiles();
        Path config = folders.config(session);
        Settings settings = Settings.read(config.resolve("lurewatch.yaml"));
        Sites sites = Sites.read(config.resolve("sites"));
        if (!site.equals(NO_SITE) && sites.named(site).isEmpty()) {
            throw misused(
                    "--site: there is no file "
                            + config.resolve("sites")
                            + "/"
                            + site
                            + ".yaml; without --site it is '"
                            + NO_SITE
                            + "'");
        }
        IntakeOptions options = options(settings);
        Path data = folders.dataToWrite(session);
        ImportReport report = new ImportReport(session, format);
        ExitCode worst = ExitCode.FOUND;
        try (Street street = Street.open(data, config, settings, sites, session.clock())) {
            street.pipeline().catchUp();
            try (ImportRun run =
                    new ImportRun(street, site, options.claimed(), session.clock(), report)) {
                for (Path file : files) {
                    worst = worse(worst, read(file, options, run, report));
                }
                run.finish();
            }
            street.pipeline().flush();
        }
        ExitCode end = report.end();
        return worst == ExitCode.FOUND ? end : worst;
    }

    /// Of several files, one that was refused does not stop the others.
    private ExitCode read(Path file, IntakeOptions options, ImportRun run, ImportReport report)
            throws IOException, InterruptedException {
        report.begin(file);
        try {
            Intake intake = Intake.open(file);
            intake.read(options, new Sink(file, intake, run, report));
            run.finish();
            return ExitCode.FOUND;
        } catch (IntakeRefusedException e) {
            session.tell(TerminalText.line(file + ": nothing taken: " + e.getMessage()));
            return switch (e.kind()) {
                case UNUSABLE -> ExitCode.NOT_USABLE;
                case NOT_WHOLE -> ExitCode.INTEGRITY;
            };
        }
    }

    private ExitCode worse(ExitCode before, ExitCode now) {
        if (files.size() > 1 && now != ExitCode.FOUND) {
            return ExitCode.PARTIAL;
        }
        return now == ExitCode.FOUND ? before : now;
    }

    /// Hands on what a file holds, with the file it came from.
    private record Sink(Path file, Intake intake, ImportRun run, ImportReport report)
            implements IntakeSink {
        @Override
        public void take(IntakeRecord record) throws InterruptedException {
            run.take(file, intake.digest(), record);
        }

        @Override
        public void broken(String place, String why) {
            report.broken(place, why);
        }

        @Override
        public void passedOver() {
            report.passedOver();
        }

        @Override
        public void progress(long bytes, long ofBytes) {
            report.progress(bytes, ofBytes);
        }
    }

    private IntakeOptions options(Settings settings) {
        Optional<String> address =
                Optional.ofNullable(url)
                        .map(given ->
                                WebUrl.parse(TypedUrl.refanged(given))
                                        .orElseThrow(() ->
                                                misused(
                                                        "--url: not an http or https address: "
                                                                + given))
                                        .toString());
        return new IntakeOptions(
                address,
                Optional.ofNullable(time).map(ImportCommand::instant),
                Optional.ofNullable(type),
                settings.limits().bodyWire().toInt());
    }

    private void requireFiles() {
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                throw unusable(file + " is a directory; name the files in it");
            }
            if (!Files.isRegularFile(file)) {
                throw unusable("no such file: " + file);
            }
        }
        if (files.size() > 1 && url != null) {
            throw misused("--url belongs to one file; import the others by themselves");
        }
    }

    private static Instant instant(String written) {
        try {
            Instant time = Instant.parse(written);
            if (IntakeRecord.isTime(time)) {
                return time;
            }
        } catch (DateTimeException _) {
            // as below
        }
        throw misused("--time: not a time such as 2026-08-01T09:30:00Z: " + written);
    }

    private static CommandFailure unusable(String what) {
        return new CommandFailure(ExitCode.NOT_USABLE, what);
    }

    private static CommandFailure misused(String what) {
        return new CommandFailure(ExitCode.USAGE, what);
    }
}
