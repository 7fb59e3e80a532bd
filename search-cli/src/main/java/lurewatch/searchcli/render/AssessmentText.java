package lurewatch.searchcli.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.Signal;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.text.LegibleText;

/// An assessment for people: what it adds up to, and every reason with its quote in context.
public final class AssessmentText {
    private static final String INDENT = "  ";
    private static final int NAME_COLUMNS = 24;
    private static final int POINTS_COLUMNS = 6;

    /// Points and name, each with two blanks behind it.
    private static final int LEAD_COLUMNS = POINTS_COLUMNS + 2 + NAME_COLUMNS + 2;

    private static final String READ_AS = "read as  ";

    private final Style style;
    private final LinkForm links;
    private final int columns;

    public AssessmentText(Style style, LinkForm links, int columns) {
        this.style = style;
        this.links = links;
        this.columns = columns;
    }

    /// The head line and one section for each kind of finding; sections without any are left out.
    public String of(String name, String text, Assessment assessment) {
        List<String> lines = new ArrayList<>();
        lines.add(head(name, assessment));
        lines.addAll(sections(text, assessment));
        return String.join("\n", lines);
    }

    /// `95 of 100 LURE ko name`.
    private String head(String name, Assessment assessment) {
        String label = assessment.assessmentClass().label();
        String verdict =
                String.format(
                        Locale.ROOT,
                        "%d of 100  %s",
                        Math.round(assessment.score()),
                        label.toUpperCase(Locale.ROOT));
        return style.byClass(label, verdict)
                + "  "
                + TerminalText.line(assessment.language().orElse("language unknown"))
                + (assessment.context().label().equals("none")
                        ? ""
                        : "  [" + assessment.context().label() + "]")
                + (assessment.isUrgent() ? "  " + style.urgent(" A PERSON MAY BE IN DANGER ") : "")
                + "  "
                + style.strong(TerminalText.line(name));
    }

    /// Signals, contacts, places and pay.
    public List<String> sections(String text, Assessment assessment) {
        List<String> lines = new ArrayList<>();
        Optional<LegibleText> legible = LegibleText.of(text);
        section(lines, "Why", signals(text, legible, assessment));
        section(
                lines,
                "Contacts",
                assessment.contacts().stream().map(contact -> contact(contact, legible)).toList());
        section(
                lines,
                "Places",
                once(
                        assessment.places(),
                        this::place,
                        place -> written(place.evidence(), legible)));
        section(
                lines,
                "Pay",
                once(assessment.pay(), this::pay, pay -> written(pay.evidence(), legible)));
        section(
                lines,
                "General job fraud (a text model; no part of the score)",
                assessment.fraud().map(this::fraud).stream().toList());
        section(
                lines,
                "Not assessed (not the same as clean)",
                assessment.failures().stream().map(TerminalText::line).toList());
        return lines;
    }

    private void section(List<String> lines, String heading, List<String> rows) {
        if (!rows.isEmpty()) {
            lines.add(style.strong(heading));
            rows.forEach(row -> lines.add(INDENT + row));
        }
    }

    /// A row for what was found, with its first quote, however often it was found: `written X +2`.
    private <T> List<String> once(
            List<T> found, Function<T, String> row, Function<T, String> quote) {
        Map<String, List<String>> quotes = new LinkedHashMap<>();
        for (T each : found) {
            quotes.computeIfAbsent(row.apply(each), key -> new ArrayList<>())
                    .add(quote.apply(each));
        }
        List<String> rows = new ArrayList<>();
        quotes.forEach((shown, written) ->
                rows.add(
                        shown
                                + style.faint("written " + TerminalText.line(written.getFirst()))
                                + more(written.size() - 1)));
        return rows;
    }

    /// A quote, and what it says where that is not legible.
    private static String written(Evidence quote, Optional<LegibleText> legible) {
        return quote.quote()
                + readAs(legible.flatMap(text -> text.wordsOf(quote.start(), quote.end())));
    }

    private static String readAs(Optional<String> words) {
        return words.map(said -> ", read as " + said).orElse("");
    }

    private String more(int count) {
        return count == 0 ? "" : style.faint(" +" + count);
    }

