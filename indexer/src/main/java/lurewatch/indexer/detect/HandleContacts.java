package lurewatch.indexer.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Names that stand after a word for their channel: `텔레 @name`, `wechat: name_01`, `ไลน์ name`, `ㅌㄹ
/// : n a m e _ 9 9`; and names marked by `@` alone.
final class HandleContacts {
    /// How far a name may be from its cue: longer gaps lead into other sentences.
    static final int MAX_GAP = 28;

    private static final int MAX_FILLERS = 5;

    private HandleContacts() {}

    /// A name as read.
    ///
    /// @param marked by a colon, `@` or a word such as ID, so that it is surely meant as a name
    private record Handle(
            String name, int start, int end, boolean marked, boolean spelledOut, boolean withAt) {}

    static void findIn(Reading reading, ContactList contacts) {
        View view = reading.views().cased();
        List<Match> cues = reading.cues();
        for (Match cue : cues) {
            Optional<ContactKind> channel = ((Target.OfCue) cue.target()).cue().channel();
            channel.filter(HandleContacts::hasNames)
                    .ifPresent(kind -> readAfter(view, cue, kind, cues, contacts));
        }
        readMarked(view, cues, contacts);
    }

    private static boolean hasNames(ContactKind kind) {
        return switch (kind) {
            case TELEGRAM, KAKAOTALK, LINE, WECHAT, SIGNAL, QQ, DISCORD, ZALO, VIBER, MESSENGER ->
                    true;
            case KAKAO_OPENCHAT, WHATSAPP, EMAIL, PHONE, BTC, ETH, TRON, BANK, URL -> false;
        };
    }

    private static void readAfter(
            View view, Match cue, ContactKind kind, List<Match> cues, ContactList contacts) {
        int from = view.indexOf(cue.end());
        Optional<Handle> handle = handleAfter(view, from, kind, cues);
        if (handle.isEmpty()) {
            return;
        }
        Handle found = handle.get();
        if (contacts.isTaken(view.rawStart(found.start()), view.rawEnd(found.end()))) {
            return;
        }
        boolean telling =
                found.marked()
                        || found.spelledOut()
                        || hasTellingCharacter(found.name())
                        || standsOut(view, found);
        if (telling && !HandleWords.isNoName(lower(found.name()))) {
            double confidence = cue.disguised() || found.marked() ? 0.95 : 0.85;
            String method =
                    (found.spelledOut() ? "spelled name after " : "name after ")
                            + kind.label()
                            + " cue";
            contacts.add(
                    kind,
                    canonical(kind, found.name()),
                    view,
                    found.start(),
                    found.end(),
                    confidence,
                    method);
        }
    }

    private static boolean hasTellingCharacter(String name) {
        return name.chars().anyMatch(c -> c == '_' || (c >= '0' && c <= '9'));
    }

    /// A Latin name among letters of another script.
    private static boolean standsOut(View view, Handle handle) {
        int before = handle.start() - 1;
        while (before >= 0 && !Character.isLetter(view.text().charAt(before))) {
            before--;
        }
        return before >= 0 && view.text().charAt(before) > 0x24F && handle.name().length() >= 4;
    }

