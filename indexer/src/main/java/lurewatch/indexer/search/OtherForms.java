package lurewatch.indexer.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.Lexeme.Condition;
import lurewatch.indexer.search.Lexeme.Form;

/// How a condition is written here that somebody wrote as other programs have it: `country:KH,MM`,
/// `score:80-90`, `first:2026/08`.
final class OtherForms {
    private static final Set<String> NUMBERS =
            Set.of(
                    IndexSchema.SCORE,
                    IndexSchema.FRAUD_SCORE,
                    IndexSchema.PAY,
                    IndexSchema.VERSIONS);

    private static final Pattern SPAN = Pattern.compile("([^-]*\\d[^-]*)-([^-]*\\d[^-]*)");
    private static final Pattern SLASHED = Pattern.compile("(\\d{4})/(\\d{1,2})(?:/(\\d{1,2}))?");

    private OtherForms() {}

    /// The whole query with the condition as it is written here; the caller sees whether that can
    /// be read. Empty where none is known.
    static String corrected(Condition condition, String query) {
        if (condition.value().form() != Form.BARE) {
            return "";
        }
        String typed = condition.value().text();
        return listed(condition)
                .or(() -> span(condition, typed))
                .or(() -> dated(condition, typed))
                .or(() -> country(condition, typed))
                .map(better ->
                        query.substring(0, condition.at())
                                + better
                                + query.substring(condition.value().at() + typed.length()))
                .orElse("");
    }

    /// Several values as several conditions.
    static Optional<String> listed(Condition condition) {
        List<String> entries = PastedLexer.entries(condition.value().text());
        return entries.size() < 2
                ? Optional.empty()
                : Optional.of(
                        entries.stream()
                                .map(entry -> condition.field() + ":" + entry)
                                .collect(Collectors.joining(" OR ", "(", ")")));
    }

    private static Optional<String> span(Condition condition, String typed) {
        Matcher span = SPAN.matcher(typed);
        return NUMBERS.contains(condition.field()) && span.matches()
                ? Optional.of(condition.field() + ":" + span.group(1) + ".." + span.group(2))
                : Optional.empty();
    }

    private static Optional<String> dated(Condition condition, String typed) {
        Matcher slashed = SLASHED.matcher(typed);
        return slashed.find()
                ? Optional.of(
                        condition.field()
                                + condition.comparison().sign
                                + slashed.replaceAll(OtherForms::date))
                : Optional.empty();
    }

    private static String date(MatchResult slashed) {
        String month = slashed.group(1) + "-" + padded(slashed.group(2));
        return slashed.group(3) == null ? month : month + "-" + padded(slashed.group(3));
    }

    private static String padded(String number) {
        return number.length() < 2 ? "0" + number : number;
    }

    private static Optional<String> country(Condition condition, String typed) {
        return condition.field().equals(IndexSchema.COUNTRY)
                ? PlaceConditions.nearest(typed).map(code -> condition.field() + ":" + code)
                : Optional.empty();
    }
}
