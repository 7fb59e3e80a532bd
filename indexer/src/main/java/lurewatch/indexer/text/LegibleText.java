package lurewatch.indexer.text;

import java.util.Optional;
import lurewatch.indexer.Evidence;

/// A text as it reads where it stands in something else than Unicode: UTF-8 that a program took for
/// Windows-1252, Burmese in Zawgyi, references to characters and words in fancy letters are read
/// back; all else stays as it is. For people, beside the raw text: that stays the evidence.
/// Immutable.
public final class LegibleText {
    private final String raw;
    private final View view;

    private LegibleText(String raw, View view) {
        this.raw = raw;
        this.view = view;
    }

    /// Empty where the raw text reads as it stands.
    public static Optional<LegibleText> of(String raw) {
        View read = Reader.mayHaveWorkIn(raw) ? read(raw) : View.asIs(raw);
        String plain = StyledLetters.undone(read.text());
        return plain.equals(raw)
                ? Optional.empty()
                : Optional.of(new LegibleText(raw, read.withText(plain)));
    }

    private static View read(String raw) {
        Reader reader = new Reader(raw);
        ViewBuilder view = new ViewBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int end = reader.end(i);
            if (end == i) {
                view.add(raw.charAt(i), i, i + 1);
                i++;
            } else {
                String read = reader.read(i, end);
                view.addAll(read, i, end);
                i = end;
            }
        }
        return view.view();
    }

    public String text() {
        return view.text();
    }

    /// Where in this text is what stands in the raw text from `start` to `end`; empty for part of a
    /// character.
    public Optional<Evidence> placeOf(int start, int end) {
        int from = view.indexOf(start);
        int to = view.indexOf(end);
        return from < to ? Optional.of(Evidence.in(view.text(), from, to)) : Optional.empty();
    }

    /// What stands there; empty where it reads as it stands.
    public Optional<String> wordsOf(int start, int end) {
        return placeOf(start, end)
                .map(Evidence::quote)
                .filter(words -> words.length() != end - start || !raw.startsWith(words, start));
    }

    /// Reads what stands otherwise, from left to right.
    private static final class Reader {
        private final String raw;
        private final Mojibake misread;
        private final Zawgyi zawgyi;

        Reader(String raw) {
            this.raw = raw;
            this.misread = Mojibake.in(raw);
            this.zawgyi = Zawgyi.in(raw);
        }

        /// A first glance: most texts are not gone through twice.
        static boolean mayHaveWorkIn(String raw) {
            for (int i = 0; i < raw.length(); i++) {
                if (Reference.mayBegin(raw, i)
                        || Mojibake.mayBegin(raw, i)
                        || Zawgyi.isBurmese(raw.charAt(i))) {
                    return true;
                }
            }
            return false;
        }

        /// Where the character, or the syllable, ends that stands there otherwise than in Unicode;
        /// `start` where none does.
        int end(int start) {
            if (Reference.mayBegin(raw, start)) {
                return Reference.end(raw, start);
            }
            if (Mojibake.mayBegin(raw, start)) {
                return misread.end(start);
            }
            return Zawgyi.isBurmese(raw.charAt(start)) ? zawgyi.end(start) : start;
        }

        String read(int start, int end) {
            if (Reference.mayBegin(raw, start)) {
                return Character.toString(Reference.codePoint(raw, start, end));
            }
            return Mojibake.mayBegin(raw, start)
                    ? Character.toString(misread.codePoint(start, end))
                    : zawgyi.read(start, end);
        }
    }
}
