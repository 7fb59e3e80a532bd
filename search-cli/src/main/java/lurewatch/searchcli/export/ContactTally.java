package lurewatch.searchcli.export;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A contact with the postings of a list that name it.
public final class ContactTally {
    private final Item.Contact contact;
    private final List<String> postings = new ArrayList<>();
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private double score;

    private ContactTally(Item.Contact contact) {
        this.contact = contact;
    }

    /// Those of a list, in the order in which they appear; masked ones are left out.
    public static List<ContactTally> of(HitList list) throws IOException {
        Map<String, ContactTally> all = new LinkedHashMap<>();
        list.forEach(item ->
                item.contacts().stream()
                        .filter(contact -> !contact.masked())
                        .forEach(contact ->
                                all.computeIfAbsent(
                                                contact.kind() + ":" + contact.value(),
                                                _ -> new ContactTally(contact))
                                        .add(item)));
        return List.copyOf(all.values());
    }

    private void add(Item item) {
        postings.add(item.id());
        first = item.first().isBefore(first) ? item.first() : first;
        last = item.last().isAfter(last) ? item.last() : last;
        score = Math.max(score, item.score());
    }

    public Item.Contact contact() {
        return contact;
    }

    public List<String> postings() {
        return postings;
    }

    public Instant first() {
        return first;
    }

    public Instant last() {
        return last;
    }

    /// The highest score of a posting that names it.
    public double score() {
        return score;
    }
}
