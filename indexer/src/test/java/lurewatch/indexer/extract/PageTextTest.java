package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import lurewatch.indexer.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTest {
    private static final String KOREAN =
            "캄보디아에서 일할 직원을 모집합니다. 숙식을 제공하고 월급은 오백만원입니다. 문의는 텔레그램으로 주세요.";
    private static final String JAPANESE = "カンボジアで働くスタッフを募集しています。寮と食事があります。連絡はテレグラムでお願いします。";
    private static final String SIMPLIFIED = "柬埔寨公司招聘客服人员，包吃包住，月薪两万，有意者请联系我们的经理，我们可以安排机票。";
    private static final String TRADITIONAL = "柬埔寨公司徵求客服人員，包吃包住，月薪兩萬，有意者請聯繫我們的經理，我們可以安排機票。";
    private static final String THAI =
            "รับสมัครพนักงานทำงานที่กัมพูชา มีที่พักและอาหารฟรี เงินเดือนสูง ติดต่อทางไลน์ได้เลย";
    private static final String VIETNAMESE =
            "Tuyển nhân viên làm việc tại Campuchia, bao ăn ở, lương cao, không cần kinh nghiệm, liên hệ ngay với chúng tôi.";

    /// A page's label, and the Java charset that writes it.
    @ParameterizedTest
    @CsvSource({
        "euc-kr, x-windows-949",
        "ks_c_5601-1987, EUC-KR",
        "Shift_JIS, windows-31j",
        "x-sjis, Shift_JIS",
        "euc-jp, EUC-JP",
        "gb2312, GB18030",
        "GBK, GBK",
        "gb18030, GB18030",
        "big5, Big5",
        "tis-620, x-windows-874",
        "iso-8859-11, TIS-620",
        "windows-1258, windows-1258",
        "utf-8, UTF-8",
    })
    void readsEveryEncodingByHeaderByMetaAndByNeither(String label, String charset) {
        String words = wordsFor(label);
        String declared = "<meta charset='" + label + "'><p>" + words;
        String bare = "<html><title>x</title><p>" + words + "<p>contact us";

        assertThat(decoded("<p>" + words, charset, "text/html; charset=" + label))
                .as("by header")
                .contains(words);
        assertThat(decoded(declared, charset, "text/html")).as("by meta").contains(words);
        assertThat(decoded(bare, charset, "")).as("by neither").contains(words);
    }

    /// Pages of few Vietnamese words, or with much else around them; from a host of any country.
    /// The tone marks may be written one by one for all vowels, as some programs did.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tuyển nhân viên làm việc tại Campuchia",
                "TUYỂN GẤP: 20 nhân viên kinh doanh – lương 25 triệu, hoa hồng cao. Zalo: 0912 345 678",
                "Việc nhẹ lương cao, không cần bằng cấp, bao ăn ở, có người đón tại cửa khẩu Mộc Bài “an toàn 100%”",
                "Cần gấp bạn nữ làm CSKH tiếng Trung ở Bavet, hợp đồng 6 tháng, phụ cấp… Liên hệ Telegram @sample_vn",
                "Công ty chúng tôi đang tìm kiếm ứng viên. Hãy gửi hồ sơ qua email hr@jobs.example hoặc gọi hotline.",
            })
    void readsVietnameseWithoutALabel(String words) {
        String page =
                "<html><title>Jobs</title><nav>Home | About us | Contact</nav><p>%s<p>Copyright 2026 Jobs Ltd. All rights reserved.";
        for (String written : List.of(windows1258(words), everyToneApart(words))) {
            assertThat(decoded(page.formatted(written), "windows-1258", "text/html"))
                    .contains(written);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Può darsi, perciò ciò che si può fare è più di così: lavorerò e manderò ciò che c'è",
                "Tha ceòl agus eòlas aig na daoine, deònach air obair, eòin is feòil",
                "À la recherche d'un hôte, où êtes-vous, très bientôt, à bientôt, ça va être fêté",
                "Wir suchen Köche für die Küche, größere Zimmer können wir nicht anbieten",
                "Há vagas, não é preciso experiência, você terá alojamento, àquela hora até às três",
            })
    void takesNoWesternTextForVietnamese(String words) {
        assertThat(decoded("<html><p>" + words, "windows-1252", "text/html")).contains(words);
    }

    private static String everyToneApart(String text) {
        StringBuilder split = new StringBuilder();
        for (char c : windows1258(text).toCharArray()) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            boolean isTone = parts.length() == 2 && "\u0300\u0301".indexOf(parts.charAt(1)) >= 0;
            split.append(isTone ? parts : c);
        }
        return split.toString();
    }

    private static String wordsFor(String label) {
        return switch (label) {
            case "euc-kr", "ks_c_5601-1987", "utf-8" -> KOREAN;
            case "Shift_JIS", "x-sjis", "euc-jp" -> JAPANESE;
            case "gb2312", "GBK", "gb18030" -> SIMPLIFIED;
            case "big5" -> TRADITIONAL;
            case "tis-620", "iso-8859-11" -> THAI;
            case "windows-1258" -> windows1258(VIETNAMESE);
            default -> throw new IllegalArgumentException(label);
        };
    }

    /// The form in which the code page holds it: tone marks are characters of their own.
    private static String windows1258(String text) {
        StringBuilder split = new StringBuilder();
        var encoder = Charset.forName("windows-1258").newEncoder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (encoder.canEncode(c)) {
                split.append(c);
                continue;
            }
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            String base = parts.substring(0, 1);
            String tones = "";
            for (int j = 1; j < parts.length(); j++) {
                char mark = parts.charAt(j);
                String joined = Normalizer.normalize(base + mark, Normalizer.Form.NFC);
                if (joined.length() == 1 && encoder.canEncode(joined.charAt(0))) {
                    base = joined;
                } else {
                    tones += mark;
                }
            }
            split.append(base).append(tones);
        }
        return split.toString();
    }

    private static String decoded(String page, String charset, String contentType) {
        byte[] payload = page.getBytes(Charset.forName(charset));
        return PageText.decode(payload, contentType, "jobs.example").text();
    }

    @Test
    void believesTheMarkBeforeTheHeaderBeforeTheMeta() {
        byte[] utf16 =
                bytes(
                        new byte[] {(byte) 0xFF, (byte) 0xFE},
                        "한국".getBytes(StandardCharsets.UTF_16LE));
        assertThat(PageText.decode(utf16, "text/html; charset=euc-kr", "").text()).isEqualTo("한국");

        byte[] utf8 = "<meta charset=euc-kr>한국".getBytes(StandardCharsets.UTF_8);
        assertThat(PageText.decode(utf8, "text/html;charset=\"utf-8\"", "").text()).endsWith("한국");
    }

    /// What a browser shows as an ad, we must read as an ad.
    @ParameterizedTest
    @CsvSource({
        "<meta charset=utf-16>",
        "<meta charset='UTF-16LE'>",
        "<meta charset=x-IBM300>",
        "<meta charset=utf-32>",
        "<meta charset=utf-7>",
        "<meta http-equiv=content-type content='text/html; charset=utf-16'>",
        "<!-- <meta charset=euc-kr> -->",
        "<meta name=x content='charset=euc-kr'>",
    })
    void isNotFooledByEncodingsThatNoBrowserObeysThere(String meta) {
        byte[] payload = (meta + "<p>월급 5000달러").getBytes(StandardCharsets.UTF_8);

        assertThat(PageText.decode(payload, "text/html", "").text()).endsWith("월급 5000달러");
    }

    /// The HTML standard's prescan, step by step.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    # attributes of other elements, other tags and comments are passed over
                    <html x="<meta charset=hz-gb-2312>"><meta charset=euc-kr>                 | euc-kr
                    <p title='a > <meta charset=big5>'><meta charset=euc-kr>                  | euc-kr
                    </p x="<meta charset=big5>"><meta charset=euc-kr>                         | euc-kr
                    <!doctype <meta charset=big5><meta charset=euc-kr>                        | euc-kr
                    <?php <meta charset=big5 ?><meta charset=euc-kr>                          | euc-kr
                    </ <meta charset=big5><meta charset=euc-kr>                               | euc-kr
                    <!-- > <meta charset=big5> --><meta charset=euc-kr>                       | euc-kr
                    <!--><meta charset=euc-kr>                                                | euc-kr
                    < p x="<meta charset=euc-kr>">                                            | euc-kr
                    <x<meta charset=big5><meta charset=euc-kr>                                | euc-kr
                    # of one element the first attribute of a name counts
                    <meta charset=euc-kr charset=hz-gb-2312>                                  | euc-kr
                    <meta charset=nothing charset=big5><meta charset=euc-kr>                  | euc-kr
                    <META CHARSET = 'EUC-KR'>                                                 | euc-kr
                    <meta/charset=euc-kr/>                                                    | utf-8
                    <meta/charset="euc-kr"/>                                                  | euc-kr
                    <metaphor charset=big5><meta charset=euc-kr>                              | euc-kr
                    # a content counts beside its pragma only, and less than charset
                    <meta http-equiv=content-type content="text/html; charset=euc-kr">        | euc-kr
                    <meta content="text/html; charset=euc-kr" http-equiv=Content-Type>        | euc-kr
                    <meta content="text/html; charset=big5"><meta charset=euc-kr>             | euc-kr
                    <meta http-equiv=refresh content="charset=big5"><meta charset=euc-kr>     | euc-kr
                    <meta http-equiv=content-type content="charset=big5" charset=euc-kr>      | euc-kr
                    <meta http-equiv=content-type charset=nothing content="charset=big5"><meta charset=euc-kr> | euc-kr
                    <meta http-equiv=content-type content="charset x; charset = 'euc-kr'">    | euc-kr
                    <meta http-equiv=content-type content="charset=&quot;big5"><meta charset=euc-kr> | euc-kr
                    <meta http-equiv=content-type content='charset="big5'><meta charset=euc-kr> | euc-kr
                    <meta http-equiv=content-type content="charset=euc-kr;x">                 | euc-kr
                    # an XML declaration is for want of better
                    <?xml version='1.0' encoding='big5'?><meta charset=euc-kr>                | euc-kr
                    <?xml version='1.0' encoding='euc-kr'?><p>                                | euc-kr
                    <?xml version='1.0' encoding=big5?><meta charset=euc-kr>                  | euc-kr
                    <?xml version='1.0'?><p encoding='big5'><meta charset=euc-kr>             | euc-kr
                    # the first that counts ends the search
                    <meta charset=euc-kr><meta charset=hz-gb-2312>                            | euc-kr
                    """)
    void findsTheDeclarationThatABrowserDoes(String head, String encoding) {
        byte[] payload = (head + "x").getBytes(StandardCharsets.US_ASCII);

        assertThat(DeclaredEncoding.in(payload).map(Encodings.Encoding::name).orElse("utf-8"))
                .isEqualTo(encoding);
    }

    @Test
    void believesNoMetaInWhatIsXml() {
        String feed =
                "<?xml version='1.0' encoding='EUC-KR'?><rss><![CDATA[<meta charset=hz-gb-2312>]]>한국</rss>";
        byte[] payload = feed.getBytes(Charset.forName("EUC-KR"));

        assertThat(PageText.decodeXml(payload, "", "").text()).contains("한국");
        assertThat(
                        PageText.decodeXml(
                                        "<a><meta charset=big5>한국".getBytes(StandardCharsets.UTF_8),
                                        "",
                                        "")
                                .text())
                .contains("한국");
    }

    @Test
    void knowsXmlInUnitsOfTwoBytes() {
        String page = "<?xml version='1.0'?><p>한국";

        assertThat(PageText.decode(page.getBytes(StandardCharsets.UTF_16LE), "", "").text())
                .isEqualTo(page);
        assertThat(PageText.decode(page.getBytes(StandardCharsets.UTF_16BE), "", "").text())
                .isEqualTo(page);
    }

    /// Headers of the name, one a line; and what they come to.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    image/png ~ text/html; charset=utf-8                        | html
                    text/html; charset=iso-2022-kr ~ text/html; charset=utf-8   | html
                    text/html; charset=utf-8 ~ text/html                        | html
                    text/html; charset=utf-8 ~ */*                              | html
                    text/html; charset=utf-8 ~ nonsense                         | html
                    image/png, text/html; charset=utf-8                         | html
                    text/html; charset=utf-8; charset=hz-gb-2312                | html
                    text/html; x=", image/png"; charset=utf-8                   | html
                    text/html; charset='utf-8'                                  | html
                    text/html; charset = "utf-8"                                | html
                    text/html; xcharset=hz-gb-2312                              | html
                    text/html; charset=utf-8 ~ image/png                        | other
                    """)
    void readsTheTypeThatABrowserGoesBy(String headers, String kind) {
        byte[] payload = "<p>월급 5000달러 드립니다".getBytes(StandardCharsets.UTF_8);
        List<Header> head =
                Arrays.stream(headers.split(" ~ ", -1))
                        .map(value -> new Header("Content-Type", value))
                        .toList();

        Extraction read =
                new Extractor().extract(Pages.page(Pages.URL, head, payload), SitePlan.GENERIC);

        assertThat(read.postings()).hasSize(kind.equals("html") ? 1 : 0);
        assertThat(read.postings()).allMatch(p -> p.text().contains("월급 5000달러"));
    }

    @Test
    void findsADeclarationBehindALongHead() {
        String page = "<script>" + "x".repeat(4000) + "</script><meta charset=euc-kr>한국";

        assertThat(decoded(page, "EUC-KR", "text/html")).endsWith("한국");
    }

    @Test
    void readsAnXmlDeclaration() {
        String page = "<?xml version='1.0' encoding='EUC-KR'?><rss>한국</rss>";

        assertThat(decoded(page, "EUC-KR", "application/xml")).contains("한국");
    }

    @Test
    void replacesEncodingsThatCanHideMarkup() {
        byte[] payload = "<p>~{abc~}".getBytes(StandardCharsets.US_ASCII);

        PageText text = PageText.decode(payload, "text/html; charset=hz-gb-2312", "");

        assertThat(text.text()).isEqualTo("\uFFFD");
        assertThat(text.encoding().name()).isEqualTo("replacement");
    }

    @Test
    void takesLatin1ForWhatItAlwaysMeans() {
        byte[] payload = {(byte) 0x80, '5'};

        assertThat(PageText.decode(payload, "text/html; charset=iso-8859-1", "").text())
                .isEqualTo("€5");
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
