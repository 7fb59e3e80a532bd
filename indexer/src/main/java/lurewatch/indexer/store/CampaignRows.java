package lurewatch.indexer.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;

/// Rows of campaigns: which wordings each has, how many postings that makes, and who founded it.
final class CampaignRows {
    private final Sql sql;

    CampaignRows(Sql sql) {
        this.sql = sql;
    }

    /// A campaign that has nothing yet.
    long begin() throws SQLException {
        return sql.insert("INSERT INTO campaigns (founder, postings, wordings) VALUES (0, 0, 0)");
    }

    /// Makes one campaign of those of two wordings.
    ///
    /// @return the campaign that the first was in
    long unite(long wording, long other) throws SQLException {
        long first = campaignOf(wording);
        long second = campaignOf(other);
        if (first != second) {
            boolean isSmaller = size(first) < size(second);
            absorb(isSmaller ? second : first, isSmaller ? first : second);
        }
        return first;
    }

    private long campaignOf(long wording) throws SQLException {
        return sql.number("SELECT campaign FROM wordings WHERE wording = ?", wording).orElse(0);
    }

    private long size(long campaign) throws SQLException {
        return sql.number("SELECT wordings FROM campaigns WHERE campaign = ?", campaign).orElse(0);
    }

    private void absorb(long into, long smaller) throws SQLException {
        sql.update("UPDATE wordings SET campaign = ? WHERE campaign = ?", into, smaller);
        sql.update(
                """
                UPDATE campaigns AS c SET
                    postings = c.postings + s.postings, wordings = c.wordings + s.wordings
                FROM campaigns s WHERE c.campaign = ? AND s.campaign = ?
                """,
                into,
                smaller);
        long founder = founder(smaller);
        sql.update("DELETE FROM campaigns WHERE campaign = ?", smaller);
        foundBy(into, founder);
    }

    private long founder(long campaign) throws SQLException {
        return sql.number("SELECT founder FROM campaigns WHERE campaign = ?", campaign).orElse(0);
    }

    /// Makes a posting the founder if it was there before the one that is.
    private void foundBy(long campaign, long posting) throws SQLException {
        sql.update(
                """
                UPDATE campaigns SET founder =
                    (SELECT posting FROM postings WHERE posting IN (founder, ?)
                     ORDER BY first_seen, id LIMIT 1)
                WHERE campaign = ?
                """,
                posting,
                campaign);
    }

    /// Makes a posting its campaign's founder if none of the others was there before.
    ///
    /// @return the campaign that has a new founder
    Optional<Long> refreshFounder(long posting) throws SQLException {
        Optional<Long> campaign =
                sql.first(
                        """
                        SELECT c.campaign FROM campaign_seats s
                        JOIN wordings USING (wording) JOIN campaigns c USING (campaign)
                        JOIN postings p ON p.posting = s.posting
                        LEFT JOIN postings f ON f.posting = c.founder
                        WHERE s.posting = ? AND c.founder <> s.posting
                            AND (f.id IS NULL OR (p.first_seen, p.id) < (f.first_seen, f.id))
                        """,
                        row -> row.getLong(1),
                        posting);
        if (campaign.isPresent()) {
            foundBy(campaign.get(), posting);
        }
        return campaign;
    }

    /// Takes wordings out of their campaign into a new one.
    int part(long campaign, Collection<Long> wordings) throws SQLException {
        long made = begin();
        for (long wording : wordings) {
            sql.update(
                    "UPDATE wordings SET campaign = ? WHERE wording = ? AND campaign = ?",
                    made,
                    wording,
                    campaign);
        }
        return recount(made);
    }

    /// Counts a campaign that has lost postings or wordings; one that has none left is no more.
    int recount(long campaign) throws SQLException {
        sql.update(
                """
                UPDATE campaigns SET
                    wordings = (SELECT count(*) FROM wordings w WHERE w.campaign = ?),
                    postings = (SELECT coalesce(sum(postings), 0) FROM wordings w
                        WHERE w.campaign = ?),
                    founder = coalesce((SELECT posting FROM wordings w
                        JOIN campaign_seats USING (wording) JOIN postings p USING (posting)
                        WHERE w.campaign = ? ORDER BY first_seen, id LIMIT 1), 0)
                WHERE campaign = ?
                """,
                campaign,
                campaign,
                campaign,
                campaign);
        return sql.update("DELETE FROM campaigns WHERE campaign = ? AND wordings = 0", campaign);
    }
}
