package lurewatch.indexer.text;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A text as read in one way, with the way back to the raw text. Immutable.
///
/// Offsets count UTF-16 units. What stands at `index` of the view was made of the raw text from
/// `rawStart(index)` to `rawEnd(index + 1)`.
public final class View {
    private final String text;

    /// Null where every character stands at its own place, as in most texts without disguises.
    private final int @Nullable [] starts;

    private final int @Nullable [] ends;

    /// Made when first asked for. Threads that make it twice make the same.
    private @Nullable Trigrams trigrams;

    private View(String text, int @Nullable [] starts, int @Nullable [] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /// Takes the arrays over; they may be longer than the text.
    static View of(String text, int[] starts, int[] ends) {
        return new View(text, starts, ends);
    }

    /// The raw text read as it is.
    static View asIs(String raw) {
        return new View(raw, null, null);
    }

    /// Whether every character stands at its own place in the raw text.
    boolean isInPlace() {
        return starts == null;
    }

    public String text() {
        return text;
    }

    /// Which strings the text cannot hold.
    public Trigrams trigrams() {
        Trigrams known = trigrams;
        if (known == null) {
            known = new Trigrams(text);
            trigrams = known;
        }
        return known;
    }

    public int length() {
        return text.length();
    }

    /// Where in the raw text begins what stands at `index`.
    public int rawStart(int index) {
        return starts == null ? index : starts[index];
    }

    /// Where in the raw text ends what stands before `end`; `end` is at least 1.
    public int rawEnd(int end) {
        return ends == null ? end : ends[end - 1];
    }

    /// The first index whose character comes from `rawOffset` or later; the length where none does.
    public int indexOf(int rawOffset) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rawStart(middle) < rawOffset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Without the characters at some of the indices.
    public View without(IntPredicate indices) {
        ViewBuilder kept = new ViewBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!indices.test(i)) {
                kept.add(text.charAt(i), rawStart(i), rawEnd(i + 1));
            }
        }
        return kept.view();
    }

    /// With other characters where `made` gives some, none for an empty string, and the same where
    /// it gives null.
    public View replacing(IntFunction<@Nullable String> made) {
        ViewBuilder kept = new ViewBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String other = made.apply(i);
            if (other == null) {
                kept.add(text.charAt(i), rawStart(i), rawEnd(i + 1));
            } else {
                kept.addAll(other, rawStart(i), rawEnd(i + 1));
            }
        }
        return kept.view();
    }

    /// The same characters' places with other characters there.
    View withText(String other) {
        if (other.length() != text.length()) {
            throw new IllegalArgumentException("another text has other places");
        }
        return new View(other, starts, ends);
    }
}
