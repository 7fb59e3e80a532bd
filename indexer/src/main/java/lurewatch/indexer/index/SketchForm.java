package lurewatch.indexer.index;

import java.util.List;
import java.util.stream.IntStream;
import lurewatch.indexer.Sketch;

/// A sketch as terms, one for each place: the place and eight bits of its value. Two unlike texts
/// then agree in one place of 256 by chance, and the whole vocabulary is 16,384 terms, however many
/// postings there are.
public final class SketchForm {
    private static final int BITS = 0xff;

    private SketchForm() {}

    public static List<String> terms(Sketch sketch) {
        return IntStream.range(0, Sketch.SIZE)
                .mapToObj(place ->
                        Integer.toString(
                                place << 8 | (sketch.at(place) & BITS), Character.MAX_RADIX))
                .toList();
    }
}
