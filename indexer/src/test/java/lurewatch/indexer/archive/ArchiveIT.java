package lurewatch.indexer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

final class ArchiveIT {
    private static final InstantSource CLOCK = InstantSource.fixed(Exchanges.NOON);
    private static final long LARGE = 1L << 30;

    @TempDir Path directory;

    @Test
    void givesBackWhatWasAppended() throws IOException {
        Exchange exchange = Exchanges.page("http://board.test/1", "<p>high pay</p>");
        try (Archive archive = open()) {
            Capture capture = archive.append(exchange);
            assertThat(capture.id()).isEqualTo(new CaptureId(1));
            assertThat(capture.payloadDigest()).isEqualTo(Digest.of("<p>high pay</p>"));
            assertThat(captures(archive)).containsExactly(capture);
            assertThat(archive.last()).contains(capture.id());
            CapturedPage page = archive.page(capture);
            assertThat(page.capture()).isEqualTo(capture);
            assertThat(page.payload()).isEqualTo(exchange.body());
            assertThat(archive.page(capture, exchange).payload()).isEqualTo(exchange.body());
        }
        try (Archive archive = open()) {
            assertThat(archive.recovered()).isEmpty();
            assertThat(archive.last()).contains(new CaptureId(1));
            assertThat(captures(archive)).hasSize(1);
        }
    }

    /// A revisit of it would hold nothing, and go on doing so for as long as the page stays the
    /// same.
    @Test
    void whatIsDamagedIsNotRepeatedButWrittenAnew() throws IOException {
        Exchange exchange = Exchanges.page("http://board.test/1", "<p>high pay</p>".repeat(100));
        try (Archive archive = open()) {
            Capture first = archive.append(exchange);
            Path file = directory.resolve(first.position().file() + ".open");
            byte[] bytes = Files.readAllBytes(file);
            bytes[(int) first.position().offset() + (int) first.position().length() / 2] ^= 1;
            Files.write(file, bytes, StandardOpenOption.WRITE);

            Capture second = archive.append(exchange);
            assertThat(second.revisitOf()).isEmpty();
            assertThat(archive.page(second).payload()).isEqualTo(exchange.body());
            Capture third = archive.append(exchange);
            assertThat(third.revisitOf()).contains(second.id());
            assertThat(archive.page(third, exchange).payload()).isEqualTo(exchange.body());
        }
    }

    @Test
    void undoesTheContentCoding() throws IOException {
        byte[] body = gzip("<p>visa provided</p>");
        try (Archive archive = open()) {
            Capture capture =
                    archive.append(
                            Exchanges.of(
                                    "http://board.test/1",
                                    200,
                                    body,
                                    Exchanges.html(new Header("Content-Encoding", "gzip"))));
            assertThat(capture.payloadDigest()).isEqualTo(Digest.of(body));
            assertThat(text(archive.page(capture))).isEqualTo("<p>visa provided</p>");
        }
    }

    @Test
    void keepsHeadersThatNoParserWouldTake() throws IOException {
        List<Header> odd =
                List.of(
                        new Header("X Odd:", "a\r\nInjected: 1"),
                        new Header("Content-Type", "te xt;;;=\u00e9\u0001"),
                        new Header("Transfer-Encoding", "chunked"),
                        new Header("Content-Length", "99999"),
                        new Header("X-Lone", "\ud800"));
        try (Archive archive = open()) {
            Capture capture =
                    archive.append(
                            Exchanges.of(
                                    "http://board.test/1",
                                    200,
                                    "x".getBytes(StandardCharsets.UTF_8),
                                    odd));
            assertThat(capture.headers()).isEqualTo(odd);
            assertThat(captures(archive)).containsExactly(capture);
            assertThat(text(archive.page(capture))).isEqualTo("x");
        }
        assertThat(recordTypes()).containsExactly("warcinfo", "response", "request", "metadata");
    }

    @Test
    void anUnchangedPageBecomesARevisitOfItsPayload() throws IOException {
        String url = "http://board.test/list";
        try (Archive archive = open()) {
            Capture first = archive.append(Exchanges.page(url, "one"));
            Capture same = archive.append(Exchanges.page(url, "one"));
            Capture notModified = archive.append(Exchanges.notModified(url));
            Capture changed = archive.append(Exchanges.page(url, "two"));
            Capture back = archive.append(Exchanges.page(url, "one"));
            Capture elsewhere = archive.append(Exchanges.page(url + "2", "one"));

            assertThat(List.of(first, changed, back, elsewhere))
                    .allSatisfy(capture -> assertThat(capture.revisitOf()).isEmpty());
            assertThat(same.revisitOf()).contains(first.id());
            assertThat(notModified.revisitOf()).contains(first.id());
            assertThat(notModified.payloadDigest()).isEqualTo(first.payloadDigest());
            assertThat(notModified.payloadLength()).isEqualTo(3);
            CapturedPage page = archive.page(notModified);
            assertThat(text(page)).isEqualTo("one");
            assertThat(page.capture().mediaType()).isEqualTo("text/html");
            assertThat(page.capture().header("ETag")).contains("\"1\"");
            assertThat(page.capture().status()).isEqualTo(304);
        }
        assertThat(profiles())
                .containsExactly(
                        WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1.toString(),
                        WarcRevisit.SERVER_NOT_MODIFIED_1_1.toString());
    }

