package lurewatch.indexer.contact;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.text.View;

/// Accounts of networks in forms that no channel's have: `@name on Instagram`, Skype's `live:…`,
/// and `TT: @name`, whose two letters mean TikTok beside an account only. Those behind the name of
/// a network are read as other channels' are, by [HandleContacts].
final class ProfileContacts {
    private static final HeadedPattern LIVE =
            HeadedPattern.compile(
                    "(?<![A-Za-z0-9_.:/-])live:(?:\\.cid\\.[0-9a-f]{8,20}(?![0-9a-z])|[A-Za-z0-9_][A-Za-z0-9_.-]{2,60}[A-Za-z0-9_-])",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern UNMISTAKABLE =
            Pattern.compile("live:\\.cid\\..*", Pattern.CASE_INSENSITIVE);

    /// How far before the name of the network an account with `@` begins.
    private static final int MAX_BACK = 60;

    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?<![A-Za-z0-9_.@/-])@([A-Za-z0-9_.]{1,29}[A-Za-z0-9_])\\s{1,2}(?:[(（\\[–—|-]\\s?)?(?:(?:on|at|via|in|no|na|di|en|sur|auf|su|op|w|pe|sa|par|bei|em|в|у|на|trên|qua|ใน|บน|على|पर|में)\\s{1,2}|(?:的|の))?$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern AFTER =
            Pattern.compile(
                    "(?:\\s?[:：=-])?\\s(?:\\p{L}{1,8}\\s){1,2}@([A-Za-z0-9_]{1,20}\\.[A-Za-z0-9_]{1,20})(?![A-Za-z0-9_.@-]|\\.[A-Za-z0-9])");

    private static final HeadedPattern TT =
            HeadedPattern.compile(
                    "(?<![\\p{L}\\p{N}@._/-])tt\\s{0,2}([:：]?)\\s{0,2}(@?)([A-Za-z0-9_.]{1,23}[A-Za-z0-9_])(?![A-Za-z0-9_@/-])",
                    Pattern.CASE_INSENSITIVE);

    /// How near another network is named where accounts are listed: `IG: name | TT: name`.
    private static final int NEAR = 60;

    private static final int ENOUGH = 20;

    /// Where these letters are short for a word such as information.
    private static final String VIETNAMESE = "vi";

    private final ScannedText scanned;
    private final View view;
    private final String text;
    private final Cues cues;
    private final ContactList contacts;

    private ProfileContacts(ScannedText scanned, Cues cues, ContactList contacts) {
        this.scanned = scanned;
        this.view = scanned.views().cased();
        this.text = view.text();
        this.cues = cues;
        this.contacts = contacts;
    }

    static void findIn(ScannedText scanned, Cues cues, ContactList contacts) {
        new ProfileContacts(scanned, cues, contacts).find();
    }

    private void find() {
        findLiveAndShort();
        for (Match cue : cues.inTextOrder()) {
            Cues.of(cue)
                    .profiles()
                    .ifPresent(kind -> {
                        readBefore(cue, kind);
                        readAfter(cue, kind);
                    });
        }
    }

    private void findLiveAndShort() {
        HeadedPattern.Walk live = LIVE.walk(text, ENOUGH, this::addLive);
        HeadedPattern.Walk tt = TT.walk(text, isVietnamese() ? 0 : ENOUGH, this::addShort);
        for (int i = 0; i < text.length(); i++) {
            live.at(i, text.length());
            tt.at(i, text.length());
        }
    }

    private boolean isVietnamese() {
        return scanned.languages().main().filter(VIETNAMESE::equals).isPresent();
    }

    private void addLive(MatchResult live) {
        boolean named =
                UNMISTAKABLE.matcher(live.group()).matches()
                        || cues.before(view.rawStart(live.start()))
                                .flatMap(cue -> Cues.of(cue).profiles())
                                .filter(ContactKind.SKYPE::equals)
                                .isPresent();
        if (named) {
            add(ContactKind.SKYPE, live.group(), live.start(), live.end(), 0.95, "live id");
        }
    }

    /// `TT: @name`, and without `@` where another network is named shortly before.
    private void addShort(MatchResult tt) {
        boolean named =
                !tt.group(2).isEmpty()
                        || (!tt.group(1).isEmpty() && isListed(view.rawStart(tt.start())));
        if (named && ProfileNames.fit(ContactKind.TIKTOK, tt.group(3))) {
            add(
                    ContactKind.TIKTOK,
                    tt.group(3),
                    tt.start(2),
                    tt.end(),
                    0.8,
                    "name after two letters");
        }
    }

    private boolean isListed(int rawAt) {
        return cues.inTextOrder().stream()
                .filter(cue -> cue.end() <= rawAt && rawAt - cue.end() <= NEAR)
                .anyMatch(cue -> Cues.of(cue).channel().isEmpty());
    }

    /// `@name on Instagram`, unless another channel's name leads to it.
    private void readBefore(Match cue, ContactKind kind) {
        int end = view.indexOf(cue.start());
        Matcher before =
                BEFORE.matcher(text)
                        .region(Math.max(0, end - MAX_BACK), end)
                        .useTransparentBounds(true);
        if (!before.find() || !ProfileNames.fit(kind, before.group(1))) {
            return;
        }
        int at = before.start(1) - 1;
        Optional<Match> led = cues.before(view.rawStart(at));
        if (led.filter(
                        c ->
                                text.substring(view.indexOf(c.end()), at).isBlank()
                                        || text.substring(view.indexOf(c.end()), at)
                                                .strip()
                                                .equals(":"))
                .isEmpty()) {
            add(kind, before.group(1), at, before.end(1), 0.9, "@name before cue");
        }
    }

    /// `follow TikTok kami @sample.name`, where word and account together look like an address.
    private void readAfter(Match cue, ContactKind kind) {
        int from = view.indexOf(cue.end());
        Matcher after = AFTER.matcher(text).region(from, Math.min(text.length(), from + MAX_BACK));
        if (after.lookingAt()
                && ProfileNames.fit(kind, after.group(1))
                && !ProfileNames.isHost(after.group(1))
                && cues.before(view.rawStart(after.start(1) - 1)).filter(cue::equals).isPresent()) {
            add(kind, after.group(1), after.start(1) - 1, after.end(1), 0.95, "@name after cue");
        }
    }

    private void add(
            ContactKind kind, String name, int start, int end, double confidence, String method) {
        if (contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            return;
        }
        boolean disguised = Concealment.isIn(view, scanned.raw(), start, end);
        contacts.add(
                kind,
                LowerCase.of(name),
                view,
                start,
                end,
                confidence,
                method,
                Concealment.traits(disguised));
    }
}
