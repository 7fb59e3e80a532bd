package lurewatch.indexer.fraud;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as the model reads it: lower case, cut to a bound, every address, link and number that
/// leads out of the board replaced by what kind of thing it is. The training set has such marks
/// where the data were, for the sake of those whom they name.
final class AdWords {
    /// Characters; four in five ads of the training set have less than 4,000.
    static final int LONGEST = 20_000;

    /// Counts are bounded, and a name before an `@` is tried at its first character only, so that
    /// no text makes these run for longer than its length.
    private static final String MAIL =
            "(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}";

    private static final Pattern LEADS = leads(MAIL);

    /// For texts without an `@`: a mail address may begin with any word, so all are tried.
    private static final Pattern LEADS_BUT_MAIL = leads("(?!)");

    private AdWords() {}

    private static Pattern leads(String mail) {
        return Pattern.compile(
                "#(?<mark>URL|EMAIL|PHONE)_[0-9a-f]{16,64}#"
                        + "|(?<mail>"
                        + mail
                        + ")"
                        + "|(?<link>(?:https?://|www\\.)[^\\s<>\"]{1,500})"
                        + "|(?<phone>\\+\\d[\\d ().-]{6,18}\\d)");
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /// The text with its leads marked, in lower case.
    static String read(String text) {
        String cut = cut(text);
        if (!mayHoldLead(cut)) {
            return cut.toLowerCase(Locale.ROOT);
        }
        Matcher lead = (cut.indexOf('@') >= 0 ? LEADS : LEADS_BUT_MAIL).matcher(cut);
        return lead.replaceAll(found -> " " + kind(lead) + " ").toLowerCase(Locale.ROOT);
    }

    /// Most ads hold none, and looking for all kinds everywhere takes longer than the rest.
    private static boolean mayHoldLead(String text) {
        return text.indexOf('@') >= 0
                || text.indexOf('#') >= 0
                || text.indexOf('+') >= 0
                || text.contains("://")
                || text.contains("www.");
    }

    private static String kind(Matcher lead) {
        String mark = lead.group("mark");
        if (mark != null) {
            return "xx" + mark.toLowerCase(Locale.ROOT) + "xx";
        }
        if (lead.group("mail") != null) {
            return "xxemailxx";
        }
        return lead.group("link") != null ? "xxurlxx" : "xxphonexx";
    }
}
