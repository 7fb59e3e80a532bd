package lurewatch.searchcli.interchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How values are written in STIX.
final class StixText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private StixText() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    /// The one encoder of strings in patterns (STIX 2.1, section 9.6: `\` and `'` are escaped).
    static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
