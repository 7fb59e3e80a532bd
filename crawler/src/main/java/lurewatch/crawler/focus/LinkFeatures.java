package lurewatch.crawler.focus;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import lurewatch.indexer.LowerCase;

/// What a link shows before it is followed: the words it is shown under, its address, its host, and
/// the page that it stands on. Words are taken as pieces of three characters, which fit every
/// script and need no dictionary.
final class LinkFeatures {
    private static final int LONGEST_ANCHOR = 80;
    private static final int LONGEST_PATH = 200;
    private static final int PIECE = 3;

    private final int mask;
    private final Set<Integer> features = new HashSet<>();

    private LinkFeatures(int size) {
        this.mask = size - 1;
    }

    /// Indices below `size`, a power of two; sorted, each once.
    static int[] of(Link link, int size) {
        LinkFeatures found = new LinkFeatures(size);
        found.add("kind", link.kind());
        found.add("host", link.url().host());
        found.add("depth", Integer.toString(Math.min(link.depth(), 9)));
        found.add("parent", band(link.parentRelevance()));
        found.address(link.url().path());
        found.anchor(link.anchor());
        int[] indices = found.features.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(indices);
        return indices;
    }

    private static String band(double relevance) {
        return relevance < 0 ? "unknown" : Long.toString(Math.round(relevance * 5));
    }

    /// Segments of the path and names in the query; numbers are all alike.
    private void address(String path) {
        String shortened = path.substring(0, Math.min(path.length(), LONGEST_PATH));
        StringBuilder word = new StringBuilder();
        for (char c : (LowerCase.of(shortened) + "/").toCharArray()) {
            if (c >= 'a' && c <= 'z') {
                word.append(c);
            } else if (c >= '0' && c <= '9') {
                if (word.isEmpty() || word.charAt(word.length() - 1) != '#') {
                    word.append('#');
                }
            } else if (!word.isEmpty()) {
                add("path", word.toString());
                word.setLength(0);
            }
        }
    }

    private void anchor(String words) {
        String plain =
                LowerCase.of(words.substring(0, Math.min(words.length(), LONGEST_ANCHOR)).strip());
        add("words", plain.isEmpty() ? "none" : plain.length() < 12 ? "few" : "many");
        for (int i = 0; i + PIECE <= plain.length(); i++) {
            add("anchor", plain.substring(i, i + PIECE));
        }
    }

    private void add(String name, String value) {
        int hash = name.hashCode() * 31 + value.hashCode();
        hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
        features.add((hash ^ (hash >>> 13)) & mask);
    }
}
