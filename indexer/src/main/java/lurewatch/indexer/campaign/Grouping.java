package lurewatch.indexer.campaign;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.CampaignBook;
import lurewatch.indexer.store.CampaignBook.Link;
import lurewatch.indexer.store.CampaignBook.Seat;
import lurewatch.indexer.store.CampaignBook.Use;

/// Puts postings into campaigns, one by one as they become known.
///
/// A campaign is what hangs together: postings of one wording, wordings that are near each other
/// (see [Kinship]), and postings that share a contact that is no hub (see [Hub]). Which of these
/// links hold is a function of all postings as they last stood, so that the order in which they
/// became known does not matter, except where a bound below keeps two texts from being compared.
/// Work for one posting is bounded; what dissolves a link takes as long as its campaign is large.
public final class Grouping {
    /// A shingle that so many wordings have is what everybody says: a board's frame, a phrase of
    /// the trade. It proves nothing, and only the first wordings with it are remembered.
    static final int COMMON = 64;

    /// Shingles of the sample that are not common which two loosely like wordings must share.
    static final int FEWEST_RARE = 2;

    /// Wordings that a new one is compared with, those that share most first.
    private static final int MOST_COMPARED = 24;

    private final CampaignBook book;

    /// Campaigns that have lost something, and wordings that have lost a link.
    private final NavigableSet<Long> shrunk = new TreeSet<>();

    private final NavigableSet<Long> loosened = new TreeSet<>();

    public Grouping(CampaignBook book) {
        this.book = book;
    }

    /// Puts a posting, as it now stands, where it belongs. Does nothing where it stands there.
    public void place(AssessedPosting posting) {
        place(posting, Wording.of(posting));
    }

    /// The same for whoever has the posting's wording at hand.
    public void place(AssessedPosting posting, Wording wording) {
        place(
                posting.posting().id(),
                posting.posting().site(),
                wording,
                LinkingContacts.of(posting.assessment()));
    }

    void place(PostingId id, String site, Wording wording, List<Contact> contacts) {
        OptionalLong posting = book.posting(id);
        if (posting.isEmpty()) {
            return; // a capture whose postings could not be stored
        }
        NavigableSet<Long> keys = new TreeSet<>();
        contacts.forEach(contact -> book.contact(contact).ifPresent(keys::add));
        Optional<Seat> seat = book.seat(posting.getAsLong());
        boolean isThere =
                seat.filter(now -> now.digest() == wording.digest() && now.contacts().equals(keys))
                        .isPresent();
        if (!isThere) {
            seat.ifPresent(now -> leave(posting.getAsLong(), site, now));
            join(posting.getAsLong(), site, wording, keys);
            mend();
        }
        book.refreshFounder(posting.getAsLong());
    }

    private void join(long posting, String site, Wording wording, NavigableSet<Long> contacts) {
        long key = book.wording(wording.digest()).orElseGet(() -> added(wording));
        book.sit(posting, key, contacts);
        for (long contact : contacts) {
            use(contact, site, key);
        }
    }

    private long added(Wording wording) {
        long key = book.addWording(wording.digest(), wording.shingles());
        Map<Long, Shared> near = new HashMap<>();
        List<List<Long>> worn = new ArrayList<>();
        for (int shingle : wording.sample()) {
            List<Long> others = book.having(shingle, COMMON);
            boolean isRare = others.size() + 1 < COMMON;
            for (long other : others) {
                near.computeIfAbsent(other, Shared::new).add(isRare);
            }
            if (others.size() < COMMON) {
                book.addShingle(shingle, key);
            }
            if (others.size() + 1 == COMMON) {
                worn.add(others);
            }
        }
        near.remove(key); // remembered of a wording that was forgotten
        near.values().stream()
                .sorted()
                .limit(MOST_COMPARED)
                .forEach(other -> compare(key, wording, other));
        worn.forEach(this::wear);
        return key;
    }

    private void compare(long key, Wording wording, Shared other) {
        switch (Kinship.of(wording.shingles(), book.shingles(other.wording))) {
            case CLOSE -> link(new Link(key, other.wording, Link.FOR_GOOD));
            case LOOSE -> {
                if (other.rare >= FEWEST_RARE) {
                    link(new Link(key, other.wording, other.rare));
                }
            }
            case NONE -> {}
        }
    }

    private void link(Link link) {
        book.link(link);
        book.unite(link.wording(), link.other());
    }

