package lurewatch.indexer.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lurewatch.indexer.settings.SettingsException;

/// Reads `lexicon/LANGUAGE.tsv`.
final class LexiconReader {
    static final List<String> HEADER = List.of("signal_id", "language", "phrase", "kind", "weight");

    private static final int SIGNAL = 0;
    private static final int LANGUAGE = 1;
    private static final int PHRASE = 2;
    private static final int KIND = 3;
    private static final int WEIGHT = 4;
    private static final int MAX_LENGTH = 400;
    private static final Pattern NEAR =
            Pattern.compile("[^|~]+(?:\\|[^|~]+)* ~ [^|~]+(?:\\|[^|~]+)*");

    private final Set<String> signalIds;

    LexiconReader(Set<String> signalIds) {
        this.signalIds = new TreeSet<>(signalIds);
    }

    List<Phrase> read(Path file) {
        String name = file.getFileName().toString();
        String language = name.substring(0, name.length() - ".tsv".length());
        List<Phrase> phrases = new ArrayList<>();
        for (TsvFile.Row row : TsvFile.read(file, HEADER)) {
            phrases.add(phrase(row, language, name + ":" + row.line()));
        }
        return phrases;
    }

    private Phrase phrase(TsvFile.Row row, String language, String origin) {
        if (!signalIds.contains(row.field(SIGNAL))) {
            throw row.error(
                    SIGNAL,
                    "unknown signal '"
                            + row.field(SIGNAL)
                            + "'; allowed are the ids of signals.yaml: "
                            + String.join(", ", signalIds));
        }
        if (!row.field(LANGUAGE).equals(language)) {
            throw row.error(
                    LANGUAGE,
                    "language '" + row.field(LANGUAGE) + "'; allowed in this file is " + language);
        }
        Phrase.Kind kind = kind(row);
        String text = row.field(PHRASE);
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw row.error(
                    PHRASE,
                    "phrase of " + text.length() + " characters; allowed are 1 to " + MAX_LENGTH);
        }
        if (kind == Phrase.Kind.REGEX) {
            compile(row, PHRASE);
        }
        if (kind == Phrase.Kind.NEAR && !NEAR.matcher(text).matches()) {
            throw row.error(PHRASE, "'" + text + "' is not of the form a|b ~ c|d");
        }
        return new Phrase(row.field(SIGNAL), language, text, kind, weight(row), origin);
    }

    private static Phrase.Kind kind(TsvFile.Row row) {
        return switch (row.field(KIND)) {
            case "literal" -> Phrase.Kind.LITERAL;
            case "regex" -> Phrase.Kind.REGEX;
            case "near" -> Phrase.Kind.NEAR;
            default ->
                    throw row.error(
                            KIND,
                            "kind '" + row.field(KIND) + "'; allowed are literal, near, regex");
        };
    }

    private static double weight(TsvFile.Row row) {
        boolean context = row.field(SIGNAL).startsWith("ctx_");
        String allowed =
                context
                        ? "; allowed for a ctx_ signal are -1.0 to -0.05"
                        : "; allowed are 0.05 to 1.0";
        try {
            double weight = Double.parseDouble(row.field(WEIGHT));
            double size = context ? -weight : weight;
            if (size >= 0.05 && size <= 1) {
                return weight;
            }
        } catch (NumberFormatException e) {
            throw notAWeight(row, allowed, e);
        }
        throw row.error(WEIGHT, "weight " + row.field(WEIGHT) + allowed);
    }

    private static SettingsException notAWeight(
            TsvFile.Row row, String allowed, NumberFormatException e) {
        SettingsException error =
                row.error(WEIGHT, "'" + row.field(WEIGHT) + "' is no number" + allowed);
        error.initCause(e);
        return error;
    }

    private static void compile(TsvFile.Row row, int field) {
        try {
            Pattern.compile(row.field(field));
        } catch (PatternSyntaxException e) {
            SettingsException error =
                    row.error(
                            field,
                            "bad regex at character "
                                    + (e.getIndex() + 1)
                                    + ": "
                                    + e.getDescription()
                                    + "; allowed is what java.util.regex knows");
            error.initCause(e);
            throw error;
        }
    }
}
