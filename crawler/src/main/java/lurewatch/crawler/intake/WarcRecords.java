package lurewatch.crawler.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.Header;
import lurewatch.indexer.LowerCase;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/// The pages of a WARC file: its responses, resources and conversions that are texts. Requests stay
/// out, as they hold the cookies of whoever saved the page; revisits have no payload of their own.
///
/// A record that breaks the reading costs itself: reading goes on at the next place that looks like
/// a record's beginning.
final class WarcRecords {
    /// Broken stretches after which a file is given up.
    private static final int MOST_BROKEN = 1000;

    /// A record larger than this must not promise more than its compressed bytes can hold.
    private static final long FREE_OF_RATIO = 64 << 20;

    private static final int MOST_RATIO = 200;
    private static final long GZIP_START = 0x1F_8B08;

    /// A line feed and `WARC/`.
    private static final long RECORD_START = 0x0A57_4152_432FL;

    private static final Set<String> WITH_PAGES = Set.of("response", "resource", "conversion");
    private static final Set<String> TEXTS = Set.of("", "application/octet-stream");
    private static final Set<String> CODE =
            Set.of("text/css", "text/javascript", "text/x-javascript", "text/ecmascript");

    private final WarcBytes bytes;
    private final String within;
    private final IntakeOptions options;
    private final IntakeSink sink;
    private long lastBroken = -1;

    private WarcRecords(WarcBytes bytes, String within, IntakeOptions options, IntakeSink sink) {
        this.bytes = bytes;
        this.within = within;
        this.options = options;
        this.sink = sink;
    }

