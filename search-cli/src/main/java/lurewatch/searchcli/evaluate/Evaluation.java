package lurewatch.searchcli.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/// Collects outcomes and gives the figures. Holds counts and the worst mistakes, not the texts.
public final class Evaluation {
    /// The row that stands for all languages, kinds or labels together.
    static final String ALL = "all";

    private final Map<String, Group> languages = new TreeMap<>();
    private final Group all = new Group();
    private final Confusion answers = new Confusion();
    private final Confusion groups = new Confusion();
    private final Confusion eight = new Confusion();
    private final Calibration calibration = new Calibration();
    private final Map<String, Tally> contacts = new TreeMap<>();
    private Tally allContacts = Tally.NONE;
    private Tally allPlaces = Tally.NONE;
    private final int kept;
    private final PriorityQueue<Outcome> mistakes =
            new PriorityQueue<>(Comparator.comparingDouble(Outcome::distance));
    private final List<Outcome> astray = new ArrayList<>();

    /// @param kept how many mistakes are kept, the worst ones
    public Evaluation(int kept) {
        this.kept = kept;
    }

    /// Counts one case.
    public void add(Outcome outcome) {
        String label = outcome.known().label().label();
        languages.computeIfAbsent(outcome.known().language(), _ -> new Group()).add(outcome);
        all.add(outcome);
        calibration.add(outcome.assessment().score() / 100, outcome.isLure());
        answers.add(label, outcome.answer());
        Label decided = outcome.decided();
        groups.add(outcome.known().label().group(), decided.group());
        if (outcome.known().label() != Label.WARNING_OR_NEWS) {
            eight.add(label, decided.label());
        }
        countFindings(outcome);
        keep(outcome);
    }

    private void countFindings(Outcome outcome) {
        outcome.known()
                .contacts()
                .ifPresent(there -> {
                    allContacts = allContacts.plus(Tally.of(outcome.contacts(), there));
                    byKind(outcome.contacts(), there)
                            .forEach((kind, tally) -> contacts.merge(kind, tally, Tally::plus));
                });
        outcome.known()
                .places()
                .ifPresent(there -> allPlaces = allPlaces.plus(Tally.of(outcome.places(), there)));
    }

    private static Map<String, Tally> byKind(Set<String> found, Set<String> there) {
        Map<String, Tally> byKind = new TreeMap<>();
        found.forEach(key ->
                byKind.merge(kind(key), new Tally(there.contains(key) ? 1 : 0, 1, 0), Tally::plus));
        there.forEach(key -> byKind.merge(kind(key), new Tally(0, 0, 1), Tally::plus));
        return byKind;
    }

    private static String kind(String key) {
        return key.substring(0, key.indexOf(':'));
    }

    private void keep(Outcome outcome) {
        if (outcome.isMistake()) {
            mistakes.add(outcome);
            if (mistakes.size() > kept) {
                mistakes.remove();
            }
        }
        boolean isAstray = !outcome.missed().isEmpty() || !outcome.invented().isEmpty();
        if (isAstray && astray.size() < kept) {
            astray.add(outcome);
        }
    }

    public boolean isEmpty() {
        return all.count == 0;
    }

    /// The worst mistakes of class, the worst first.
    List<Outcome> mistakes() {
        return mistakes.stream()
                .sorted(Comparator.comparingDouble(Outcome::distance).reversed())
                .toList();
    }

    /// The first cases whose contacts or places were missed or invented.
    List<Outcome> astray() {
        return List.copyOf(astray);
    }

    /// All figures, section by section. What the cases say nothing about is left out.
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        all.into(figures, ALL);
        languages.forEach((language, group) -> group.into(figures, language));
        figures.addAll(calibrated());
        if (groups.expected().size() > 1) {
            confused(figures, "confusion", groups);
        }
        confused(figures, "answers", answers);
        if (eight.expected().size() > 1) {
            decided(figures);
        }
        found(figures, "contacts", allContacts, contacts);
        found(figures, "places", allPlaces, Map.of());
        return figures;
    }

    private List<Figure> calibrated() {
        List<Figure> figures = new ArrayList<>();
        if (!all.ranking.isDefined()) {
            return figures;
        }
        figures.add(Figure.number("calibration", ALL, "brier", calibration.brier()));
        figures.add(Figure.number("calibration", ALL, "error", calibration.expectedError()));
        figures.addAll(calibration.figures("reliability", "lures"));
        return figures;
    }

    private static void confused(List<Figure> figures, String section, Confusion confusion) {
        for (String expected : confusion.expected()) {
            for (String decided : confusion.decided()) {
                figures.add(
                        Figure.count(
                                section, expected, decided, confusion.count(expected, decided)));
            }
        }
    }

    private void decided(List<Figure> figures) {
        figures.add(Figure.number("context", ALL, "f1", eight.macroF1()));
        for (String label : eight.expected()) {
            Tally tally = eight.of(label);
            figures.add(Figure.number("context", label, "f1", tally.f1()));
            figures.add(Figure.rate("context", label, "precision", tally.precision()));
            figures.add(Figure.rate("context", label, "recall", tally.recall()));
        }
    }

    private static void found(
            List<Figure> figures, String section, Tally together, Map<String, Tally> kinds) {
        if (together.found() + together.there() > 0) {
            tally(figures, section, ALL, together);
            kinds.forEach((kind, tally) -> tally(figures, section, kind, tally));
        }
    }

    private static void tally(List<Figure> figures, String section, String row, Tally tally) {
        figures.add(Figure.count(section, row, "there", tally.there()));
        figures.add(Figure.rate(section, row, "precision", tally.precision()));
        figures.add(Figure.rate(section, row, "recall", tally.recall()));
        figures.add(Figure.number(section, row, "f1", tally.f1()));
    }

    /// The cases of one language.
    private static final class Group {
        private final Ranking ranking = new Ranking();
        private long count;
        private long lures;
        private long luresShown;
        private long luresClassed;
        private long othersShown;
        private long othersClassed;

        void add(Outcome outcome) {
            count++;
            ranking.add(outcome.assessment().score(), outcome.isLure());
            int shown = outcome.isShown() ? 1 : 0;
            int classed = outcome.isClassedLure() ? 1 : 0;
            if (outcome.isLure()) {
                lures++;
                luresShown += shown;
                luresClassed += classed;
            } else {
                othersShown += shown;
                othersClassed += classed;
            }
        }

        void into(List<Figure> figures, String row) {
            long others = count - lures;
            figures.add(Figure.count("detection", row, "lures", lures));
            figures.add(Figure.count("detection", row, "others", others));
            if (lures > 0) {
                rate(figures, row, "recall_lure", luresClassed, lures);
                rate(figures, row, "recall_review", luresShown, lures);
                rate(figures, row, "precision_lure", luresClassed, luresClassed + othersClassed);
                rate(figures, row, "precision_review", luresShown, luresShown + othersShown);
            }
            if (others > 0) {
                rate(figures, row, "false_lure", othersClassed, others);
                rate(figures, row, "false_review", othersShown, others);
            }
            if (ranking.isDefined()) {
                figures.add(Figure.number("ranking", row, "roc_auc", ranking.rocAuc()));
                figures.add(
                        Figure.number(
                                "ranking", row, "average_precision", ranking.averagePrecision()));
            }
        }

        private static void rate(
                List<Figure> figures, String row, String measure, long hits, long trials) {
            figures.add(Figure.rate("detection", row, measure, new Proportion(hits, trials)));
        }
    }
}