    /// Somebody who says so unasked need not have looked.
    @ParameterizedTest
    @CsvSource({
        "'', false",
        "X-If-None-Match: 1, false",
        "'if-none-match: 1', true",
        "'If-Modified-Since: Sun, 22 Nov 2026 12:00:00 GMT', true",
    })
    void notModifiedIsBelievedWhereThatWasAsked(String condition, boolean believed)
            throws IOException {
        String url = "http://board.test/list";
        String line = condition.isEmpty() ? "" : condition + "\r\n";
        try (Archive archive = open()) {
            Capture first = archive.append(Exchanges.page(url, "one"));
            Capture second = archive.append(Exchanges.notModified(url, line));
            assertThat(second.revisitOf())
                    .isEqualTo(believed ? Optional.of(first.id()) : Optional.empty());
            assertThat(text(archive.page(second))).isEqualTo(believed ? "one" : "");
        }
    }

    /// Its grammar is stricter than its reader's.
    @Test
    void isValidForJwarcsValidator() throws Exception {
        try (Archive archive = open()) {
            archive.append(Exchanges.page("http://board.test/1", "one"));
            archive.append(Exchanges.page("http://board.test/1", "one"));
            archive.append(Exchanges.notModified("http://board.test/1"));
            archive.append(Exchanges.page("http://board.test/채용?q=1", "two"));
        }
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.netpreserve.jwarc.tools.WarcTool",
                                "validate",
                                "-v"));
        segments().forEach(segment -> command.add(directory.resolve(segment).toString()));
        Process validator = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(validator.waitFor()).as(said).isZero();
        assertThat(said).contains("payload digest pass").doesNotContain("ERROR");
    }

    @Test
    void findsAnEarlierPayloadThroughTheLookup() throws IOException {
        String url = "http://board.test/list";
        try (Archive archive = open()) {
            archive.append(Exchanges.page(url, "one"));
        }
        try (Archive archive = open()) {
            assertThat(archive.append(Exchanges.notModified(url)).revisitOf()).isEmpty();
            archive.consult((_, _) -> Optional.of(new CaptureId(1)));
            assertThat(archive.append(Exchanges.notModified(url)).revisitOf())
                    .contains(new CaptureId(1));
            assertThat(archive.append(Exchanges.page(url, "one")).revisitOf())
                    .contains(new CaptureId(1));
        }
    }

    @Test
    void aCutPayloadIsNeverTakenForTheSame() throws IOException {
        Exchange cut =
                new Exchange(
                        "board",
                        "http://board.test/1",
                        Exchanges.NOON,
                        "",
                        new byte[0],
                        200,
                        "OK",
                        Exchanges.html(),
                        "abc".getBytes(StandardCharsets.UTF_8),
                        Optional.of("length"),
                        lurewatch.indexer.Provenance.IMPORTED,
                        java.util.Map.of());
        try (Archive archive = open()) {
            archive.append(cut);
            assertThat(archive.append(cut).revisitOf()).isEmpty();
            assertThat(archive.append(Exchanges.page("http://board.test/1", "abc")).revisitOf())
                    .isEmpty();
            assertThat(captures(archive).getFirst().truncated()).contains("length");
        }
    }

    @Test
    void rotatesBySize() throws IOException {
        try (Archive archive = open(20_000)) {
            for (int i = 0; i < 20; i++) {
                archive.append(Exchanges.page("http://board.test/" + i, Exchanges.text(i, 20_000)));
            }
            assertThat(segments()).anyMatch(ArchiveFiles::isOpen);
            for (Capture capture : captures(archive)) {
                assertThat(Digest.of(archive.page(capture).payload()))
                        .isEqualTo(capture.payloadDigest());
            }
        }
        assertThat(segments()).hasSizeGreaterThan(3).noneMatch(ArchiveFiles::isOpen);
        for (String segment : segments()) {
            assertThat(Files.size(directory.resolve(segment))).isLessThanOrEqualTo(20_000);
        }
    }

    @Test
    void findsAnyCaptureInALongLedger() throws IOException {
        int count = 700;
        try (Archive archive = open()) {
            Thread[] threads = new Thread[50];
            for (int t = 0; t < threads.length; t++) {
                int first = t;
                threads[t] =
                        Thread.ofVirtual()
                                .start(() -> {
                                    for (int i = first; i < count; i += threads.length) {
                                        archive.append(
                                                Exchanges.page("http://board.test/" + i, "x" + i));
                                    }
                                });
            }
            for (Thread thread : threads) {
                join(thread);
            }
            List<Capture> all = captures(archive);
            assertThat(all).hasSize(count);
            for (Capture capture : all) {
                assertThat(archive.capture(capture.id())).contains(capture);
            }
            assertThat(archive.capture(new CaptureId(count + 1))).isEmpty();
            for (long after : new long[] {0, 1, 349, 698, 699, 700, 9000}) {
                List<Capture> rest = new ArrayList<>();
                archive.forEachAfter(after, rest::add);
                assertThat(rest).isEqualTo(all.subList((int) Math.min(after, count), count));
            }
        }
    }

    @Test
    void refusesASecondWriterAndSaysWhoTheFirstIs() throws IOException {
        try (Archive archive = open()) {
            archive.append(Exchanges.page("http://board.test/1", "one"));
            assertThatThrownBy(this::open)
                    .isInstanceOf(ArchiveBusyException.class)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .hasMessageContaining("since 2026-11-22T12:00:00Z");
        }
        open().close();
    }

    /// POSIX takes all of a process's locks on a file back when any channel to it is closed.
    @Test
    void askingWhoWritesAndBeingRefusedLeaveTheLockInPlace() throws Exception {
        try (Archive archive = open()) {
            archive.append(Exchanges.page("http://board.test/1", "one"));
            assertThatThrownBy(this::open).isInstanceOf(ArchiveBusyException.class);
            assertThat(ArchiveCondition.writerOf(directory))
                    .hasValueSatisfying(owner ->
                            assertThat(owner)
                                    .startsWith("pid " + ProcessHandle.current().pid() + " since"));
            assertThat(ArchiveCondition.of(directory).captures()).isEqualTo(1);
            assertThat(askedByAnotherProcess()).startsWith("pid " + ProcessHandle.current().pid());
        }
        assertThat(ArchiveCondition.writerOf(directory)).isEmpty();
        assertThat(askedByAnotherProcess()).isEqualTo("nobody");
    }

    private String askedByAnotherProcess() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockQuestion.class.getName(),
                                directory.toString())
                        .redirectErrorStream(true)
                        .start();
        try (var answer = process.inputReader()) {
            return answer.readLine();
        }
    }

    /// Another process that wants to know.
    static final class LockQuestion {
        private LockQuestion() {}

        public static void main(String[] arguments) {
            System.out.println(ArchiveCondition.writerOf(Path.of(arguments[0])).orElse("nobody"));
        }
    }

    @Test
    void noticesABitThatFlippedBeforeUsingAPage() throws IOException {
        Capture capture;
        try (Archive archive = open()) {
            capture =
                    archive.append(Exchanges.page("http://board.test/1", Exchanges.text(1, 5000)));
        }
        Path file = directory.resolve(capture.position().file());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> ArchiveReader.open(directory).page(capture))
                .isInstanceOf(ArchiveDamagedException.class)
                .hasMessageContaining(capture.position().file())
                .hasMessageContaining("lurewatch verify");
    }

    private Archive open() {
        return open(LARGE);
    }

    private Archive open(long warcSize) {
        return Archive.open(directory, warcSize, CLOCK);
    }

    private static List<Capture> captures(Archive archive) {
        List<Capture> captures = new ArrayList<>();
        archive.forEachAfter(0, captures::add);
        return captures;
    }

    private List<String> segments() throws IOException {
        return new ArchiveFiles(directory)
                .names().stream()
                        .filter(name -> ArchiveFiles.segmentNumber(name).isPresent())
                        .toList();
    }

    private List<String> recordTypes() throws IOException {
        List<String> types = new ArrayList<>();
        for (String segment : segments()) {
            try (WarcReader reader = new WarcReader(directory.resolve(segment))) {
                reader.calculateBlockDigest();
                for (WarcRecord record : reader) {
                    types.add(record.type());
                    if (record instanceof WarcResponse response) {
                        assertThat(response.http().body().stream().readAllBytes()).isNotEmpty();
                    }
                }
            }
        }
        return types;
    }

    private List<String> profiles() throws IOException {
        List<String> profiles = new ArrayList<>();
        for (String segment : segments()) {
            try (WarcReader reader = new WarcReader(directory.resolve(segment))) {
                for (WarcRecord record : reader) {
                    if (record instanceof WarcRevisit revisit) {
                        profiles.add(revisit.profile().toString());
                    }
                }
            }
        }
        return profiles;
    }

    private static String text(CapturedPage page) {
        return new String(page.payload(), StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
