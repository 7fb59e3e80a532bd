package lurewatch.searchcli.dossier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The fonts that go along in a dossier, so that it looks the same where nobody installed any: Noto
/// in slices of some hundred characters, of which it holds those that its text needs.
///
/// `.ci/fonts` makes the slices and their index; a character belongs to the first slice that has
/// it.
final class Fonts {
    private static final String FOLDER = "fonts/";

    /// What the style sheet calls all of them together.
    private static final String FAMILY = "dossier";

    private static final int HEX = 16;

    /// Characters that a file of WOFF2 can draw.
    private record Slice(String file, BitSet characters, String ranges) {}

    private final List<Slice> slices;

    private Fonts(List<Slice> slices) {
        this.slices = slices;
    }

    /// Those that ship.
    static Fonts shipped() {
        try (BufferedReader index =
                new BufferedReader(
                        new InputStreamReader(resource("index.tsv"), StandardCharsets.UTF_8))) {
            return new Fonts(index.lines().map(Fonts::slice).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                Fonts.class.getResourceAsStream(FOLDER + name), () -> "no font " + name);
    }

    private static Slice slice(String line) {
        int tab = line.indexOf('\t');
        String[] ranges = line.substring(tab + 1).split(",", -1);
        BitSet characters = new BitSet();
        for (String range : ranges) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), HEX);
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1), HEX);
            characters.set(first, last + 1);
        }
        return new Slice(
                line.substring(0, tab),
                characters,
                Stream.of(ranges).map(range -> "U+" + range).collect(Collectors.joining(",")));
    }

    /// The rules that draw these characters, the files in them. Of two rules that have a character
    /// a browser takes the later.
    String rulesFor(BitSet used) throws IOException {
        StringBuilder rules = new StringBuilder();
        for (Slice slice : slicesFor(used).reversed()) {
            rules.append(rule(slice));
        }
        return rules.toString();
    }

    /// The files that they are in.
    List<String> filesFor(BitSet used) {
        return slicesFor(used).stream().map(Slice::file).toList();
    }

    private List<Slice> slicesFor(BitSet used) {
        BitSet open = new BitSet();
        used.stream().filter(c -> !joins(c)).forEach(open::set);
        List<Slice> needed = new ArrayList<>();
        for (Slice slice : slices) {
            if (open.intersects(slice.characters())) {
                open.andNot(slice.characters());
                needed.add(slice);
            }
        }
        return needed;
    }

    private static String rule(Slice slice) throws IOException {
        try (InputStream in = resource(slice.file())) {
            return "@font-face { font-family: "
                    + FAMILY
                    + "; src: url(data:font/woff2;base64,"
                    + Base64.getEncoder().encodeToString(in.readAllBytes())
                    + ") format(\"woff2\"); unicode-range: "
                    + slice.ranges()
                    + "; }\n";
        }
    }

    /// What of these characters nothing here draws, by the names of their blocks in Unicode.
    List<String> withoutFont(BitSet used) {
        BitSet open = (BitSet) used.clone();
        slices.forEach(slice -> open.andNot(slice.characters()));
        return open.stream()
                .filter(Fonts::isDrawn)
                .mapToObj(c -> Objects.toString(Character.UnicodeBlock.of(c), "no block"))
                .map(block -> block.toLowerCase(Locale.ROOT).replace('_', ' '))
                .distinct()
                .toList();
    }

    /// Whether it only says how its neighbours are drawn, in their font.
    private static boolean joins(int c) {
        return Character.getType(c) == Character.FORMAT || isVariation(c);
    }

    private static boolean isVariation(int c) {
        return Character.UnicodeBlock.VARIATION_SELECTORS.equals(Character.UnicodeBlock.of(c));
    }

    private static boolean isDrawn(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> !isVariation(c);
        };
    }
}
