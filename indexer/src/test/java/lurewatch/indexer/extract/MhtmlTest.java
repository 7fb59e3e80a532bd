package lurewatch.indexer.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.picture.QrPictures;
import org.junit.jupiter.api.Test;

/// Pages in one file, built as Chrome and older browsers write them.
final class MhtmlTest {
    private static final String URL = "https://board.example/ad/7";
    private static final String QR = QrPictures.dataAddress("https://t.me/sample_saved");

    @Test
    void aPageIsReadInItsOwnEncodingWithItsFrameItsPictureAndItsShadowTree() {
        Charset korean = Charset.forName("EUC-KR");
        byte[] file =
                new File()
                        .head("Snapshot-Content-Location: " + URL)
                        .part(
                                "Content-Type: text/html; charset=euc-kr\r\nContent-Location: "
                                        + URL,
                                """
                                <html><head><title>캄보디아 직원</title></head><body>
                                <p>고수익 해외 취업, 항공권 숙소 제공. 자세한 것은 아래를 보세요.</p>
                                <template shadowmode="open"><p>그늘에 있는 연락처 sample_shadow</p></template>
                                <iframe src="cid:frame-1@mhtml.blink"></iframe>
                                <img src="https://board.example/qr.png">
                                </body></html>
                                """
                                        .getBytes(korean))
                        .part(
                                "Content-Type: text/html; charset=utf-8\r\n"
                                        + "Content-ID: <frame-1@mhtml.blink>",
                                "<p>텔레그램 <a href='https://t.me/sample_frame'>여기</a></p>"
                                        .getBytes(StandardCharsets.UTF_8))
                        .part(
                                "Content-Type: image/png\r\n"
                                        + "Content-Location: https://board.example/qr.png",
                                Base64.getDecoder().decode(QR.substring(QR.indexOf(',') + 1)))
                        .bytes();

        Extraction extraction = read(file);

        assertThat(extraction.failures()).isEmpty();
        assertThat(extraction.postings())
                .singleElement()
                .satisfies(posting -> {
                    assertThat(posting.url()).startsWith(URL);
                    assertThat(posting.title()).isEqualTo("캄보디아 직원");
                    assertThat(posting.text())
                            .contains("항공권 숙소 제공")
                            .contains("sample_shadow")
                            .contains("https://t.me/sample_saved");
                    assertThat(posting.links())
                            .extracting(link -> link.target())
                            .contains("https://t.me/sample_frame", "https://t.me/sample_saved");
                });
    }

    @Test
    void whereThePageStoodIsReadFromTheFileOrFromItsFirstPart() {
        byte[] chrome = new File().head("Snapshot-Content-Location: " + URL).bytes();
        byte[] older =
                new File()
                        .part("Content-Type: text/html\r\nContent-Location: " + URL, page("x"))
                        .bytes();

        assertThat(Mhtml.locationIn(chrome)).contains(URL);
        assertThat(Mhtml.locationIn(older)).contains(URL);
        assertThat(Mhtml.locationIn("no mail at all".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void framesThatShowEachOtherAreReadOnceEach() {
        String both = "<iframe src='cid:a'></iframe><iframe src='cid:b'></iframe>";
        byte[] file =
                new File()
                        .part("Content-Type: text/html\r\nContent-ID: <a>", page("first " + both))
                        .part("Content-Type: text/html\r\nContent-ID: <b>", page("second " + both))
                        .bytes();

        String html = Mhtml.unpacked(file, "").page().outerHtml();

        assertThat(html.split("second", -1)).hasSize(2);
    }

    @Test
    void aFileWithoutAPageSaysSo() {
        byte[] file = new File().part("Content-Type: text/css", page("p {}")).bytes();

        assertThat(read(file).failures())
                .singleElement()
                .asString()
                .contains("no page in the file");
    }

    /// As a server sends one that it makes itself: its head is the answer's.
    @Test
    void aFileWithoutAHeadIsReadByTheAnswersHeadOrByItsFirstLine() {
        byte[] parts =
                new File().part("Content-Type: text/html", page("<p>Work in Poipet</p>")).parts();
        byte[] file =
                new File().part("Content-Type: text/html", page("<p>Work in Poipet</p>")).bytes();
        for (String type :
                List.of(
                        "multipart/related; boundary=edge",
                        "Multipart/Related; type=\"text/html\"; boundary=\"edge\"")) {
            assertThat(texts(read(parts, type))).as(type).containsExactly("Work in Poipet");
        }
        // What the file says of itself counts before what a server says.
        assertThat(texts(read(file, "multipart/related; boundary=other")))
                .containsExactly("Work in Poipet");
        // Nobody says it, and it begins with one.
        assertThat(texts(read(parts, "multipart/related"))).containsExactly("Work in Poipet");
        assertThat(read(parts, "multipart/related; boundary=" + "e".repeat(200)).failures())
                .singleElement()
                .asString()
                .contains("limit parts_boundary=100 observed=200");
    }

    @Test
    void aLimitOfTheReaderIsToldAsEveryLimit() {
        String line = "x".repeat((1 << 20) + 10);
        byte[] longHead = ("--edge\r\nContent-Type: text/html; a=" + line).getBytes(UTF_8);
        byte[] manyFields = ("--edge\r\n" + "X: 1\r\n".repeat(2010)).getBytes(UTF_8);
        String type = "multipart/related; boundary=edge";
        assertThat(read(longHead, type).failures())
                .containsExactly("no page in the file; limit parts_line=1048576 observed=1048577");
        assertThat(read(manyFields, type).failures())
                .containsExactly("no page in the file; limit parts_fields=2000 observed=2001");
    }

    private static Extraction read(byte[] file) {
        return read(file, "multipart/related");
    }

    private static Extraction read(byte[] file, String type) {
        return new Extractor().extract(file, type, "imported", URL, SitePlan.GENERIC);
    }

    private static List<String> texts(Extraction extraction) {
        assertThat(extraction.failures()).isEmpty();
        return extraction.postings().stream().map(JobPosting::text).toList();
    }

    private static byte[] page(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A file while it is written.
    private static final class File {
        private final StringBuilder head =
                new StringBuilder("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n");
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

        File head(String field) {
            head.append(field).append("\r\n");
            return this;
        }

        File part(String fields, byte[] content) {
            parts.writeBytes(
                    ("--edge\r\n" + fields + "\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            parts.writeBytes(Base64.getMimeEncoder().encode(content));
            parts.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /// Without a head.
        byte[] parts() {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(parts.toByteArray());
            body.writeBytes("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
            return body.toByteArray();
        }

        byte[] bytes() {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes(
                    (head
                                    + "Content-Type: multipart/related; type=\"text/html\";"
                                    + " boundary=\"edge\"\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            file.writeBytes(parts.toByteArray());
            file.writeBytes("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
            return file.toByteArray();
        }
    }
}
