package lurewatch.searchcli.command;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Place;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.CurrentPosting;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.export.Format;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.Redaction;
import lurewatch.searchcli.interchange.StixRevocation;
import lurewatch.searchcli.render.ContactUri;

/// The contacts and countries of a posting that is called back, as far as packs had them in STIX,
/// and whether a posting names them that was handed on too and stands.
///
/// An object that speaks of a contact has one id in all packs, so what stands counts over all of
/// them.
final class HandedContacts {
    /// The ids of postings that name it, by each contact of the posting.
    private final Map<String, Set<String>> naming = new LinkedHashMap<>();

    private final Set<String> calledBack;
    private final List<String> countries;

    private HandedContacts(Set<String> calledBack, List<String> countries) {
        this.calledBack = calledBack;
        this.countries = List.copyOf(countries);
    }

    /// @param posting what is called back
    /// @param packs all that were ever made
    /// @param calledBack ids of those that were called back before
    static HandedContacts of(
            CurrentPosting posting, List<Event> packs, Set<String> calledBack, FactsReader facts) {
        Set<String> gone = new LinkedHashSet<>(calledBack);
        gone.add(posting.id().value());
        HandedContacts contacts =
                new HandedContacts(
                        gone,
                        assessments(posting, facts)
                                .flatMap(assessment -> assessment.places().stream())
                                .map(Place::country)
                                .distinct()
                                .toList());
        keys(posting, facts).forEach(key -> contacts.naming.put(key, new HashSet<>()));
        packs.stream()
                .filter(pack -> new HandedOn(pack).has(Format.STIX))
                .flatMap(pack -> pack.about().stream().skip(1))
                .distinct()
                .map(id -> facts.current(new PostingId(id)))
                .flatMap(Optional::stream)
                .forEach(handed -> contacts.add(handed, facts));
        return contacts;
    }

    private void add(CurrentPosting handed, FactsReader facts) {
        for (String key : keys(handed, facts)) {
            Set<String> postings = naming.get(key);
            if (postings != null) {
                postings.add(handed.id().value());
            }
        }
    }

    private static Set<String> keys(CurrentPosting posting, FactsReader facts) {
        return assessments(posting, facts)
                .flatMap(assessment -> assessment.contacts().stream())
                .map(Contact::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Of every version: which of them a pack had is not recorded.
    private static Stream<Assessment> assessments(CurrentPosting posting, FactsReader facts) {
        return posting.versions().stream()
                .map(version -> facts.version(posting.id(), version.number()))
                .flatMap(Optional::stream)
                .map(AssessedPosting::assessment);
    }

    /// The countries that it named, in any version.
    List<String> countries() {
        return countries;
    }

    /// Those that are not masked.
    List<StixRevocation.Named> unmasked(Redaction redaction) {
        return naming.entrySet().stream()
                .filter(contact -> !redaction.masks(kind(contact.getKey())))
                .map(contact -> named(contact.getKey(), contact.getValue()))
                .toList();
    }

    private StixRevocation.Named named(String key, Set<String> postings) {
        String kind = kind(key);
        return new StixRevocation.Named(
                new Item.Contact(
                        kind, key.substring(kind.length() + 1), ContactUri.ofKey(key), false),
                !calledBack.containsAll(postings));
    }

    private static String kind(String key) {
        return key.substring(0, key.indexOf(':'));
    }
}
