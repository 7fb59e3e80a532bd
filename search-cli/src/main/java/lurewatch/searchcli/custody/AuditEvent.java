package lurewatch.searchcli.custody;

import java.util.LinkedHashMap;
import java.util.Map;

/// Something that was done and must be accounted for.
///
/// @param action `export`, `retract`, …
/// @param object what it was done to: a pack, a posting, a key
/// @param details in the order in which they are to be read
public record AuditEvent(String action, String object, Map<String, String> details) {
    public AuditEvent {
        details = new LinkedHashMap<>(details);
    }
}
