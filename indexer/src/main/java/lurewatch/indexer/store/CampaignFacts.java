package lurewatch.indexer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.PostingId;

/// Campaigns as they stand in the facts, for readers; analysts' decisions on them are not here.
///
/// Keys are good for one state of the facts only.
public final class CampaignFacts {
    private static final String MEMBER =
            """
            SELECT p.id, p.site, p.first_seen, p.last_seen, s.wording, w.campaign, a.language,
                coalesce(b.score, a.score) AS score, coalesce(b.class, a.class) AS class
            FROM campaign_seats s JOIN wordings w USING (wording) JOIN postings p USING (posting)
            JOIN assessments a ON a.version = p.current_version
            LEFT JOIN behaviours b ON b.posting = p.posting
            """;

    private static final String STORED =
            """
            SELECT c.campaign, c.postings, f.id FROM campaigns c
            JOIN postings f ON f.posting = c.founder
            """;

    private final FactsReader facts;
    private final Sql sql;

    CampaignFacts(FactsReader facts, Sql sql) {
        this.facts = facts;
        this.sql = sql;
    }

    /// A campaign, of one posting or more.
    public record StoredCampaign(long key, CampaignId id, long postings) {}

    /// A posting in its campaign.
    ///
    /// @param wording equal for postings that say the same, slots aside
    public record Member(
            PostingId id,
            String site,
            Instant firstSeen,
            Instant lastSeen,
            long wording,
            long campaign,
            Optional<String> language,
            double score,
            String assessmentClass) {}

    /// The campaign that a posting is in; empty where it is not known, or not yet.
    public Optional<StoredCampaign> of(PostingId posting) {
        return member(posting).flatMap(member -> campaign(member.campaign()));
    }

    /// A posting's place.
    public Optional<Member> member(PostingId posting) {
        return facts.read(() ->
                sql.first(MEMBER + " WHERE p.id = ?", CampaignFacts::member, posting.value()));
    }

    public Optional<StoredCampaign> campaign(long key) {
        return facts.read(
                () -> sql.first(STORED + " WHERE c.campaign = ?", CampaignFacts::stored, key));
    }

    /// The campaigns of so many postings and more, the largest first.
    public List<StoredCampaign> ofSize(long fewest, int most) {
        return facts.read(() ->
                sql.list(
                        STORED + " WHERE c.postings >= ? ORDER BY c.postings DESC, f.id LIMIT ?",
                        CampaignFacts::stored,
                        fewest,
                        most));
    }

    /// The postings of a campaign, those first that were there first.
    ///
    /// @param without wordings whose postings are left out
    public List<Member> members(long campaign, Set<Long> without, int most) {
        return facts.read(() ->
                sql.list(
                        MEMBER
                                + """
                                 WHERE w.campaign = ?
                                    AND s.wording NOT IN (SELECT value FROM json_each(?))
                                ORDER BY p.first_seen, p.id LIMIT ?
                                """,
                        CampaignFacts::member,
                        campaign,
                        without.toString(),
                        most));
    }

    /// The postings of a wording, those first that were there first.
    public List<Member> membersOfWording(long wording, int most) {
        return facts.read(() ->
                sql.list(
                        MEMBER + " WHERE s.wording = ? ORDER BY p.first_seen, p.id LIMIT ?",
                        CampaignFacts::member,
                        wording,
                        most));
    }

    /// How many postings of a wording stand on a site.
    public record Spread(String site, long wording, long postings) {}

    /// Where the postings of a campaign stand.
    public List<Spread> spread(long campaign) {
        return facts.read(() ->
                sql.list(
                        """
                        SELECT p.site, s.wording, count(*)
                        FROM wordings w JOIN campaign_seats s USING (wording)
                        JOIN postings p USING (posting)
                        WHERE w.campaign = ? GROUP BY 1, 2 ORDER BY 1, 2
                        """,
                        row -> new Spread(row.getString(1), row.getLong(2), row.getLong(3)),
                        campaign));
    }

    /// Where the postings of a wording stand.
    public List<Spread> spreadOfWording(long wording) {
        return facts.read(() ->
                sql.list(
                        """
                        SELECT p.site, s.wording, count(*)
                        FROM campaign_seats s JOIN postings p USING (posting)
                        WHERE s.wording = ? GROUP BY 1 ORDER BY 1
                        """,
                        row -> new Spread(row.getString(1), row.getLong(2), row.getLong(3)),
                        wording));
    }

    /// How many lures of a wording were first seen in two stretches of time.
    public record Appearance(long wording, long campaign, long earlier, long later) {}

    /// Which wordings lures had that were first seen from one moment until another, parted at a
    /// third. Looks at every posting: for people.
    public List<Appearance> appearances(Instant from, Instant part, Instant until) {
        return facts.read(() ->
                sql.list(
                        """
                        SELECT s.wording, w.campaign, sum(p.first_seen < ?), sum(p.first_seen >= ?)
                        FROM postings p JOIN campaign_seats s USING (posting)
                        JOIN wordings w USING (wording)
                        JOIN assessments a ON a.version = p.current_version
                        LEFT JOIN behaviours b ON b.posting = p.posting
                        WHERE p.first_seen >= ? AND p.first_seen < ?
                            AND coalesce(b.class, a.class) = 'lure'
                        GROUP BY s.wording, w.campaign
                        """,
                        row ->
                                new Appearance(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4)),
                        Times.write(part),
                        Times.write(part),
                        Times.write(from),
                        Times.write(until)));
    }

    private static StoredCampaign stored(ResultSet row) throws SQLException {
        return new StoredCampaign(
                row.getLong(1), CampaignId.of(new PostingId(row.getString(3))), row.getLong(2));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                new PostingId(row.getString("id")),
                row.getString("site"),
                Times.read(row.getString("first_seen")),
                Times.read(row.getString("last_seen")),
                row.getLong("wording"),
                row.getLong("campaign"),
                Sql.text(row, "language"),
                row.getDouble("score"),
                row.getString("class"));
    }
}
