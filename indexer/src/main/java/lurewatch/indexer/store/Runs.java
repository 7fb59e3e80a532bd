package lurewatch.indexer.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.Block;
import lurewatch.indexer.LowerCase;

/// The runs of letters and digits of a text, by which texts of any script are compared.
///
/// @param all each once
record Runs(Set<String> all) {
    private static final int LENGTH = 4;

    /// Of a longer text the beginning tells.
    private static final int LONGEST = 20_000;

    static Runs of(List<Block> blocks) {
        return of(text(blocks));
    }

    static Runs of(String text) {
        String told = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        String letters = LowerCase.of(told).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + LENGTH <= letters.length(); i++) {
            runs.add(letters.substring(i, i + LENGTH));
        }
        return new Runs(runs);
    }

    static String text(List<Block> blocks) {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    /// How much of this text the other has: 0 to 1; 0 where there is nothing.
    double shareIn(Runs other) {
        long both = all.stream().filter(other.all::contains).count();
        return all.isEmpty() ? 0 : (double) both / all.size();
    }
}
