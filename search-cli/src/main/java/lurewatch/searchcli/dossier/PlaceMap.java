package lurewatch.searchcli.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.Names;

/// Where the places are that postings name: East and South-East Asia with a spot for each, drawn
/// without any network. A whole country or province is a dashed ring. Places elsewhere are told in
/// words.
///
/// The coasts and borders of `land.path` are Natural Earth's (public domain, 1:50m), thinned and
/// cut at [#WEST] to [#EAST] and [#SOUTH] to [#NORTH], 20 units to a degree.
final class PlaceMap {
    private static final double WEST = 88;
    private static final double EAST = 146;
    private static final double SOUTH = -11;
    private static final double NORTH = 46;
    private static final double UNITS = 20;

    /// A degree of longitude beside one of latitude at 18° north.
    private static final double NARROWING = 0.95;

    private static final double MARGIN = 2 * UNITS;

    /// Less is drawn around a single place than would tell where it is.
    private static final double LEAST_SIDE = 14 * UNITS;

    private static final int MOST_LABELS = 14;

    /// Lines that a label may stand above or below its spot; any further, and it is another's.
    private static final List<Double> MOVES = List.of(0.0, 0.7, -0.7, 1.2, -1.2);

    private record Dot(Item.PlaceName place, int postings, double x, double y) {
        boolean isWhole() {
            return place.at()
                    .map(spot -> spot.kind().equals("country") || spot.kind().equals("province"))
                    .orElse(false);
        }

        Box box(double radius) {
            return new Box(x - radius, y - radius, x + radius, y + radius);
        }
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    private final Box frame;
    private final List<String> labels = new ArrayList<>();
    private final List<Box> taken = new ArrayList<>();

    private PlaceMap(Box frame) {
        this.frame = frame;
    }

    /// @param places with the number of postings that name each, the most named first
    static String svg(List<Map.Entry<Item.PlaceName, Integer>> places) throws IOException {
        List<Dot> dots = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (Map.Entry<Item.PlaceName, Integer> entry : places) {
            Item.PlaceName place = entry.getKey();
            if (place.at().filter(PlaceMap::isShown).isPresent()) {
                Item.Spot spot = place.at().get();
                double x = (spot.lon() - WEST) * UNITS * NARROWING;
                dots.add(new Dot(place, entry.getValue(), x, (NORTH - spot.lat()) * UNITS));
            } else {
                elsewhere.add(Names.place(place) + " " + entry.getValue());
            }
        }
        String picture = dots.isEmpty() ? "" : new PlaceMap(frame(dots)).drawn(dots);
        return picture
                + (elsewhere.isEmpty()
                        ? ""
                        : "<p class=\"small\">Not on a map: "
                                + HtmlText.of(String.join(", ", elsewhere))
                                + ".</p>");
    }

    private static boolean isShown(Item.Spot spot) {
        return spot.lon() > WEST && spot.lon() < EAST && spot.lat() > SOUTH && spot.lat() < NORTH;
    }

    private static Box frame(List<Dot> dots) {
        double left = dots.stream().mapToDouble(Dot::x).min().orElseThrow() - MARGIN;
        double right = dots.stream().mapToDouble(Dot::x).max().orElseThrow() + MARGIN;
        double top = dots.stream().mapToDouble(Dot::y).min().orElseThrow() - MARGIN;
        double bottom = dots.stream().mapToDouble(Dot::y).max().orElseThrow() + MARGIN;
        double wider = Math.max(0, LEAST_SIDE - (right - left)) / 2;
        double higher = Math.max(0, LEAST_SIDE - (bottom - top)) / 2;
        return new Box(
                Math.max(0, left - wider),
                Math.max(0, top - higher),
                Math.min((EAST - WEST) * UNITS * NARROWING, right + wider),
                Math.min((NORTH - SOUTH) * UNITS, bottom + higher));
    }

    private String drawn(List<Dot> dots) throws IOException {
        double width = frame.right - frame.left;
        double line = width / 42;
        int most = dots.stream().mapToInt(Dot::postings).max().orElse(1);
        // The biggest first, so that none hides a smaller one.
        List<Dot> drawn =
                dots.stream().sorted(Comparator.comparingInt(Dot::postings).reversed()).toList();
        // A label may cross the ring of a country, and no place.
        drawn.stream()
                .filter(dot -> !dot.isWhole())
                .forEach(dot -> taken.add(dot.box(radius(dot, most, line))));
        StringBuilder spots = new StringBuilder();
        for (Dot dot : drawn) {
            double radius = radius(dot, most, line);
            spots.append(
                    String.format(
                            Locale.ROOT,
                            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>",
                            dot.isWhole() ? "whole" : "place",
                            dot.x(),
                            dot.y(),
                            radius));
            if (labels.size() < MOST_LABELS) {
                label(dot, radius, line);
            }
        }
        return String.format(
                Locale.ROOT,
                "<svg class=\"map\" viewBox=\"%.1f %.1f %.1f %.1f\" style=\"font-size: %.1fpx\" role=\"img\""
                        + " aria-label=\"map of the places named\"><rect class=\"sea\" x=\"0\" y=\"0\""
                        + " width=\"%.0f\" height=\"%.0f\"/><path class=\"land\" d=\"%s\"/>%s%s</svg>"
                        + "<p class=\"small\">Spots: how many postings name a place; dashed: a whole"
                        + " country or province. Places are approximate. Coasts and borders: Natural"
                        + " Earth; they express no view on any of them.</p>",
                frame.left,
                frame.top,
                width,
                frame.bottom - frame.top,
                line * 0.8,
                (EAST - WEST) * UNITS * NARROWING,
                (NORTH - SOUTH) * UNITS,
                land(),
                spots,
                String.join("", labels));
    }

    /// Right or left of its spot, a little higher or lower where another label or spot stands, or
    /// nowhere: the table below has them all.
    private void label(Dot dot, double radius, double line) {
        String text = dot.place().name() + " " + dot.postings();
        double width = text.length() * line * 0.46;
        for (double move : MOVES) {
            double foot = dot.y() + line * (0.3 + move);
            double right = dot.x() + radius + line * 0.2;
            double left = dot.x() - radius - line * 0.2 - width;
            for (double start : List.of(right, left)) {
                Box box = new Box(start, foot - line * 0.75, start + width, foot + line * 0.1);
                if (isInside(box) && taken.stream().noneMatch(box::meets)) {
                    taken.add(box);
                    labels.add(
                            String.format(
                                    Locale.ROOT,
                                    "<text%s x=\"%.1f\" y=\"%.1f\">%s</text>",
                                    start == left ? " class=\"end\"" : "",
                                    start == left ? left + width : right,
                                    foot,
                                    HtmlText.of(text)));
                    return;
                }
            }
        }
    }

    private static double radius(Dot dot, int most, double line) {
        return Math.max(line * 0.3, Math.sqrt((double) dot.postings() / most) * line * 1.1);
    }

    private boolean isInside(Box box) {
        return box.left > frame.left
                && box.right < frame.right
                && box.top > frame.top
                && box.bottom < frame.bottom;
    }

    private static String land() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PlaceMap.class.getResourceAsStream("land.path"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .collect(Collectors.joining());
        }
    }
}
