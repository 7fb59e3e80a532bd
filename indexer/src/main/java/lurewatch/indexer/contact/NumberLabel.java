package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.text.Sayings;

/// What a line says of the number behind its colon: `WhatsApp for quick questions, no calls: 012
/// …`. The messenger that it names is the number's, however many words stand between.
final class NumberLabel {
    private static final int LONGEST = 80;

    /// From the colon to the number: ` +`, and signs of the direction.
    private static final int MAX_BEHIND_COLON = 6;

    /// `WhatsApp 2`, `8–17 h`: longer ones are numbers by themselves.
    private static final int MOST_DIGITS = 3;

    /// The dot of `Mme.` ends no sentence.
    private static final int SHORT_WORD = 3;

    private static final String PARTS = "\n|•·;；¦";

    /// Name a part of a firm, or who answers there.
    private static final HeadedPattern OFFICE =
            HeadedPattern.of(Sayings.OF_NUMBERS.pattern("office"));

    /// `Branch code`, `Manager's pay`
    private static final HeadedPattern NOT_OF_PEOPLE =
            HeadedPattern.of(Sayings.OF_NUMBERS.pattern("not-of-people"));

    private NumberLabel() {}

    /// `Branch in Mwanza: 028 250 0087`, `Duty officer (24/7): 021 …`: whether the label is of an
    /// office or of somebody in it, who is called without a word for it.
    static boolean isOfOffice(String raw, int rawStart) {
        int colon = colonBefore(raw, rawStart);
        if (colon < 0) {
            return false;
        }
        String label = raw.substring(startOf(raw, colon), colon);
        return OFFICE.isIn(label) && !NOT_OF_PEOPLE.isIn(label);
    }

    /// The cues of the label that name the channels of the number that begins at the raw offset;
    /// none where it has no label or that names no messenger.
    static List<Match> cuesOf(String raw, int rawStart, Cues cues, ContactList contacts) {
        int colon = colonBefore(raw, rawStart);
        if (colon < 0) {
            return List.of();
        }
        int start = startOf(raw, colon);
        List<Match> named = cues.between(start, colon);
        Optional<Match> first = named.stream().filter(Cues::isMessenger).findFirst();
        if (first.isEmpty() || contacts.isTaken(first.get().start(), rawStart)) {
            return List.of();
        }
        List<Match> messengers = new ArrayList<>(List.of(first.get()));
        cues.listedAfter(first.get()).stream()
                .filter(Cues::isMessenger)
                .filter(cue -> cue.end() <= colon)
                .forEach(messengers::add);
        boolean others =
                named.stream().anyMatch(cue -> Cues.isMessenger(cue) && !messengers.contains(cue));
        int end = messengers.getLast().end();
        if (others || BehindNumber.isDeniedFrom(raw, end)) {
            return List.of();
        }
        List<Match> calls = named.stream().filter(cue -> Cues.of(cue).calls()).toList();
        if (NoAnswer.isBetween(raw, end, colon, calls)) {
            return List.of();
        }
        List<Match> channels = new ArrayList<>(messengers);
        calls.stream()
                .filter(call ->
                        AlsoCalled.isAnotherWay(raw, call.end(), first.get().start())
                                || (call.start() >= end && AlsoCalled.isToo(raw, end, call)))
                .forEach(channels::add);
        return channels;
    }

    private static int colonBefore(String raw, int rawStart) {
        for (int i = rawStart - 1; i >= 0 && rawStart - i <= MAX_BEHIND_COLON; i--) {
            char c = raw.charAt(i);
            if (Cues.isColon(c)) {
                return i;
            }
            if (Character.isLetterOrDigit(c) || c == '\n') {
                return -1;
            }
        }
        return -1;
    }

    /// Where the part of the line begins that ends with the colon.
    private static int startOf(String raw, int colon) {
        int i = colon;
        int digits = 0;
        while (i > 0 && colon - i < LONGEST) {
            char c = raw.charAt(i - 1);
            digits = Character.isDigit(c) ? digits + 1 : 0;
            boolean time = i > 1 && Cues.isColon(c) && Character.isDigit(raw.charAt(i - 2));
            if (digits > MOST_DIGITS
                    || PARTS.indexOf(c) >= 0
                    || (Cues.isColon(c) && !time)
                    || (SentenceEnds.isAt(raw, i - 1) && !isShort(raw, i - 1))) {
                return i;
            }
            i--;
        }
        return i;
    }

    private static boolean isShort(String raw, int dot) {
        int start = dot;
        while (start > 0
                && dot - start <= SHORT_WORD
                && Character.isLetter(raw.charAt(start - 1))) {
            start--;
        }
        return raw.charAt(dot) == '.' && dot - start <= SHORT_WORD && dot > start;
    }
}
