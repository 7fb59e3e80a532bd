package lurewatch.indexer.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The readings of one text. Immutable; made in time linear to the text.
///
/// - `clean`: NFC, without invisible characters, white space collapsed, lower case. What a careful
///   typist would have written; disguises still show. Burmese in Zawgyi is in Unicode here, and
///   UTF-8 that a program took for Windows-1252 is read back, words in fancy letters are plain.
/// - `folded`: clean under NFKC, with every script's digits as `0` to `9`, split Hangul put
///   together, and look-alike letters replaced inside words that mix scripts.
/// - `squashed`: folded with only letters, marks, digits and `@ + _` left, traditional Chinese
///   characters as simplified ones. For scripts that do not need spaces.
/// - `bare`: folded Latin without diacritics, digits or signs standing for letters, or separators
///   inside words (`C@mb0dia`, `t e l e g r a m`). For words in Latin letters.
///
/// - `meant`: the words alone, read past all of these disguises in any script, for comparing with
///   other texts read the same way.
///
/// `cased` is `folded` before it became lower case, place for place.
public final class TextViews {
    private final String raw;
    private final View clean;
    private final View cased;
    private final View folded;

    /// Made when first asked for: most texts in Latin letters do without. Threads that make it
    /// twice make the same.
    private @Nullable View squashed;

    private @Nullable View bare;

    private TextViews(String raw) {
        this.raw = raw;
        View seen = CleanView.of(raw);
        // What is in ASCII and in its place has nothing more to be undone.
        boolean isPlain = seen.isInPlace() && Confusables.isAscii(seen.text());
        View cleanCased = isPlain ? seen : Overmarked.undone(plain(seen));
        this.clean = SimpleLowerCase.of(cleanCased);
        this.cased = isPlain ? cleanCased : FoldedView.of(cleanCased);
        this.folded = cased == cleanCased ? clean : SimpleLowerCase.of(cased);
    }

    private static View plain(View view) {
        String plain = StyledLetters.undone(view.text());
        return plain.equals(view.text()) ? view : view.withText(plain);
    }

    public static TextViews of(String raw) {
        return new TextViews(raw);
    }

    public String raw() {
        return raw;
    }

    public View clean() {
        return clean;
    }

    public View folded() {
        return folded;
    }

    public View cased() {
        return cased;
    }

    public View squashed() {
        View view = squashed;
        if (view == null) {
            view = SquashedView.of(folded);
            squashed = view;
        }
        return view;
    }

    public View bare() {
        View view = bare;
        if (view == null) {
            view = BareView.of(folded, cased);
            bare = view;
        }
        return view;
    }

    /// Made anew each time it is asked for.
    public View meant() {
        return MeantView.of(bare());
    }

    /// What `meant` says where that is more than is written, and words that a sign parts put
    /// together; nothing for a text that hides nothing.
    public List<String> hiddenWords() {
        List<String> hidden = new ArrayList<>();
        if (!MeantView.isPlainlyWritten(bare().text(), raw)) {
            String meant = meant().text();
            if (!meant.equals(MeantView.asWritten(raw))) {
                hidden.add(meant);
            }
        }
        hidden.addAll(MeantView.compounds(folded.text()));
        return hidden;
    }
}
