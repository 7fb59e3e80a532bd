package lurewatch.crawler.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.extract.MailHead;
import lurewatch.indexer.extract.Mhtml;

/// A page as a browser saves it. Browsers and SingleFile write into a comment where it stood.
final class SavedPage {
    /// What can be read back from the archive.
    private static final int MOST_BYTES = 32 << 20;

    private static final int HEAD = 64 * 1024;

    /// Chrome, Edge and Firefox's extensions: `<!-- saved from url=(0023)https://… -->`.
    private static final Pattern SAVED_FROM =
            Pattern.compile("<!-- saved from url=\\(\\d{1,6}\\)(\\S{1,2000}) -->");

    private static final Pattern SINGLE_FILE =
            Pattern.compile(
                    "Page saved with SingleFile\\s{1,20}url: (\\S{1,2000})\\s{1,20}saved date: ([^\\r\\n(]{1,60})");

    private static final DateTimeFormatter BROWSER_TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd yyyy HH:mm:ss 'GMT'Z", Locale.ROOT);

    private SavedPage() {}

    static void read(Path file, IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException, IntakeRefusedException {
        byte[] page = bytes(file);
        String head = new String(page, 0, Math.min(HEAD, page.length), StandardCharsets.ISO_8859_1);
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        take(page, written(head), saved(head).orElse(changed), "text/html", options, sink);
    }

    /// One with its pictures and frames in the file, as `.mhtml`.
    static void readMhtml(Path file, IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException, IntakeRefusedException {
        byte[] page = bytes(file);
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        Instant saved = MailHead.of(page).date().orElse(changed);
        take(page, Mhtml.locationIn(page), saved, Mhtml.MEDIA_TYPE, options, sink);
    }

    private static void take(
            byte[] page,
            Optional<String> written,
            Instant saved,
            String type,
            IntakeOptions options,
            IntakeSink sink)
            throws InterruptedException, IntakeRefusedException {
        String url =
                options.url()
                        .or(() -> written)
                        .flatMap(WebUrl::parse)
                        .map(WebUrl::toString)
                        .orElseThrow(() ->
                                IntakeRefusedException.unusable(
                                        "the page does not say where it stood; say so with --url"
                                                + " URL"));
        sink.take(
                IntakeRecord.of(
                        "page",
                        url,
                        Optional.of(options.claimed().orElse(saved)),
                        options.type().orElse(type),
                        page));
        sink.progress(page.length, page.length);
    }

    static byte[] bytes(Path file) throws IOException, IntakeRefusedException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw IntakeRefusedException.unusable(
                        "larger than " + MOST_BYTES + " bytes, the most that is read of a page");
            }
            return bytes;
        }
    }

    private static Optional<String> written(String head) {
        Matcher browser = SAVED_FROM.matcher(head);
        if (browser.find()) {
            return Optional.of(browser.group(1));
        }
        Matcher single = SINGLE_FILE.matcher(head);
        return single.find() ? Optional.of(single.group(1)) : Optional.empty();
    }

    private static Optional<Instant> saved(String head) {
        Matcher single = SINGLE_FILE.matcher(head);
        if (!single.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    OffsetDateTime.parse(single.group(2).strip(), BROWSER_TIME).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty(); // another form: the file's own time stands for it
        }
    }
}
