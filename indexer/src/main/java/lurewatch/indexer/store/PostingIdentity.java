package lurewatch.indexer.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Digest;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.PostingId;

/// Tells whose an ad is where its address alone would name the wrong posting: another ad stands at
/// an address that an earlier one had, or an ad that is known stands at one more address.
///
/// Boards that renumber their posts show another ad at each address with every visit. The first ad
/// of an address is the posting of that address; each later one that is not the same is a posting
/// of its own, at the address with a mark made of its words, unless the site showed it elsewhere
/// before: then it is that posting, which stands on one page more. Only what shares neither contact
/// nor half of its words with the other is another ad; all else is a change of the one.
final class PostingIdentity {
    private static final String MARK = "#ad-";
    private static final int MARK_DIGITS = 8;

    /// Ads of one address that are looked at, the last shown first.
    private static final int MOST_AT_ADDRESS = 20;

    /// Contacts of an ad of which it is asked who else names them.
    private static final int MOST_CONTACTS = 20;

    /// Users of a contact that are looked at, the last first.
    private static final int MOST_USERS = 6;

    /// The share of words from which on two ads that name others are one, changed.
    private static final double ONE_AD = 0.5;

    /// The same where one of them names nobody, or both are titled alike: that may be the site.
    private static final double ONE_AD_AT_LEAST = 0.25;

    /// From here on a text of the same site with the same contact is the same ad.
    private static final double SAME = 0.9;

    private final Sql sql;
    private final VersionRows versions;
    private final AbsenceRows absences;
    private final SameUnderQuery underQuery;

    PostingIdentity(Sql sql, VersionRows versions) {
        this.sql = sql;
        this.versions = versions;
        this.absences = new AbsenceRows(sql);
        this.underQuery = new SameUnderQuery(sql);
    }

    /// A posting as it is known by.
    ///
    /// @param text of the version that is asked about
    private record Known(
            long posting, String id, String url, long version, String title, String text) {}

    /// Which posting that is.
    AssessedPosting settled(Capture capture, AssessedPosting found, boolean isAlone)
            throws SQLException {
        JobPosting posting = found.posting();
        if (posting.url().indexOf('#') >= 0) {
            return found;
        }
        boolean isKnown =
                sql.number("SELECT count(*) FROM postings WHERE id = ?", posting.id().value())
                                .orElse(0)
                        > 0;
        if (isKnown) {
            return settledAt(posting.url(), capture, found);
        }
        boolean isItsOwnPage = isAlone && posting.url().equals(capture.url());
        return isItsOwnPage ? settledAnew(found) : found;
    }

    /// What an address shows that showed nothing before.
    private AssessedPosting settledAnew(AssessedPosting found) throws SQLException {
        Optional<SameUnderQuery.Known> same = underQuery.knownAs(found);
        if (same.isPresent()) {
            return as(found, same.get().id(), same.get().url());
        }
        Optional<Known> elsewhere = elsewhere(found);
        boolean hasMoved =
                elsewhere.isPresent()
                        && absences.hasMoved(
                                elsewhere.get().posting(), elsewhere.get().url().split("#", 2)[0]);
        return hasMoved ? as(found, elsewhere.get().id(), elsewhere.get().url()) : found;
    }

    private AssessedPosting settledAt(String url, Capture capture, AssessedPosting found)
            throws SQLException {
        List<Known> there = at(url, capture);
        boolean isOneOfMany = there.size() > 1;
        for (Known known : there) {
            if (saysTheSame(known, found) || (isOneOfMany && isLike(known, found))) {
                return as(found, known.id(), known.url());
            }
        }
        if (ReplacedRows.namesNothing(found.assessment())) {
            return found;
        }
        for (Known known : there) {
            if (!isAnother(known, found)) {
                return as(found, known.id(), known.url());
            }
        }
        Optional<Known> elsewhere = elsewhere(found);
        String own = url + MARK + mark(found.posting());
        return elsewhere
                .map(known -> as(found, known.id(), known.url()))
                .orElseGet(() -> as(found, PostingId.of(found.posting().site(), own).value(), own));
    }

    /// The ads of an address, the one that this page showed last first. Each as this page showed
    /// it, or else as it is known by.
    ///
    /// The address and its marks are asked for as one range, between which hardly anything sorts:
    /// for two, SQLite would go through all postings of the site.
    private List<Known> at(String url, Capture capture) throws SQLException {
        return sql.list(
                """
                SELECT p.posting, p.id, p.url, v.version, v.title, v.blocks FROM postings p
                LEFT JOIN pages g ON g.posting = p.posting AND g.url = ?
                JOIN versions v ON v.version = coalesce(g.version, p.current_version)
                WHERE p.site = ? AND p.url >= ? AND p.url < ? AND (p.url = ? OR p.url >= ?)
                ORDER BY g.shown_at IS NULL, g.shown_at DESC, p.posting LIMIT ?
                """,
                PostingIdentity::known,
                capture.url(),
                capture.site(),
                url,
                url + MARK + "~",
                url,
                url + MARK,
                MOST_AT_ADDRESS);
    }

