package lurewatch.crawler.demo;

import java.util.Optional;

/// One composed text of `demo/cases.tsv`.
///
/// @param language BCP 47, such as `zh-Hant`
record DemoCase(String id, String language, Label label, String text) {
    /// What its author composed it as.
    enum Label {
        LURE,
        BENIGN,
        WARNING_OR_NEWS
    }

    private static final int SHORT = 8;
    private static final int LONG = 42;
    private static final int HEADLINE = 90;

    boolean isLure() {
        return label == Label.LURE;
    }

    boolean isAd() {
        return label != Label.WARNING_OR_NEWS;
    }

    /// The first clause: what a person who writes an ad types into the title field. A headline is
    /// longer, since half of a quotation would say the opposite of the whole.
    String title() {
        int[] points = text.codePoints().limit(isAd() ? LONG : HEADLINE).toArray();
        for (int i = SHORT; isAd() && i < points.length; i++) {
            if (".,:;!?/。，、：！？။".indexOf(points[i]) >= 0 && !isDigitAt(points, i + 1)) {
                return new String(points, 0, i).strip();
            }
        }
        return new String(points, 0, points.length).strip();
    }

    /// A comma before a digit belongs to a number.
    private static boolean isDigitAt(int[] points, int i) {
        return i < points.length && Character.isDigit(points[i]);
    }

    /// The same text as somebody copies it to the next place: a new frame, the same words and the
    /// same contact.
    String copied() {
        return "🔥 " + text + " ✅";
    }

    /// The one handle in it that is written as such, where there is one.
    Optional<String> handle() {
        int at = text.indexOf("@sample_");
        if (at < 0) {
            return Optional.empty();
        }
        int end = at + 1;
        while (end < text.length() && isHandleCharacter(text.charAt(end))) {
            end++;
        }
        return Optional.of(text.substring(at + 1, end));
    }

    private static boolean isHandleCharacter(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
