package lurewatch.searchcli.evaluate;

import java.util.Optional;
import java.util.Set;

/// A text whose answer is known.
///
/// @param origin file and line
/// @param contacts all that stand in it, as `kind:value`; empty where nobody listed them
/// @param places the gazetteer's ids of all that it names; empty where nobody listed them
public record Case(
        String origin,
        String id,
        String language,
        Label label,
        String text,
        Optional<Set<String>> contacts,
        Optional<Set<String>> places) {
    public Case {
        contacts = contacts.map(Set::copyOf);
        places = places.map(Set::copyOf);
    }
}
