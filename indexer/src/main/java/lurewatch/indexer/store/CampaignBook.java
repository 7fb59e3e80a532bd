package lurewatch.indexer.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.PostingId;

/// What is remembered of campaigns while they form: which posting has which wording, which wordings
/// are near each other, who uses which contact. Keeps and counts; what hangs together is decided
/// elsewhere. Part of the facts' transaction, and as thread-safe as they are.
public final class CampaignBook {
    private final Sql sql;

    /// The store whose connection this is.
    private final Object lock;

    private final CampaignRows campaigns;

    CampaignBook(Sql sql, Object lock) {
        this.sql = sql;
        this.campaigns = new CampaignRows(sql);
        this.lock = lock;
    }

    /// Where a posting sits.
    ///
    /// @param contacts keys of the contacts that it was placed by
    public record Seat(long wording, long digest, NavigableSet<Long> contacts) {}

    /// That two wordings are near each other.
    ///
    /// @param rare what they share that is not common, or [#FOR_GOOD] where that does not matter
    public record Link(long wording, long other, int rare) {
        public static final int FOR_GOOD = -1;
    }

    /// That a wording stands on a site with a contact.
    public record Use(String site, long wording) {}

    /// A posting's key.
    public OptionalLong posting(PostingId id) {
        return key("SELECT posting FROM postings WHERE id = ?", id.value());
    }

    /// A contact's key.
    public OptionalLong contact(Contact contact) {
        return key(
                "SELECT contact FROM contacts WHERE kind = ? AND value = ?",
                contact.kind().label(),
                contact.value());
    }

    /// The kind of a contact that has a key.
    public ContactKind kind(long contact) {
        return run(() ->
                sql.first(
                                "SELECT kind FROM contacts WHERE contact = ?",
                                row -> ContactKind.labelled(row.getString(1)),
                                contact)
                        .flatMap(kind -> kind)
                        .orElse(ContactKind.URL));
    }

    /// Where a posting sits.
    public Optional<Seat> seat(long posting) {
        return run(() ->
                sql.first(
                        """
                        SELECT wording, digest, contacts
                        FROM campaign_seats JOIN wordings USING (wording) WHERE posting = ?
                        """,
                        row -> new Seat(row.getLong(1), row.getLong(2), keys(row.getString(3))),
                        posting));
    }

