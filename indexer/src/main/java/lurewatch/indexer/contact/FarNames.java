package lurewatch.indexer.contact;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names that stand away from the word for their channel: `ask for name_01, he is on Telegram`;
/// `Interviews on Telegram only. … Recruiter: name_01`. Looked for only where nothing nearer was
/// found, so only what can be nothing but a name counts.
final class FarNames {
    private static final int SHORTEST = 6;

    /// Texts that hold more such words are about programs.
    private static final int MAX_CANDIDATES = 20;

    private static final int MAX_BEFORE = 3;

    private static final int MAX_LISTED = 4;

    /// How far behind its channel a name may stand.
    private static final int MAX_BEHIND = 60;

    private static final String SENTENCE_ENDS = ".!?。！？;；\n|";

    /// Point at a name.
    private static final String POINTING = ":：→➡>»=⇒⏩▶";

    /// Before or behind these it is part of an address, of a topic's name or of a program.
    private static final String NO_NAME_BEFORE = "@/\\&=?%#.$-";

    private static final String NO_NAME_AFTER = "@/\\(=[";

    /// Channels that are words as well, so that only their written names tell of them.
    private static final Set<ContactKind> WORDS =
            EnumSet.of(
                    ContactKind.LINE,
                    ContactKind.SIGNAL,
                    ContactKind.MESSENGER,
                    ContactKind.ZALO,
                    ContactKind.BAT);

    /// Behind these the name stands of whom one shall turn to.
    private static final Set<String> ASKING = Set.copyOf(Sayings.OF_NAMES.words("turn-to"));

    /// The same in scripts that put no blank between words, or other endings behind them.
    private static final Set<String> ASKING_ENDS =
            Set.copyOf(Sayings.OF_NAMES.words("turn-to-ending"));

    private final View view;
    private final String text;
    private final Cues cues;
    private final FoundNames names;

    FarNames(View view, Cues cues, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
        this.names = names;
    }

    void find() {
        Set<ContactKind> told = EnumSet.noneOf(ContactKind.class);
        for (Match cue : cues.inTextOrder()) {
            Cues.of(cue)
                    .channel()
                    .filter(HandleContacts::hasNames)
                    .filter(kind -> cue.length() > 1 && isChannel(cue, kind))
                    .ifPresent(kind -> {
                        if (!names.contacts().holds(kind)) {
                            told.add(kind);
                            readBefore(cue, kind);
                            if (!names.contacts().holds(kind)) {
                                readBehind(cue, kind);
                            }
                        }
                    });
        }
        boolean named =
                names.contacts().contacts().stream()
                        .anyMatch(c -> HandleContacts.hasNames(c.kind()));
        if (told.size() == 1 && !named) {
            readAnywhere(told.iterator().next());
        }
    }

    /// The nearest name before the cue in the same sentence.
    private void readBefore(Match cue, ContactKind kind) {
        int end = view.indexOf(cue.start());
        int first = Math.max(0, end - Cues.MAX_GAP);
        int i = end;
        while (i > first && SENTENCE_ENDS.indexOf(text.charAt(i - 1)) < 0) {
            if (!Handle.mayHold(text.charAt(i - 1))) {
                i--;
                continue;
            }
            int start = names.startOf(i);
            boolean mayBe = i < end && cues.at(view.rawStart(start)).isEmpty();
            boolean both = mayBe && UnclaimedChannels.BOTH.matcher(text.substring(i, end)).find();
            Optional<Handle> handle =
                    !mayBe
                            ? Optional.empty()
                            : both ? listed(start, i, kind) : name(start, i, kind);
            if (handle.isPresent()) {
                add(handle.get(), kind, Optional.of(cue));
                if (both) {
                    addListedBefore(handle.get(), kind, cue);
                }
                return;
            }
            if (cues.at(view.rawStart(start)).filter(Cues::isMessenger).isPresent()) {
                return; // what stands before that one is its
            }
            i = start;
        }
    }

    /// `name_01 / name_02 are both on LINE`: the names before one of which as much is said.
    private void addListedBefore(Handle last, ContactKind kind, Match cue) {
        Optional<Handle> name = Optional.of(last);
        for (int i = 1; i < MAX_LISTED && name.isPresent(); i++) {
            int end = names.beforeJoint(name.get().start());
            name = listed(names.startOf(end), end, kind);
            name.ifPresent(h -> add(h, kind, Optional.of(cue)));
        }
    }

