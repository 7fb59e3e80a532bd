package lurewatch.indexer.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lurewatch.indexer.AssessedPosting;

/// Finds the posting that a page shows once more under another query: boards put the order of a
/// list, a session or a filter into the address of an ad.
///
/// A parameter tells nothing where the site's pages of the same path that differ in it alone said
/// the same, [#PROOFS] times and without exception; which one does is asked of those pages and of
/// no list of names. So an ad that is put up again under another number stays another posting.
final class SameUnderQuery {
    private static final int PROOFS = 3;

    /// Postings that are looked at: those beside the address in the order of addresses, and the
    /// first and last of its path.
    private static final int NEAREST = 50;

    private static final int MOST_PARAMETERS = 16;

    private enum Order {
        ASC,
        DESC
    }

    private final Sql sql;

    SameUnderQuery(Sql sql) {
        this.sql = sql;
    }

    /// A posting that has its address to itself.
    record Known(long posting, String id, String url, String digest) {}

    private record Query(Map<String, String> parameters) {
        static Query of(String url) {
            Map<String, String> parameters = new TreeMap<>();
            if (url.indexOf('?') < 0) {
                return new Query(parameters);
            }
            Arrays.stream(url.substring(url.indexOf('?') + 1).split("&", MOST_PARAMETERS))
                    .forEach(pair -> {
                        // What has no name is a value, as a number against caches is.
                        int equals = pair.indexOf('=');
                        parameters.merge(
                                pair.substring(0, Math.max(0, equals)),
                                pair.substring(equals + 1),
                                (first, second) -> first + "," + second);
                    });
            return new Query(parameters);
        }

        Set<String> differing(Query other) {
            Set<String> names = new TreeSet<>(parameters.keySet());
            names.addAll(other.parameters.keySet());
            names.removeIf(
                    name -> Objects.equals(parameters.get(name), other.parameters.get(name)));
            return names;
        }

        Query without(Set<String> names) {
            Map<String, String> rest = new TreeMap<>(parameters);
            rest.keySet().removeAll(names);
            return new Query(rest);
        }
    }

    Optional<Known> knownAs(AssessedPosting found) throws SQLException {
        String url = found.posting().url();
        int query = url.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        String digest = ContentDigest.of(found).hex();
        List<Known> around = around(found.posting().site(), url.substring(0, query), url);
        return around.stream()
                .filter(known -> known.digest().equals(digest))
                .filter(known -> tellsNothing(url, digest, known, around))
                .min(Comparator.comparingLong(Known::posting));
    }

    private List<Known> around(String site, String path, String url) throws SQLException {
        Map<Long, Known> around = new TreeMap<>();
        String from = path + "?";
        String to = path + "@";
        for (List<Known> part :
                List.of(
                        part(site, path, path + "\u0001", Order.ASC),
                        part(site, from, to, Order.ASC),
                        part(site, from, to, Order.DESC),
                        part(site, url, to, Order.ASC),
                        part(site, from, url, Order.DESC))) {
            part.forEach(known -> around.put(known.posting(), known));
        }
        return new ArrayList<>(around.values());
    }

    private List<Known> part(String site, String from, String to, Order order) throws SQLException {
        return sql.list(
                """
                SELECT p.posting, id, url, content_digest FROM postings p
                JOIN versions v ON v.version = p.current_version
                WHERE site = ? AND url >= ? AND url < ? AND instr(url, '#') = 0
                """
                        + "ORDER BY url "
                        + order
                        + " LIMIT ?",
                row ->
                        new Known(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)),
                site,
                from,
                to,
                NEAREST);
    }

    /// Whether that in which the two addresses differ tells nothing on this site.
    private static boolean tellsNothing(
            String url, String digest, Known known, List<Known> around) {
        Query query = Query.of(url);
        Set<String> differing = query.differing(Query.of(known.url()));
        Map<Query, Set<String>> said = new HashMap<>();
        Map<Query, Integer> pages = new HashMap<>();
        note(query.without(differing), digest, said, pages);
        for (Known other : around) {
            note(Query.of(other.url()).without(differing), other.digest(), said, pages);
        }
        int proofs = pages.values().stream().mapToInt(count -> count - 1).sum();
        return proofs >= PROOFS && said.values().stream().allMatch(digests -> digests.size() == 1);
    }

    private static void note(
            Query rest, String digest, Map<Query, Set<String>> said, Map<Query, Integer> pages) {
        said.computeIfAbsent(rest, _ -> new TreeSet<>()).add(digest);
        pages.merge(rest, 1, Integer::sum);
    }
}
