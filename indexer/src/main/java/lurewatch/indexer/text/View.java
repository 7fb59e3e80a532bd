package lurewatch.indexer.text;

/// A text as read in one way, with the way back to the raw text. Immutable.
///
/// Offsets count UTF-16 units. What stands at `index` of the view was made of the raw text from
/// `rawStart(index)` to `rawEnd(index + 1)`.
public final class View {
    /// Of no text.
    static final View EMPTY = new View("", new int[0], new int[0]);

    private final String text;
    private final int[] starts;
    private final int[] ends;

    /// Takes the arrays over; they may be longer than the text.
    View(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    /// Where in the raw text begins what stands at `index`.
    public int rawStart(int index) {
        return starts[index];
    }

    /// Where in the raw text ends what stands before `end`; `end` is at least 1.
    public int rawEnd(int end) {
        return ends[end - 1];
    }

    /// The first index whose character comes from `rawOffset` or later; the length where none does.
    public int indexOf(int rawOffset) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < rawOffset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The same characters' places with other characters there.
    View withText(String other) {
        if (other.length() != text.length()) {
            throw new IllegalArgumentException("another text has other places");
        }
        return new View(other, starts, ends);
    }
}
