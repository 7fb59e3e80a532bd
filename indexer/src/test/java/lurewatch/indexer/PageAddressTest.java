package lurewatch.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "https://b.example/ads/1                        | https://b.example/ads/1         | -                                    | false",
                "https://b.example/ads/1#second-look            | https://b.example/ads/1         | as another user agent is shown it    | false",
                "https://b.example/ads/1#preview                | https://b.example/ads/1         | in what the page tells link previews | false",
                "https://b.example/list#0123456789ab            | https://b.example/list          | one of those on that page            | true",
                "https://b.example/list#0123456789ab-2          | https://b.example/list          | one of those on that page            | true",
                "https://b.example/list#2                       | https://b.example/list          | one of those on that page            | true",
                "https://b.example/list?a=1#comments            | https://b.example/list?a=1      | in the comments                      | true",
                "https://b.example/mail#message-3               | https://b.example/mail          | message 3                            | true",
                "https://b.example/t/5#0123456789ab#second-look | https://b.example/t/5           | as another user agent is shown it; one of those on that page | true",
                // The page's own marks.
                "https://b.example/t/5#post-17                  | https://b.example/t/5#post-17   | -                                    | true",
                "https://b.example/t/5#post-17#second-look      | https://b.example/t/5#post-17   | as another user agent is shown it    | true",
                "https://b.example/t/5#0123456789abc            | https://b.example/t/5#0123456789abc | -                                | true",
                "https://b.example/t/5#preview-of-all           | https://b.example/t/5#preview-of-all | -                               | true",
                "https://b.example/t/5#                         | https://b.example/t/5#          | -                                    | true",
                "urn:sha256:0123456789ab                        | urn:sha256:0123456789ab         | -                                    | false"
            })
    void keepsThePagesOwnMarkAndNoneOfOurs(
            String address, String url, String where, boolean isShared) {
        PageAddress page = PageAddress.of(address);
        assertThat(page.url()).isEqualTo(url);
        assertThat(page.where().orElse(null)).isEqualTo(where);
        assertThat(page.isShared()).isEqualTo(isShared);
    }
}