    /// Skips signs, fillers and further cues after `from`, then reads a name.
    private static Optional<Handle> handleAfter(
            View view, int from, ContactKind kind, List<Match> cues) {
        String text = view.text();
        int i = from;
        boolean marked = false;
        for (int fillers = 0; fillers <= MAX_FILLERS && i - from <= MAX_GAP; fillers++) {
            while (i < text.length()
                    && i - from <= MAX_GAP
                    && !isNameStart(text, i)
                    && !Character.isLetter(text.charAt(i))) {
                char c = text.charAt(i++);
                marked |= c == ':' || c == '=' || c == '@' || c == '→' || c == '➡' || c == '>';
                if ((c == '.' && i < text.length() && Character.isWhitespace(text.charAt(i)))
                        || c == '。'
                        || c == '!') {
                    return Optional.empty();
                }
            }
            if (i >= text.length()) {
                return Optional.empty();
            }
            Optional<Handle> handle = read(text, i, kind, marked);
            if (handle.isPresent() && !HandleWords.isFiller(lower(handle.get().name()))) {
                boolean cueItself = startsCue(view, i, handle.get(), cues);
                if (!cueItself) {
                    return handle;
                }
            }
            int next = afterFiller(text, i);
            if (next == i) {
                next = afterCue(view, i, cues);
            }
            if (next == i) {
                return Optional.empty();
            }
            marked |=
                    lower(text.substring(i, next)).contains("id")
                            || text.startsWith("아이디", i)
                            || text.startsWith("ไอดี", i);
            i = next;
        }
        return Optional.empty();
    }

    private static boolean startsCue(View view, int index, Handle handle, List<Match> cues) {
        int rawStart = view.rawStart(index);
        int rawEnd = view.rawEnd(handle.end());
        return cues.stream().anyMatch(c -> c.start() == rawStart && c.end() >= rawEnd);
    }

    private static int afterCue(View view, int index, List<Match> cues) {
        int rawStart = view.rawStart(index);
        return cues.stream()
                .filter(c -> c.start() == rawStart)
                .mapToInt(c -> view.indexOf(c.end()))
                .max()
                .orElse(index);
    }

    /// Past the filler word at `start`: the longest that stands there; `start` where none does.
    private static int afterFiller(String text, int start) {
        int end = start;
        int limit = Math.min(text.length(), start + 12);
        for (int i = start + 1; i <= limit; i++) {
            boolean wordEnds =
                    i == text.length()
                            || !Scripts.isAsciiWord(text.charAt(i))
                            || !Scripts.isAsciiWord(text.charAt(i - 1));
            if (wordEnds && HandleWords.isFiller(lower(text.substring(start, i)))) {
                end = i;
            }
        }
        return end;
    }

    private static boolean isNameStart(String text, int i) {
        return Scripts.isAsciiWord(text.charAt(i))
                || (text.charAt(i) == '@'
                        && i + 1 < text.length()
                        && Scripts.isAsciiWord(text.charAt(i + 1)));
    }

