package lurewatch.searchcli.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.search.Rank;

/// Why a hit stands where it does, in words and in JSON.
public final class RankText {
    private RankText() {}

    /// The product, and a line for each factor.
    public static List<String> of(Rank rank) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "rank %.2f = words %.2f × score %.2f × recency %.2f",
                        rank.value(),
                        rank.relevance(),
                        rank.score(),
                        rank.recency()),
                words(rank),
                String.format(
                        Locale.ROOT,
                        "  score    %.2f = 1 + %.0f/100",
                        rank.score(),
                        (rank.score() - 1) * 100),
                String.format(
                        Locale.ROOT,
                        "  recency  %.2f = last seen %s; halves every %d days",
                        rank.recency(),
                        ago(rank.days()),
                        Rank.HALF_LIFE_DAYS));
    }

    private static String words(Rank rank) {
        String parts =
                rank.parts().isEmpty()
                        ? " (the query only selects)"
                        : rank.parts().stream()
                                .map(RankText::part)
                                .collect(Collectors.joining(" + ", " + ", ""));
        return String.format(Locale.ROOT, "  words    %.2f = 1%s", rank.relevance(), parts);
    }

    private static String part(Rank.Part part) {
        String where =
                part.where().stream()
                        .map(place -> place(place, part.where().size()))
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT, "%.2f %s (%s)", part.weight(), TerminalText.line(part.what()), where);
    }

    private static String place(Rank.Place place, int places) {
        return places == 1
                ? place.field()
                : String.format(Locale.ROOT, "%s %.2f", place.field(), place.weight());
    }

    private static String ago(long days) {
        return switch (Math.clamp(days, -1, 2)) {
            case -1 -> "after today by this machine's clock";
            case 0 -> "today";
            case 1 -> "yesterday";
            default -> days + " days ago";
        };
    }

    /// The same as an object.
    public static String json(Rank rank) {
        return JsonLine.object(line ->
                line.put("value", rank.value())
                        .put("relevance", rank.relevance())
                        .putObjects("parts", rank.parts(), RankText::partJson)
                        .put("score", rank.score())
                        .put("recency", rank.recency())
                        .put("days", rank.days())
                        .put("half_life_days", Rank.HALF_LIFE_DAYS));
    }

    private static String partJson(Rank.Part part) {
        List<Rank.Place> where = part.where();
        return JsonLine.object(line ->
                line.put("what", part.what())
                        .put("weight", part.weight())
                        .putObjects(
                                "where",
                                where,
                                place ->
                                        JsonLine.object(inner ->
                                                inner.put("field", place.field())
                                                        .put("weight", place.weight()))));
    }
}
