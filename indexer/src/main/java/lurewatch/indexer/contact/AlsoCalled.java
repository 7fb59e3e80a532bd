package lurewatch.indexer.contact;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.text.Sayings;

/// Whether a text says that a messenger's number takes calls as well: `Call/WhatsApp 012 …`, `Tel.
/// 012 … (WhatsApp)`, `012 …, Zalo cùng số`. Where nothing but the messenger is named, it is the
/// messenger's: `WhatsApp 012 …`, `012 … (WhatsApp)`, `call me on WhatsApp: 012 …`.
final class AlsoCalled {
    /// How far behind the messenger's name it is said that the number is the same.
    private static final int REACH = 24;

    private static final String ENDS = "\n.;!?。！？।၊။)）]】/|,，、";

    /// Say that the number is there too.
    private static final Set<String> TOO = Set.copyOf(Sayings.OF_NUMBERS.words("there-too"));

    /// The same, in scripts that leave no blanks or add to their words.
    private static final Pattern TOO_WITHIN =
            Pattern.compile(Sayings.OF_NUMBERS.either("there-too-within"));

    /// Behind a messenger's number, beside a word for a call: it may be called.
    private static final Set<String> MAY = Set.copyOf(Sayings.OF_NUMBERS.words("may-call"));

    private static final Pattern MAY_WITHIN =
            Pattern.compile(Sayings.OF_NUMBERS.either("may-call-within"));

    /// Say that it is nowhere else.
    private static final Set<String> ONLY = Set.copyOf(Sayings.OF_NUMBERS.words("only-there"));

    private static final Pattern ONLY_WITHIN =
            Pattern.compile(Sayings.OF_NUMBERS.either("only-there-within"));

    /// `text 012 … on WhatsApp`: lead from what is to be done to the one way of doing it.
    private static final Set<String> VIA = Set.copyOf(Sayings.OF_NUMBERS.words("by-way-of"));

    /// Ask to be written to: of such a number in front of a messenger's name, that is where to.
    private static final Set<String> WRITING = Set.copyOf(Sayings.OF_NUMBERS.words("write-to"));

