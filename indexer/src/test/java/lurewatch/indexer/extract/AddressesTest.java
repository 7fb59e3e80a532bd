package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final String PAGE = "https://a.example/jobs/list?p=1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x                        | https://a.example/jobs/x",
                "./x                      | https://a.example/jobs/x",
                "../x                     | https://a.example/x",
                "../../../x               | https://a.example/x",
                "a/./b/../c               | https://a.example/jobs/a/c",
                "a/..                     | https://a.example/jobs/",
                "/x?y=../z                | https://a.example/x?y=../z",
                "?p=2                     | https://a.example/jobs/list?p=2",
                "//b.example/x            | https://b.example/x",
                "\\\\b.example\\x         | https://b.example/x",
                "/a\\b                    | https://a.example/a/b",
                "HTTP://b.example/x#y     | http://b.example/x",
                // its own scheme says nothing, another has a host behind it
                "https:b.example/x        | https://a.example/jobs/b.example/x",
                "https:/x                 | https://a.example/x",
                "http:b.example/x         | http://b.example/x",
                "http:/b.example/x        | http://b.example/x",
                "/a b                     | https://a.example/a%20b",
                "/가                       | https://a.example/%EA%B0%80",
                "/x?q=가                   | https://a.example/x?q=%B0%A1",
            })
    void resolvesAsABrowserWould(String href, String url) {
        Addresses addresses = new Addresses(PAGE, Charset.forName("EUC-KR"));

        assertThat(addresses.crawlable(" \n" + href + "\t ")).contains(url);
    }

    /// `*` is an id of 32 hexadecimal digits, `~` one of ASP.NET's, `$` a ticket: a visitor's, with
    /// every visit another one.
    @ParameterizedTest
    @CsvSource({
        "/t.php?t=7&sid=*, /t.php?t=7",
        "/t.php?sid=*&t=7, /t.php?t=7",
        "/t.php?f=1&sid=*&t=7#p3, /t.php?f=1&t=7",
        "/?sid=*, /",
        "/?s=*, /",
        "/x?PHPSESSID=*, /x",
        "/x?phpsessid=abcdefghijklmnop26&y, /x?y",
        "/x?osCsid=*&sid=*, /x",
        "/x;jsessionid=0123456789ABCDEF.node1?y=1, /x?y=1",
        "/x;JSESSIONID=0123456789ABCDEF, /x",
        "/x?jsessionid=0123456789ABCDEF!-12, /x",
        // by which way he came
        "/ad?utm_source=rss&utm_id=0.7&id=3, /ad?id=3",
        "/ad?id=3&UTM_Campaign=x&fbclid=IwAR0-x#top, /ad?id=3",
        "/ad?gclid=&yclid=7, /ad",
        "/ad?utm=1&nogclid=2&clid=3, /ad?utm=1&nogclid=2&clid=3",
        // ASP.NET, in the path
        "/(S(~))/ads, /ads",
        "/app/(S(~))/Ad.aspx?id=1, /app/Ad.aspx?id=1",
        "/(X(1)S(~))/ads, /ads",
        "/(A($)X(1)F($)S(~))/ads, /ads",
        "/(F($))/ads, /ads",
        "/(X(1))/ads, /ads",
        "/(~)/ads, /ads",
        "/%28S%28~%29%29/ads, /ads",
        "/(S(~))/, /",
        "/(S(~)), /",
        "/app/(S(~)), /app/",
        // of a page, as far as anybody can tell
        "/(S(short))/ads, /(S(short))/ads",
        "/(2026)/ads, /(2026)/ads",
        "/%28x%29/ads, /%28x%29/ads",
        "/(X(7))/ads, /(X(7))/ads",
        "/wiki/Mercury_(planet), /wiki/Mercury_(planet)",
        "/x(S(~))/ads, /x(S(~))/ads",
        "/x?y=/(S(~))/, /x?y=/(S(~))/",
        "/x?sid=7, /x?sid=7",
        "/x?sid=*0, /x?sid=*0",
        "/x?s=jobs, /x?s=jobs",
        "/x?side=*, /x?side=*",
        "/x?pssid=*, /x?pssid=*",
        "/x?PHPSESSID=7, /x?PHPSESSID=7",
        "/x;jsessionid=7, /x;jsessionid=7",
        "/x/sid=*, /x/sid=*",
        "/x?, /x?",
        "/x?a&, /x?a&",
    })
    void leavesOutWhoIsVisiting(String href, String url) {
        Addresses addresses = new Addresses(PAGE, StandardCharsets.UTF_8);

        assertThat(addresses.crawlable(written(href))).contains("https://a.example" + written(url));
    }

    private static String written(String address) {
        return address.replace("*", "0123456789abcdef".repeat(2))
                .replace("~", "lit3py55t21z5v55vlm25s55")
                .replace("$", "Zm9ybXMtdGlja2V0_-9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#top",
                "javascript:void(0)",
                "mailto:a@b.example",
                "tel:1",
                "data:text/html,x"
            })
    void doesNotCrawlWhatIsNoPage(String href) {
        assertThat(new Addresses(PAGE, StandardCharsets.UTF_8).crawlable(href)).isEmpty();
    }

    @Test
    void keepsAContactExactlyAsItStands() {
        Addresses addresses = new Addresses(PAGE, StandardCharsets.UTF_8);

        assertThat(addresses.target(" tel:+855%2096%20000 ")).contains("tel:+855%2096%20000");
        assertThat(addresses.target("https://wa.me/855?text=%EC%9D%BC#x"))
                .contains("https://wa.me/855?text=%EC%9D%BC#x");
        assertThat(addresses.target("javascript:alert(1)")).isEmpty();
    }

    @Test
    void ignoresABaseThatIsTooLong() {
        Addresses addresses = new Addresses(PAGE, StandardCharsets.UTF_8);
        addresses.base("/x/".repeat(2000));

        assertThat(addresses.crawlable("y")).contains("https://a.example/jobs/y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tel:1",
                "sms:1",
                "mailto:a@b.example",
                "whatsapp://send?phone=1",
                "viber://chat?number=1",
                "tg://resolve?domain=x",
                "kakaotalk://x",
                "kakaoplus://x",
                "line://ti/p/x",
                "https://t.me/x",
                "https://wa.me/1",
                "https://api.whatsapp.com/send?phone=1",
                "https://open.kakao.com/o/x",
                "http://pf.kakao.com/x",
                "https://line.me/ti/p/x",
                "https://lin.ee/x",
                "https://zalo.me/1",
                "https://signal.me/#p/+1",
                "https://discord.gg/x",
                "https://m.me/x",
                "https://ig.me/m/x",
                "https://instagr.am/x",
                "https://u.wechat.com/x",
                "https://videos.example/@name"
            })
    void knowsAContact(String target) {
        assertThat(ContactLinks.isContact(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/x", "https://about.me.example/t.me/x",
                "https://t.me/share/url?url=x", "https://www.facebook.com/sharer/sharer.php?u=x",
                "https://twitter.com/intent/tweet?text=x", "https://api.whatsapp.com/send?text=x"
            })
    void doesNotTakeAPageOrASharingButtonForAContact(String target) {
        assertThat(ContactLinks.isContact(target)).isFalse();
    }
}
