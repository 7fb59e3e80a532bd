package lurewatch.indexer.contact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names that stand after a word for their channel: `텔레 @name`, `wechat: name_01`, `ไลน์ name`, `ㅌㄹ
/// : n a m e _ 9 9`; and names marked by `@` alone.
final class HandleContacts {
    private static final int MAX_FILLERS = 5;

    /// How far behind the word for a network, and words that nobody knows, an account of it stands:
    /// networks are named for much else.
    private static final int NEAR_NETWORK = 12;

    /// The same of an account with a digit whose signs are written as words.
    private static final int NEAR_IN_WORDS = 28;

    /// How many names one cue may introduce.
    private static final int MAX_LISTED = 4;

    /// Numbers of QQ have 5 to 11 digits, most of them 8 to 10.
    private static final int SURELY_QQ = 8;

    /// Between two names: ` / `, ` または `.
    private static final int MAX_JOINT = 8;

    private static final Set<String> PREPOSITIONS =
            Set.copyOf(Sayings.OF_NAMES.words("at-channel"));

    /// Before these, what looks like a name is part of an address.
    private static final String NOT_BEFORE_NAME = "@/\\&=?%#";

    private static final String CLAUSE_ENDS = "\n,，、。;；!！?？/|()（）";

    private static final String ARROWS = "→➡>⇒";

    /// Join two channels at which somebody has one name.
    private static final Set<String> ALSO = Set.copyOf(Sayings.OF_NAMES.words("and-channel"));

    private static final String MARKS = ":=@→➡>";

    private final View view;
    private final String text;
    private final Cues cues;
    private final FoundNames names;
    private final LoneNames loneNames;
    private final View folded;

    private HandleContacts(
            ScannedText scanned, Cues cues, PlainWords plainWords, ContactList contacts) {
        this.view =
                PicturesInNames.without(
                        cues.nameChannelWithNames()
                                ? LettersToDrop.without(
                                        AlteredNames.undone(
                                                ToldJunk.without(scanned.views().cased())),
                                        scanned.raw(),
                                        scanned.views().folded())
                                : scanned.views().cased(),
                        scanned.raw(),
                        cues);
        this.text = view.text();
        this.folded = scanned.views().folded();
        this.cues = cues;
        this.names = new FoundNames(view, scanned.raw(), contacts);
        this.loneNames = new LoneNames(names, plainWords, cues);
    }

    static void findIn(
            ScannedText scanned, Cues cues, PlainWords plainWords, ContactList contacts) {
        new HandleContacts(scanned, cues, plainWords, contacts).find();
    }

    private void find() {
        if (cues.nameChannelWithNames()) {
            new SpacedNames(view, cues, names).find(folded);
        }
        if (cues.nameChannelWithNames()) {
            LinePieces.findIn(view, cues, names);
        }
        Initials.findIn(view, cues, names);
        new SpelledLetters(view, cues, names).find();
        new NamesInParts(view, cues, names).find();
        AddedTails.findIn(view, folded, cues, names);
        new JoinedNames(view, cues, names).find();
        cues.inOrder().forEach((start, cue) -> readListed(start, cue));
        for (Match cue : cues.inTextOrder()) {
            channelWithNames(cue).ifPresent(kind -> readAfter(cue, kind));
        }
        new MarkedNames(view, cues, names).find();
        for (Match cue : cues.inTextOrder()) {
            channelWithNames(cue).ifPresent(kind -> readBefore(cue, kind));
        }
        for (Match cue : cues.inTextOrder()) {
            channelWithNames(cue)
                    .flatMap(kind -> loneNames.behind(cue, kind))
                    .filter(handle -> !names.isTaken(handle) && !startsCue(handle))
                    .ifPresent(handle ->
                            cues.togetherWith(cue)
                                    .forEach(named -> add(handle, named, 0.6, "word after ")));
        }
        new FarNames(view, cues, names).find();
        SameNames.findIn(view, cues, names);
        HashTags.findIn(view, cues, names);
        OtherLetters.findIn(view, cues, names);
    }

