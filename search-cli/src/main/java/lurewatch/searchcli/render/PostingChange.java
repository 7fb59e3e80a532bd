package lurewatch.searchcli.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Pay;
import lurewatch.indexer.text.WordDiff;

/// What became of a posting from one version to a later one: its words, and the evidence in them.
public record PostingChange(
        Side before,
        Side after,
        List<Field> fields,
        List<WordDiff.Part> text,
        List<Difference> evidence) {
    /// A version with its number.
    public record Side(int number, AssessedPosting posting) {}

    /// A line of its own that differs.
    public record Field(String name, List<WordDiff.Part> parts) {}

    /// Contacts, places or pay that only one of the two has.
    public record Difference(String name, List<String> removed, List<String> added) {
        boolean isNone() {
            return removed.isEmpty() && added.isEmpty();
        }
    }

    public PostingChange {
        fields = List.copyOf(fields);
        text = List.copyOf(text);
        evidence = List.copyOf(evidence);
    }

    public static PostingChange between(Side before, Side after) {
        AssessedPosting old = before.posting();
        AssessedPosting fresh = after.posting();
        return new PostingChange(
                before,
                after,
                fields(old, fresh),
                WordDiff.of(old.posting().text(), fresh.posting().text()),
                Stream.of(
                                difference("contacts", old, fresh, PostingChange::contacts),
                                difference("pay", old, fresh, PostingChange::pay),
                                difference("places", old, fresh, PostingChange::places))
                        .filter(difference -> !difference.isNone())
                        .toList());
    }

    /// The names of what differs; `text` is one.
    public List<String> changed() {
        List<String> changed = new ArrayList<>();
        if (text.stream().anyMatch(part -> part.kind() != WordDiff.Part.Kind.SAME)) {
            changed.add("text");
        }
        fields.forEach(field -> changed.add(field.name()));
        evidence.forEach(difference -> changed.add(difference.name()));
        return changed;
    }

    private static List<Field> fields(AssessedPosting old, AssessedPosting fresh) {
        List<Field> fields = new ArrayList<>();
        field(fields, "title", old.posting().title(), fresh.posting().title());
        field(
                fields,
                "author",
                old.posting().author().orElse(""),
                fresh.posting().author().orElse(""));
        field(
                fields,
                "employer",
                old.posting().employer().orElse(""),
                fresh.posting().employer().orElse(""));
        field(
                fields,
                "location",
                old.posting().location().orElse(""),
                fresh.posting().location().orElse(""));
        field(
                fields,
                "salary",
                old.posting().salary().orElse(""),
                fresh.posting().salary().orElse(""));
        return fields;
    }

    private static void field(List<Field> fields, String name, String old, String fresh) {
        if (!old.equals(fresh)) {
            fields.add(new Field(name, WordDiff.of(old, fresh)));
        }
    }

    private static Difference difference(
            String name,
            AssessedPosting old,
            AssessedPosting fresh,
            Function<AssessedPosting, Set<String>> read) {
        Set<String> before = read.apply(old);
        Set<String> after = read.apply(fresh);
        return new Difference(
                name,
                before.stream().filter(one -> !after.contains(one)).toList(),
                after.stream().filter(one -> !before.contains(one)).toList());
    }

    private static Set<String> contacts(AssessedPosting assessed) {
        Set<String> keys = new LinkedHashSet<>();
        assessed.assessment().contacts().stream().map(Contact::key).forEach(keys::add);
        return keys;
    }

    private static Set<String> pay(AssessedPosting assessed) {
        Set<String> written = new LinkedHashSet<>();
        for (Pay pay : assessed.assessment().pay()) {
            written.add(pay.evidence().quote());
        }
        return written;
    }

    private static Set<String> places(AssessedPosting assessed) {
        Set<String> named = new LinkedHashSet<>();
        assessed.assessment()
                .places()
                .forEach(place -> named.add(place.name() + " (" + place.country() + ")"));
        return named;
    }
}
