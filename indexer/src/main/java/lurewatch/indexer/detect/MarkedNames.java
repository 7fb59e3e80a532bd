package lurewatch.indexer.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Names that `@` alone marks.
final class MarkedNames {
    /// The form that LINE gives to accounts of businesses, and no other channel gives to any.
    private static final Pattern LINE_OFFICIAL = Pattern.compile("\\d{3}[a-z]{5}");

    private final View view;
    private final String text;
    private final Cues cues;
    private final FoundNames names;

    MarkedNames(View view, Cues cues, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
        this.names = names;
    }

    /// `@name` by itself: Telegram, unless a cue beside it says otherwise.
    void find() {
        for (int at = text.indexOf('@');
                at >= 0 && !names.contacts().isFull();
                at = text.indexOf('@', at + 1)) {
            boolean free =
                    at == 0
                            || (!Scripts.isAsciiWord(text.charAt(at - 1))
                                    && "./@-".indexOf(text.charAt(at - 1)) < 0);
            if (free && at + 1 < text.length()) {
                read(at);
            }
        }
    }

    private void read(int at) {
        Optional<Match> cue = cues.before(view.rawStart(at));
        if (cue.isPresent() && isOtherNetwork(cue.get())) {
            return;
        }
        Optional<ContactKind> told = channel(cues.allBefore(view.rawStart(at)));
        Optional<Handle> handle =
                Handle.read(
                        view,
                        names.raw(),
                        at,
                        told.orElse(ContactKind.TELEGRAM),
                        Handle.Mark.MARKED);
        List<Match> behind = handle.map(h -> cues.allAfter(view.rawEnd(h.end()))).orElse(List.of());
        if (cue.isEmpty() && behind.stream().anyMatch(MarkedNames::isOtherNetwork)) {
            return; // `@name on Instagram`
        }
        ContactKind kind = told.orElse(ContactKind.TELEGRAM);
        if (handle.isEmpty() && told.isEmpty()) {
            kind = ContactKind.LINE;
            handle =
                    Handle.read(view, names.raw(), at, kind, Handle.Mark.MARKED)
                            .filter(h -> LINE_OFFICIAL.matcher(lower(h.name())).matches());
        }
        if (handle.isPresent()
                && !names.isTaken(handle.get())
                && !HandleWords.isNoName(lower(handle.get().name()))
                && !isMailDomain(handle.get().end())
                && !(told.isEmpty() && (isAuthor(handle.get()) || isPlace(handle.get())))) {
            String method = told.isPresent() ? "@name after cue" : "@name";
            names.add(handle.get(), kind, told.isPresent() ? 0.95 : 0.6, method, cue);
        }
    }

    private static Optional<ContactKind> channel(List<Match> cues) {
        return cues.stream()
                .map(Cues::of)
                .map(Cue::channel)
                .flatMap(Optional::stream)
                .filter(HandleContacts::hasNames)
                .findFirst();
    }

    private static boolean isOtherNetwork(Match cue) {
        return Cues.of(cue).channel().isEmpty();
    }

    /// `@name: …` at the beginning of a line says who wrote it.
    private boolean isAuthor(Handle handle) {
        int end = handle.end();
        boolean first = handle.start() == 0 || text.charAt(handle.start() - 1) == '\n';
        return first && end < text.length() && text.charAt(end) == ':';
    }

    /// `BINUS @Malang`: behind a word and with a capital, `@` says where.
    private boolean isPlace(Handle handle) {
        String name = handle.name();
        return handle.start() > 1
                && text.charAt(handle.start() - 1) == ' '
                && Character.isLetter(text.charAt(handle.start() - 2))
                && Character.isUpperCase(name.charAt(0))
                && name.substring(1).chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private boolean isMailDomain(int end) {
        return end + 1 < text.length()
                && text.charAt(end) == '.'
                && Scripts.isAsciiLetter(text.charAt(end + 1));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