    /// Whether a channel knows its members by names.
    static boolean hasNames(ContactKind kind) {
        return switch (kind) {
            case TELEGRAM,
                    KAKAOTALK,
                    LINE,
                    WECHAT,
                    SIGNAL,
                    QQ,
                    BAT,
                    DISCORD,
                    ZALO,
                    VIBER,
                    MESSENGER,
                    INSTAGRAM,
                    TIKTOK,
                    SKYPE ->
                    true;
            case KAKAO_OPENCHAT, WHATSAPP, EMAIL, PHONE, BTC, ETH, TRON, BANK, URL -> false;
        };
    }

    /// The channel of the cue where it knows its members by names.
    static Optional<ContactKind> channelWithNames(Match cue) {
        return Cues.of(cue).named().filter(HandleContacts::hasNames);
    }

    /// A name of a list in the order of its channels.
    private void readListed(int rawStart, Match cue) {
        channelWithNames(cue)
                .flatMap(kind -> names.read(view.indexOf(rawStart), kind, Handle.Mark.MARKED))
                .filter(handle -> !handle.looksLikeNumber() && !names.isTaken(handle))
                .ifPresent(handle -> add(handle, cue, 0.9, "name listed for "));
    }

    private void readAfter(Match cue, ContactKind kind) {
        if (kind.isNetwork() && isBehindName(cue)) {
            return;
        }
        Optional<Handle> handle = handleAfter(view.indexOf(cue.end()), kind, endsInId(cue));
        for (int listed = 0; listed < MAX_LISTED && handle.isPresent(); listed++) {
            Handle found = AddedTails.withDigits(handle.get(), text);
            if (Retractions.standAt(text, found.end())) {
                handle = handleAfter(found.end(), kind, false);
                continue;
            }
            if (names.isTaken(found)
                    || !isTelling(found, kind)
                    || isNoQq(cue, found)
                    || loneNames.isPlainlyNone(found)) {
                return;
            }
            double confidence = cue.disguised() || found.marked() ? 0.95 : 0.85;
            for (Match named : cues.togetherWith(cue)) {
                if (named.equals(cue) || !leadsAway(named)) {
                    add(found, named, confidence, "name after ");
                }
            }
            addToNetworks(found, cue, confidence);
            handle = nextListed(found.end(), kind);
        }
    }

    /// `name_01 (IG) / …`: whether a network is named in brackets behind an account of its own.
    private boolean isBehindName(Match network) {
        int start = view.indexOf(network.start());
        int end = view.indexOf(network.end());
        if (start < 2
                || end >= text.length()
                || "(（[".indexOf(text.charAt(start - 1)) < 0
                || ")）]".indexOf(text.charAt(end)) < 0) {
            return false;
        }
        int nameEnd = text.charAt(start - 2) == ' ' ? start - 2 : start - 1;
        return text.substring(names.startOf(nameEnd), nameEnd)
                .chars()
                .anyMatch(c -> c == '_' || c == '.' || Scripts.isAsciiDigit((char) c));
    }

    /// `TG & IG: name_01`: the name that a channel's word led to is the networks' as well that
    /// stand between the two.
    private void addToNetworks(Handle found, Match cue, double confidence) {
        int start = view.rawStart(found.start());
        for (Match named : cues.listedAfter(cue)) {
            if (named.end() <= start
                    && Cues.of(named).profiles().isPresent()
                    && !leadsAway(named)) {
                add(found, named, confidence, "name after ");
            }
        }
    }

    /// `Instagram → LINE name_01`, `IG or LINE name_01`: whether whoever is found at the network
    /// shall go on to another, or may: the name is that one's.
    private boolean leadsAway(Match network) {
        if (Cues.of(network).profiles().isEmpty()) {
            return false;
        }
        List<Match> next = cues.listedAfter(network);
        if (next.isEmpty()) {
            return false;
        }
        int from = view.indexOf(network.end());
        String joint = lower(text.substring(from, view.indexOf(next.getFirst().start()))).strip();
        return joint.chars().anyMatch(c -> ARROWS.indexOf(c) >= 0)
                || (joint.chars().anyMatch(Character::isLetter) && !ALSO.contains(joint));
    }

    /// `Q 12345 people`: the letter alone leads on to long numbers only.
    private static boolean isNoQq(Match cue, Handle handle) {
        return cue.length() == 1
                && Cues.of(cue).isFor(ContactKind.QQ)
                && handle.name().length() < SURELY_QQ;
    }

