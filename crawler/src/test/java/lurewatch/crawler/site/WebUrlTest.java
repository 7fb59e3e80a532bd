package lurewatch.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.org | http://example.org/",
                "HTTP://EXAMPLE.org:80/A | http://example.org/A",
                "https://example.org:443 | https://example.org/",
                "https://example.org:8443/ | https://example.org:8443/",
                "http://example.org:/ | http://example.org/",
                "http://example.org./ | http://example.org/",
                "http://example.org/a#b | http://example.org/a",
                "http://example.org/? | http://example.org/",
                "http://example.org?q=1 | http://example.org/?q=1",
                "http://example.org/a/./b/../c | http://example.org/a/c",
                "http://example.org/a/.. | http://example.org/",
                "http://example.org/../../x | http://example.org/x",
                "http://example.org/a/%2e%2E/b | http://example.org/b",
                "http://example.org/a//b | http://example.org/a//b",
                "http://example.org\\a\\b | http://example.org/a/b",
                "http://example.org/a b | http://example.org/a%20b",
                "http://example.org/채용?지역=서울 | http://example.org/%EC%B1%84%EC%9A%A9?%EC%A7%80%EC%97%AD=%EC%84%9C%EC%9A%B8",
                "http://example.org/%ec%b1%84 | http://example.org/%EC%B1%84",
                "http://example.org/%41%7e%2f | http://example.org/A~%2F",
                "http://example.org/100% | http://example.org/100%25",
                "http://example.org/%zz | http://example.org/%25zz",
                "http://example.org/a'b\"<c>[d]{e} | http://example.org/a'b%22%3Cc%3E%5Bd%5D%7Be%7D",
                "http://example.org/@name | http://example.org/@name",
                "http://bücher.example/ | http://xn--bcher-kva.example/",
                "http://한국.example/ | http://xn--3e0b707e.example/",
                "http://faß.example/ | http://xn--fa-hia.example/",
                "http://a_b.example/ | http://a_b.example/",
                "http://-a.example/ | http://-a.example/",
                "http://8.8.8.8/ | http://8.8.8.8/",
                "http://[2001:4860::8888]/ | http://[2001:4860:0:0:0:0:0:8888]/",
            })
    void equalPagesHaveEqualText(String written, String normal) {
        String expected = normal.strip();
        assertThat(WebUrl.parse(written)).map(WebUrl::toString).contains(expected);
        assertThat(WebUrl.parse(expected)).map(WebUrl::toString).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/a/b?c=d&e",
                "/a?b?",
                "/a?",
                "/?",
                "/a/.b/..c/d.",
                "/a/./b/../c?d/../e",
                "/a//b/",
                "//a/.",
                "/a#b",
                "/a\\b",
                "/a b\t\nc ",
                "/a ",
                "/a%41%2f%zz",
                "/채용",
                "/'(;)!$&*+,=:@~_-",
                "/[x]{y}|z^",
                "?q",
                ".evil.example/",
                ":81/",
                "@evil.example/",
            })
    void readsLinksToItsOwnServerAsAnyOther(String rest) {
        for (String origin : new String[] {"http://a.example", "https://8.8.8.8:8443"}) {
            WebUrl known = WebUrl.parse(origin + "/x").orElseThrow();
            String written = origin + rest;
            assertThat(known.parseNear(written, known.origin())).isEqualTo(WebUrl.parse(written));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "/a",
                "tel:+85512345678",
                "mailto:a@b.example",
                "javascript:alert(1)",
                "ftp://example.org/",
                "http:/example.org",
                "http://user@example.org/",
                "http://example.org:port/",
                "http://exa mple.org/",
                "http://0x7f.1/",
                "http://1.2.3/",
                "http://01.2.3.4/",
                "http://1.2.3.256/",
                "http://foo.0x4/",
                "http://foo.09/",
                "http://[fe80::1%eth0]/",
                "http://a%2eb/",
                "http://example.org:99999/"
            })
    void whatWeDoNotFetchIsNoUrl(String written) {
        assertThat(WebUrl.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/x/y?z=1, b, http://a.example/x/b",
        "http://a.example/x/y?z=1, /b, http://a.example/b",
        "http://a.example/x/y?z=1, ?b, http://a.example/x/y?b",
        "http://a.example/x/y?z=1, #b, http://a.example/x/y?z=1",
        "http://a.example/x/y?z=1, ../b, http://a.example/b",
        "http://a.example/x/y?z=a/b, c, http://a.example/x/c",
        "http://a.example/x, //b.example/c, http://b.example/c",
        "https://a.example/x, //b.example/c, https://b.example/c",
        "http://a.example/x, ///b.example/c, http://b.example/c",
        "http://a.example/x, /\\\\/b.example/c, http://b.example/c",
        "http://a.example/x, https://b.example, https://b.example/",
        "http://a.example/x/y, http:/b, http://a.example/b",
        "http://a.example/x/y, HTTP:b, http://a.example/x/b",
        "http://a.example/x/y, http:?b, http://a.example/x/y?b",
        "http://a.example/x/y, http:\\\\b.example, http://b.example/",
        "http://a.example/x/y, https:/b.example/c, https://b.example/c",
        "http://a.example/x/y, https:b.example, https://b.example/",
        "http://a.example/x, \\\\b.example\\c, http://b.example/c",
        "http://a.example/x, http:///b.example/c, http://b.example/c",
        "http://a.example/x, https:////b.example/c, https://b.example/c",
        "https://a.example/x, https:\\\\\\b.example/c, https://b.example/c",
    })
    void referencesAreResolved(String base, String reference, String target) {
        assertThat(WebUrl.parse(base).orElseThrow().resolve(reference))
                .map(WebUrl::toString)
                .contains(target);
    }

    @Test
    void longTextIsNoUrl() {
        assertThat(WebUrl.parse("http://example.org/" + "a".repeat(20_000))).isEmpty();
    }

    @Test
    void hugeReferencesAreQuick() {
        WebUrl base = WebUrl.parse("http://example.org/").orElseThrow();
        assertThat(base.resolve("../".repeat(100_000))).isEmpty();
    }
}
