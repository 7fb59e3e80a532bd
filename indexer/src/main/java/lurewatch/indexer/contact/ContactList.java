package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Gathers a text's contacts. What one grammar has read, no later one reads again; of one contact
/// found twice the surer stays. Bounded.
final class ContactList {
    private static final int MAX_CONTACTS = 200;

    private final String raw;
    private final Map<String, Contact> byKey = new HashMap<>();
    private final TreeMap<Integer, Integer> taken = new TreeMap<>();

    ContactList(String raw) {
        this.raw = raw;
    }

    boolean isFull() {
        return byKey.size() >= MAX_CONTACTS;
    }

    /// Whether the raw text from `start` to `end` is part of a contact already, or of something
    /// that is known to be none.
    boolean isTaken(int start, int end) {
        Map.Entry<Integer, Integer> before = taken.lowerEntry(end);
        return before != null && before.getValue() > start;
    }

    /// Whether some contact of the channel was found.
    boolean holds(ContactKind kind) {
        return byKey.values().stream().anyMatch(contact -> contact.kind() == kind);
    }

    /// Nothing may be read from here.
    void take(int start, int end) {
        taken.merge(start, end, Math::max);
    }

    /// A contact at `start` to `end` of the view.
    void add(
            ContactKind kind,
            String value,
            View view,
            int start,
            int end,
            double confidence,
            String method) {
        add(kind, value, view, start, end, confidence, method, Set.of());
    }

    void add(
            ContactKind kind,
            String value,
            View view,
            int start,
            int end,
            double confidence,
            String method,
            Set<Contact.Trait> traits) {
        int rawStart = view.rawStart(start);
        int rawEnd = view.rawEnd(end);
        take(rawStart, rawEnd);
        add(
                new Contact(
                        kind,
                        value,
                        raw.substring(rawStart, rawEnd),
                        rawStart,
                        rawEnd,
                        confidence,
                        method,
                        traits));
    }

    void add(Contact contact) {
        if (isFull()) {
            return;
        }
        byKey.merge(contact.key(), contact, ContactList::better);
    }

    /// Takes out what turned out to be another channel's.
    void remove(Contact contact) {
        byKey.remove(contact.key());
    }

    /// Takes out what turned out to be another number.
    void remove(ContactKind kind, String value) {
        byKey.values().removeIf(c -> c.kind() == kind && c.value().equals(value));
    }

    private static Contact better(Contact old, Contact other) {
        if (old.isInText() != other.isInText()) {
            return old.isInText() ? old : other;
        }
        return other.confidence() > old.confidence() ? other : old;
    }

    /// In text order; those only links carry come last.
    List<Contact> contacts() {
        List<Contact> contacts = new ArrayList<>(byKey.values());
        contacts.sort(
                Comparator.comparingInt((Contact c) -> c.isInText() ? c.start() : Integer.MAX_VALUE)
                        .thenComparing(Contact::key));
        return contacts;
    }
}