    /// A name as the channel's of the cue, where that channel has such names.
    private void add(Handle handle, Match cue, double confidence, String where) {
        channelWithNames(cue)
                .filter(handle::fits)
                .ifPresent(kind ->
                        names.add(
                                handle,
                                kind,
                                confidence,
                                where + kind.label() + " cue",
                                Optional.of(cue)));
    }

    /// `name_01 on Telegram`, `name_01 (텔레)`: a name that cannot be a word, right before the cue.
    private void readBefore(Match cue, ContactKind kind) {
        int end = beforeSigns(view.indexOf(cue.start()));
        int before = beforePreposition(end);
        end = before < end ? beforeSigns(before) : end;
        Optional<Handle> name = nameBetween(names.startOf(end), end, kind);
        name.ifPresent(h -> {
            add(h, cue, 0.75, "name before ");
            cues.listedAfter(cue).forEach(also -> add(h, also, 0.75, "name before "));
        });
        for (int listed = 1; listed < MAX_LISTED && name.isPresent(); listed++) {
            int listedEnd = names.beforeJoint(name.get().start());
            name = nameBetween(names.startOf(listedEnd), listedEnd, kind);
            name.ifPresent(h -> add(h, cue, 0.7, "name listed before "));
        }
    }

    /// What stands there where it can be nothing but a name that nobody has read yet.
    private Optional<Handle> nameBetween(int start, int end, ContactKind kind) {
        return start >= end || (start > 0 && NOT_BEFORE_NAME.indexOf(text.charAt(start - 1)) >= 0)
                ? Optional.empty()
                : names.read(start, kind, Handle.Mark.UNMARKED)
                        .filter(h -> h.end() == end && h.isNoWord())
                        .filter(names::isFree);
    }

