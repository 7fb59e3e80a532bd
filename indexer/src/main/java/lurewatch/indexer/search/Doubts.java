package lurewatch.indexer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Second thoughts about a query that was read without a mistake and found nothing.
///
/// @param closedUp the query without blanks around the signs of conditions, where there were any
/// @param isPasted whether a word is a contact or URL
record Doubts(Optional<String> closedUp, Predicate<String> isPasted) {
    private static final Pattern SMALL_OPERATOR = Pattern.compile("(?<=\\s)(or|and|not)(?=\\s)");
    private static final Pattern PATTERN =
            Pattern.compile("\\S*\\w\\?\\w\\S*|/\\S+/|\\S+\\^\\d+(\\.\\d+)?");
    private static final Pattern STARTED_ID = Pattern.compile("[pc][0-9a-f]{4,16}");
    private static final Pattern NATIONAL =
            Pattern.compile("(?<![+\\w.-])\\(?0[0-9][0-9 ().-]{6,14}[0-9](?!\\w)");

    private static final Pattern CURRENCY =
            Pattern.compile("(?i)\\b(pay(?::?[<>]=?|[:=])\\S+)\\s+(usdt?|dollars?|\\$)(?=\\s|$)");

    List<String> of(String query) {
        List<String> doubts = new ArrayList<>();
        closedUp.ifPresent(closed -> doubts.add("did you mean " + closed));
        if (query.indexOf('"') < 0) {
            SMALL_OPERATOR
                    .matcher(query)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .forEach(word ->
                            doubts.add(
                                    "'"
                                            + word
                                            + "' was looked for as a word; what joins is written "
                                            + word.toUpperCase(Locale.ROOT)));
        }
        for (String word : query.strip().split("\\s+", -1)) {
            doubt(word).or(() -> several(word)).ifPresent(doubts::add);
        }
        if (NATIONAL.matcher(query).find()) {
            doubts.add(
                    "a number is known by its country: written without it, it was looked for in"
                            + " every country; no contact there has it, or what stands beside it"
                            + " leaves it out");
        }
        CURRENCY.matcher(query)
                .results()
                .forEach(found ->
                        doubts.add(
                                "'"
                                        + found.group(2)
                                        + "' was looked for as a word; pay is in US dollars: "
                                        + found.group(1)));
        return List.copyOf(doubts);
    }

    /// A list without blanks is one word.
    private Optional<String> several(String word) {
        List<String> entries = PastedLexer.entries(word);
        return entries.size() > 1 && entries.stream().allMatch(isPasted)
                ? Optional.of(
                        "'"
                                + word
                                + "' was looked for as one; either of several is written "
                                + String.join(" OR ", entries))
                : Optional.empty();
    }

    private static Optional<String> doubt(String word) {
        if (STARTED_ID.matcher(word).matches()) {
            String field = word.startsWith("p") ? "id:" : "campaign:";
            return Optional.of(
                    "'" + word + "' was looked for in texts; " + field + word + " finds by id");
        }
        boolean isAddress =
                word.contains("://") || word.contains("[.]") || PastedLexer.isAddress(word);
        return !isAddress && PATTERN.matcher(word).matches()
                ? Optional.of(
                        "'"
                                + word
                                + "' was looked for as words: other letters are matched only by"
                                + " word* (how it starts) and word~ (like it)")
                : Optional.empty();
    }
}
