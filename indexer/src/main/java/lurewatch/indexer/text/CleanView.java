package lurewatch.indexer.text;

import com.ibm.icu.text.Normalizer2;
import org.jspecify.annotations.Nullable;

/// NFC without invisible characters, white space collapsed: to a line feed where the run held one,
/// else to a blank.
final class CleanView {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private final String raw;
    private final ViewBuilder view;
    private final StringBuilder segment = new StringBuilder();

    private final Mojibake misread;
    private final Blanks blanks;

    private @Nullable Zawgyi zawgyi;

    /// What becomes of white space.
    private enum Blanks {
        COLLAPSED,
        /// Each a blank or a line feed.
        KEPT
    }

    private CleanView(String raw, Blanks blanks) {
        this.raw = raw;
        this.blanks = blanks;
        this.view = new ViewBuilder(raw.length());
        this.misread = Mojibake.in(raw);
    }

    static View of(String raw) {
        if (isClean(raw)) {
            return View.asIs(raw);
        }
        return new CleanView(raw, Blanks.COLLAPSED).build();
    }

    /// The same with as much white space as the raw text has.
    static View visible(String raw) {
        return new CleanView(raw, Blanks.KEPT).build();
    }

    private static boolean isClean(String raw) {
        char last = 'a';
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean blank = c == ' ' || c == '\n';
            if (mayBeWrittenOtherwise(raw, i)
                    || (blank ? last == ' ' || last == '\n' : !UnfoldedCharacters.is(c))) {
                return false;
            }
            last = c;
        }
        return true;
    }

    /// Whether a reference, bytes that were misread or Burmese may begin there.
    private static boolean mayBeWrittenOtherwise(String raw, int i) {
        return Reference.mayBegin(raw, i)
                || Mojibake.mayBegin(raw, i)
                || Zawgyi.isBurmese(raw.charAt(i));
    }

    private View build() {
        int i = 0;
        while (i < raw.length()) {
            int readEnd = mayBeWrittenOtherwise(raw, i) ? readOtherwise(i) : i;
            if (readEnd > i) {
                i = readEnd;
                continue;
            }
            if (isUnchanged(i)) {
                view.add(raw.charAt(i), i, i + 1);
                i++;
                continue;
            }
            int codePoint = raw.codePointAt(i);
            int seenEnd = codePoint == Overridden.OVERRIDE ? Overridden.end(raw, i) : i;
            if (seenEnd > i) {
                CleanView seen = new CleanView(Overridden.asSeen(raw, i, seenEnd), blanks);
                view.addAll(seen.build().text(), i, seenEnd);
                i = seenEnd;
            } else if (isSpace(codePoint)) {
                i = blanks == Blanks.KEPT ? keep(i, codePoint) : collapse(i);
            } else if (Invisible.at(raw, i, codePoint) || isAdornment(codePoint)) {
                i += Character.charCount(codePoint);
            } else {
                i = normalise(i, codePoint);
            }
        }
        return view.view();
    }

    /// Adds what is written there otherwise than Unicode writes it; where that ends, or `start`.
    private int readOtherwise(int start) {
        int end = blanks == Blanks.KEPT ? start : Reference.end(raw, start);
        if (end > start) {
            view.addCodePoint(Reference.codePoint(raw, start, end), start, end);
            return end;
        }
        end = Mojibake.mayBegin(raw, start) ? misread.end(start) : start;
        if (end > start) {
            addRead(misread.codePoint(start, end), start, end);
            return end;
        }
        if (Zawgyi.isBurmese(raw.charAt(start))) {
            Zawgyi reader = zawgyi();
            end = reader.end(start);
            view.addAll(NFC.normalize(reader.read(start, end)), start, end);
        }
        return end;
    }

    private void addRead(int codePoint, int start, int end) {
        if (isSpace(codePoint)) {
            view.add(' ', start, end);
        } else if (!Invisible.at(Character.toString(codePoint), 0, codePoint)) {
            view.addCodePoint(codePoint, start, end);
        }
    }

    /// Made when the first Burmese character is met.
    private Zawgyi zawgyi() {
        Zawgyi reader = zawgyi;
        if (reader == null) {
            reader = Zawgyi.in(raw);
            zawgyi = reader;
        }
        return reader;
    }

    /// Whether the character stays: a steady one, or a single plain blank between such.
    private boolean isUnchanged(int i) {
        char c = raw.charAt(i);
        return (c == ' ' || c == '\n')
                ? i + 1 < raw.length() && UnfoldedCharacters.is(raw.charAt(i + 1))
                : UnfoldedCharacters.isAt(raw, i);
    }

    /// Only what is looked for goes without: what a reader is shown keeps them.
    private boolean isAdornment(int codePoint) {
        return blanks == Blanks.COLLAPSED && Adornment.is(codePoint);
    }

    private static boolean isSpace(int codePoint) {
        return codePoint == ' '
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == 0x85;
    }

    private int keep(int start, int codePoint) {
        int end = start + Character.charCount(codePoint);
        boolean lineEnd =
                codePoint == '\n'
                        || codePoint == '\r'
                        || codePoint == 0x2028
                        || codePoint == 0x2029;
        if (codePoint == '\r' && end < raw.length() && raw.charAt(end) == '\n') {
            end++;
        }
        view.add(lineEnd ? '\n' : codePoint == '\t' ? '\t' : ' ', start, end);
        return end;
    }

    private int collapse(int start) {
        int i = start;
        char shown = ' ';
        while (i < raw.length()) {
            int codePoint = raw.codePointAt(i);
            if (codePoint == '\n'
                    || codePoint == '\r'
                    || codePoint == 0x2028
                    || codePoint == 0x2029) {
                shown = '\n';
            } else if (codePoint == Overridden.OVERRIDE
                    || (!isSpace(codePoint) && !Invisible.at(raw, i, codePoint))) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        view.add(shown, start, i);
        return i;
    }

    /// Adds the segment that begins at `start`; gives the offset after it.
    private int normalise(int start, int first) {
        int end = start + Character.charCount(first);
        if (end == raw.length() || raw.charAt(end) < 0x80) {
            addAlone(first, start, end);
            return end;
        }
        segment.setLength(0);
        segment.appendCodePoint(first);
        int i = end;
        while (i < raw.length() && segment.length() < Segments.MAX_LENGTH) {
            int next = raw.codePointAt(i);
            int after = i + Character.charCount(next);
            if (Segments.continues(NFC, next)) {
                segment.appendCodePoint(next);
                end = after;
            } else if (next < 0x80 || Segments.isPlain(next) || !Invisible.at(raw, i, next)) {
                break;
            }
            i = after;
        }
        int segmentEnd = end;
        if (end == start + Character.charCount(first)) {
            addAlone(first, start, end);
        } else {
            boolean normal = NFC.spanQuickCheckYes(segment) == segment.length();
            String composed = normal ? segment.toString() : NFC.normalize(segment);
            composed.codePoints()
                    .filter(codePoint -> !isAdornment(codePoint))
                    .forEach(codePoint -> view.addCodePoint(codePoint, start, segmentEnd));
        }
        return end;
    }

    private void addAlone(int codePoint, int start, int end) {
        if (Segments.isPlain(codePoint) || NFC.isInert(codePoint)) {
            view.addCodePoint(codePoint, start, end);
        } else {
            view.addAll(NFC.normalize(Character.toString(codePoint)), start, end);
        }
    }
}