    private static Known known(java.sql.ResultSet row) throws SQLException {
        return new Known(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                text(row.getString(5), Json.blocks(row.getString(6))));
    }

    private boolean saysTheSame(Known known, AssessedPosting found) {
        return known.text().equals(text(found.posting()));
    }

    /// Where several ads took turns, the one whose contact or words it has.
    private boolean isLike(Known known, AssessedPosting found) throws SQLException {
        return sharesContact(known, found) && share(known, found) >= ONE_AD;
    }

    private boolean isAnother(Known known, AssessedPosting found) throws SQLException {
        if (sharesContact(known, found)) {
            return false;
        }
        boolean bothName =
                !contacts(found).isEmpty() && !versions.contacts(known.version()).isEmpty();
        boolean isTitledAlike = line(known.title()).equals(line(found.posting().title()));
        double one = bothName && !isTitledAlike ? ONE_AD : ONE_AD_AT_LEAST;
        return share(known, found) < one;
    }

    private boolean sharesContact(Known known, AssessedPosting found) throws SQLException {
        Set<String> ours = contacts(found);
        return versions.contacts(known.version()).stream()
                .map(Contact::key)
                .anyMatch(ours::contains);
    }

    private static Set<String> contacts(AssessedPosting found) {
        return found.assessment().contacts().stream()
                .map(Contact::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// An abridgement has all of its words of the whole.
    private static double share(Known known, AssessedPosting found) {
        CharacterShingles ours = CharacterShingles.of(text(found.posting()));
        CharacterShingles theirs = CharacterShingles.of(known.text());
        return Math.max(ours.shareIn(theirs), theirs.shareIn(ours));
    }

    /// The posting of the same site that has this contact and nearly this text.
    private Optional<Known> elsewhere(AssessedPosting found) throws SQLException {
        List<Contact> named = found.assessment().contacts();
        Map<Long, Known> users = new LinkedHashMap<>();
        for (Contact contact : named.subList(0, Math.min(named.size(), MOST_CONTACTS))) {
            for (Known user : users(contact, found.posting().site())) {
                users.putIfAbsent(user.posting(), user);
            }
        }
        if (users.isEmpty()) {
            return Optional.empty();
        }
        CharacterShingles ours = CharacterShingles.of(text(found.posting()));
        return users.values().stream()
                .filter(known -> {
                    CharacterShingles theirs = CharacterShingles.of(known.text());
                    return Math.min(ours.shareIn(theirs), theirs.shareIn(ours)) >= SAME;
                })
                .findFirst();
    }

    private List<Known> users(Contact contact, String site) throws SQLException {
        return sql.list(
                """
                SELECT p.posting, p.id, p.url, v.version, v.title, v.blocks
                FROM contacts JOIN contact_uses u USING (contact) JOIN postings p USING (posting)
                JOIN versions v ON v.version = p.current_version
                WHERE kind = ? AND value = ? AND u.site = ?
                ORDER BY used_at DESC, p.id LIMIT ?
                """,
                PostingIdentity::known,
                contact.kind().label(),
                contact.value(),
                site,
                MOST_USERS);
    }

    /// The ads that stood at a page's address before and do not now.
    List<Long> displacedBy(JobPosting shown, Capture capture) throws SQLException {
        return sql.list(
                """
                SELECT p.posting FROM postings p JOIN pages g ON g.posting = p.posting
                WHERE p.site = ? AND p.url >= ? AND p.url < ? AND (p.url = ? OR p.url >= ?)
                AND g.url = ? AND p.id <> ? ORDER BY p.posting
                """,
                row -> row.getLong(1),
                capture.site(),
                capture.url(),
                capture.url() + MARK + "~",
                capture.url(),
                capture.url() + MARK,
                capture.url(),
                shown.id().value());
    }

    private static String mark(JobPosting posting) {
        String words = LowerCase.of(text(posting)).replaceAll("[^\\p{L}\\p{N}]", "");
        return Digest.of(words).prefix(MARK_DIGITS);
    }

    private static String text(JobPosting posting) {
        return text(posting.title(), posting.blocks());
    }

    private static String text(String title, List<Block> blocks) {
        return title + "\n" + CharacterShingles.text(blocks);
    }

    private static String line(String title) {
        return LowerCase.of(title.strip());
    }

    private static AssessedPosting as(AssessedPosting found, String id, String url) {
        JobPosting said = found.posting();
        return said.id().value().equals(id)
                ? found
                : new AssessedPosting(
                        new JobPosting(
                                new PostingId(id),
                                said.capture(),
                                said.site(),
                                url,
                                said.title(),
                                said.author(),
                                said.employer(),
                                said.location(),
                                said.salary(),
                                said.postedAt(),
                                said.blocks(),
                                said.links(),
                                said.particulars()),
                        found.assessment());
    }
}
