package lurewatch.searchcli.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Context;
import lurewatch.indexer.rules.TextKind;

/// What a case is known to be.
public enum Label {
    LURE,
    BENIGN,
    WARNING,
    NEWS,
    VICTIM_REPORT,
    DISCUSSION,
    LAWFUL_PROCESS,
    FICTION,
    /// In files that do not tell warnings, news and victims' reports apart.
    WARNING_OR_NEWS;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Lure, benign, or one of the contexts that quote lures.
    String group() {
        return switch (this) {
            case LURE, BENIGN -> label();
            case WARNING,
                    NEWS,
                    VICTIM_REPORT,
                    DISCUSSION,
                    LAWFUL_PROCESS,
                    FICTION,
                    WARNING_OR_NEWS ->
                    "context";
        };
    }

    static Optional<Label> labelled(String label) {
        return Arrays.stream(values()).filter(l -> l.label().equals(label)).findFirst();
    }

    /// The kind of text; empty for the label that stands for several.
    public Optional<TextKind> kind() {
        return TextKind.labelled(label());
    }

    static String allowed() {
        return Arrays.stream(values()).map(Label::label).collect(Collectors.joining(", "));
    }

    /// The one of the eight answers that an assessment amounts to: a lure where it is classed so;
    /// else the context, where there is one; else a lure where somebody is asked to look; else
    /// benign.
    static Label decided(AssessmentClass assessmentClass, Context context) {
        if (assessmentClass == AssessmentClass.LURE) {
            return LURE;
        }
        return switch (context) {
            case WARNING -> WARNING;
            case NEWS -> NEWS;
            case VICTIM_REPORT -> VICTIM_REPORT;
            case DISCUSSION -> DISCUSSION;
            case LAWFUL_PROCESS -> LAWFUL_PROCESS;
            case FICTION -> FICTION;
            case NONE -> assessmentClass == AssessmentClass.REVIEW ? LURE : BENIGN;
        };
    }
}
