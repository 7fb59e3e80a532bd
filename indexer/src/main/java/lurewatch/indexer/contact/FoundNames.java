package lurewatch.indexer.contact;

import java.util.Optional;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.text.View;

/// Names on their way from a text to its contacts.
record FoundNames(View view, String raw, ContactList contacts) {
    /// A word between two names is no longer.
    private static final int MAX_JOINT = 8;

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
                LowerCase.of(handle.name()),
                view,
                handle.start(),
                handle.end(),
                confidence,
                method,
                Concealment.traits(disguised));
    }

    /// The name at `index` of the view, in the form that the channel gives its names.
    Optional<Handle> read(int index, ContactKind kind, Handle.Mark mark) {
        return Handle.read(view, raw, index, kind, mark);
    }

    /// Where the word begins that ends at `end` and may be a name.
    int startOf(int end) {
        String text = view.text();
        int start = end;
        while (start > 0
                && end - start < Handle.MAX_LENGTH
                && Handle.mayHold(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /// Back past what joins two names of a list, ` / ` or ` or `; 0 where nothing does.
    int beforeJoint(int start) {
        String text = view.text();
        int end = beforeBlanks(start);
        int word = end;
        while (word > 0 && end - word < MAX_JOINT && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        if (word < end) {
            String joint = LowerCase.of(text.substring(word, end));
            return ChannelJoints.isJoint(joint) ? beforeBlanks(word) : 0;
        }
        boolean joined = end > 0 && "/,、|&，+".indexOf(text.charAt(end - 1)) >= 0;
        return joined ? beforeBlanks(end - 1) : 0;
    }

    private int beforeBlanks(int from) {
        int end = from;
        while (end > 0 && view.text().charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    /// Adds a name whose parts the text tells, where the channel has such names and nothing was
    /// read there.
    ///
    /// @param what it was told by, for those who ask how it was found
    void addTold(Handle handle, ContactKind kind, String what, Match cue) {
        if (handle.fits(kind) && isFree(handle)) {
            add(handle, kind, 0.85, what + " after " + kind.label() + " cue", Optional.of(cue));
        }
    }

    /// Whether it may be a name, and nothing else was read there.
    boolean isFree(Handle handle) {
        return !isTaken(handle) && !HandleWords.isNoName(LowerCase.of(handle.name()));
    }

    boolean isTaken(Handle handle) {
        return contacts.isTaken(view.rawStart(handle.start()), view.rawEnd(handle.end()));
    }
}