    /// `don't call, WhatsApp 012 …`: right before the word for a call.
    private static final Pattern DENIED =
            Pattern.compile(
                    "(?:(?<!\\p{L})(?:"
                            + Sayings.OF_NUMBERS.either("do-not")
                            + ")\\s(?:\\p{L}{1,6}\\s)?|(?:"
                            + Sayings.OF_NUMBERS.either("do-not-within")
                            + ")\\p{L}?\\s?)$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int DENIAL = 16;

    /// `कॉल न करें`: right behind the word for a call.
    private static final Pattern DENIED_BEHIND =
            Pattern.compile(
                    Sayings.OF_NUMBERS.either("no-calls-within"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// How far apart two ways to answer are named.
    private static final int WAY = 30;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    private AlsoCalled() {}

    /// Of WeChat, whose numbers are those of telephones only by custom, and of a land line it is
    /// enough that it is named behind the number.
    ///
    /// @param named the cues that name the number's channels
    /// @param rawEnd where the number ends
    static boolean isSaid(List<Match> named, String raw, int rawEnd, boolean landLine) {
        List<Match> messengers = named.stream().filter(Cues::isMessenger).toList();
        if (messengers.isEmpty()) {
            return false;
        }
        boolean behind = messengers.stream().allMatch(cue -> cue.start() >= rawEnd);
        boolean weChat =
                messengers.stream().anyMatch(cue -> Cues.of(cue).isFor(ContactKind.WECHAT));
        if (landLine || weChat) {
            boolean alike =
                    messengers.stream()
                            .allMatch(cue ->
                                    cue.start() >= rawEnd
                                            || raw.substring(cue.start(), cue.end()).contains("同"));
            if (alike) {
                return true;
            }
        }
        if (behind) {
            String rest = restOf(messengers, raw, rawEnd);
            if (isOnly(rest)) {
                return false;
            }
            if (isOneOf(rest, TOO, TOO_WITHIN)) {
                return true;
            }
        }
        return named.stream()
                .filter(cue -> Cues.of(cue).calls() && !isDenied(cue, raw))
                .anyMatch(call -> isBesides(call, messengers, raw, rawEnd));
    }

    /// Whether the word for a call stands before the number and the messengers behind it, or a sign
    /// or word joins it to one of them as another way: `call or WhatsApp`, and not `call on
    /// WhatsApp`.
    private static boolean isBesides(Match call, List<Match> messengers, String raw, int rawEnd) {
        return messengers.stream()
                .anyMatch(messenger -> {
                    if (messenger.end() <= rawEnd && call.start() >= rawEnd) {
                        return true; // no such call is named otherwise
                    }
                    if (call.end() <= rawEnd && messenger.start() >= rawEnd) {
                        return !isWriting(call, raw)
                                && !isOneOf(raw.substring(rawEnd, messenger.start()), VIA);
                    }
                    return call.start() < messenger.start()
                            ? isAnotherWay(raw, call.end(), messenger.start())
                            : isToo(raw, messenger.end(), call);
                });
    }

    /// `WhatsApp (calls too): 012 …`, `Zalo phòng nhân sự, gọi cũng được: 012 …`: whether the words
    /// before a call behind the messenger's name, or behind the call, say that the number may be
    /// called as well.
    static boolean isToo(String raw, int messengerEnd, Match call) {
        if (isDenied(call, raw)) {
            return false;
        }
        if (isAnotherWay(raw, messengerEnd, call.start())) {
            return true;
        }
        String between = raw.substring(messengerEnd, call.start());
        if (between.isBlank()) {
            return false;
        }
        String words =
                LowerCase.of(between + ' ' + clauseFrom(raw, call.start(), call.end()) + ' ');
        return !isOnly(words) && isSaidIn(words);
    }

    /// Whether a sign or words between the names of two channels say that each leads there: `Call /
    /// WhatsApp`, `Anruf genügt, gern auch per WhatsApp`.
    static boolean isAnotherWay(String raw, int end, int start) {
        if (start - end > WAY || start <= end) {
            return false;
        }
        String between = raw.substring(end, start);
        if (ChannelJoints.areJoined(raw, end, start)) {
            return !between.isBlank();
        }
        return !SentenceEnds.isBetween(raw, end, start)
                && between.chars().noneMatch(c -> Character.isDigit(c) || c == ';')
                && NO_LETTERS
                        .splitAsStream(LowerCase.of(between))
                        .anyMatch(word -> TOO.contains(word) || ChannelJoints.joinsChannels(word));
    }

    /// `WA 0812 …, bisa telp juga`: whether the words around a call behind a number say that it may
    /// be called.
    static boolean isAllowed(Match call, String raw, int rawEnd) {
        String between = LowerCase.of(raw.substring(rawEnd, call.start()));
        String words = restOf(List.of(call), raw, rawEnd);
        return !isDenied(call, raw)
                && !BehindNumber.isDeniedFrom(raw, call.end())
                && !isOnly(words)
                && !UnclaimedChannels.NOT.matcher(words).find()
                && (isOneOf(words, TOO, TOO_WITHIN)
                        || isOneOf(words, MAY, MAY_WITHIN)
                        || NO_LETTERS
                                .splitAsStream(between)
                                .anyMatch(ChannelJoints::joinsChannels));
    }

    private static boolean isDenied(Match call, String raw) {
        int from = Math.max(0, call.start() - DENIAL);
        return DENIED.matcher(raw.substring(from, call.start())).find()
                || DENIED_BEHIND.matcher(clauseFrom(raw, call.start(), call.end())).find();
    }

    /// What is said from the place on, up to a sign or digits, no further than a little behind
    /// `end`.
    private static String clauseFrom(String raw, int from, int behind) {
        int end = behind;
        while (end < raw.length()
                && end - behind < DENIAL
                && !Cues.isColon(raw.charAt(end))
                && !Character.isDigit(raw.charAt(end))
                && ENDS.indexOf(raw.charAt(end)) < 0) {
            end++;
        }
        return raw.substring(from, end);
    }

    /// `012 … (calls only)`: whether what is named behind a number is calls, and nothing else.
    static boolean isOnly(List<Match> after, String raw, int rawEnd) {
        return !after.isEmpty()
                && after.stream().allMatch(cue -> Cues.of(cue).calls())
                && isOnly(restOf(after, raw, rawEnd));
    }

    /// Whether the words around a messenger's name, in lower case, say that it is the one way.
    static boolean isOnly(String words) {
        return isOneOf(words, ONLY, ONLY_WITHIN);
    }

    private static boolean isWriting(Match call, String raw) {
        String word = LowerCase.of(raw.substring(call.start(), call.end()));
        return WRITING.contains(word.split(" ", 2)[0]);
    }

    /// What stands between the number and the channels behind it, and behind them in the same
    /// breath.
    private static String restOf(List<Match> behind, String raw, int rawEnd) {
        int from = rawEnd;
        StringBuilder rest = new StringBuilder();
        for (Match channel : behind) {
            rest.append(raw, Math.min(from, channel.start()), channel.start()).append(' ');
            from = channel.end();
        }
        int end = from;
        while (end < raw.length() && end - from < REACH && ENDS.indexOf(raw.charAt(end)) < 0) {
            end++;
        }
        return LowerCase.of(rest.append(raw, from, end).append(' ').toString());
    }

    /// Whether the words, in lower case, say that a channel is another way to the same number.
    static boolean isSaidIn(String words) {
        return isOneOf(words, TOO, TOO_WITHIN) || isOneOf(words, MAY, MAY_WITHIN);
    }

    private static boolean isOneOf(String rest, Set<String> words, Pattern pieces) {
        return pieces.matcher(rest).find() || isOneOf(rest, words);
    }

    private static boolean isOneOf(String rest, Set<String> words) {
        return NO_LETTERS.splitAsStream(rest).anyMatch(words::contains);
    }
}
