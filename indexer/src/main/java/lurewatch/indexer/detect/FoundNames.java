package lurewatch.indexer.detect;

import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Names on their way from a text to its contacts.
record FoundNames(View view, String raw, ContactList contacts) {
    void add(
            Handle handle,
            ContactKind kind,
            double confidence,
            String method,
            Optional<Match> cue) {
        boolean disguised =
                handle.spelledOut()
                        || cue.filter(Match::disguised).isPresent()
                        || Concealment.isIn(view, raw, handle.start(), handle.end());
        contacts.add(
                kind,
                // no channel that we know tells names apart by case
                handle.name().toLowerCase(Locale.ROOT),
                view,
                handle.start(),
                handle.end(),
                confidence,
                disguised ? Concealment.marked(method) : method);
    }

    boolean isTaken(Handle handle) {
        return contacts.isTaken(view.rawStart(handle.start()), view.rawEnd(handle.end()));
    }
}
