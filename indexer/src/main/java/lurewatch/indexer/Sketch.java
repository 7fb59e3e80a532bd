package lurewatch.indexer;

import java.util.Arrays;

/// A text's likeness in few numbers: the smallest hash of its shingles under each of a row of hash
/// functions (MinHash). The share of places in which two sketches agree estimates the share of
/// shingles that their texts have in common (their Jaccard similarity), with a standard error of at
/// most 0.07.
public final class Sketch {
    /// Places in a sketch.
    public static final int SIZE = 64;

    private final int[] minima;

    private Sketch(int[] minima) {
        if (minima.length != SIZE) {
            throw new IllegalArgumentException("a sketch has " + SIZE + " places");
        }
        this.minima = minima;
    }

    public static Sketch of(int[] minima) {
        return new Sketch(minima.clone());
    }

    /// The value in a place.
    public int at(int place) {
        return minima[place];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && Arrays.equals(minima, sketch.minima);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(minima);
    }
}
