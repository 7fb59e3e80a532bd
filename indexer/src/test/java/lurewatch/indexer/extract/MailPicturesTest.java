package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import lurewatch.indexer.picture.QrPictures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What pictures say that come in mails.
class MailPicturesTest {
    private static final String CODE = "https://t.me/sample_mail_code";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    image/png                                 | inline                         | true
                    image/png; name="code.png"                | attachment; filename=code.png  | true
                    application/octet-stream; name="code.png" | attachment; filename=code.png  | true
                    application/zip                           | attachment; filename=code.zip  | false
                    """)
    void codesInPicturesAreRead(String type, String disposition, boolean isRead) {
        String picture = QrPictures.dataAddress(CODE);
        String mail =
                """
                From: sample@example.org
                Subject: Typists
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="edge"

                --edge
                Content-Type: text/plain; charset=utf-8

                Scan the code to apply
                --edge
                Content-Type: %s
                Content-Disposition: %s
                Content-Transfer-Encoding: base64

                %s
                --edge--
                """
                        .formatted(type, disposition, picture.substring(picture.indexOf(',') + 1))
                        .replace("\n", "\r\n");

        Extraction extraction =
                new Extractor()
                        .extract(
                                mail.getBytes(StandardCharsets.UTF_8),
                                "message/rfc822",
                                "imported",
                                "urn:sha256:00",
                                SitePlan.GENERIC);

        assertThat(extraction.postings())
                .singleElement()
                .satisfies(posting -> {
                    assertThat(posting.text()).contains("Scan the code to apply");
                    assertThat(posting.text().contains(CODE)).isEqualTo(isRead);
                });
    }
}
