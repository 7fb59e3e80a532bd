package lurewatch.indexer.scan;

import java.util.Objects;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;
import org.jspecify.annotations.Nullable;

/// One literal as the [Scanner] holds it.
public final class Literal {
    /// How a literal is compared with a text.
    public enum Style {
        /// Exactly as a careful typist would write it: for spellings that are themselves disguises.
        CLEAN,
        /// At word boundaries.
        WORDS,
        /// Anywhere, whatever stands between its characters.
        SQUASHED
    }

    private static final boolean[] NO_SPACES = {};

    private final Target target;
    private final String language;
    private final Style style;
    private final int length;
    private final int bareLength;

    /// Needed while the scanner is made, and then no more: a hundred thousand literals have three.
    private @Nullable Forms forms;

    /// The letters behind those of the bare form; empty where there is none.
    private final String letters;

    private final boolean[] spaces;
    private final boolean tellsLanguage;

    public Literal(Target target, String language, Style style, String written) {
        this.target = target;
        this.language = language;
        this.style = style;
        String stripped = written.strip();
        String text;
        String bare;
        String lettersBehind;
        if (style == Style.WORDS && isPlain(stripped)) {
            text = stripped; // as all views have it, and there are thousands
            bare = stripped;
            lettersBehind = stripped;
            this.spaces = NO_SPACES;
        } else {
            TextViews views = TextViews.of(stripped);
            View view =
                    switch (style) {
                        case CLEAN -> views.clean();
                        case WORDS -> views.folded();
                        case SQUASHED -> views.squashed();
                    };
            text = view.text().replace('\n', ' ');
            bare = style == Style.WORDS ? once(views.bare().text(), text) : "";
            lettersBehind = style == Style.WORDS ? once(lettersOf(views), bare) : "";
            this.spaces = style == Style.SQUASHED ? spacesIn(view) : NO_SPACES;
        }
        this.length = text.length();
        this.bareLength = bare.length();
        this.forms = new Forms(text, bare);
        this.letters = hasBareForm(style, bare) ? lettersBehind : "";
        boolean telling = text.length() >= 12 && text.indexOf(' ') > 0;
        this.tellsLanguage = telling || isScriptBound(text);
    }

    /// Whether it consists of words of two ASCII letters and more, in lower case, with one blank
    /// between two.
    private static boolean isPlain(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' ? letters < 2 : c < 'a' || c > 'z') {
                return false;
            }
            letters = c == ' ' ? 0 : letters + 1;
        }
        return letters >= 2;
    }

    /// One of two that are alike, as most are: there are many thousands.
    private static String once(String text, String known) {
        return text.equals(known) ? known : text;
    }

    private static boolean[] spacesIn(View view) {
        boolean[] spaces = new boolean[view.length()];
        for (int i = 1; i < spaces.length; i++) {
            spaces[i] = view.rawStart(i) > view.rawEnd(i);
        }
        return spaces;
    }

    /// For each character of the bare form, what was written there.
    private static String lettersOf(TextViews views) {
        StringBuilder letters = new StringBuilder();
        View folded = views.folded();
        for (int i = 0; i < views.bare().length(); i++) {
            letters.append(folded.text().charAt(folded.indexOf(views.bare().rawStart(i))));
        }
        return letters.toString();
    }

    /// Whether its letters alone tell the language: neither Latin nor only Chinese characters.
    private static boolean isScriptBound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x24F && Character.isLetter(c) && !Scripts.isHan(c)) {
                return true;
            }
        }
        return false;
    }

    Target target() {
        return target;
    }

    String language() {
        return language;
    }

    Style style() {
        return style;
    }

    /// Whether it is found only where a word begins. Some languages' prefixes may stand before
    /// theirs.
    boolean beginsWord() {
        return style == Style.WORDS && !Scripts.takesPrefixes(language);
    }

    /// Channels' names may be glued to what stands around them.
    boolean mayBeGlued() {
        return target instanceof Target.OfCue;
    }

    /// As the views have it.
    ///
    /// @param text of the view that it is compared with
    /// @param bare of the bare view; empty where it is not looked for there
    record Forms(String text, String bare) {}

    /// Gives its forms away to whom they are built into.
    Forms takeForms() {
        Forms taken = Objects.requireNonNull(forms, "taken before");
        forms = null;
        return taken;
    }

    /// Whether nothing is left of it that could be looked for. Asked before a scanner is made.
    public boolean isBlank() {
        return forms != null && forms.text().isBlank();
    }

    /// Of the form of the view that it is compared with.
    int length() {
        return length;
    }

    int bareLength() {
        return bareLength;
    }

    char letterAt(int bareIndex) {
        return letters.charAt(bareIndex);
    }

    /// Whether the literal itself has a blank before its character at `index`.
    boolean hasSpaceBefore(int index) {
        return spaces[index];
    }

    /// Whether it tells its language by itself: by its script, or long and of several words.
    boolean tellsLanguage() {
        return tellsLanguage;
    }

    /// Whether a bare form shows what others do not.
    static boolean hasBareForm(Style style, String bare) {
        if (style != Style.WORDS || bare.length() < 4) {
            return false;
        }
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if ((c < 0x80 && c > ' ') || (c >= 0x400 && c < 0x530)) {
                return true;
            }
        }
        return false;
    }
}