    private int beforeSigns(int from) {
        int end = from;
        while (end > 0 && isBetween(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// May stand between a name and its channel: brackets, dashes, pictures that point.
    private static boolean isBetween(char c) {
        return " (（[:-–—".indexOf(c) >= 0
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.OTHER_SYMBOL
                || (Character.getType(c) == Character.MATH_SYMBOL && c > 0x7F);
    }

    /// Past a short word such as `on`, `в` or `trên`, back from `end`.
    private int beforePreposition(int end) {
        int start = end;
        while (start > 0 && end - start < 5 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        boolean preposition =
                start < end
                        && start > 1
                        && " (（[".indexOf(text.charAt(start - 1)) >= 0
                        && PREPOSITIONS.contains(lower(text.substring(start, end)));
        return preposition ? start - 1 : end;
    }

    private boolean isTelling(Handle handle, ContactKind kind) {
        if (kind.isNetwork()) {
            return (ProfileNames.areToldBy(handle, text) || standsOut(handle))
                    && !handle.looksLikeNumber()
                    && !HandleWords.isNoName(lower(handle.name()));
        }
        boolean numbered = kind == ContactKind.QQ || kind == ContactKind.BAT;
        boolean telling =
                handle.marked()
                        || handle.spelledOut()
                        || handle.hasTellingCharacter()
                        || standsOut(handle);
        return telling
                && !isPersons(handle)
                && (numbered || !handle.looksLikeNumber())
                && !HandleWords.isNoName(lower(handle.name()));
    }

    /// `Messenger: Anna Rose (…)`: the first name of a person with another behind it.
    private boolean isPersons(Handle handle) {
        String name = handle.name();
        int next = handle.end() + 1;
        return text.charAt(handle.start()) != '@'
                && !handle.spelledOut()
                && Character.isUpperCase(name.charAt(0))
                && name.substring(1).chars().allMatch(c -> c >= 'a' && c <= 'z')
                && next + 1 < text.length()
                && text.charAt(next - 1) == ' '
                && Character.isUpperCase(text.charAt(next))
                && Character.isLowerCase(text.charAt(next + 1))
                && cues.at(view.rawStart(next)).isEmpty();
    }

    /// A Latin name among letters of another script; not the first word of a Latin line below them.
    private boolean standsOut(Handle handle) {
        int before = handle.start() - 1;
        boolean below = false;
        while (before >= 0 && !Character.isLetter(text.charAt(before))) {
            below |= text.charAt(before) == '\n';
            before--;
        }
        int after = handle.end();
        boolean goesOn =
                after + 1 < text.length()
                        && text.charAt(after) == ' '
                        && Scripts.isAsciiLetter(text.charAt(after + 1));
        return before >= 0
                && text.charAt(before) > 0x24F
                && handle.name().length() >= 4
                && !(below && goesOn);
    }

    /// `name_one / name_two`: a second name of the same channel.
    private Optional<Handle> nextListed(int end, ContactKind kind) {
        int i = end;
        boolean listed = false;
        while (i < text.length() && i - end < MAX_JOINT && (!isNameStart(i) || afterJoint(i) > i)) {
            char c = text.charAt(i++);
            listed |= "/,、|&，+".indexOf(c) >= 0;
            int joint = afterJoint(i - 1);
            if (joint >= i) {
                i = joint;
                listed = true;
            } else if (c == '\n' || Character.isLetter(c)) {
                return Optional.empty();
            }
        }
        return listed && i < text.length() && isNameStart(i)
                ? names.read(i, kind, Handle.Mark.UNMARKED)
                        .filter(h -> h.marked() || h.hasTellingCharacter())
                        .filter(h -> !startsCue(h))
                : Optional.empty();
    }

    /// Past a word such as `or` that begins at `start`; `start` where none does.
    private int afterJoint(int start) {
        int end = start;
        boolean latin = text.charAt(start) < 0x80;
        while (end < text.length()
                && end - start < MAX_JOINT
                && Character.isLetter(text.charAt(end))
                && (text.charAt(end) < 0x80) == latin) {
            end++;
        }
        return ChannelJoints.isJoint(lower(text.substring(start, end))) ? end : start;
    }

    /// Skips signs, fillers and further cues after `from`, then reads a name.
    private Optional<Handle> handleAfter(int from, ContactKind kind, boolean announced) {
        int i = afterNote(from);
        // IG-sample_01, but neither IG-Metall nor instagram_id
        if (kind.isNetwork() && ProfileNames.goesOn(text, from)) {
            return text.charAt(from) == '_'
                    ? Optional.empty()
                    : names.read(from + 1, kind, Handle.Mark.UNMARKED)
                            .filter(h -> isTelling(h, kind));
        }
        if (text.startsWith("://", from)) {
            return Optional.empty(); // the channel's own scheme: tg://settings
        }
        boolean marked = announced;
        for (int fillers = 0; fillers <= MAX_FILLERS && i - from <= Cues.MAX_GAP; fillers++) {
            while (i < text.length()
                    && i - from <= Cues.MAX_GAP
                    && !isNameStart(i)
                    && !Character.isLetter(text.charAt(i))) {
                char c = text.charAt(i++);
                marked |= MARKS.indexOf(c) >= 0;
                if ((c == '.' && i < text.length() && Character.isWhitespace(text.charAt(i)))
                        || c == '。'
                        || c == '!') {
                    return Optional.empty();
                }
            }
            if (i >= text.length()) {
                return Optional.empty();
            }
            Handle.Mark mark = marked ? Handle.Mark.MARKED : Handle.Mark.UNMARKED;
            int filler = afterFiller(i);
            Optional<Handle> handle =
                    names.read(i, kind, mark)
                            .filter(h -> h.end() >= filler); // `zavin` of `zavináč`
            if (handle.isPresent()
                    && !HandleWords.isFiller(lower(handle.get().name()))
                    && !startsCue(handle.get())) {
                return isTelling(handle.get(), kind) ? handle : handleFurther(i, from, kind);
            }
            int next = filler;
            if (next == i) {
                Optional<Match> other = cues.at(view.rawStart(i));
                if (other.isPresent()
                        && !isSameChannel(other.get(), kind)
                        && !(isPassedOver(other.get(), kind) && isJoined(from, i))) {
                    return Optional.empty();
                }
                next = other.map(cue -> view.indexOf(cue.end())).orElse(i);
            }
            if (next <= i) {
                return handleFurther(i, from, kind);
            }
            marked |= saysId(i, next);
            i = next;
        }
        return Optional.empty();
    }

    /// Another network's name, or, before a number, another channel's whose names are none.
    private static boolean isPassedOver(Match other, ContactKind kind) {
        return Cues.of(other).channel().isEmpty()
                || kind == ContactKind.QQ
                || kind == ContactKind.BAT;
    }

    /// Whether another network is named together with the channel: `TG & IG: name_01`.
    private boolean isJoined(int from, int to) {
        String between = lower(text.substring(from, to)).strip();
        return Set.of("/", "&", "+", "|", ",").contains(between) || ChannelJoints.isJoint(between);
    }

    /// Past a remark in brackets that holds no name: `телеграм (латиница) name_01`.
    private int afterNote(int from) {
        int open = from;
        while (open < text.length() && open - from < 2 && text.charAt(open) == ' ') {
            open++;
        }
        if (open >= text.length() || "(（".indexOf(text.charAt(open)) < 0) {
            return from;
        }
        int last = Math.min(text.length(), open + Cues.MAX_GAP);
        for (int i = open + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == ')' || c == '）') {
                return i + 1;
            }
            if (c == '\n'
                    || c == '@'
                    || c == '_'
                    || Scripts.isAsciiLetter(c)
                    || Scripts.isAsciiDigit(c)) {
                return from;
            }
        }
        return from;
    }

    /// Behind words that we do not know, but in the same clause, only what can be nothing but a
    /// name.
    private Optional<Handle> handleFurther(int start, int from, ContactKind kind) {
        int i = start;
        while (i < text.length() && i - from <= Cues.MAX_GAP) {
            char c = text.charAt(i);
            if (CLAUSE_ENDS.indexOf(c) >= 0) {
                return Optional.empty();
            }
            if (cues.at(view.rawStart(i)).filter(Cues::isMessenger).isPresent()) {
                return Optional.empty(); // what follows is that one's
            }
            boolean begins = isNameStart(i) && (i == 0 || !Scripts.isAsciiWord(text.charAt(i - 1)));
            boolean near = !kind.isNetwork() || i - from <= NEAR_NETWORK || isBehindColon(i);
            if (begins && (near || i - from <= NEAR_IN_WORDS)) {
                Optional<Handle> handle =
                        names.read(i, kind, Handle.Mark.UNMARKED)
                                .filter(h -> near || (h.spelledOut() && holdsDigit(h)))
                                .filter(h ->
                                        (h.isNoWord()
                                                        || h.spelledOut()
                                                        || ProfileNames.isDotted(kind, h))
                                                && !startsCue(h));
                if (handle.isPresent()) {
                    return handle;
                }
            }
            i++;
        }
        return Optional.empty();
    }

    private static boolean holdsDigit(Handle handle) {
        return handle.name().chars().anyMatch(c -> Scripts.isAsciiDigit((char) c));
    }

    private boolean isBehindColon(int i) {
        return i > 1
                && (":：".indexOf(text.charAt(i - 1)) >= 0
                        || (text.charAt(i - 1) == ' ' && ":：".indexOf(text.charAt(i - 2)) >= 0));
    }

    /// Words that only ask for contact lead on to the name of any channel.
    private static boolean isSameChannel(Match cue, ContactKind kind) {
        return Cues.of(cue).channel().filter(k -> k == kind || k == ContactKind.PHONE).isPresent();
    }

    /// Whether the cue itself says that a name follows: `Line ID`, `카톡 아이디`.
    private boolean endsInId(Match cue) {
        String word = lower(text.substring(view.indexOf(cue.start()), view.indexOf(cue.end())));
        return word.endsWith("id") || word.endsWith("아이디") || word.endsWith("ไอดี");
    }

    private boolean saysId(int start, int end) {
        String word = lower(text.substring(start, end));
        return word.contains("id")
                || HandleWords.isAt(word)
                || text.startsWith("아이디", start)
                || text.startsWith("ไอดี", start)
                || text.startsWith("号", start)
                || text.startsWith("號", start);
    }

    private boolean startsCue(Handle handle) {
        return cues.covers(view.rawStart(handle.start()), view.rawEnd(handle.end()));
    }

    /// Past the filler word at `start`: the longest that stands there; `start` where none does.
    private int afterFiller(int start) {
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

    private boolean isNameStart(int i) {
        return Scripts.isAsciiWord(text.charAt(i))
                || (text.charAt(i) == '@'
                        && i + 1 < text.length()
                        && Scripts.isAsciiWord(text.charAt(i + 1)));
    }

    private static String lower(String text) {
        return LowerCase.of(text);
    }
}
