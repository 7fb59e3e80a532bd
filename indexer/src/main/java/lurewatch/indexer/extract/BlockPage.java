package lurewatch.indexer.extract;

import java.util.List;
import java.util.Optional;

/// Recognises walls that answer in a page's place, whatever status they carry. They are reported,
/// never climbed.
final class BlockPage {
    /// Marks that stand in the scripts of challenges only, not of the pages behind them.
    private static final List<String> MARKS =
            List.of(
                    "_cf_chl_opt",
                    "/cdn-cgi/challenge-platform/h/",
                    "window._cf_chl",
                    "/_Incapsula_Resource?",
                    "geo.captcha-delivery.com",
                    "captcha.px-cdn.net",
                    "window.gokuProps",
                    "awsWafCookieDomainList",
                    "ddos-guard/js-challenge",
                    "sucuri_cloudproxy_js");

    /// Every site that sits behind the same service carries this script; only a page that says next
    /// to nothing is a wall.
    private static final String AMBIGUOUS = "/cdn-cgi/challenge-platform/";

    private static final int NEXT_TO_NOTHING = 400;

    /// What a proxy on the way says for a server that it could not reach, by some with status 200.
    private static final String PROXY = "ERROR: The requested URL could not be retrieved";

    private BlockPage() {}

    /// The mark by which a page is known as a wall.
    static Optional<String> mark(PageScan scan) {
        String scripts = scan.scripts();
        for (String mark : MARKS) {
            if (scripts.contains(mark)) {
                return Optional.of(mark);
            }
        }
        if (scan.title.equals(PROXY)) {
            return Optional.of(PROXY);
        }
        boolean wall =
                scripts.contains(AMBIGUOUS)
                        && scan.prose.length() < NEXT_TO_NOTHING
                        && scan.title.startsWith("Just a moment");
        return wall ? Optional.of(AMBIGUOUS) : Optional.empty();
    }
}