    /// @param within the name of the file inside a package, for the records' places; may be empty
    static void read(WarcBytes bytes, String within, IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException {
        new WarcRecords(bytes, within, options, sink).read();
    }

    private void read() throws IOException, InterruptedException {
        OptionalLong next = OptionalLong.of(0);
        for (int broken = 0; next.isPresent(); broken++) {
            if (broken == MOST_BROKEN) {
                sink.broken(place(next.getAsLong()), "given up after " + broken + " broken places");
                return;
            }
            next = readFrom(next.getAsLong());
        }
    }

    /// Reads until the end, or until a record breaks the reading; then gives where to go on.
    private OptionalLong readFrom(long start) throws IOException, InterruptedException {
        long at = start;
        try (HeadGuard in = new HeadGuard(bytes.from(start))) {
            in.head();
            WarcReader reader = new WarcReader(in);
            try {
                Optional<WarcRecord> record = reader.next();
                while (record.isPresent()) {
                    at = start + reader.position();
                    sink.progress(at, bytes.size());
                    requireProportion(record.get(), at);
                    record(record.get(), at, in);
                    in.body();
                    record.get().body().consume();
                    in.head();
                    record = reader.next();
                }
                sink.progress(bytes.size(), bytes.size());
                return OptionalLong.empty();
            } catch (IOException | RuntimeException e) {
                at = Math.max(at, start + reader.position());
                broken(at, e);
            }
        } catch (IOException | RuntimeException e) {
            broken(at, e); // not even a beginning
        }
        return nextRecord(at + 1);
    }

    /// A record is named once, however often it gets in the way.
    private void broken(long at, Exception e) {
        if (at > lastBroken) {
            sink.broken(place(at), what(e));
            lastBroken = at;
        }
    }

    private void requireProportion(WarcRecord record, long at) throws IOException {
        long promised = record.body().size();
        long left = Math.max(1, bytes.size() - at);
        if (promised > FREE_OF_RATIO && promised / left > MOST_RATIO) {
            throw new IOException(
                    "promises " + promised + " bytes, of which the file cannot hold so many");
        }
    }

    private void record(WarcRecord record, long at, HeadGuard in) throws InterruptedException {
        if (!(record instanceof WarcTargetRecord target) || !WITH_PAGES.contains(record.type())) {
            sink.passedOver();
            return;
        }
        Optional<IntakeRecord> page;
        try {
            page = page(target, at, in);
        } catch (IOException | RuntimeException e) {
            broken(at, e);
            return;
        }
        if (page.isPresent()) {
            sink.take(page.get());
        } else {
            sink.passedOver();
        }
    }

    private Optional<IntakeRecord> page(WarcTargetRecord record, long at, HeadGuard in)
            throws IOException {
        String target =
                record.headers()
                        .first("WARC-Target-URI")
                        .orElseThrow(() -> new IOException("it names no WARC-Target-URI"));
        Optional<WebUrl> url = WebUrl.parse(target.strip());
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (record instanceof WarcResponse response) {
            if (!response.contentType().base().toString().startsWith("application/http")) {
                return Optional.empty();
            }
            in.head();
            HttpResponse http = response.http();
            in.body();
            return of(record, url.get(), at, http.status(), headers(http.headers()), http.body());
        }
        in.body();
        String type = record.headers().first("Content-Type").orElse("");
        return of(
                record,
                url.get(),
                at,
                200,
                List.of(new Header("Content-Type", type)),
                record.body());
    }

    private Optional<IntakeRecord> of(
            WarcTargetRecord record,
            WebUrl url,
            long at,
            int status,
            List<Header> headers,
            MessageBody from)
            throws IOException {
        if (!isText(headers)) {
            return Optional.empty();
        }
        if (status < 100 || status > 599) {
            throw new IOException("not an HTTP status: " + status);
        }
        byte[] body = from.stream().readNBytes(options.mostBytes());
        boolean isCut = body.length == options.mostBytes() && from.stream().read() >= 0;
        return Optional.of(
                new IntakeRecord(
                        place(at),
                        url.toString(),
                        Optional.empty(),
                        claimed(record),
                        status,
                        headers,
                        body,
                        isCut ? Optional.of("length") : truncated(record),
                        metadata(record)));
    }

    private static Optional<String> truncated(WarcRecord record) {
        return record.headers()
                .first("WARC-Truncated")
                .map(why -> LowerCase.of(why.strip()))
                .map(why ->
                        Set.of("length", "time", "disconnect").contains(why) ? why : "unspecified");
    }

    private static Optional<Instant> claimed(WarcRecord record) {
        try {
            return Optional.of(record.date());
        } catch (RuntimeException _) {
            return Optional.empty(); // no date, or one that cannot be read: the page counts
        }
    }

    private static Map<String, String> metadata(WarcTargetRecord record) {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (String name :
                List.of("WARC-Record-ID", "WARC-Date", "WARC-IP-Address", "WARC-Payload-Digest")) {
            record.headers()
                    .first(name)
                    .ifPresent(value -> metadata.put("original-" + LowerCase.of(name), value));
        }
        return metadata;
    }

    private static List<Header> headers(MessageHeaders found) {
        List<Header> headers = new ArrayList<>();
        found.map()
                .forEach((name, values) ->
                        values.forEach(value -> headers.add(new Header(name, value))));
        return headers;
    }

    private static boolean isText(List<Header> headers) {
        String type =
                LowerCase.of(
                        headers.stream()
                                .filter(header -> header.isNamed("Content-Type"))
                                .findFirst()
                                .map(header -> header.value().split(";", 2)[0])
                                .orElse("")
                                .strip());
        return TEXTS.contains(type)
                || (type.startsWith("text/") && !CODE.contains(type))
                || type.endsWith("json")
                || (type.endsWith("xml") && !type.startsWith("image/"));
    }

    /// The next gzip member or record at or after that place.
    private OptionalLong nextRecord(long from) throws IOException {
        if (from >= bytes.size()) {
            return OptionalLong.empty();
        }
        try (InputStream in = new BufferedInputStream(bytes.from(from), 1 << 16)) {
            long window = 0;
            long at = from;
            for (int b = in.read(); b >= 0; b = in.read()) {
                window = (window << 8) | b;
                at++;
                if ((window & 0xFF_FFFF) == GZIP_START) {
                    return OptionalLong.of(at - 3);
                }
                if ((window & 0xFFFF_FFFF_FFFFL) == RECORD_START) {
                    return OptionalLong.of(at - 5);
                }
            }
        }
        return OptionalLong.empty();
    }

    private String place(long at) {
        return (within.isEmpty() ? "" : within + ", ") + "record at byte " + at;
    }

    private static String what(Exception e) {
        String message = String.valueOf(e.getMessage());
        String told = e instanceof EOFException ? "cut off: " + message : message;
        return told.length() <= 200 ? told : told.substring(0, 200) + "…";
    }
}