    /// Seats a posting that sits nowhere.
    public void sit(long posting, long wording, NavigableSet<Long> contacts) {
        run(() -> {
            sql.update(
                    "INSERT INTO campaign_seats (posting, wording, contacts) VALUES (?, ?, ?)",
                    posting,
                    wording,
                    contacts.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            sql.update("UPDATE wordings SET postings = postings + 1 WHERE wording = ?", wording);
            return sql.update(
                    """
                    UPDATE campaigns SET postings = postings + 1
                    WHERE campaign = (SELECT campaign FROM wordings WHERE wording = ?)
                    """,
                    wording);
        });
    }

    /// Takes a posting's seat away; whether it was the last of its wording. The campaign has to be
    /// counted anew.
    public boolean stand(long posting, long wording) {
        return run(() -> {
            sql.update("DELETE FROM campaign_seats WHERE posting = ?", posting);
            sql.update("UPDATE wordings SET postings = postings - 1 WHERE wording = ?", wording);
            return sql.number("SELECT postings FROM wordings WHERE wording = ?", wording).orElse(0)
                    == 0;
        });
    }

    /// The key of a wording.
    public OptionalLong wording(long digest) {
        return key("SELECT wording FROM wordings WHERE digest = ?", digest);
    }

    /// Adds a wording, in a campaign of its own.
    public long addWording(long digest, int[] shingles) {
        return run(() -> {
            long wording =
                    sql.insert(
                            """
                            INSERT INTO wordings (digest, shingles, postings, campaign)
                            VALUES (?, ?, 0, 0)
                            """,
                            digest,
                            bytes(shingles));
            long campaign = campaigns.begin();
            sql.update("UPDATE wordings SET campaign = ? WHERE wording = ?", campaign, wording);
            sql.update("UPDATE campaigns SET wordings = 1 WHERE campaign = ?", campaign);
            return wording;
        });
    }

    /// Forgets a wording that no posting has.
    ///
    /// @param sample its shingles by which it can be found
    /// @param common so many wordings make a shingle common; it stays so
    public void removeWording(long wording, int[] sample, int common) {
        run(() -> {
            for (int shingle : sample) {
                if (having(shingle, common).size() < common) {
                    sql.update(
                            "DELETE FROM wording_shingles WHERE shingle = ? AND wording = ?",
                            shingle,
                            wording);
                }
            }
            for (Link link : linksOf(wording)) {
                unlinkNow(wording, link.other());
            }
            return sql.update("DELETE FROM wordings WHERE wording = ?", wording);
        });
    }

    public int[] shingles(long wording) {
        return run(() ->
                sql.first(
                                "SELECT shingles FROM wordings WHERE wording = ?",
                                row -> shingles(row.getBytes(1)),
                                wording)
                        .orElse(new int[0]));
    }

    /// Wordings that have a shingle in their sample.
    public List<Long> having(int shingle, int most) {
        return keys(
                "SELECT wording FROM wording_shingles WHERE shingle = ? ORDER BY wording LIMIT ?",
                shingle,
                most);
    }

    /// Notes that a wording has a shingle in its sample.
    public void addShingle(int shingle, long wording) {
        run(() ->
                sql.update(
                        "INSERT OR IGNORE INTO wording_shingles (shingle, wording) VALUES (?, ?)",
                        shingle,
                        wording));
    }

    public List<Link> links(long wording) {
        return run(() -> linksOf(wording));
    }

    private List<Link> linksOf(long wording) throws SQLException {
        return sql.list(
                "SELECT other, rare FROM wording_links WHERE wording = ? ORDER BY other",
                row -> new Link(wording, row.getLong(1), row.getInt(2)),
                wording);
    }

    /// Notes a link, in place of one between the same two.
    public void link(Link link) {
        run(() ->
                linkNow(link.wording(), link.other(), link.rare())
                        + linkNow(link.other(), link.wording(), link.rare()));
    }

    private int linkNow(long wording, long other, int rare) throws SQLException {
        return sql.update(
                "INSERT OR REPLACE INTO wording_links (wording, other, rare) VALUES (?, ?, ?)",
                wording,
                other,
                rare);
    }

    public void unlink(long wording, long other) {
        run(() -> unlinkNow(wording, other));
    }

    private int unlinkNow(long wording, long other) throws SQLException {
        return sql.update(
                """
                DELETE FROM wording_links
                WHERE (wording = ? AND other = ?) OR (wording = ? AND other = ?)
                """,
                wording,
                other,
                other,
                wording);
    }

    /// The first uses of a contact, one for each wording and site.
    public List<Use> uses(long contact, int most) {
        return run(() ->
                sql.list(
                        """
                        SELECT site, wording FROM wording_contacts
                        WHERE contact = ? ORDER BY site, wording LIMIT ?
                        """,
                        row -> new Use(row.getString(1), row.getLong(2)),
                        contact,
                        most));
    }

    /// The contacts that a wording stands with.
    public List<Long> contactsOf(long wording) {
        return keys(
                """
                SELECT DISTINCT contact FROM wording_contacts WHERE wording = ? ORDER BY contact
                """,
                wording);
    }

    /// Counts a posting's use of a contact; whether its wording did not stand on that site with it
    /// before.
    public boolean addUse(long contact, String site, long wording) {
        return run(() -> {
            int known =
                    sql.update(
                            """
                            UPDATE wording_contacts SET postings = postings + 1
                            WHERE contact = ? AND site = ? AND wording = ?
                            """,
                            contact,
                            site,
                            wording);
            if (known == 0) {
                sql.update(
                        """
                        INSERT INTO wording_contacts (contact, site, wording, postings)
                        VALUES (?, ?, ?, 1)
                        """,
                        contact,
                        site,
                        wording);
            }
            return known == 0;
        });
    }

    /// Takes back what [#addUse] counted; whether no other posting counts there.
    public boolean dropUse(long contact, String site, long wording) {
        return run(() -> {
            sql.update(
                    """
                    UPDATE wording_contacts SET postings = postings - 1
                    WHERE contact = ? AND site = ? AND wording = ?
                    """,
                    contact,
                    site,
                    wording);
            return sql.update(
                            """
                            DELETE FROM wording_contacts
                            WHERE contact = ? AND site = ? AND wording = ? AND postings <= 0
                            """,
                            contact,
                            site,
                            wording)
                    > 0;
        });
    }

    /// The campaign that a wording is in; empty for one that was forgotten.
    public OptionalLong campaign(long wording) {
        return key("SELECT campaign FROM wordings WHERE wording = ?", wording);
    }

    /// The wordings of a campaign.
    public List<Long> wordings(long campaign) {
        return keys("SELECT wording FROM wordings WHERE campaign = ? ORDER BY wording", campaign);
    }

    /// Makes one campaign of those of two wordings.
    public void unite(long wording, long other) {
        run(() -> campaigns.unite(wording, other));
    }

    /// Makes a posting its campaign's founder if none of the others was there before.
    public void refreshFounder(long posting) {
        run(() -> campaigns.refreshFounder(posting));
    }

    /// Takes wordings out of their campaign into a new one.
    public void part(long campaign, Collection<Long> wordings) {
        run(() -> campaigns.part(campaign, wordings));
    }

    /// Counts a campaign that has lost postings or wordings; one that has none left is no more.
    public void recount(long campaign) {
        run(() -> campaigns.recount(campaign));
    }

    private OptionalLong key(String query, Object... parameters) {
        return run(() ->
                sql.first(query, row -> OptionalLong.of(row.getLong(1)), parameters)
                        .orElse(OptionalLong.empty()));
    }

    private List<Long> keys(String query, Object... parameters) {
        return run(() -> sql.list(query, row -> row.getLong(1), parameters));
    }

    private static NavigableSet<Long> keys(String written) {
        return Arrays.stream(written.split(" ", -1))
                .filter(key -> !key.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte[] bytes(int[] shingles) {
        ByteBuffer bytes = ByteBuffer.allocate(shingles.length * Integer.BYTES);
        bytes.asIntBuffer().put(shingles);
        return bytes.array();
    }

    private static int[] shingles(byte[] bytes) {
        int[] shingles = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(shingles);
        return shingles;
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws SQLException;
    }

    private <T> T run(Step<T> step) {
        synchronized (lock) {
            try {
                return step.run();
            } catch (SQLException e) {
                throw new FactsException(
                        String.format(
                                Locale.ROOT,
                                "facts.db: cannot keep campaigns (%s); %s",
                                e.getMessage(),
                                SqliteFile.advice(e, Schema.MAKE_ANEW)),
                        e);
            }
        }
    }
}
