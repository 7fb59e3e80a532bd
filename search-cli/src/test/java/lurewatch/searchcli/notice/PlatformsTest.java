package lurewatch.searchcli.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformsTest {
    private static final Platforms SHIPPED =
            Platforms.read(Path.of(System.getProperty("lurewatch.root", "..")).resolve("config"));

    @ParameterizedTest
    @CsvSource({
        "https://t.me/s/hr_lucky88, telegram",
        "https://WWW.Facebook.com/groups/1/, meta",
        "https://web.whatsapp.com:443/x, meta",
        "https://open.kakao.com/o/abc, kakao",
        "https://www.instagram.com/p/abc/, meta",
        "https://instagr.am/sample, meta",
        "https://gall.dcinside.com/board/view/?id=x, dcinside",
        // Looks like one and is none.
        "https://nott.me/x, ''",
        "https://t.me.evil.example/x, ''",
        "https://t.me@evil.example/x, ''",
        "https://evil.example/?t.me, ''",
        "https://evil.example#@t.me, ''",
    })
    void knowsWhoAnswersForAnAddress(String url, String platform) {
        assertThat(SHIPPED.ofHost(NoticeFiles.host(url)).map(Platforms.Platform::name).orElse(""))
                .isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({"instagram, meta", "tiktok, tiktok", "whatsapp, meta", "skype, ''", "signal, ''"})
    void knowsWhoRunsAnAccount(String kind, String platform) {
        assertThat(
                        SHIPPED.platforms().stream()
                                .filter(known -> known.runs(kind))
                                .map(Platforms.Platform::name)
                                .findFirst()
                                .orElse(""))
                .isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({"..", "a/b", "'a b'", "'a\n'", "-", "[::1]", "''"})
    void namesNoFileAsStrangersLike(String host) {
        assertThat(Notice.toHost(host).name()).matches("site-x[0-9a-f]{8}");
    }

    @Test
    void namesTheFileOfAPlainHostAfterIt() {
        assertThat(Notice.toHost("jobs.example").name()).isEqualTo("site-jobs.example");
    }
}
