package lurewatch.indexer.contact;

import java.util.BitSet;
import java.util.regex.Pattern;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Pictures among the letters of names that a reader leaves out: `de🌸mo_k🌸k69（去掉花）`,
/// `demo🍩_🍩do🍩nut69`.
final class PicturesInNames {
    /// Says that something is to be left out; near such a name nothing else is.
    static final HeadedPattern NOTE =
            HeadedPattern.compile(
                    "(?<![A-Za-z])(?:" + Sayings.OF_NAMES.either("leave-out") + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// How far behind the name it is said.
    private static final int REACH = 60;

    private static final int LONGEST = 64;

    /// Of so many alike none is a name's end.
    private static final int ALIKE = 2;

    /// No picture, or some that differ.
    private static final int NONE = -1;

    private final View view;
    private final String text;
    private final String raw;
    private final Cues cues;
    private final BitSet dropped = new BitSet();

    private PicturesInNames(View view, String raw, Cues cues) {
        this.view = view;
        this.text = view.text();
        this.raw = raw;
        this.cues = cues;
    }

    /// The view without them; the view itself where there are none.
    static View without(View view, String raw, Cues cues) {
        PicturesInNames pictures = new PicturesInNames(view, raw, cues);
        pictures.find();
        return pictures.dropped.isEmpty() ? view : view.without(pictures.dropped::get);
    }

    private void find() {
        int i = 0;
        while (i < text.length()) {
            if (!Scripts.isAsciiWord(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            boolean pictures = false;
            while (end < text.length() && end - i < LONGEST && isPart(end)) {
                pictures |= isPicture(end);
                end++;
            }
            while (end > i && !Scripts.isAsciiWord(text.charAt(end - 1))) {
                end--;
            }
            if (pictures) {
                read(i, end);
            }
            i = Math.max(end, i + 1);
        }
    }

    /// Drops the pictures of the run where a reader would.
    private void read(int start, int end) {
        int first = afterChannel(start, end);
        BitSet pictures = new BitSet();
        boolean underscore = false;
        boolean alike = true;
        int groups = 0;
        int known = NONE;
        for (int i = first; i < end; i++) {
            underscore |= text.charAt(i) == '_';
            if (isPicture(i)) {
                pictures.set(i);
                if (!Character.isLowSurrogate(text.charAt(i))) {
                    int picture = pictureAt(i);
                    alike &= known == NONE || known == picture;
                    known = picture;
                    groups++;
                }
            }
        }
        boolean plain = groups >= ALIKE && alike && underscore;
        boolean apart = groups < ALIKE && areTwo(first, pictures.nextSetBit(0), end);
        if (!pictures.isEmpty() && (plain || (!apart && isSaidBehind(end)))) {
            dropped.or(pictures);
        }
    }

    /// `sample_01🔥sample_02`, `sample_01🔥tg`: whether the one picture parts a name from another
    /// or from a channel.
    private boolean areTwo(int start, int picture, int end) {
        if (picture < 0) {
            return false;
        }
        int next = picture;
        while (next < end && isPicture(next)) {
            next++;
        }
        return cues.at(view.rawStart(next)).isPresent()
                || (holdsUnderscore(start, picture) && holdsUnderscore(next, end));
    }

    private boolean holdsUnderscore(int start, int end) {
        return text.substring(start, end).indexOf('_') >= 0;
    }

    /// Past a channel that a picture parts from the name: `TG🔥sam🔥ple_69`.
    private int afterChannel(int start, int end) {
        int cueEnd = view.indexOf(cues.endAt(view.rawStart(start)));
        int first = Math.min(end, cueEnd);
        while (first > start && first < end && isPicture(first)) {
            first++;
        }
        return first;
    }

    private boolean isSaidBehind(int end) {
        return NOTE.isIn(text, end, Math.min(text.length(), end + REACH));
    }

    private boolean isPart(int i) {
        return Scripts.isAsciiWord(text.charAt(i)) || text.charAt(i) == '.' || isPicture(i);
    }

    private boolean isPicture(int i) {
        return pictureAt(i) != NONE;
    }

    /// The picture that stands there, or of which a half or the sign for it does.
    private int pictureAt(int i) {
        char c = text.charAt(i);
        boolean sign = c == '*' && raw.charAt(view.rawStart(i)) != '*';
        if (c < 0x80 && !sign) {
            return NONE;
        }
        int picture =
                sign
                        ? raw.codePointAt(view.rawStart(i))
                        : text.codePointAt(Character.isLowSurrogate(c) && i > 0 ? i - 1 : i);
        int type = Character.getType(picture);
        return type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL ? picture : NONE;
    }
}
