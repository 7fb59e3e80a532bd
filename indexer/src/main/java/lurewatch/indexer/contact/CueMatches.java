package lurewatch.indexer.contact;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Matches;
import lurewatch.indexer.scan.ScannedText;

/// Which of the words that may name a channel do: known ones, and disguised ones that are only
/// heard, without those that are money or a particle of the language.
final class CueMatches {
    private static final String TENGE = "тг";

    /// Fewer digits are an amount.
    private static final int SHORTEST_NUMBER = 8;

    private static final Pattern NUMBER_AHEAD =
            Pattern.compile("[ :.]{0,3}(?:me ?/|namba |nambari |no\\.? )?[+\\d]");

    private CueMatches() {}

    /// In text order, none in another.
    static List<Match> of(ScannedText scanned) {
        String raw = scanned.raw();
        boolean swahili = scanned.languages().main().filter("sw"::equals).isPresent();
        List<Match> cues = swahili ? withoutParticles(raw, scanned.cues()) : scanned.cues();
        return Matches.longest(withHeard(raw, cues)).stream()
                .filter(cue -> !isMoney(raw, cue))
                .toList();
    }

    /// `2550 тг`: behind an amount these letters are Kazakhstan's money and not Telegram.
    private static boolean isMoney(String raw, Match cue) {
        if (cue.length() != TENGE.length() || !raw.startsWith(TENGE, cue.start())) {
            return false;
        }
        int i = cue.start();
        int digits = 0;
        while (i > 0
                && (" \u00A0.-".indexOf(raw.charAt(i - 1)) >= 0
                        || Character.isDigit(raw.charAt(i - 1)))) {
            i--;
            digits += Character.isDigit(raw.charAt(i)) ? 1 : 0;
        }
        boolean goesOn = i > 0 && (raw.charAt(i - 1) == ')' || raw.charAt(i - 1) == '_');
        return digits > 1 && digits < SHORTEST_NUMBER && !goesOn;
    }

    private static List<Match> withHeard(String raw, List<Match> cues) {
        List<Match> heard = HeardChannels.in(raw, Matches.longest(cues));
        return heard.isEmpty()
                ? cues
                : Stream.concat(cues.stream(), heard.stream())
                        .sorted(Matches.IN_TEXT_ORDER)
                        .toList();
    }

    /// In Swahili `wa` is a particle wherever no number follows it.
    private static List<Match> withoutParticles(String raw, List<Match> cues) {
        return cues.stream()
                .filter(cue ->
                        !raw.substring(cue.start(), cue.end()).equals("wa")
                                || NUMBER_AHEAD
                                        .matcher(raw)
                                        .region(cue.end(), raw.length())
                                        .lookingAt())
                .toList();
    }
}