    private static Optional<Handle> read(
            String text, int index, ContactKind kind, boolean markedBefore) {
        boolean withAt = text.charAt(index) == '@';
        int start = withAt ? index + 1 : index;
        Optional<Handle> spelled = readSpelledOut(text, start, withAt);
        if (spelled.isPresent() && fits(kind, spelled.get().name())) {
            return spelled;
        }
        int end = start;
        while (end < text.length()
                && end - start <= 40
                && isNameCharacter(text.charAt(end), kind)) {
            end++;
        }
        while (end > start && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        String name = text.substring(start, end);
        if (!fits(kind, name) || (end < text.length() && text.charAt(end) == '@')) {
            return Optional.empty();
        }
        return Optional.of(
                new Handle(
                        name,
                        withAt ? start - 1 : start,
                        end,
                        markedBefore || withAt,
                        false,
                        withAt));
    }

    /// `s a m p l e _ 7 7`: at least five single characters with one separator between two.
    private static Optional<Handle> readSpelledOut(String text, int start, boolean withAt) {
        StringBuilder name = new StringBuilder();
        int i = start;
        int end = start;
        while (i < text.length()
                && Scripts.isAsciiWord(text.charAt(i))
                && (i + 1 == text.length() || !Scripts.isAsciiWord(text.charAt(i + 1)))
                && name.length() < 40) {
            name.append(text.charAt(i));
            end = i + 1;
            boolean separated = i + 2 < text.length() && " .-·*".indexOf(text.charAt(i + 1)) >= 0;
            if (!separated) {
                break;
            }
            i += 2;
        }
        return name.length() >= 5
                ? Optional.of(
                        new Handle(
                                name.toString(),
                                withAt ? start - 1 : start,
                                end,
                                true,
                                true,
                                withAt))
                : Optional.empty();
    }

    private static boolean isNameCharacter(char c, ContactKind kind) {
        return Scripts.isAsciiWord(c) || (kind != ContactKind.TELEGRAM && (c == '.' || c == '-'));
    }

    private static boolean fits(ContactKind kind, String name) {
        return switch (kind) {
            case TELEGRAM -> name.matches("[A-Za-z][A-Za-z0-9_]{3,31}");
            case KAKAOTALK, LINE ->
                    name.matches("[A-Za-z0-9][A-Za-z0-9._-]{3,19}") && !isNumber(name);
            case WECHAT -> name.matches("[A-Za-z][-_A-Za-z0-9]{5,19}");
            case QQ -> name.matches("[1-9][0-9]{4,10}");
            case SIGNAL -> name.matches("[A-Za-z_][A-Za-z0-9_]{2,31}\\.[0-9]{2,}");
            case DISCORD -> name.matches("[A-Za-z0-9_.]{2,32}") && !isNumber(name);
            case ZALO, VIBER, MESSENGER -> name.matches("[A-Za-z][A-Za-z0-9_.]{4,31}");
            case KAKAO_OPENCHAT, WHATSAPP, EMAIL, PHONE, BTC, ETH, TRON, BANK, URL -> false;
        };
    }

    private static boolean isNumber(String name) {
        return name.chars().allMatch(c -> Scripts.isAsciiDigit((char) c) || c == '-' || c == '.');
    }

    /// No channel that we know tells names apart by case.
    private static String canonical(ContactKind kind, String name) {
        return kind == ContactKind.QQ ? name : lower(name);
    }

    /// `@name` by itself: Telegram, unless a cue before it says otherwise.
    private static void readMarked(View view, List<Match> cues, ContactList contacts) {
        String text = view.text();
        for (int at = text.indexOf('@');
                at >= 0 && !contacts.isFull();
                at = text.indexOf('@', at + 1)) {
            boolean free =
                    at == 0
                            || (!Scripts.isAsciiWord(text.charAt(at - 1))
                                    && "./@-".indexOf(text.charAt(at - 1)) < 0);
            if (!free || at + 1 == text.length()) {
                continue;
            }
            Optional<Cue> cue = nearestCue(view, at, cues);
            ContactKind kind =
                    cue.flatMap(Cue::channel)
                            .filter(HandleContacts::hasNames)
                            .orElse(ContactKind.TELEGRAM);
            boolean other = cue.isPresent() && cue.get().channel().isEmpty();
            Optional<Handle> handle = other ? Optional.empty() : read(text, at, kind, true);
            handle.filter(h -> !contacts.isTaken(view.rawStart(h.start()), view.rawEnd(h.end())))
                    .filter(h ->
                            !HandleWords.isNoName(lower(h.name())) && !isMailDomain(text, h.end()))
                    .ifPresent(h ->
                            contacts.add(
                                    kind,
                                    canonical(kind, h.name()),
                                    view,
                                    h.start(),
                                    h.end(),
                                    cue.isPresent() ? 0.95 : 0.6,
                                    cue.isPresent() ? "@name after cue" : "@name"));
        }
    }

    private static boolean isMailDomain(String text, int end) {
        return end + 1 < text.length()
                && text.charAt(end) == '.'
                && Scripts.isAsciiLetter(text.charAt(end + 1));
    }

    /// The last cue shortly before the index.
    static Optional<Cue> nearestCue(View view, int index, List<Match> cues) {
        int rawAt = view.rawStart(index);
        Match nearest = null;
        for (Match cue : cues) {
            if (cue.end() <= rawAt
                    && rawAt - cue.end() <= MAX_GAP
                    && (nearest == null || cue.end() >= nearest.end())) {
                nearest = cue;
            }
        }
        return Optional.ofNullable(nearest).map(m -> ((Target.OfCue) m.target()).cue());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
