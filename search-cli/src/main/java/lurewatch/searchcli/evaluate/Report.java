package lurewatch.searchcli.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.JsonText;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.render.AssessmentJson;
import lurewatch.searchcli.render.AssessmentText;
import lurewatch.searchcli.render.Style;

/// Prints an evaluation: tables and explained mistakes for people, objects for machines.
public final class Report {
    /// What each section says, for whom the names of its columns do not.
    private static final Map<String, String> TITLES =
            Map.ofEntries(
                    Map.entry(
                            "detection",
                            "Detection: recall, precision, false alarms at class lure, and at lure or review"
                                    + " (95 % interval, counts)"),
                    Map.entry("ranking", "Ranking by score"),
                    Map.entry("calibration", "Calibration: the score as the probability of a lure"),
                    Map.entry(
                            "reliability",
                            "Reliability: of the cases with that score, so many are lures"),
                    Map.entry(
                            "confusion",
                            "Expected (rows) and decided (columns): lure, benign, a context that quotes lures"),
                    Map.entry(
                            "answers", "Expected (rows) and answered (columns): class and context"),
                    Map.entry(
                            "context",
                            "Eight-way decision: class lure; else the context; else review counts as lure,"
                                    + " low as benign ('all' is macro-F1)"),
                    Map.entry("contacts", "Contacts, right where kind and value are"),
                    Map.entry("places", "Places, right where the gazetteer's id is"),
                    Map.entry(
                            "wording",
                            "Worded like lures with at least that probability (95 % interval, counts)"),
                    Map.entry("fraud", "Ranking by fraud_score; recall at 5 % false alarms"),
                    Map.entry(
                            "fraud reliability",
                            "Reliability: of the groups of copies with that fraud_score, so many are fraudulent"),
                    Map.entry("fraud calibration", "Calibration of fraud_score"),
                    Map.entry("fraud at 0.5", "Called fraud from 0.5 on"));

    private final Style style;
    private final AssessmentText explained;

    public Report(Style style, AssessmentText explained) {
        this.style = style;
        this.explained = explained;
    }

    /// Tables, mistakes with their explanation.
    public void print(String heading, Evaluation evaluation, Consumer<String> out) {
        out.accept(style.strong(heading));
        tables(style, evaluation.figures()).forEach(out);
        List<Outcome> mistakes = evaluation.mistakes();
        if (!mistakes.isEmpty()) {
            out.accept("");
            out.accept(style.strong("Worst mistakes"));
            mistakes.forEach(outcome -> mistake(outcome, out));
        }
        List<Outcome> astray = evaluation.astray();
        if (!astray.isEmpty()) {
            out.accept("");
            out.accept(style.strong("Contacts and places missed (-) or invented (+)"));
            astray.forEach(outcome -> out.accept("  " + astray(outcome)));
        }
    }

    /// Each section as one table, a row per language, kind or label.
    public static List<String> tables(Style style, List<Figure> figures) {
        Map<String, List<Figure>> sections =
                figures.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Figure::section, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        sections.forEach((name, section) -> {
            lines.add("");
            lines.add(style.strong(TITLES.getOrDefault(name, name)));
            lines.addAll(table(section));
        });
        return lines;
    }

