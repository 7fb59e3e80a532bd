package lurewatch.indexer.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;

/// Tells whether nothing of an ad stands on its own page any more, and what does says little: a
/// notice that it is gone, a request to log in or to slow down, or the list that it stood in, in
/// words of whatever language.
///
/// An ad whose author takes the contact out still has most of its words.
final class ReplacedRows {
    /// Letters and digits in a row, by which texts of any script are compared.
    private static final int RUN = 4;

    /// As much text as a notice with its excuses has.
    private static final int LITTLE = 400;

    /// The share of the page's words that the ad had before, from which on it is the ad.
    private static final double ITS_OWN = 0.5;

    private final Sql sql;

    ReplacedRows(Sql sql) {
        this.sql = sql;
    }

    /// Whether the page, when it last came, showed an ad that named a contact, and now something
    /// short that names nobody and is another text.
    boolean isReplaced(CaptureFacts facts) throws SQLException {
        Capture capture = facts.capture();
        if (facts.postings().size() != 1) {
            return false;
        }
        AssessedPosting now = facts.postings().getFirst();
        String text = text(now.posting().blocks());
        boolean isItsOwnPage = now.posting().url().equals(capture.url());
        if (!isItsOwnPage || text.length() > LITTLE || !namesNothing(now.assessment())) {
            return false;
        }
        Optional<String> before = before(now.posting().id().value(), capture.url());
        return before.isPresent() && share(text, before.get()) < ITS_OWN;
    }

    private static boolean namesNothing(Assessment assessment) {
        return assessment.contacts().isEmpty()
                && assessment.pay().isEmpty()
                && assessment.places().isEmpty();
    }

    /// What the page showed of a posting with a contact.
    private Optional<String> before(String posting, String page) throws SQLException {
        return sql.first(
                """
                SELECT v.blocks FROM postings p JOIN pages g USING (posting)
                JOIN versions v ON v.version = g.version
                WHERE p.id = ? AND g.url = ?
                AND EXISTS (SELECT 1 FROM mentions m WHERE m.version = v.version)
                """,
                row -> text(Json.blocks(row.getString(1))),
                posting,
                page);
    }

    private static String text(List<Block> blocks) {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    private static double share(String text, String of) {
        Set<String> runs = runs(text);
        Set<String> known = runs(of);
        long both = runs.stream().filter(known::contains).count();
        return runs.isEmpty() ? 0 : (double) both / runs.size();
    }

    private static Set<String> runs(String text) {
        String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= letters.length(); i++) {
            runs.add(letters.substring(i, i + RUN));
        }
        return runs;
    }
}