    private Optional<Handle> listed(int start, int end, ContactKind kind) {
        return start >= end
                ? Optional.empty()
                : names.read(start, kind, Handle.Mark.UNMARKED)
                        .filter(h -> h.end() == end && h.isNoWord())
                        .filter(names::isFree);
    }

    /// The nearest name behind the cue in the same sentence, where a word says that it is one:
    /// `在电报叫“豪哥”，用户名 name_01`.
    private void readBehind(Match cue, ContactKind kind) {
        int start = view.indexOf(cue.end());
        int last = Math.min(text.length(), start + MAX_BEHIND);
        int i = start;
        while (i < last && SENTENCE_ENDS.indexOf(text.charAt(i)) < 0) {
            if (cues.at(view.rawStart(i)).isPresent()) {
                return; // what follows is rather that one's
            }
            if (!Handle.mayHold(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && Handle.mayHold(text.charAt(end))) {
                end++;
            }
            Optional<Handle> handle = name(i, end, kind);
            if (handle.isPresent()) {
                add(handle.get(), kind, Optional.of(cue));
                return;
            }
            i = end;
        }
    }

    /// The only name that the text tells its reader to turn to.
    private void readAnywhere(ContactKind kind) {
        Map<String, Handle> asked = new LinkedHashMap<>();
        int candidates = 0;
        int i = 0;
        while (i < text.length() && candidates < MAX_CANDIDATES) {
            if (!Scripts.isAsciiWord(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            boolean telling = false;
            while (end < text.length() && Handle.mayHold(text.charAt(end))) {
                telling |= text.charAt(end) == '_' || Scripts.isAsciiDigit(text.charAt(end));
                end++;
            }
            if (telling) {
                Optional<Handle> handle = name(i, end, kind);
                candidates += handle.isPresent() ? 1 : 0;
                handle.filter(h -> isAskedFor(h.start()))
                        .ifPresent(h -> asked.putIfAbsent(LowerCase.of(h.name()), h));
            }
            i = end;
        }
        if (asked.size() == 1 && candidates < MAX_CANDIDATES) {
            add(asked.values().iterator().next(), kind, Optional.empty());
        }
    }

    private void add(Handle handle, ContactKind kind, Optional<Match> cue) {
        names.add(handle, kind, 0.55, "name away from " + kind.label() + " cue", cue);
    }

    /// The word from `start` to `end` where it can be nothing but a name.
    private Optional<Handle> name(int start, int end, ContactKind kind) {
        int last = end;
        while (last > start && ".-".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        boolean apart =
                (start == 0 || NO_NAME_BEFORE.indexOf(text.charAt(start - 1)) < 0)
                        && (end == text.length() || NO_NAME_AFTER.indexOf(text.charAt(end)) < 0);
        if (!apart || last - start < SHORTEST || last - start > Handle.MAX_LENGTH) {
            return Optional.empty();
        }
        int nameEnd = last;
        return names.read(start, kind, Handle.Mark.UNMARKED)
                .filter(h -> h.end() == nameEnd && !h.spelledOut() && h.isNoWord())
                .filter(names::isFree)
                .filter(h -> h.name().indexOf('_') > 0 || isAskedFor(h.start()))
                .filter(h -> !cues.covers(view.rawStart(h.start()), view.rawEnd(h.end())));
    }

    /// Whether a word or sign right before it says that one shall turn to whoever is called so.
    private boolean isAskedFor(int start) {
        int i = start;
        while (i > 0 && start - i < MAX_BEFORE && " 「『【\"“'(（".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        if (i == 0) {
            return false;
        }
        char before = text.charAt(i - 1);
        if (POINTING.indexOf(before) >= 0 || Character.isSurrogate(before)) {
            return true;
        }
        int word = i;
        while (word > 0
                && i - word < Handle.MAX_LENGTH
                && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        int asked = i;
        String last = LowerCase.of(text.substring(word, i));
        return ASKING.contains(last)
                || ASKING_ENDS.stream().anyMatch(last::endsWith)
                || cues.before(view.rawStart(start))
                        .filter(cue -> view.indexOf(cue.end()) >= asked)
                        .filter(cue -> Cues.of(cue).isFor(ContactKind.PHONE))
                        .isPresent();
    }

    /// Whether the word means the channel: `line` and `signal` are others' words in small letters.
    private boolean isChannel(Match cue, ContactKind kind) {
        char first = names.raw().charAt(cue.start());
        char second = names.raw().charAt(cue.start() + 1);
        return !WORDS.contains(kind)
                || first >= 0x80
                || (Character.isUpperCase(first)
                        && (kind != ContactKind.LINE || Character.isUpperCase(second)));
    }
}
