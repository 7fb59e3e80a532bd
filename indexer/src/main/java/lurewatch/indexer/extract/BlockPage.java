package lurewatch.indexer.extract;

import java.util.List;
import java.util.Optional;

/// Recognises walls that answer in a page's place, whatever status they carry. They are reported,
/// never climbed.
final class BlockPage {
    /// Marks that stand in challenges only, not in the pages behind them.
    private static final List<String> MARKS =
            List.of(
                    "_cf_chl_opt",
                    "/cdn-cgi/challenge-platform/h/",
                    "window._cf_chl",
                    "cf-browser-verification",
                    "/_Incapsula_Resource?",
                    "geo.captcha-delivery.com",
                    "px-captcha",
                    "window.gokuProps",
                    "awsWafCookieDomainList",
                    "ddos-guard/js-challenge",
                    "sucuri_cloudproxy_js");

    /// Every site that sits behind the same service carries this script; only a page that holds
    /// little else is a wall.
    private static final String AMBIGUOUS = "/cdn-cgi/challenge-platform/";

    private static final int SLIGHT = 12_000;

    private BlockPage() {}

    static Optional<String> mark(String html) {
        for (String mark : MARKS) {
            if (html.contains(mark)) {
                return Optional.of(mark);
            }
        }
        boolean wall = html.length() < SLIGHT && html.contains(AMBIGUOUS) && isEmptyShell(html);
        return wall ? Optional.of(AMBIGUOUS) : Optional.empty();
    }

    private static boolean isEmptyShell(String html) {
        return html.contains("Just a moment")
                || html.contains("cf-challenge")
                || !html.contains("<p");
    }
}
