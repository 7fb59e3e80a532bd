package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names of which each line has a part with a label or a speaker before it: `Depan: demo⏎Tengah:
/// garis bawah⏎Buntut: 01id`, `A: nick là sample⏎A: gạch dưới⏎A: hr01`.
final class LinePieces {
    private static final int LONGEST_LINE = 64;

    /// How many characters before the first line the channel is named.
    private static final int REACH = 220;

    private static final int MOST_PARTS = 20;
    private static final int LEAST_LETTERS = 4;
    private static final char LAST_ANSWER = 'f';

    private static final String SIGN = "(?<sign>_(?![A-Za-z0-9_])|" + SignWords.UNDERSCORE + ")";
    private static final String DOT =
            "(?<dot>" + SignWords.LATIN_DOT + "|" + SignWords.OTHER_DOT + "|" + SignWords.DOT + ")";

    /// A speaker or label.
    private static final String LABEL = "(?<label>[\\p{L}\\p{M}\\p{N}_ .()]{1,20})[:：]\\s?";

    /// A line that is a part: a sign's name, a piece, or both with a word between.
    private static final Pattern PART =
            Pattern.compile(
                    "(?:"
                            + LABEL
                            + ")?(?:[\"'“«]?(?:(?:(?:"
                            + Sayings.OF_NAMES.either("put")
                            + ") )?(?:"
                            + SIGN
                            + "|"
                            + DOT
                            + "))?(?:\\s?(?:"
                            + Sayings.OF_NAMES.either("then-in-line")
                            + ")\\s)?(?:[\"'“«]?(?<piece>@?[A-Za-z0-9_.]{1,24})[\"'”»]?)?)\\s?(?:[,.(（].{0,24})?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// `katikati weka mstari wa chini`: what stands between, told without a colon.
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "([\\p{L}\\p{M}]{2,14})[\\s,]{1,2}(?:[\\p{L}\\p{M}]{1,12}\\s){0,2}(?:_|"
                            + SignWords.UNDERSCORE
                            + ")(?![\\p{L}\\p{N}_])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// The first line of a chat, in which the name begins.
    private static final Pattern FIRST =
            Pattern.compile(
                    "(?:"
                            + LABEL
                            + ")?(?:.{0,40}\\s)?[\"'“«]?(?<piece>@?[A-Za-z][A-Za-z0-9_.]{2,23})[\"'”»]?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// The first part, the middle and the last.
    private static final List<Pattern> PLACES =
            Stream.of("first-place", "middle-place", "last-place").map(LinePieces::labels).toList();

    private final View view;
    private final String text;
    private final Cues cues;
    private final FoundNames names;

    private LinePieces(View view, Cues cues, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
        this.names = names;
    }

    private static Pattern labels(String saying) {
        return Pattern.compile(
                "(?:bagian |phần |ส่วน|the )?(?:"
                        + Sayings.OF_NAMES.either(saying)
                        + ")(?:nya|에|은|는|に|は|部分|側)?",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// A part of a name in its line.
    ///
    /// @param place 0 for the first, 1 for what stands between, 2 for the last; -1 where no label
    ///   says so
    private record Part(String text, int start, int end, int place, String label, boolean sign) {}

    static void findIn(View view, Cues cues, FoundNames names) {
        if (view.text().indexOf('\n') >= 0) {
            new LinePieces(view, cues, names).find();
        }
    }

    private void find() {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            Optional<Part> part = end - start <= LONGEST_LINE ? part(start, end) : Optional.empty();
            if (part.isPresent()) {
                parts.add(part.get());
            }
            if (part.isEmpty() || parts.size() > MOST_PARTS || end == text.length()) {
                read(parts);
                parts.clear();
            }
            start = end + 1;
        }
    }

    private Optional<Part> part(int start, int end) {
        Matcher between = BETWEEN.matcher(text).region(start, end);
        if (between.lookingAt() && place(between.group(1)) == 1) {
            return Optional.of(new Part("_", start, end, 1, between.group(1), true));
        }
        Matcher line = PART.matcher(text).region(start, end);
        if (start == end || !line.matches()) {
            return Optional.empty();
        }
        boolean sign = line.group("sign") != null || line.group("dot") != null;
        String piece = line.group("piece") == null ? "" : line.group("piece");
        if (!sign && piece.isEmpty()) {
            return Optional.empty();
        }
        String label = line.group("label") == null ? "" : line.group("label").strip();
        String signs = line.group("sign") != null ? "_" : line.group("dot") != null ? "." : "";
        int from = line.group("label") == null ? start : line.end("label") + 1;
        return Optional.of(new Part(signs + piece, from, end, place(label), label, sign));
    }

    private static int place(String label) {
        for (int place = 0; place < PLACES.size(); place++) {
            if (PLACES.get(place).matcher(label).matches()) {
                return place;
            }
        }
        return -1;
    }

    private void read(List<Part> parts) {
        if (areLetters(parts)) {
            add(parts, parts.getFirst().start(), parts.getLast().end());
            return;
        }
        List<Part> labelled = parts.stream().filter(part -> part.place() >= 0).toList();
        if (labelled.size() > 1
                && labelled.stream().anyMatch(part -> part.place() == 0)
                && labelled.stream().anyMatch(part -> part.place() == 2)
                && (labelled.stream().anyMatch(part -> part.text().indexOf('_') >= 0)
                        || NamesInParts.areTogether(text, parts.getLast().end()))) {
            add(
                    labelled.stream()
                            .sorted((a, b) -> Integer.compare(a.place(), b.place()))
                            .toList(),
                    parts.getFirst().start(),
                    parts.getLast().end());
            return;
        }
        int sign = 0;
        while (sign < parts.size() && !parts.get(sign).sign()) {
            sign++;
        }
        if (sign < parts.size() && parts.get(sign).place() < 0) {
            readChat(parts, sign);
        }
    }

    /// One letter in each line, then digits, and no more than the last holds more.
    private static boolean areLetters(List<Part> parts) {
        int letters = parts.size() - 1;
        while (letters > LEAST_LETTERS && isDigit(parts.get(letters - 1))) {
            letters--;
        }
        return letters >= LEAST_LETTERS
                && letters < MOST_PARTS
                && parts.stream().allMatch(part -> part.label().isEmpty())
                && parts.subList(0, letters).stream()
                        .allMatch(part ->
                                part.text().length() == 1
                                        && !Scripts.isAsciiDigit(part.text().charAt(0)))
                && parts.getLast().text().chars().anyMatch(c -> Scripts.isAsciiDigit((char) c))
                && !areAnswers(parts.subList(0, letters));
    }

    /// Whether no letter is further in the alphabet than those of a question's answers, or each is
    /// the one after the last.
    private static boolean areAnswers(List<Part> letters) {
        StringBuilder all = new StringBuilder();
        letters.forEach(part -> all.append(LowerCase.of(part.text())));
        boolean inOrder = true;
        for (int i = 1; i < all.length(); i++) {
            inOrder &= all.charAt(i) == all.charAt(i - 1) + 1;
        }
        return inOrder || all.chars().allMatch(c -> c <= LAST_ANSWER);
    }

    private static boolean isDigit(Part part) {
        return part.text().length() == 1 && Scripts.isAsciiDigit(part.text().charAt(0));
    }

    /// A sign in a line of its own, and the lines around it.
    private void readChat(List<Part> parts, int sign) {
        List<Part> name = new ArrayList<>(parts.subList(sign, parts.size()));
        String label = parts.get(sign).label();
        Optional<Part> before =
                sign > 0 ? Optional.of(parts.get(sign - 1)) : lineBefore(parts.get(sign));
        boolean one =
                before.filter(part -> part.label().equals(label)).isPresent()
                        && name.stream().allMatch(part -> part.label().equals(label));
        if (!one || before.get().text().isEmpty()) {
            return;
        }
        name.addFirst(before.get());
        boolean whole = parts.get(sign).text().length() > 1; // the sign and what follows
        int size = whole ? 2 : 3;
        if (name.size() >= size) {
            List<Part> told = name.subList(0, size);
            add(told, told.getFirst().start(), told.getLast().end());
        }
    }

    private Optional<Part> lineBefore(Part part) {
        int end = text.lastIndexOf('\n', Math.max(0, part.start() - 1));
        if (end <= 0) {
            return Optional.empty();
        }
        int start = text.lastIndexOf('\n', end - 1) + 1;
        Matcher line = FIRST.matcher(text).region(Math.max(start, end - LONGEST_LINE), end);
        return line.matches()
                ? Optional.of(
                        new Part(
                                line.group("piece"),
                                line.start("piece"),
                                end,
                                -1,
                                line.group("label") == null ? "" : line.group("label").strip(),
                                false))
                : Optional.empty();
    }

    private void add(List<Part> parts, int start, int end) {
        StringBuilder name = new StringBuilder();
        parts.forEach(part -> name.append(part.text().replace("@", "")));
        Handle handle = new Handle(name.toString(), start, end, true, true);
        for (Match cue : cues.inTextOrder().reversed()) {
            int rawStart = view.rawStart(start);
            int rawEnd = view.rawEnd(end);
            boolean near =
                    (cue.end() <= rawStart && rawStart - cue.end() <= REACH)
                            || (cue.start() >= rawEnd && cue.start() - rawEnd <= REACH);
            Optional<ContactKind> kind = HandleContacts.channelWithNames(cue);
            if (near && kind.filter(handle::fits).isPresent() && names.isFree(handle)) {
                names.add(
                        handle,
                        kind.get(),
                        0.8,
                        "name in lines for " + kind.get().label() + " cue",
                        Optional.of(cue));
                return;
            }
        }
    }
}
