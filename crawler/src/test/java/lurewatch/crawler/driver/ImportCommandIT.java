package lurewatch.crawler.driver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictTrainer;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lurewatch.crawler.ConfigFiles;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Digest;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.archive.ArchiveReader;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.extract.SitePlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `lurewatch import` as a user runs it, on files of every kind.
final class ImportCommandIT {
    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");
    private static final String AD = "Customer service in Cambodia, telegram @sample_hr01";

    @TempDir Path folder;
    private Path config;
    private Path data;
    private String out = "";
    private String err = "";

    @BeforeEach
    void settings() throws IOException {
        config = folder.resolve("config");
        data = folder.resolve("data");
        ConfigFiles.write(config, "identity: {}\n", Map.of());
    }

    @Test
    void takesAWarcWithItsTimesAsClaimsAndItsBytesAsTheyAre() throws IOException {
        byte[] warc = gzipped(record("https://jobs.example/ad/1", AD));
        Path file = file("crawl.warc.gz", warc);

        assertThat(run(file.toString())).isZero();

        Capture capture = captures().getFirst();
        assertThat(capture.provenance()).isEqualTo(Provenance.IMPORTED);
        assertThat(capture.fetchedAt()).isEqualTo(NOW);
        assertThat(capture.header("Memento-Datetime")).contains("Thu, 2 Jan 2025 03:04:05 GMT");
        assertThat(new String(page(capture).payload(), UTF_8)).isEqualTo(page(AD));
        assertThat(archiveText())
                .contains("claimed-time: 2025-01-02T03:04:05Z")
                .contains("imported-from: crawl.warc.gz")
                .contains("imported-from-digest: " + Digest.of(warc))
                .contains("imported-from-place: record at byte 0");
        assertThat(texts()).singleElement().asString().contains("@sample_hr01");
    }

    @Test
    void takesNothingTwice() throws IOException {
        String file =
                file(
                                "crawl.warc",
                                (record("https://jobs.example/1", AD)
                                                + record(
                                                        "https://jobs.example/2", AD + " and more"))
                                        .getBytes(UTF_8))
                        .toString();
        assertThat(run(file)).isZero();
        assertThat(captures()).hasSize(2);

        assertThat(run(file)).isZero();
        assertThat(err).contains("archived 0 with 0 postings; 2 were there already");
        assertThat(captures()).hasSize(2);
    }

    /// Two people who saw the same page at two times are two witnesses of it.
    @Test
    void theSameBytesSeenAtAnotherTimeAreASightingOfTheirOwn() throws IOException {
        String first = record("https://jobs.example/1", AD);
        String second = first.replace("2025-01-02T03:04:05Z", "2025-02-03T04:05:06Z");
        assertThat(run(file("one.warc", first.getBytes(UTF_8)).toString())).isZero();

        assertThat(run(file("two.warc", (first + second).getBytes(UTF_8)).toString())).isZero();

        assertThat(err).contains("archived 1 with 1 posting; 1 was there already");
        assertThat(captures()).hasSize(2);
        Capture seenLater = captures().getLast();
        assertThat(seenLater.revisitOf()).contains(captures().getFirst().id());
        assertThat(seenLater.header("Memento-Datetime")).contains("Mon, 3 Feb 2025 04:05:06 GMT");
        assertThat(page(seenLater).payload()).isEqualTo(page(AD).getBytes(UTF_8));
        assertThat(archiveText()).contains("imported-from: one.warc", "imported-from: two.warc");
    }

    /// A copy has another time on the disk and says nothing that the first one did not.
    @Test
    void aSavedPageIsSeenAgainOnlyWhereSomebodySaysSo() throws IOException {
        String url = "https://jobs.example/ad/7";
        Path page = file("page.html", page(AD).getBytes(UTF_8));
        Path copy = file("copy.html", page(AD).getBytes(UTF_8));
        Files.setLastModifiedTime(copy, FileTime.from(NOW.minusSeconds(86_400)));
        assertThat(run(page.toString(), "--url", url)).isZero();

        assertThat(run(copy.toString(), "--url", url)).isZero();
        assertThat(captures()).hasSize(1);

        for (int i = 0; i < 2; i++) {
            assertThat(run(copy.toString(), "--url", url, "--time", "2026-10-01T08:00:00Z"))
                    .isZero();
            assertThat(captures()).hasSize(2);
        }
    }

    @Test
    void aBrokenRecordCostsItselfAndIsNamedWithItsPlace() throws IOException {
        byte[] first = gzipped(record("https://jobs.example/1", AD));
        byte[] broken = gzipped(record("https://jobs.example/2", AD));
        byte[] last = gzipped(record("https://jobs.example/3", AD));
        Arrays.fill(broken, broken.length / 3, broken.length / 2, (byte) 0x55);
        Path file = file("crawl.warc.gz", joined(first, broken, last));

        assertThat(run(file.toString())).isEqualTo(6);

        assertThat(err)
                .contains("crawl.warc.gz, record at byte " + first.length + ":")
                .contains("1 broken");
        assertThat(urls()).containsExactly("https://jobs.example/1", "https://jobs.example/3");
    }