    private static List<String> table(List<Figure> section) {
        List<String> measures = section.stream().map(Figure::measure).distinct().toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(measures);
        head.addFirst("");
        rows.add(head);
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (Figure figure : section) {
            cells.computeIfAbsent(figure.row(), _ -> new LinkedHashMap<>())
                    .put(figure.measure(), cell(figure.value()));
        }
        cells.forEach((name, row) -> {
            List<String> line = new ArrayList<>();
            line.add(TerminalText.line(name));
            measures.forEach(measure -> line.add(row.getOrDefault(measure, "")));
            rows.add(line);
        });
        return aligned(rows);
    }

    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        List<String> lines = new ArrayList<>();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], TerminalText.width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append("  ").append(TerminalText.fitted(row.get(i), widths[i]));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String cell(Figure.Value value) {
        return switch (value) {
            case Figure.Value.Count(long count) -> Long.toString(count);
            case Figure.Value.Real(double number) -> decimal(number);
            case Figure.Value.Rate(Proportion share) ->
                    share.trials() == 0
                            ? "-"
                            : String.format(
                                    Locale.ROOT,
                                    "%s %.2f-%.2f %d/%d",
                                    decimal(share.rate()),
                                    share.low(),
                                    share.high(),
                                    share.hits(),
                                    share.trials());
        };
    }

    private static String decimal(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.3f", number);
    }

    private void mistake(Outcome outcome, Consumer<String> out) {
        Case known = outcome.known();
        out.accept("");
        out.accept(
                style.faint(
                        TerminalText.line(
                                known.origin()
                                        + " expected "
                                        + known.label().label()
                                        + ", answered "
                                        + outcome.answer())));
        out.accept(explained.of(known.id(), known.text(), outcome.assessment()));
        out.accept("  " + TerminalText.cut(TerminalText.line(known.text()), 300));
    }

    private static String astray(Outcome outcome) {
        List<String> parts = new ArrayList<>();
        outcome.missed().forEach(key -> parts.add("-" + key));
        outcome.invented().forEach(key -> parts.add("+" + key));
        return TerminalText.line(outcome.known().origin() + "  " + String.join(" ", parts));
    }

    /// A figure as one line of JSON.
    public static String json(Figure figure) {
        JsonLine line =
                JsonLine.versioned()
                        .put("section", figure.section())
                        .put("of", figure.row())
                        .put("measure", figure.measure());
        switch (figure.value()) {
            case Figure.Value.Count(long count) -> line.put("value", count);
            case Figure.Value.Real(double number) -> line.putLiteral("value", number(number));
            case Figure.Value.Rate(Proportion share) ->
                    line.putLiteral("value", number(share.rate()))
                            .put("low", share.low())
                            .put("high", share.high())
                            .put("hits", share.hits())
                            .put("trials", share.trials());
        }
        return line.toString();
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "null" : Double.toString(number);
    }

    /// A case and what was made of it, as one line of JSON.
    public static String json(Outcome outcome) {
        Case known = outcome.known();
        return JsonLine.versioned()
                .put("case", known.id())
                .put("origin", known.origin())
                .put("lang", known.language())
                .put("expected", known.label().label())
                .put("decided", outcome.decided().label())
                .put("mistake", outcome.isMistake())
                .putStrings("missed", outcome.missed())
                .putStrings("invented", outcome.invented())
                .putLiteral(
                        "assessment",
                        AssessmentJson.of(
                                JsonText.quoted(known.id()), known.text(), outcome.assessment()))
                .toString();
    }

    /// Ads that were judged wrong, with the words that moved the score.
    public static List<String> mistakes(List<FraudEvaluation.Judged> mistakes) {
        List<String> lines = new ArrayList<>();
        if (!mistakes.isEmpty()) {
            lines.add("");
            lines.add("Worst mistakes, with what speaks for and against in the model that ships");
        }
        for (FraudEvaluation.Judged judged : mistakes) {
            String words =
                    judged.assessment().fraud().map(FraudScore::words).orElse(List.of()).stream()
                            .map(share ->
                                    String.format(
                                            Locale.ROOT,
                                            "%+.2f %s",
                                            share.logOdds(),
                                            share.words()))
                            .collect(Collectors.joining(", "));
            String text = judged.answer().ad().text();
            lines.add(
                    TerminalText.line(
                            String.format(
                                    Locale.ROOT,
                                    "  %.2f %s %s %s: %s",
                                    judged.answer().known(),
                                    judged.answer().ad().isFraud() ? "fraud" : "other",
                                    judged.origin(),
                                    judged.id(),
                                    text.substring(0, Math.min(100, text.length())))));
            lines.add("       " + TerminalText.line(words));
        }
        return lines;
    }

    /// An ad and what was made of it, as one line of JSON.
    public static String json(FraudEvaluation.Judged judged) {
        return JsonLine.versioned()
                .put("case", judged.id())
                .put("origin", judged.origin())
                .put("expected", judged.answer().ad().isFraud() ? "fraud" : "other")
                .put("group", judged.answer().ad().group())
                .put("fraud_score", judged.answer().known())
                .put("fraud_score_text_alone", judged.answer().textAlone())
                .put("seen_in_training", judged.seen())
                .putLiteral(
                        "assessment",
                        AssessmentJson.of(
                                JsonText.quoted(judged.id()),
                                judged.answer().ad().text(),
                                judged.assessment()))
                .toString();
    }
}