    /// A shingle that these wordings share has become common: it counts no more between them.
    private void wear(List<Long> wordings) {
        Set<Long> having = new HashSet<>(wordings);
        for (long wording : wordings) {
            for (Link link : book.links(wording)) {
                if (link.rare() == Link.FOR_GOOD
                        || link.other() < wording
                        || !having.contains(link.other())) {
                    continue;
                }
                if (link.rare() > FEWEST_RARE) {
                    book.link(new Link(wording, link.other(), link.rare() - 1));
                } else {
                    book.unlink(wording, link.other());
                    loosened.addAll(List.of(wording, link.other()));
                }
            }
        }
    }

    private void use(long contact, String site, long wording) {
        List<Use> before = book.uses(contact, Hub.ENOUGH_TO_TELL);
        if (!book.addUse(contact, site, wording)) {
            return; // a copy on the same site
        }
        ContactKind kind = book.kind(contact);
        if (Hub.is(kind, before)) {
            return;
        }
        if (Hub.is(kind, book.uses(contact, Hub.ENOUGH_TO_TELL))) {
            before.forEach(use -> loosened.add(use.wording()));
        } else if (!before.isEmpty()) {
            book.unite(before.getFirst().wording(), wording);
        }
    }

    private void leave(long posting, String site, Seat seat) {
        long wording = seat.wording();
        book.campaign(wording).ifPresent(shrunk::add);
        loosened.add(wording);
        for (long contact : seat.contacts()) {
            disuse(contact, site, wording);
        }
        boolean isLast = book.stand(posting, wording);
        if (isLast) {
            book.links(wording).forEach(link -> loosened.add(link.other()));
            book.removeWording(wording, Wording.sample(book.shingles(wording)), COMMON);
        }
    }

    private void disuse(long contact, String site, long wording) {
        List<Use> before = book.uses(contact, Hub.ENOUGH_TO_TELL);
        if (!book.dropUse(contact, site, wording)) {
            return;
        }
        ContactKind kind = book.kind(contact);
        if (!Hub.is(kind, before)) {
            before.forEach(use -> loosened.add(use.wording()));
            return;
        }
        List<Use> after = book.uses(contact, Hub.ENOUGH_TO_TELL);
        if (!Hub.is(kind, after)) {
            after.forEach(use -> book.unite(after.getFirst().wording(), use.wording()));
        }
    }

    /// Finds anew what hangs together in campaigns that have lost something.
    private void mend() {
        loosened.forEach(wording -> book.campaign(wording).ifPresent(shrunk::add));
        loosened.clear();
        Set<Long> crossed = new HashSet<>();
        for (long campaign : shrunk) {
            Set<Long> left = new LinkedHashSet<>(book.wordings(campaign));
            boolean isFirst = true;
            while (!left.isEmpty()) {
                Set<Long> part = partOf(left.iterator().next(), left, crossed);
                left.removeAll(part);
                if (!isFirst) {
                    book.part(campaign, part);
                }
                isFirst = false;
            }
            book.recount(campaign);
        }
        shrunk.clear();
    }

    private Set<Long> partOf(long start, Set<Long> among, Set<Long> crossed) {
        Set<Long> part = new LinkedHashSet<>(List.of(start));
        ArrayDeque<Long> next = new ArrayDeque<>(part);
        while (!next.isEmpty()) {
            for (long neighbour : neighbours(next.remove(), crossed)) {
                if (among.contains(neighbour) && part.add(neighbour)) {
                    next.add(neighbour);
                }
            }
        }
        return part;
    }

    /// @param crossed contacts whose users are known to hang together already
    private Set<Long> neighbours(long wording, Set<Long> crossed) {
        Set<Long> neighbours = new TreeSet<>();
        book.links(wording).forEach(link -> neighbours.add(link.other()));
        for (long contact : book.contactsOf(wording)) {
            List<Use> uses = crossed.add(contact) ? usesUnlessHub(contact) : List.of();
            uses.forEach(use -> neighbours.add(use.wording()));
        }
        return neighbours;
    }

    private List<Use> usesUnlessHub(long contact) {
        List<Use> uses = book.uses(contact, Hub.ENOUGH_TO_TELL);
        return Hub.is(book.kind(contact), uses) ? List.of() : uses;
    }

    /// What a wording has of another's sample.
    private static final class Shared implements Comparable<Shared> {
        private final long wording;
        private int rare;
        private int all;

        Shared(long wording) {
            this.wording = wording;
        }

        void add(boolean isRare) {
            all++;
            rare += isRare ? 1 : 0;
        }

        @Override
        public int compareTo(Shared other) {
            int byRare = Integer.compare(other.rare, rare);
            int byAll = Integer.compare(other.all, all);
            return byRare != 0 ? byRare : byAll != 0 ? byAll : Long.compare(wording, other.wording);
        }
    }
}