    @Test
    void aCutOffFileGivesWhatItHas() throws IOException {
        byte[] first = gzipped(record("https://jobs.example/1", AD));
        byte[] second = gzipped(record("https://jobs.example/2", AD));
        Path file = file("crawl.warc.gz", joined(first, Arrays.copyOf(second, second.length / 2)));

        assertThat(run(file.toString())).isEqualTo(6);

        assertThat(urls()).containsExactly("https://jobs.example/1");
        assertThat(err).contains("archived 1 with 1 posting").contains("1 broken");
    }

    /// Browsers ask for these, and what records them keeps the bytes as they came.
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "zstd"})
    void aResponseIsReadInTheCodingThatItCameIn(String coding) throws IOException {
        byte[] body = coded(coding, page(AD).getBytes(UTF_8));
        Path file = file("crawl.warc", record("https://jobs.example/1", coding, body));

        assertThat(run(file.toString())).isZero();

        assertThat(texts()).singleElement().asString().contains("@sample_hr01");
        assertThat(captures().getFirst().payloadDigest()).isEqualTo(Digest.of(body));
    }

    @Test
    void aWarcPackedWithZstdRecordByRecordIsRead() throws IOException {
        byte[] first = zstd(record("https://jobs.example/1", AD));
        byte[] second = zstd(record("https://jobs.example/2", AD + " and more"));
        byte[] third =
                zstd(record("https://jobs.example/3", "br", coded("br", page(AD).getBytes(UTF_8))));
        Path file = file("crawl.warc.zst", joined(first, second, skipped(0x184D2A50, 7), third));

        assertThat(run(file.toString())).isZero();

        assertThat(err).contains("archived 3 with 3 postings");
        assertThat(archiveText())
                .contains("imported-from-place: frame at byte 0, record at byte 0")
                .contains(
                        "imported-from-place: frame at byte "
                                + first.length
                                + ", record at byte 0");
        assertThat(run(file.toString())).isZero();
        assertThat(err).contains("archived 0 with 0 postings; 3 were there already");
    }

    /// Nobody has to pack record by record: `zstd crawl.warc` makes one frame of all.
    @Test
    void aWarcPackedWithZstdAsAWholeIsRead() throws IOException {
        String warc = record("https://jobs.example/1", AD) + record("https://jobs.example/2", AD);
        for (byte[] packed : List.of(zstd(warc), streamed(warc.getBytes(UTF_8)))) {
            assertThat(run(file("whole-" + packed.length, packed).toString())).isZero();
        }
        assertThat(urls()).containsExactly("https://jobs.example/1", "https://jobs.example/2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDictionaryOfAWarcIsTakenFromItsFirstFrame(boolean isPackedItself) throws IOException {
        byte[] dictionary = dictionary();
        byte[] held = isPackedItself ? Zstd.compress(dictionary) : dictionary;
        byte[] record = record("https://jobs.example/1", AD).getBytes(UTF_8);
        byte[] packed = Zstd.compressUsingDict(record, dictionary, 3);
        assertThat(Zstd.getDictIdFromFrame(packed)).isPositive();
        Path file =
                file(
                        "crawl.warc.zst",
                        joined(skipped(0x184D2A5D, held.length), held, packed, packed));

        assertThat(run(file.toString())).isZero();

        assertThat(urls()).containsExactly("https://jobs.example/1");
    }

    @Test
    void aDictionaryThatIsElsewhereIsAskedFor() throws IOException {
        byte[] dictionary = dictionary();
        byte[] packed =
                Zstd.compressUsingDict(
                        record("https://jobs.example/1", AD).getBytes(UTF_8), dictionary, 3);
        Path file = file("crawl.warc.zst", packed);

        assertThat(run(file.toString())).isEqualTo(3);

        assertThat(err)
                .contains(
                        "packed with the dictionary "
                                + Zstd.getDictIdFromDict(dictionary)
                                + ", which is not in it: unpack it with that (zstd -d -D DICTIONARY)");
        assertThat(urls()).isEmpty();
    }

    @Test
    void aBrokenFrameCostsItselfAndIsNamedWithItsPlace() throws IOException {
        byte[] first = zstd(record("https://jobs.example/1", AD));
        byte[] last = zstd(record("https://jobs.example/4", AD));
        for (int from : new int[] {1, 4, 9, 40}) {
            byte[] broken = zstd(record("https://jobs.example/2", AD));
            Arrays.fill(broken, from, from + 8, (byte) 0x55);
            byte[] cut = Arrays.copyOf(first, first.length / 2);
            Path file = file("crawl-" + from + ".warc.zst", joined(first, broken, last, cut));

            assertThat(run(file.toString())).as(err).isEqualTo(6);

            assertThat(err).contains(".warc.zst, frame at byte " + first.length);
            assertThat(urls()).containsExactly("https://jobs.example/1", "https://jobs.example/4");
        }
    }

    @Test
    void aFrameThatUnpacksToOutOfAllProportionIsLeft() throws IOException {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(bomb)) {
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        }
        byte[] said = Zstd.compress(new byte[80 << 20]);
        Path file =
                file(
                        "crawl.warc.zst",
                        joined(
                                bomb.toByteArray(),
                                said,
                                zstd(record("https://jobs.example/1", AD))));

        assertThat(run(file.toString())).isEqualTo(6);

        assertThat(err)
                .contains("crawl.warc.zst, frame at byte 0: unpacks to more than 67108864 bytes")
                .contains("frame at byte " + bomb.size() + ": unpacks to more than")
                .contains("2 broken");
        assertThat(urls()).containsExactly("https://jobs.example/1");
    }

    @Test
    void aRecordThatPromisesMoreThanItsFileCanHoldIsNotUnpacked() throws IOException {
        String bomb =
                """
                WARC/1.0
                WARC-Type: response
                WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000009>
                WARC-Date: 2025-01-02T03:04:05Z
                WARC-Target-URI: https://jobs.example/bomb
                Content-Type: application/http;msgtype=response
                Content-Length: 99999999999

                HTTP/1.1 200 OK

                """
                        .replace("\n", "\r\n");
        Path file =
                file(
                        "crawl.warc.gz",
                        joined(gzipped(bomb), gzipped(record("https://jobs.example/1", AD))));

        assertThat(run(file.toString())).isEqualTo(6);
        assertThat(err).contains("promises 99999999999 bytes");
        assertThat(urls()).containsExactly("https://jobs.example/1");
    }

    @Test
    void anEndlessHeadIsNoRecord() throws IOException {
        byte[] endless =
                gzipped(
                        "WARC/1.0\r\nWARC-Type: response\r\nX-Endless: ".getBytes(UTF_8),
                        "a".repeat(1 << 20).getBytes(UTF_8),
                        1024);
        Path file =
                file(
                        "crawl.warc.gz",
                        joined(endless, gzipped(record("https://jobs.example/1", AD))));

        assertThat(run(file.toString())).isEqualTo(6);
        assertThat(err).contains("record at byte 0: a head of more than 16384 bytes");
        assertThat(urls()).containsExactly("https://jobs.example/1");
    }

    /// Dates are written by whoever made the file, and cost no more than themselves.
    @Test
    void aTimeThatNoCalendarHasIsNoClaim() throws IOException {
        StringBuilder warc = new StringBuilder();
        List<String> times =
                List.of(
                        "+12026-01-01T00:00:00Z",
                        "+999999999-01-01T00:00:00Z",
                        "-9999-01-01T00:00:00Z",
                        "soon");
        for (String time : times) {
            warc.append(
                    record("https://jobs.example/" + time.hashCode(), AD)
                            .replace("2025-01-02T03:04:05Z", time));
        }
        Path posts =
                file(
                        "posts.csv",
                        ("url,text,time\nhttps://jobs.example/posts,"
                                        + AD.replace(",", "")
                                        + ",+12026-01-01T00:00:00Z\n")
                                .getBytes(UTF_8));
        Path chat =
                file(
                        "result.json",
                        """
                        {"name":"a","type":"public_channel","id":7,"messages":[
                        {"id":1,"type":"message","date_unixtime":"99999999999999","text":"%1$s"},
                        {"id":2,"type":"message","date_unixtime":"-99999999999999","text":"%1$s"},
                        {"id":3,"type":"message","date_unixtime":"99999999999999999","text":"%1$s"}]}
                        """
                                .formatted(AD)
                                .getBytes(UTF_8));

        assertThat(
                        run(
                                file("crawl.warc", warc.toString().getBytes(UTF_8)).toString(),
                                posts.toString(),
                                chat.toString()))
                .as(err)
                .isZero();

        assertThat(captures())
                .hasSize(8)
                .allMatch(capture -> capture.header("Memento-Datetime").isEmpty());
        assertThat(texts()).hasSize(8).allMatch(text -> text.contains("@sample_hr01"));
        assertThat(run(posts.toString(), "--time", "+12026-01-01T00:00:00Z")).isEqualTo(2);
        assertThat(err).contains("--time: not a time such as");
    }

    @Test
    void aSiteThatIsNotWatchedIsNamedByTheFileThatItWouldHave() throws IOException {
        Path posts = file("posts.jsonl", ("{\"text\":\"" + AD + "\"}").getBytes(UTF_8));
        assertThat(run(posts.toString(), "--site", "my-bord")).isEqualTo(2);
        assertThat(err).contains(config.resolve("sites") + "/my-bord.yaml", "it is 'imported'");
    }

    @Test
    void aRecordThatAPageQuotesIsNoRecordOfTheFile() throws IOException {
        String quoting =
                record(
                        "https://jobs.example/1",
                        "<pre>\n" + record("https://forged.example/", AD) + "</pre>");
        String broken =
                record("https://jobs.example/2", AD)
                        .replace("Content-Length: ", "Content-Length: x");
        Path file =
                file(
                        "crawl.warc",
                        (quoting + broken + record("https://jobs.example/3", AD)).getBytes(UTF_8));

        assertThat(run(file.toString())).isEqualTo(6);
        assertThat(urls()).containsExactly("https://jobs.example/1", "https://jobs.example/3");
    }

    @Test
    void takesTheWarcsOfAWaczWhoseListIsRight() throws IOException {
        byte[] warc = gzipped(record("https://jobs.example/ad/1", AD));
        Path file = wacz("archive/data.warc.gz", warc, Digest.of(warc).toString());

        assertThat(run(file.toString())).isZero();
        assertThat(urls()).containsExactly("https://jobs.example/ad/1");
        assertThat(archiveText()).contains("archive/data.warc.gz, record at byte 0");
    }

    @Test
    void refusesAWaczWhoseBytesAreNotThoseOfItsList() throws IOException {
        byte[] warc = gzipped(record("https://jobs.example/ad/1", AD));
        Path file = wacz("archive/data.warc.gz", warc, Digest.of("other").toString());

        assertThat(run(file.toString())).isEqualTo(4);
        assertThat(err).contains("archive/data.warc.gz has not the digest");
        assertThat(captures()).isEmpty();
    }

    /// Both by py-wacz; the second is signed with a certificate of an authority for tests.
    @Test
    void aSignedWaczNeedsASignerWhomSomebodyVouchesFor() throws IOException {
        assertThat(run(resource("valid_signed_example_1.wacz").toString())).isZero();
        assertThat(captures()).isNotEmpty();
        int taken = captures().size();

        assertThat(run(resource("invalid_signed_example_1.wacz").toString())).isEqualTo(4);
        assertThat(err).contains("no known authority vouches for who signed it (");
        assertThat(captures()).hasSize(taken);
    }

    @Test
    void aRecordWithoutAnAddressCostsItself() throws IOException {
        String without =
                record("https://jobs.example/1", AD)
                        .replace("WARC-Target-URI: https://jobs.example/1\r\n", "");
        Path file =
                file(
                        "crawl.warc",
                        (without + record("https://jobs.example/2", AD)).getBytes(UTF_8));

        assertThat(run(file.toString())).isEqualTo(6);
        assertThat(err).contains("it names no WARC-Target-URI");
        assertThat(urls()).containsExactly("https://jobs.example/2");
    }

    @Test
    void refusesAWaczWithNamesThatLeaveIt() throws IOException {
        byte[] warc = gzipped(record("https://jobs.example/ad/1", AD));
        Path file = wacz("../../outside.warc.gz", warc, Digest.of(warc).toString());

        assertThat(run(file.toString())).isEqualTo(3);
        assertThat(err).contains("a name that leaves the package");
        assertThat(captures()).isEmpty();
    }

    @Test
    void refusesAZipBomb() throws IOException {
        Path file = wacz("archive/data.warc", new byte[64 << 20], "sha256:00");

        assertThat(run(file.toString())).isEqualTo(3);
        assertThat(err).contains("out of all proportion");
    }

    @Test
    void aSavedPageSaysItselfWhereItStood() throws IOException {
        Path chrome =
                file(
                        "chrome.html",
                        ("<!-- saved from url=(0025)https://jobs.example/ad/7 -->\n" + page(AD))
                                .getBytes(UTF_8));
        Path single =
                file(
                        "single.html",
                        ("<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://jobs.example/ad/8 \n"
                                        + " saved date: Tue Jan 02 2024 10:00:00 GMT+0900 (Korean Standard Time)\n-->"
                                        + page(AD))
                                .getBytes(UTF_8));

        assertThat(run(chrome.toString(), single.toString())).isZero();
        assertThat(urls())
                .containsExactly("https://jobs.example/ad/7", "https://jobs.example/ad/8");
        assertThat(captureOf("https://jobs.example/ad/8").header("Memento-Datetime"))
                .contains("Tue, 2 Jan 2024 01:00:00 GMT");
    }

    @Test
    void aPageThatDoesNotSayWhereItStoodNeedsAnAddress() throws IOException {
        Path file = file("page.html", page(AD).getBytes(UTF_8));

        assertThat(run(file.toString())).isEqualTo(3);
        assertThat(err).contains("say so with --url");
        assertThat(run(file.toString(), "--url", "https://jobs.example/ad/7")).isZero();
        assertThat(urls()).containsExactly("https://jobs.example/ad/7");
        assertThat(run(file.toString(), "--url", "hxxps://jobs[.]example/ad/8")).isZero();
        assertThat(urls())
                .containsExactly("https://jobs.example/ad/7", "https://jobs.example/ad/8");
    }

    @Test
    void eachMessageOfAChatIsAPosting() throws IOException {
        Path file =
                file(
                        "result.json",
                        """
                        {"name": "Sample overseas work", "type": "public_channel", "id": 1000000001,
                         "messages": [
                          {"id": 1, "type": "service", "action": "create_channel", "text": ""},
                          {"id": 2, "type": "message", "date": "2025-01-02T12:04:05", "date_unixtime": "1735787045",
                           "from": "Sample overseas work", "forwarded_from": "Sample other channel",
                           "text": ["캄보디아 TM 직원 모집, 텔레 ", {"type": "mention", "text": "@sample_tm01"}],
                           "text_entities": [{"type": "text_link", "text": "apply", "href": "https://t.me/sample_apply01"}]},
                          {"id": 3, "type": "message", "date_unixtime": "1735787046", "text": "second"}
                         ]}
                        """
                                .getBytes(UTF_8));

        assertThat(run(file.toString())).isZero();

        assertThat(urls())
                .containsExactly("https://t.me/c/1000000001/2", "https://t.me/c/1000000001/3");
        JobPosting posting = postings().getFirst();
        assertThat(posting.text())
                .contains("캄보디아 TM 직원 모집, 텔레 @sample_tm01")
                .contains("Forwarded from Sample other channel");
        assertThat(posting.links()).anyMatch(l -> l.target().equals("https://t.me/sample_apply01"));
        assertThat(posting.postedAt()).contains(Instant.ofEpochSecond(1735787045));
        assertThat(new String(page(captureOf("https://t.me/c/1000000001/2")).payload(), UTF_8))
                .startsWith("{\"id\": 2,")
                .endsWith("}]}");
    }

    @Test
    void aChatThatIsCutOffGivesWhatItHas() throws IOException {
        Path file =
                file(
                        "result.json",
                        "{\"name\":\"n\",\"type\":\"public_channel\",\"id\":7,\"messages\":[{\"id\":1,\"type\":\"message\",\"text\":\"TM 직원\"},{\"id\":2,\"type\":\"mess"
                                .getBytes(UTF_8));

        assertThat(run(file.toString(), "--url", "https://t.me/sample_work")).isEqualTo(6);
        assertThat(err).contains("after message 1");
        assertThat(urls()).containsExactly("https://t.me/sample_work/1");
    }

    @Test
    void eachMessageOfAWhatsAppChatIsAPosting() throws IOException {
        String chat =
                """
                [31/07/2026, 21:00:01] Messages and calls are end-to-end encrypted.\r
                [31/07/2026, 21:00:02] +855 00 000 001: Loker Kamboja, gaji 15 juta\r
                tiket ditanggung\r
                \u200e[01/08/2026, 09:30:15] Rina HRD: wa.me/85500000002\r
                [13/08/2026, 09:30:16] Rina HRD: third\
                """;
        Path file = file("_chat.txt", chat.getBytes(UTF_8));

        assertThat(run(file.toString())).isZero();

        assertThat(postings()).hasSize(3);
        JobPosting first = saying("gaji 15 juta");
        assertThat(first.author()).contains("+855 00 000 001");
        assertThat(first.text())
                .contains("Loker Kamboja, gaji 15 juta")
                .contains("tiket ditanggung")
                .contains("WhatsApp: +855 00 000 001")
                .doesNotContain("31/07/2026");
        assertThat(first.postedAt()).contains(Instant.parse("2026-07-31T21:00:02Z"));
        assertThat(saying("wa.me").postedAt()).contains(Instant.parse("2026-08-01T09:30:15Z"));
        assertThat(new String(page(captureOf(first.url())).payload(), UTF_8))
                .isEqualTo(
                        "[31/07/2026, 21:00:02] +855 00 000 001: Loker Kamboja, gaji 15 juta\r\ntiket ditanggung");
        assertThat(first.url()).startsWith("urn:sha256:");
        assertThat(archiveText()).contains("imported-from-place: line 2");
    }

    @Test
    void aLongerExportOfTheSameChatAddsWhatIsNew() throws IOException {
        String chat = "8/13/26, 9:30 PM - Ann: one\n8/13/26, 9:31 PM - Ann: two";
        assertThat(run(file("a.txt", chat.getBytes(UTF_8)).toString())).isZero();

        String longer = chat + "\n8/13/26, 9:32 PM - Ann: three\n";
        assertThat(run(file("b.txt", longer.getBytes(UTF_8)).toString())).isZero();

        assertThat(err).contains("archived 1 with 1 posting; 2 were there already");
    }

    @Test
    void aPackedChatIsReadWithoutItsPictures() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("00000001-PHOTO.jpg"));
            zip.write(new byte[] {(byte) 0xff, (byte) 0xd8});
            zip.putNextEntry(new ZipEntry("_chat.txt"));
            zip.write(
                    "[13/08/2026, 9:30:15] Ann: one\n[13/08/2026, 9:30:16] Ann: two"
                            .getBytes(UTF_8));
        }

        assertThat(run(file("WhatsApp Chat - Ann.zip", bytes.toByteArray()).toString())).isZero();

        assertThat(texts()).hasSize(2).anyMatch(text -> text.contains("one"));
    }

    /// The day stands in a line of its own; the same words at the same hour of two days are two.
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                [LINE] 高収入バイトとのトーク履歴
                保存日時：2026/08/03 09:30

                2026/08/01(土)
                09:30\t田中\t"高収入
                LINE追加"
                09:31\t田中がグループに参加しました。

                2026/08/02(日)
                09:30\t田中\t"高収入
                LINE追加"
                """,
                """
                오픈채팅 님과 카카오톡 대화
                저장한 날짜 : 2026-08-03 09:30:00

                --------------- 2026년 8월 1일 토요일 ---------------
                [田中] [오전 9:30] 高収入
                LINE追加
                --------------- 2026년 8월 2일 일요일 ---------------
                [田中] [오전 9:30] 高収入
                LINE追加
                """,
                """
                오픈채팅 카카오톡 대화
                저장한 날짜 : 2026년 8월 3일 오전 9:30

                2026년 8월 1일 오전 9:30
                2026년 8월 1일 오전 9:30, 田中 : 高収入
                LINE追加
                2026년 8월 1일 오전 9:31, 田中님이 들어왔습니다.
                2026년 8월 2일 오전 9:30, 田中 : 高収入
                LINE追加
                """
            })
    void chatsOfOtherMessengersAreReadToo(String chat) throws IOException {
        Path file = file("talk.txt", ("\uFEFF" + chat).getBytes(UTF_8));

        assertThat(run(file.toString())).isZero();

        assertThat(postings())
                .extracting(JobPosting::postedAt)
                .containsExactlyInAnyOrder(
                        Optional.of(Instant.parse("2026-08-01T09:30:00Z")),
                        Optional.of(Instant.parse("2026-08-02T09:30:00Z")));
        assertThat(postings())
                .allSatisfy(posting -> {
                    assertThat(posting.author()).contains("田中");
                    assertThat(posting.blocks())
                            .filteredOn(block -> block.kind() == Block.Kind.BODY)
                            .extracting(Block::text)
                            .containsExactly("高収入\nLINE追加");
                });
    }

    @Test
    void aTextThatIsNoChatStaysAPage() throws IOException {
        String text = "At 9:30 - Ann: meet\nhousing: free\nsalary: 1500 USD @sample_hr01\n";

        assertThat(
                        run(
                                file("ad.txt", text.getBytes(UTF_8)).toString(),
                                "--url",
                                "https://jobs.example/1"))
                .isZero();

        assertThat(texts()).singleElement().asString().contains("Ann: meet").contains("housing");
    }

    @Test
    void rowsOfATableArePostings() throws IOException {
        Path file =
                file(
                        "posts.csv",
                        """
                        URL;Title;Text;Author;Time;Site;Phone
                        https://jobs.example/1;Ad;"free flight;
                        ""call"" @sample_hr01";sample_author;2025-01-02T03:04:05Z;My Board;+855 00 000 000

                        ;;no address;;;;
                        ;;;;;;
                        ;a;b;c;d;e;f;g
                        """
                                .getBytes(UTF_8));

        assertThat(run(file.toString())).isEqualTo(6);
        assertThat(err).contains("posts.csv, line 7: 8 cells where 7 columns have names");

        JobPosting posting = postings().getFirst();
        assertThat(posting.url()).isEqualTo("https://jobs.example/1");
        assertThat(posting.site()).isEqualTo("my-board");
        assertThat(posting.postedAt()).contains(Instant.parse("2025-01-02T03:04:05Z"));
        assertThat(posting.text())
                .contains("free flight;\n\"call\" @sample_hr01")
                .contains("phone: +855 00 000 000");
        assertThat(urls().get(1)).startsWith("urn:sha256:");
    }

    @Test
    void aTableInAnotherEncodingIsReadInIt() throws IOException {
        String rows =
                "title,text\n"
                        + "캄보디아 직원 모집,캄보디아 시아누크빌에서 일할 한국인 직원을 모집합니다 숙식 제공 항공권 지원\n".repeat(20);
        Path file = file("posts.csv", rows.getBytes(Charset.forName("EUC-KR")));

        assertThat(run(file.toString())).isZero();
        assertThat(texts()).first().asString().contains("시아누크빌에서 일할 한국인 직원");
    }

    @Test
    void aTableWithoutNamesIsRefusedWithTheNamesThatAreRead() throws IOException {
        Path file = file("posts.csv", "a,b\n1,2\n".getBytes(UTF_8));

        assertThat(run(file.toString())).isEqualTo(3);
        assertThat(err).contains("url, text, title, author, time and site").contains("[a, b]");
    }

    /// Neither costs the files that stand beside them.
    @Test
    void filesWithoutARowOfNamesAreRefusedByThemselves() throws IOException {
        Path empty = file("empty.csv", new byte[0]);
        Path blank = file("blank.csv", "\n\n".getBytes(UTF_8));
        Path posts = file("posts.csv", ("text\n" + AD.replace(",", "")).getBytes(UTF_8));

        assertThat(run(empty.toString(), blank.toString(), posts.toString())).isEqualTo(6);

        assertThat(err)
                .contains("empty.csv: nothing taken: no row of column names")
                .contains("blank.csv: nothing taken: no row of column names");
        assertThat(texts()).hasSize(1);
    }

    @Test
    void linesOfJsonArePostings() throws IOException {
        Path file =
                file(
                        "posts.jsonl",
                        """
                        {"url":"https://jobs.example/1","text":"TM 직원 @sample_hr01","author":"sample_author"}
                        not json
                        [1]

                        {"title":"Only a title"}
                        """
                                .getBytes(UTF_8));

        assertThat(run(file.toString())).isEqualTo(6);
        assertThat(err).contains("posts.jsonl, line 2: no JSON").contains("posts.jsonl, line 3:");
        assertThat(texts()).hasSize(2);
    }

    @Test
    void aForwardedMailIsAPostingOfItsOwn() throws IOException {
        String base64 =
                Base64.getMimeEncoder()
                        .encodeToString(
                                "<p>캄보디아 TM 직원, 텔레 <a href='https://t.me/sample_tm01'>@sample_tm01</a></p>"
                                        .getBytes(UTF_8));
        String mail =
                """
                From: Sample analyst <analyst@desk.example>
                Subject: =?UTF-8?B?%s?=
                Message-ID: <one@desk.example>
                Date: Thu, 02 Jan 2025 03:04:05 +0000
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                please look =E2=80=94 forwarded
                --outer
                Content-Type: message/rfc822

                From: Sample HR <hr@scam.example>
                Subject: overseas work
                Reply-To: other@scam.example
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain

                short
                --inner
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: base64

                %s
                --inner--

                --outer--
                """
                        .formatted(
                                Base64.getEncoder().encodeToString("전달 광고".getBytes(UTF_8)),
                                base64);
        Path file = file("forwarded.eml", mail.replace("\n", "\r\n").getBytes(UTF_8));

        assertThat(run(file.toString())).isZero();

        List<JobPosting> postings = postings();
        assertThat(postings)
                .extracting(JobPosting::url)
                .containsExactly("mid:one@desk.example", "mid:one@desk.example#message-2");
        assertThat(postings.get(0).title()).isEqualTo("전달 광고");
        assertThat(postings.get(0).text()).contains("please look — forwarded").doesNotContain("TM");
        assertThat(postings.get(1).text())
                .contains("캄보디아 TM 직원, 텔레 @sample_tm01")
                .contains("Reply-To: other@scam.example")
                .doesNotContain("short");
        assertThat(postings.get(1).links())
                .anyMatch(link -> link.target().equals("https://t.me/sample_tm01"));
    }

    /// By its name or by what Chrome writes into its head.
    @ParameterizedTest
    @ValueSource(strings = {"saved.mhtml", "no-name-that-tells"})
    void aPageSavedWithItsPicturesStandsWhereItStoodAndWasSavedWhenItSays(String name)
            throws IOException {
        String mhtml =
                """
                From: <Saved by Blink>
                Snapshot-Content-Location: https://jobs.example/ad/7
                Subject: sample
                Date: Thu, 2 Jan 2025 03:04:05 +0000
                MIME-Version: 1.0
                Content-Type: multipart/related; type="text/html"; boundary="edge"

                --edge
                Content-Type: text/html
                Content-Transfer-Encoding: quoted-printable
                Content-Location: https://jobs.example/ad/7

                <html><body><p>%s=20now</p></body></html>

                --edge--
                """
                        .formatted(AD);
        Path file = file(name, mhtml.replace("\n", "\r\n").getBytes(UTF_8));

        assertThat(run(file.toString())).isZero();

        Capture capture = captures().getFirst();
        assertThat(capture.url()).isEqualTo("https://jobs.example/ad/7");
        assertThat(capture.header("Memento-Datetime")).contains("Thu, 2 Jan 2025 03:04:05 GMT");
        assertThat(page(capture).payload()).isEqualTo(Files.readAllBytes(file));
        assertThat(texts()).singleElement().asString().isEqualTo(AD + " now");
    }

    @Test
    void aMailNestedWithoutEndIsReadAsFarAsPeopleNest() throws IOException {
        StringBuilder mail =
                new StringBuilder("From: sample@desk.example\r\nSubject: outermost\r\n");
        for (int i = 0; i < 20_000; i++) {
            mail.append("Content-Type: message/rfc822\r\n\r\nSubject: level\r\n");
        }
        Path file = file("deep.eml", mail.append("\r\ntext").toString().getBytes(UTF_8));

        run(file.toString());

        assertThat(postings().size()).isLessThan(100);
        assertThat(captures()).hasSize(1);
    }

    @Test
    void saysInJsonWhatBecameOfEachRecord() throws IOException {
        Path file = file("crawl.warc", record("https://jobs.example/1", AD).getBytes(UTF_8));

        assertThat(run(file.toString(), "--format", "jsonl")).isZero();

        JsonNode line = new ObjectMapper().readTree(out);
        assertThat(line.path("url").asText()).isEqualTo("https://jobs.example/1");
        assertThat(line.path("place").asText()).isEqualTo("record at byte 0");
        assertThat(line.path("postings").asText()).startsWith("p");
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of("import"));
        all.addAll(List.of(args));
        all.addAll(List.of("--config", config.toString(), "--data", data.toString()));
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Session session =
                new Session(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(stdout, true, UTF_8),
                        new PrintStream(stderr, true, UTF_8),
                        Map.of(),
                        InstantSource.fixed(NOW));
        int code = CommandTree.run(session, all.toArray(String[]::new));
        out = stdout.toString(UTF_8);
        err = stderr.toString(UTF_8);
        return code;
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private List<Capture> captures() {
        List<Capture> captures = new ArrayList<>();
        ArchiveReader.open(data.resolve("archive")).forEachAfter(0, captures::add);
        return captures;
    }

    /// Sorted: records of different addresses may overtake each other.
    private List<String> urls() {
        return captures().stream().map(Capture::url).sorted().toList();
    }

    private Capture captureOf(String url) {
        return captures().stream().filter(c -> c.url().equals(url)).findFirst().orElseThrow();
    }

    private CapturedPage page(Capture capture) {
        return ArchiveReader.open(data.resolve("archive")).page(capture);
    }

    private List<JobPosting> postings() {
        return captures().stream()
                .sorted((a, b) -> a.url().compareTo(b.url()))
                .flatMap(
                        c -> new Extractor().extract(page(c), SitePlan.GENERIC).postings().stream())
                .toList();
    }

    private JobPosting saying(String words) {
        return postings().stream()
                .filter(posting -> posting.text().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private List<String> texts() {
        return postings().stream().map(JobPosting::text).toList();
    }

    private String archiveText() throws IOException {
        StringBuilder text = new StringBuilder();
        try (var files = Files.newDirectoryStream(data.resolve("archive"), "*.warc.gz")) {
            for (Path warc : files) {
                try (var in = new GZIPInputStream(Files.newInputStream(warc))) {
                    text.append(new String(in.readAllBytes(), UTF_8));
                }
            }
        }
        return text.toString();
    }

    private static Path resource(String name) {
        return Path.of("src/test/resources/lurewatch/crawler/intake", name);
    }

    private Path wacz(String name, byte[] warc, String hash) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(name);
            if (name.endsWith(".gz")) {
                CRC32 crc = new CRC32();
                crc.update(warc);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(warc.length);
                entry.setCrc(crc.getValue());
            }
            zip.putNextEntry(entry);
            zip.write(warc);
            zip.putNextEntry(new ZipEntry("datapackage.json"));
            zip.write(
                    ("{\"profile\":\"data-package\",\"resources\":[{\"path\":\""
                                    + name
                                    + "\",\"hash\":\""
                                    + hash
                                    + "\",\"bytes\":"
                                    + warc.length
                                    + "}]}")
                            .getBytes(UTF_8));
        }
        return file("pages.wacz", bytes.toByteArray());
    }

    private static String page(String text) {
        return "<html><head><title>Ad</title></head><body><h1>Ad</h1><p>"
                + text
                + "</p></body></html>";
    }

    private static String record(String url, String text) {
        String body = page(text);
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body;
        return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
                + "WARC-Date: 2025-01-02T03:04:05Z\r\nWARC-Target-URI: "
                + url
                + "\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: "
                + http.getBytes(UTF_8).length
                + "\r\n\r\n"
                + http
                + "\r\n\r\n";
    }

    private static byte[] record(String url, String coding, byte[] body) {
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: "
                        + coding
                        + "\r\n\r\n";
        String warc =
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000002>\r\n"
                        + "WARC-Date: 2025-01-02T03:04:05Z\r\nWARC-Target-URI: "
                        + url
                        + "\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: "
                        + (head.length() + body.length)
                        + "\r\n\r\n"
                        + head;
        return joined(warc.getBytes(UTF_8), body, "\r\n\r\n".getBytes(UTF_8));
    }

    private static byte[] coded(String coding, byte[] body) throws IOException {
        return switch (coding) {
            case "gzip" -> gzipped(new String(body, UTF_8));
            case "br" -> brotli(body);
            case "zstd" -> Zstd.compress(body);
            default -> throw new IllegalArgumentException(coding);
        };
    }

    /// A block that is stored, and the empty last one (RFC 7932, 9.2).
    private static byte[] brotli(byte[] body) {
        int head = ((body.length - 1) << 4) | (1 << 20);
        return joined(
                new byte[] {(byte) head, (byte) (head >> 8), (byte) (head >> 16)},
                body,
                new byte[] {3});
    }

    private static byte[] zstd(String text) {
        return zstd(text.getBytes(UTF_8));
    }

    private static byte[] zstd(byte[] content) {
        try (ZstdCompressCtx context = new ZstdCompressCtx().setChecksum(true)) {
            return context.compress(content);
        }
    }

    /// A frame that does not say how long its content is.
    private static byte[] streamed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] dictionary() {
        ZstdDictTrainer trainer = new ZstdDictTrainer(1 << 20, 4096);
        for (int i = 0; i < 2000; i++) {
            trainer.addSample(
                    record("https://jobs.example/ad/" + i, AD + " no " + i * i).getBytes(UTF_8));
        }
        return trainer.trainSamples();
    }

    /// A frame that is no data: its head, and for a dictionary nothing else, for others its
    /// content.
    private static byte[] skipped(int magic, int length) {
        byte[] head =
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(magic)
                        .putInt(length)
                        .array();
        return magic == 0x184D2A5D ? head : joined(head, new byte[length]);
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /// The first part and then the other, so many times over. That one is packed only once: blocks
    /// after a full flush stand for themselves.
    private static byte[] gzipped(byte[] first, byte[] then, int times) {
        CRC32 crc = new CRC32();
        crc.update(first);
        IntStream.range(0, times).forEach(_ -> crc.update(then));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1F, (byte) 0x8B, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, -1});
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            bytes.writeBytes(block(deflater, first, Deflater.FULL_FLUSH));
            byte[] block = block(deflater, then, Deflater.FULL_FLUSH);
            IntStream.range(0, times).forEach(_ -> bytes.writeBytes(block));
            deflater.finish();
            bytes.writeBytes(block(deflater, new byte[0], Deflater.NO_FLUSH));
        }
        int size = first.length + then.length * times;
        return joined(
                bytes.toByteArray(),
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((int) crc.getValue())
                        .putInt(size)
                        .array());
    }

    private static byte[] block(Deflater deflater, byte[] content, int flush) {
        byte[] room = new byte[1 << 16];
        deflater.setInput(content);
        int length = deflater.deflate(room, 0, room.length, flush);
        assertThat(length).isPositive().isLessThan(room.length);
        return Arrays.copyOf(room, length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
