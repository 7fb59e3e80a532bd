package lurewatch.searchcli.leads;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.searchcli.leads.Lead.ContactLead;
import lurewatch.searchcli.leads.Lead.PostingLead;

/// From a contact to the postings that use it, to their other contacts, to the postings that use
/// those, and so on, breadth first.
///
/// Some things are shown and not crossed: hubs (see `Hubs`), kinds of contact that were not asked
/// for, and postings that quote other people's contacts, as warnings and news do. Each step goes
/// through leads in the order of their names, so that the same question gives the same answer.
public final class Pivot {
    /// More than anybody reads, and few enough to stay quick.
    static final int MOST_LEADS = 2_000;

    /// An ad gives a few; what gives more is a list of other people's.
    private static final int MOST_CONTACTS = 30;

    /// How far to go.
    ///
    /// @param depth how many contacts to cross in a row
    /// @param kinds the kinds of contact that may be crossed; all where empty
    /// @param mostPostings contacts with more postings join nothing
    /// @param among only postings that this finds as well
    public record Reach(
            int depth, Set<ContactKind> kinds, int mostPostings, Optional<ParsedQuery> among) {
        public Reach {
            kinds = Set.copyOf(kinds);
        }
    }

    private final PostingSearch search;
    private final Reach reach;
    private final Hubs hubs;
    private final Map<String, Lead> leads = new LinkedHashMap<>();
    private final Set<LeadGraph.Link> links = new LinkedHashSet<>();
    private boolean isCut;

    private Pivot(PostingSearch search, Reach reach) {
        this.search = search;
        this.reach = reach;
        this.hubs = new Hubs(search, reach.mostPostings());
    }

    /// From contacts, written `kind:value`. They are crossed even if they are hubs.
    public static LeadGraph fromContacts(
            PostingSearch search, Collection<String> contacts, Reach reach) throws QueryException {
        Pivot pivot = new Pivot(search, reach);
        for (String contact : new TreeSet<>(contacts)) {
            ContactUses uses = ContactUses.of(search, pivot.uses(contact));
            pivot.leads.put(
                    contact, new ContactLead(contact, 0, Optional.empty(), uses, Optional.empty()));
        }
        return pivot.run(new ArrayList<>(pivot.leads.keySet()));
    }

    /// From postings.
    public static LeadGraph fromPostings(
            PostingSearch search, Collection<Hit> postings, Reach reach) throws QueryException {
        Pivot pivot = new Pivot(search, reach);
        postings.forEach(hit -> pivot.addPosting(hit, 0, Optional.empty()));
        List<String> contacts = new ArrayList<>();
        for (Hit hit : postings) {
            contacts.addAll(pivot.contactsOf(hit, 0));
        }
        return pivot.run(contacts);
    }

    private LeadGraph run(List<String> start) throws QueryException {
        List<String> frontier = start;
        for (int depth = 1; depth <= reach.depth() && !frontier.isEmpty(); depth++) {
            frontier = step(frontier, depth);
        }
        Optional<String> cut =
                isCut
                        ? Optional.of(
                                String.format(
                                        Locale.ROOT,
                                        "stopped at %d leads; --depth, --via and --since make it less",
                                        MOST_LEADS))
                        : Optional.empty();
        return new LeadGraph(new ArrayList<>(leads.values()), new ArrayList<>(links), cut);
    }

    /// Crosses these contacts and gives the new ones beyond them.
    private List<String> step(List<String> contacts, int depth) throws QueryException {
        List<Hit> reached = new ArrayList<>();
        for (String contact : contacts) {
            if (!mayCross(contact)) {
                continue;
            }
            for (Hit hit : postingsWith(contact)) {
                if (addPosting(hit, depth, Optional.of(contact))) {
                    reached.add(hit);
                }
            }
        }
        List<String> beyond = new ArrayList<>();
        for (Hit hit : reached) {
            beyond.addAll(contactsOf(hit, depth));
        }
        return beyond;
    }

    private boolean mayCross(String contact) {
        return leads.get(contact) instanceof ContactLead lead && lead.hub().isEmpty();
    }

    private List<Hit> postingsWith(String contact) throws QueryException {
        List<Hit> hits = new ArrayList<>();
        search.search(uses(contact), MOST_LEADS).forEach(hits::add);
        hits.sort(Comparator.comparing(Hit::firstSeen).thenComparing(Hit::id));
        return hits;
    }

    private ParsedQuery uses(String contact) {
        ParsedQuery uses = ParsedQuery.contact(contact);
        return reach.among().map(uses::and).orElse(uses);
    }

    private boolean addPosting(Hit hit, int depth, Optional<String> from) {
        from.filter(_ -> leads.containsKey(hit.id()) || hasRoom())
                .ifPresent(contact -> links.add(new LeadGraph.Link(contact, hit.id())));
        if (leads.containsKey(hit.id()) || !hasRoom()) {
            return false;
        }
        leads.put(hit.id(), new PostingLead(hit, depth, from, uncrossed(hit)));
        return true;
    }

    private boolean hasRoom() {
        isCut |= leads.size() >= MOST_LEADS;
        return leads.size() < MOST_LEADS;
    }

    private Optional<String> uncrossed(Hit hit) {
        if (!hit.context().equals("none")) {
            return Optional.of(hit.context() + ": names other people's contacts");
        }
        return hit.contacts().size() > MOST_CONTACTS
                ? Optional.of("names " + hit.contacts().size() + " contacts")
                : Optional.empty();
    }

    /// Adds the posting's contacts and gives those that are new.
    private List<String> contactsOf(Hit hit, int depth) throws QueryException {
        List<String> added = new ArrayList<>();
        if (!(leads.get(hit.id()) instanceof PostingLead lead) || lead.uncrossed().isPresent()) {
            return added;
        }
        for (String contact : new TreeSet<>(hit.contacts())) {
            if (!isWanted(contact)) {
                continue;
            }
            if (!leads.containsKey(contact)) {
                if (!hasRoom()) {
                    return added;
                }
                ContactUses uses = ContactUses.of(search, uses(contact));
                leads.put(
                        contact,
                        new ContactLead(
                                contact, depth, Optional.of(hit.id()), uses, hubs.reason(uses)));
                added.add(contact);
            }
            links.add(new LeadGraph.Link(contact, hit.id()));
        }
        return added;
    }

    private boolean isWanted(String contact) {
        return reach.kinds().isEmpty()
                || ContactKind.labelled(contact.substring(0, contact.indexOf(':')))
                        .filter(reach.kinds()::contains)
                        .isPresent();
    }
}