    /// The signals that moved the score most come first.
    private List<String> signals(
            String text, Optional<LegibleText> legible, Assessment assessment) {
        Map<String, Double> points = new LinkedHashMap<>();
        assessment
                .contributions()
                .forEach(c -> points.merge(c.signalId(), c.points(), Double::sum));
        List<String> rows = new ArrayList<>();
        assessment.signals().stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (Signal s) -> -Math.abs(points.getOrDefault(s.id(), 0.0)))
                                .thenComparing(Signal::id))
                .forEach(signal -> {
                    rows.add(signal(text, signal, points.getOrDefault(signal.id(), 0.0)));
                    reading(signal, text, legible).ifPresent(rows::add);
                    signal.reason().ifPresent(reason -> rows.add(reason(reason)));
                });
        return rows;
    }

    private String signal(String text, Signal signal, double points) {
        String lead =
                String.format(
                        Locale.ROOT,
                        "%" + POINTS_COLUMNS + "s  %s  ",
                        String.format(Locale.ROOT, "%+.1f", points),
                        TerminalText.fitted(TerminalText.line(signal.id()), NAME_COLUMNS));
        Evidence first = signal.evidence().getFirst();
        return lead + snippet(text, first, style) + more(signal.evidence().size() - 1);
    }

    private int snippetColumns() {
        return Math.max(20, columns - INDENT.length() - LEAD_COLUMNS - 4);
    }

    /// Below a quote, what it says where it stands among letters that are not legible.
    private Optional<String> reading(Signal signal, String text, Optional<LegibleText> legible) {
        Evidence first = signal.evidence().getFirst();
        String raw = snippet(text, first, Style.PLAIN);
        return legible.flatMap(read ->
                read.placeOf(first.start(), first.end())
                        .filter(place -> !raw.equals(snippet(read.text(), place, Style.PLAIN)))
                        .map(place ->
                                style.faint(" ".repeat(LEAD_COLUMNS - READ_AS.length()) + READ_AS)
                                        + snippet(read.text(), place, style)));
    }

    private String snippet(String text, Evidence quote, Style in) {
        return Snippet.of(text, List.of(quote), snippetColumns(), in);
    }

    /// Below the signal's name.
    private String reason(String reason) {
        return " ".repeat(POINTS_COLUMNS + 2) + style.faint(TerminalText.line(reason));
    }

    private String contact(Contact contact, Optional<LegibleText> legible) {
        String value = TerminalText.line(links.contact(contact.kind(), contact.value()));
        String where = contact.isInText() ? "in the text" : "behind a link";
        String raw = TerminalText.line(harmless(contact.kind(), contact.raw()));
        String written =
                TerminalText.cut(raw, 60) + TerminalText.line(readAs(words(contact, legible)));
        return String.format(
                Locale.ROOT,
                "%s  %s  %s",
                TerminalText.fitted(contact.kind().label(), 14),
                style.strong(value),
                style.faint(
                        String.format(
                                Locale.ROOT,
                                "%s, written %s, confidence %s",
                                where,
                                written,
                                String.format(Locale.ROOT, "%.2f", contact.confidence()))));
    }

    private Optional<String> words(Contact contact, Optional<LegibleText> legible) {
        return legible.filter(_ -> contact.isInText())
                .flatMap(text -> text.wordsOf(contact.start(), contact.end()))
                .map(words -> harmless(contact.kind(), words));
    }

    /// A raw link is as clickable as a canonical one.
    private String harmless(ContactKind kind, String written) {
        return written.contains("://") ? links.url(written) : links.contact(kind, written);
    }

    /// Without what was written for it; so is pay.
    private String place(Place place) {
        return String.format(
                Locale.ROOT,
                "%s  %s  %s",
                TerminalText.fitted(TerminalText.line(place.id()), NAME_COLUMNS),
                TerminalText.line(place.name()) + " (" + TerminalText.line(place.country()) + ")",
                style.faint(
                        String.format(
                                Locale.ROOT,
                                "%s, risk %s, ",
                                place.role().label(),
                                TerminalText.line(place.risk()))));
    }

    private String pay(Pay pay) {
        String amount =
                pay.low().compareTo(pay.high()) == 0
                        ? pay.low().toPlainString()
                        : pay.low().toPlainString() + " to " + pay.high().toPlainString();
        return String.format(
                Locale.ROOT,
                "%s %s%s%s  ",
                amount,
                TerminalText.line(pay.currency().orElse("(no currency)")),
                pay.period().map(period -> " per " + period.label()).orElse(""),
                pay.usdMonth().map(AssessmentText::inDollars).orElse(""));
    }

    /// `, about USD 1,050 to 2,100 a month`.
    private static String inDollars(Pay.UsdMonth usd) {
        return usd.low() == usd.high()
                ? String.format(Locale.ROOT, ", about USD %,.0f a month", usd.low())
                : String.format(
                        Locale.ROOT, ", about USD %,.0f to %,.0f a month", usd.low(), usd.high());
    }

    /// `0.93 +0.4 no experience, +0.3 xxemailxx, -0.2 our team`.
    private String fraud(FraudScore fraud) {
        String words =
                fraud.words().stream()
                        .map(share ->
                                String.format(
                                        Locale.ROOT,
                                        "%+.2f %s",
                                        share.logOdds(),
                                        TerminalText.line(share.words())))
                        .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%.2f  %s", fraud.probability(), style.faint(words));
    }

    /// A whole text with everything marked that raised a signal.
    public String marked(String text, Assessment assessment) {
        return marked(text, loud(assessment).toList());
    }

    /// The same as it reads.
    String marked(LegibleText legible, Assessment assessment) {
        return marked(
                legible.text(),
                loud(assessment)
                        .flatMap(quote -> legible.placeOf(quote.start(), quote.end()).stream())
                        .toList());
    }

    private static Stream<Evidence> loud(Assessment assessment) {
        return assessment.signals().stream()
                .filter(signal -> signal.weight() > 0)
                .flatMap(signal -> signal.evidence().stream());
    }

    private String marked(String text, List<Evidence> loud) {
        List<Evidence> quotes =
                loud.stream()
                        .sorted(
                                Comparator.comparingInt(Evidence::start)
                                        .thenComparingInt(e -> -e.end()))
                        .collect(Collectors.toList());
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Evidence quote : quotes) {
            if (quote.start() >= at && quote.end() <= text.length()) {
                marked.append(TerminalText.block(text.substring(at, quote.start())))
                        .append(style.quote(TerminalText.line(quote.quote())));
                at = quote.end();
            }
        }
        return marked.append(TerminalText.block(text.substring(at))).toString();
    }
}
