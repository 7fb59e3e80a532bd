package lurewatch.indexer.rules;

import java.util.Locale;

/// What tells something of a text's kind whatever its words.
public enum TextTrait {
    /// What every text has.
    CONSTANT,
    /// Question marks.
    QUESTIONS,
    /// Whether a question mark is its last sign.
    ENDS_ASKING,
    /// Whether it quotes.
    QUOTES,
    /// How much of what lures say stands within quotes.
    LURE_QUOTED,
    /// How much of what lures say stands outside of quotes.
    LURE_UNQUOTED,
    /// How much of what lures say there is.
    LURE,
    /// Whether it names any way to answer.
    CONTACT,
    /// Whether it names one at which a recruiter may answer.
    LIVE_CONTACT,
    /// Whether it names an account of a messenger.
    MESSENGER,
    /// Whether it names such ones only in what it quotes, and tells more than that.
    QUOTED_CONTACT,
    /// Whether it names a mail address.
    MAIL,
    /// Whether it names pay.
    PAY,
    /// How much it says of things that are sold, let or shared, where it speaks of no work: a room,
    /// a seat, a ticket, whatever the place and the messenger.
    TRADE_ALONE;

    /// The name among the cues.
    public String cue() {
        return "text:" + name().toLowerCase(Locale.ROOT);
    }
}
