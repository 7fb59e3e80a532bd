package lurewatch.indexer.store;

import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.Capture;
import lurewatch.indexer.LowerCase;

/// What a visit showed of a page, whatever stands on it: equal signatures, equal content.
///
/// @param text of what a reader sees
/// @param evidence of the contacts, pay and places in it
/// @param template of a short page without a contact: what it says, whatever numbers stand in it
public record PageState(
        Outcome outcome,
        Optional<String> text,
        Optional<String> evidence,
        Optional<String> template) {

    /// How a visit ended for whoever stood there.
    public enum Outcome {
        /// The page came.
        PAGE,
        /// It is as it was.
        UNCHANGED,
        /// 404, 410.
        MISSING,
        /// The page says that what stood there is gone.
        GONE_WORDS,
        /// The page says what dead addresses of this site say.
        GONE_TEMPLATE,
        /// Nothing stands on it any more.
        BLANK,
        /// It says something short that is nothing of what stood there: as good as sent elsewhere.
        REPLACED,
        /// Sent elsewhere.
        MOVED,
        /// Sent elsewhere, and from there back, where the page came, for a cookie mostly: proves
        /// nothing.
        ON_THE_WAY,
        /// A wall stood in front of it, or it came in part or empty: proves nothing.
        BLOCKED,
        /// Its scripts, which write it, had not run: proves nothing.
        UNSCRIPTED,
        /// Not for us: proves nothing.
        DENIED,
        /// The server was in trouble: proves nothing.
        TROUBLED,
        /// It ended the process, or broke what was to be kept of it: proves nothing.
        QUARANTINED;

        public String label() {
            return LowerCase.of(name());
        }

        static Outcome labelled(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }

        /// Whether the page came and can be read.
        boolean isPage() {
            return this == PAGE || this == UNCHANGED;
        }

        /// Whether it says that what stood there is no longer there.
        boolean isAbsence() {
            return switch (this) {
                case MISSING, GONE_WORDS, GONE_TEMPLATE, BLANK, REPLACED, MOVED -> true;
                case PAGE,
                        UNCHANGED,
                        ON_THE_WAY,
                        BLOCKED,
                        UNSCRIPTED,
                        DENIED,
                        TROUBLED,
                        QUARANTINED ->
                        false;
            };
        }
    }

    /// What the answer's status alone says.
    public static PageState of(Capture capture) {
        return new PageState(
                outcome(capture), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Outcome outcome(Capture capture) {
        int status = capture.status();
        if (status == 304) {
            // Without a page that it speaks of, or a question, it says nothing.
            return capture.revisitOf().isPresent() ? Outcome.UNCHANGED : Outcome.TROUBLED;
        }
        if (status >= 200 && status < 300) {
            return capture.revisitOf().isPresent() ? Outcome.UNCHANGED : Outcome.PAGE;
        }
        return switch (status) {
            case 301, 302, 303, 307, 308 ->
                    leadsToItself(capture) ? Outcome.BLOCKED : Outcome.MOVED;
            case 404, 410 -> Outcome.MISSING;
            case 429 -> Outcome.TROUBLED;
            default -> status >= 400 && status < 500 ? Outcome.DENIED : Outcome.TROUBLED;
        };
    }

    /// A page that sends to itself is where it was: it wants a cookie, or is broken.
    private static boolean leadsToItself(Capture capture) {
        String place = capture.header("Location").map(String::strip).orElse("");
        boolean isPath = place.startsWith("/") && !place.startsWith("//");
        return place.equals(capture.url())
                || (isPath && capture.url().endsWith(place) && isOrigin(capture.url(), place));
    }

    private static boolean isOrigin(String url, String path) {
        return url.indexOf('/', url.indexOf("//") + 2) == url.length() - path.length();
    }

    static PageState quarantined() {
        return new PageState(
                Outcome.QUARANTINED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    PageState with(Outcome other) {
        return new PageState(other, text, evidence, template);
    }
}
