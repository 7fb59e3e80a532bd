package lurewatch.crawler.alert;

import java.time.Instant;

/// Something that is wrong.
///
/// @param site whose; empty where it is no site's
/// @param since as far as that is known
/// @param what in one line; may quote servers, so a sink encodes it
public record Alert(Kind kind, String site, Instant since, String what) {
    private static final int LONGEST = 500;

    public Alert {
        what = what.length() > LONGEST ? what.substring(0, LONGEST) : what;
    }

    /// Two alerts of one key are the same trouble.
    String key() {
        return kind.label() + " " + site;
    }
}
