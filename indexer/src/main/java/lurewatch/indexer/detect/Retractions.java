package lurewatch.indexer.detect;

import java.util.List;
import java.util.regex.Pattern;

/// Words right behind a name or number by which its writer takes it back: `s4mple 아니고 sample_01`,
/// `… zero five zero... sorry 98000 …`.
final class Retractions {
    private static final int REACH = 16;

    private static final List<String> WORDS =
            List.of(
                    "아니고",
                    "아니라",
                    "아니구",
                    "말고",
                    "ではなく",
                    "じゃなく",
                    "でなく",
                    "sorry",
                    "oops",
                    "ไม่ใช่",
                    "chứ không",
                    "bukan",
                    "maaf salah",
                    "salah ketik",
                    "ой",
                    "то есть",
                    "perdón",
                    "digo",
                    "pardon");

    private static final Pattern BEHIND =
            Pattern.compile(
                    "\\s?[)）」』\"”]?[\\s.…,—–-]{0,4}(?:이\\s?)?(?:" + String.join("|", WORDS) + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Retractions() {}

    /// Whether such words stand in the text at `end`.
    static boolean standAt(String text, int end) {
        return end < text.length()
                && BEHIND.matcher(text)
                        .region(end, Math.min(text.length(), end + REACH))
                        .lookingAt();
    }
}
