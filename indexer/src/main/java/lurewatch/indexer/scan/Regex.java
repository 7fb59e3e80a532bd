package lurewatch.indexer.scan;

import java.util.BitSet;
import java.util.List;

/// A regular expression as a tree, as far as it must be understood to tell where it cannot match.
/// Whatever is not understood stands for anything, which is always safe.
sealed interface Regex {
    /// Any one of these UTF-16 units.
    record One(BitSet units) implements Regex {}

    /// One after another.
    record Sequence(List<Regex> parts) implements Regex {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /// Any one of these.
    record Choice(List<Regex> ways) implements Regex {
        public Choice {
            ways = List.copyOf(ways);
        }
    }

    /// The same again and again; `most` is [Integer#MAX_VALUE] where nothing bounds it.
    record Repeat(Regex part, int least, int most) implements Regex {}

    /// What takes no characters: boundaries, and looks ahead and behind.
    record Empty() implements Regex {}

    /// Not understood: any characters, or none.
    record Anything() implements Regex {}
}
