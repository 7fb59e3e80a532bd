package lurewatch.indexer.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.index.IndexSchema;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// What a condition looks for, in words of the query language: `country:Cambodia` as `country:KH`,
/// `first:7d` as the moment that this is.
final class Understood {
    private static final Set<String> TIMES =
            Set.of(
                    IndexSchema.POSTED,
                    IndexSchema.FIRST_SEEN,
                    IndexSchema.LAST_SEEN,
                    IndexSchema.GONE,
                    IndexSchema.REAPPEARED);

    private static final Set<String> IN_CAPITALS = Set.of(IndexSchema.COUNTRY, IndexSchema.ROUTE);

    private Understood() {}

    /// Empty for what nobody would write so.
    static Optional<String> of(Query query) {
        return switch (query) {
            case BoostQuery boosted -> of(boosted.getQuery());
            case ConstantScoreQuery constant -> of(constant.getQuery());
            case TermQuery term -> Optional.of(written(term.getTerm(), ""));
            case PrefixQuery prefix -> Optional.of(written(prefix.getPrefix(), "*"));
            case PointRangeQuery range when TIMES.contains(range.getField()) ->
                    Optional.of(during(range));
            case BooleanQuery several -> of(several);
            default -> Optional.empty();
        };
    }

    private static String written(Term term, String end) {
        String value =
                IN_CAPITALS.contains(term.field())
                        ? term.text().toUpperCase(Locale.ROOT)
                        : term.text();
        boolean isQuoted = value.chars().anyMatch(Character::isWhitespace) && end.isEmpty();
        return term.field() + ":" + (isQuoted ? '"' + value + '"' : value + end);
    }

    private static String during(PointRangeQuery range) {
        long low = LongPoint.decodeDimension(range.getLowerPoint(), 0);
        long high = LongPoint.decodeDimension(range.getUpperPoint(), 0);
        List<String> ends = new ArrayList<>();
        if (low != Long.MIN_VALUE) {
            ends.add(range.getField() + ">=" + Instant.ofEpochMilli(low));
        }
        if (high != Long.MAX_VALUE) {
            ends.add(range.getField() + "<" + Instant.ofEpochMilli(high + 1));
        }
        return ends.isEmpty() ? range.getField() + ":.." : joined(ends, " AND ");
    }

    private static Optional<String> of(BooleanQuery several) {
        boolean isAny =
                several.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD);
        boolean isAll =
                several.clauses().stream().allMatch(clause -> clause.occur() == Occur.FILTER);
        List<String> parts = new ArrayList<>();
        for (BooleanClause clause : several.clauses()) {
            of(clause.query()).ifPresent(parts::add);
        }
        return (isAny || isAll) && parts.size() == several.clauses().size()
                ? Optional.of(joined(parts, isAny ? " OR " : " AND "))
                : Optional.empty();
    }

    private static String joined(List<String> parts, String operator) {
        List<String> distinct = parts.stream().distinct().toList();
        return distinct.size() == 1
                ? distinct.getFirst()
                : "(" + String.join(operator, distinct) + ")";
    }
}
