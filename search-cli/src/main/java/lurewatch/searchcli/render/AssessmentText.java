package lurewatch.searchcli.render;

import java.math.BigDecimal;
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
import lurewatch.indexer.console.WrappedText;
import lurewatch.indexer.text.LegibleText;

/// An assessment for people: what it adds up to, and every reason with its quote in context.
public final class AssessmentText {
    private static final String INDENT = "  ";
    private static final int NAME_COLUMNS = 24;
    private static final int POINTS_COLUMNS = 6;

    /// Points and name, each with two blanks behind it.
    private static final int LEAD_COLUMNS = POINTS_COLUMNS + 2 + NAME_COLUMNS + 2;

    private static final String URGENT = " A PERSON MAY BE IN DANGER ";

    /// Blanks between what a head line says.
    private static final int GAPS = 6;

    private static final int KIND_COLUMNS = 14;
    private static final int PAY_INDENT = 4;

    /// What is explained keeps this much on the narrowest of terminals.
    private static final int LEAST_ROOM = 24;

    /// A blank at which no line is broken.
    private static final char TOGETHER = '\u00a0';

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
        String classed =
                String.format(
                        Locale.ROOT,
                        "%d of 100  %s",
                        Math.round(assessment.score()),
                        label.toUpperCase(Locale.ROOT));
        String language = TerminalText.line(assessment.language().orElse("language unknown"));
        String context =
                assessment.context().label().equals("none")
                        ? ""
                        : "  [" + assessment.context().label() + "]";
        String urgent = assessment.isUrgent() ? URGENT : "";
        String called = TerminalText.line(name);
        int width =
                Stream.of(classed, language, context, urgent, called)
                        .mapToInt(TerminalText::width)
                        .sum();
        boolean isWide = width + GAPS > columns;
        return style.byClass(label, classed)
                + "  "
                + language
                + context
                + (isWide ? "\n" + INDENT : "  ")
                + (urgent.isEmpty() ? "" : style.urgent(urgent) + "  ")
                + style.strong(called);
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
                        AssessmentText::place,
                        place -> written(place.evidence(), legible),
                        NAME_COLUMNS + 2));
        section(
                lines,
                "Pay",
                once(
                        assessment.pay(),
                        AssessmentText::pay,
                        pay -> written(pay.evidence(), legible),
                        PAY_INDENT));
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

    /// A finding, and what is known of it.
    private record Row(String finding, String details) {}

    /// A row for what was found, with its first quote, however often it was found: `written X +2`.
    private <T> List<String> once(
            List<T> found, Function<T, Row> row, Function<T, String> quote, int indent) {
        Map<Row, List<String>> quotes = new LinkedHashMap<>();
        for (T each : found) {
            quotes.computeIfAbsent(row.apply(each), _ -> new ArrayList<>()).add(quote.apply(each));
        }
        List<String> rows = new ArrayList<>();
        quotes.forEach((shown, written) -> {
            int more = written.size() - 1;
            String details =
                    shown.details()
                            + "written "
                            + TerminalText.line(written.getFirst())
                            + (more == 0 ? "" : " +" + more);
            rows.add(row(shown.finding(), shown.finding(), details, indent));
        });
        return rows;
    }

    /// In one line where the terminal is wide enough; else the details stand below, in as many as
    /// they need.
    ///
    /// @param shown the finding in its style
    private String row(String finding, String shown, String details, int indent) {
        int room = columns - INDENT.length();
        if (TerminalText.width(finding) + 2 + TerminalText.width(details) <= room) {
            return shown + "  " + style.faint(details);
        }
        boolean isLong = TerminalText.width(finding) > room && shown.equals(finding);
        return (isLong
                        ? String.join(
                                "\n" + INDENT + " ".repeat(indent),
                                WrappedText.lines(finding, room - indent))
                        : shown)
                + "\n"
                + below(details, indent);
    }

    /// Lines below a row of their section.
    private String below(String text, int indent) {
        String blanks = INDENT + " ".repeat(indent);
        int room = Math.max(LEAST_ROOM, columns - blanks.length());
        return WrappedText.lines(text, room).stream()
                .map(line -> blanks + style.faint(line))
                .collect(Collectors.joining("\n"));
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
                    // Below the signal's name.
                    signal.reason()
                            .map(reason -> below(TerminalText.line(reason), POINTS_COLUMNS + 2))
                            .map(below -> below.substring(INDENT.length()))
                            .ifPresent(rows::add);
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

    private String contact(Contact contact, Optional<LegibleText> legible) {
        String value = TerminalText.line(links.contact(contact.kind(), contact.value()));
        String where = contact.isInText() ? "in the text" : "behind a link";
        String raw = TerminalText.line(harmless(contact.kind(), contact.raw()));
        String written =
                TerminalText.cut(raw, 60) + TerminalText.line(readAs(words(contact, legible)));
        String kind = TerminalText.fitted(contact.kind().label(), KIND_COLUMNS) + "  ";
        String details =
                String.format(
                        Locale.ROOT,
                        "%s, written %s, confidence %.2f",
                        where,
                        written,
                        contact.confidence());
        return row(kind + value, kind + style.strong(value), details, KIND_COLUMNS + 2);
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
    private static Row place(Place place) {
        String finding =
                TerminalText.fitted(TerminalText.line(place.id()), NAME_COLUMNS)
                        + "  "
                        + TerminalText.line(place.name())
                        + " ("
                        + TerminalText.line(place.country())
                        + ")";
        String risk = TerminalText.line(place.risk());
        return new Row(finding, place.role().label() + ", risk " + risk + ", ");
    }

    private static Row pay(Pay pay) {
        String amount =
                pay.low().compareTo(pay.high()) == 0
                        ? amount(pay.low())
                        : amount(pay.low()) + " to " + amount(pay.high());
        String finding =
                amount
                        + " "
                        + TerminalText.line(pay.currency().orElse("(no currency)"))
                        + pay.period().map(period -> " per " + period.label()).orElse("")
                        + pay.usdMonth().map(AssessmentText::inDollars).orElse("");
        return new Row(finding, "");
    }

    /// `15,000,000`, `12.5`.
    private static String amount(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
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
                                                TerminalText.line(share.words()))
                                        .replace(' ', TOGETHER))
                        .collect(Collectors.joining(", "));
        String score = String.format(Locale.ROOT, "%.2f  ", fraud.probability());
        return score + below(words, score.length()).strip().replace(TOGETHER, ' ');
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
