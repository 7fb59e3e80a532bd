package lurewatch.indexer.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.View;

/// Names that `@` alone marks.
final class MarkedNames {
    /// The form that LINE gives to accounts of businesses, and no other channel gives to any.
    private static final Pattern LINE_OFFICIAL = Pattern.compile("\\d{3}[a-z]{5}");

    private static final int NEAR = 14;
    private static final Pattern SOURCE_BEFORE =
            Pattern.compile(
                    "(?:\\b(?:via|rt|credit|photo|image|source|according to|told|tells|cc|by|sumber|foto|fuente|según|selon|fonte|segundo|nguồn|theo|ayon sa)|据|據|来源|來源|图源|出典|引用|출처|ที่มา|จาก|источник|المصدر)\\s?[:：]?\\s?(?:@[A-Za-z0-9_]{1,32}[\\s,]{1,2}){0,2}$",
                    Pattern.CASE_INSENSITIVE);

    /// `goes by @name`, `can be reached via @name`: no source, though the words before it are those
    /// of one.
    private static final Pattern REACHED_BEFORE =
            Pattern.compile(
                    "\\b(?:goes|go|went|known|reached?|reachable|contact|message|chat|write|text|talk)\\s(?:\\p{L}{1,12}\\s){0,2}(?:by|via)\\s?[:：]?\\s?$",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern SOURCE_AFTER =
            Pattern.compile(
                    "[)）]?\\s?(?:(?:has |have |had |was |is |also )?(?:reports?\\b|reported|reporting|says|said|saying|tweeted|posted|quoted|quotes|wrote|writes|told|confirmed|tells|published|shared|had the story|broke the story)|보도|기자|에 따르면|가 전|이 전|报道|報導|报导|消息|讯|訊|記者|记者|によると|が報|รายงาน|đưa tin|melaporkan|сообща|пишет)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern FOLLOW =
            Pattern.compile(
                    "(?:\\bfollow(?:\\s(?:us|me|our))?\\b|\\bsubscribe|\\bsiga|\\bsuivez|\\bikuti|关注|關注|追蹤|追踪|팔로우|구독|フォロー|ติดตาม|theo dõi)[^\\n.!?。]{0,24}$",
                    Pattern.CASE_INSENSITIVE);

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
        Optional<ContactKind> told = channel(cues.allBefore(view.rawStart(at)));
        if (cue.isPresent()
                && isOtherNetwork(cue.get())
                && (told.isEmpty()
                        || (told.filter(ContactKind::isNetwork).isPresent()
                                && isParted(cue.get(), at)
                                && !isOfNetwork(at, told.get())))) {
            return;
        }
        Optional<Handle> handle =
                names.read(at, told.orElse(ContactKind.TELEGRAM), Handle.Mark.MARKED);
        List<Match> behind = handle.map(h -> cues.allAfter(view.rawEnd(h.end()))).orElse(List.of());
        boolean led = cue.filter(c -> Cues.isMessenger(c) || isOtherNetwork(c)).isPresent();
        if (!led && behind.stream().anyMatch(MarkedNames::isOtherNetwork)) {
            return; // `@name on Instagram`
        }
        ContactKind kind = told.orElse(ContactKind.TELEGRAM);
        if (handle.isEmpty() && told.isEmpty()) {
            kind = ContactKind.LINE;
            handle =
                    names.read(at, kind, Handle.Mark.MARKED)
                            .filter(h -> LINE_OFFICIAL.matcher(lower(h.name())).matches());
        }
        if (handle.isPresent()
                && names.isFree(handle.get())
                && !isMailDomain(handle.get().end())
                && !(told.isEmpty() && isNobodysContact(handle.get()))) {
            String method = told.isPresent() ? "@name after cue" : "@name";
            names.add(handle.get(), kind, told.isPresent() ? 0.95 : 0.6, method, cue);
        }
    }

    private static Optional<ContactKind> channel(List<Match> cues) {
        return cues.stream()
                .map(HandleContacts::channelWithNames)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// `Seen on TikTok? Write to @name`: whether a sentence ends between a network and the name.
    private boolean isParted(Match network, int at) {
        int from = Math.min(at, view.indexOf(network.end()));
        if (isNamedBehindComma(from, at)) {
            return false;
        }
        return text.substring(from, at).chars().anyMatch(c -> "\n.。!?！？;,，".indexOf(c) >= 0);
    }

    /// `インスタのDMで。＠name.cake.69`: no other channel has names with dots, and no host ends so.
    private boolean isOfNetwork(int at, ContactKind network) {
        return names.read(at, network, Handle.Mark.MARKED)
                .filter(h -> ProfileNames.isDottedAsNoHost(h.name()))
                .isPresent();
    }

    /// `an Instagram page, @name.01`: no other channel has names with dots and such commas.
    private boolean isNamedBehindComma(int from, int at) {
        int end = at + 1;
        while (end < text.length() && Handle.mayHold(text.charAt(end))) {
            end++;
        }
        int dot = text.substring(at, end).indexOf('.');
        return text.substring(from, at).matches("(?: \\p{L}{1,9})?, ")
                && dot > 1
                && at + dot + 1 < end;
    }

    private static boolean isOtherNetwork(Match cue) {
        return Cues.of(cue).channel().isEmpty();
    }

    private boolean isNobodysContact(Handle handle) {
        return isAuthor(handle)
                || isPlace(handle)
                || isPackage(handle)
                || isSource(handle)
                || isFollowed(handle);
    }

    /// `@angular/core` is a part of a program.
    private boolean isPackage(Handle handle) {
        int end = handle.end();
        return end + 1 < text.length()
                && text.charAt(end) == '/'
                && Scripts.isAsciiWord(text.charAt(end + 1));
    }

    /// `via @name`, `据@name报道`: whom a report names as its source.
    private boolean isSource(Handle handle) {
        String after = text.substring(handle.end(), Math.min(text.length(), handle.end() + NEAR));
        return (SOURCE_BEFORE.matcher(before(handle, NEAR)).find()
                        && !REACHED_BEFORE.matcher(before(handle, 3 * NEAR)).find())
                || SOURCE_AFTER.matcher(after).lookingAt();
    }

    private String before(Handle handle, int characters) {
        return text.substring(Math.max(0, handle.start() - characters), handle.start());
    }

    /// `Follow us on X @name`: an account to read and not to write to.
    private boolean isFollowed(Handle handle) {
        return FOLLOW.matcher(before(handle, 2 * NEAR)).find();
    }

    /// `@name: …` at the beginning of a line says who wrote it, `@name and so on` who is answered;
    /// what has a sign or a digit is meant to be written to there as well.
    private boolean isAuthor(Handle handle) {
        int end = handle.end();
        boolean first = handle.start() == 0 || text.charAt(handle.start() - 1) == '\n';
        boolean answered =
                end + 1 < text.length()
                        && text.charAt(end) == ' '
                        && Character.isLowerCase(text.charAt(end + 1))
                        && !handle.hasTellingCharacter();
        return first && end < text.length() && (text.charAt(end) == ':' || answered);
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
        return LowerCase.of(text);
    }
}
