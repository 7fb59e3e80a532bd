package lurewatch.indexer.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;

/// Which capture last brought a payload for a URL of a site: a bounded memory of the latest, and
/// behind it whoever was named by [#consult], usually the store's index over all captures.
///
/// Forgetting one costs a copy of a payload that is archived already, never evidence.
final class LastPayloads {
    /// About 250 bytes each.
    private static final int REMEMBERED = 32 * 1024;

    private final Map<Digest, CaptureId> latest =
            new LinkedHashMap<>(1024, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Digest, CaptureId> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private volatile PayloadLookup others = (_, _) -> Optional.empty();

    void consult(PayloadLookup lookup) {
        others = lookup;
    }

    Optional<CaptureId> of(String site, String url) {
        synchronized (latest) {
            CaptureId id = latest.get(key(site, url));
            if (id != null) {
                return Optional.of(id);
            }
        }
        return others.lastPayload(site, url);
    }

    /// Remembers a capture that brought a payload of its own.
    void remember(String site, String url, CaptureId id) {
        synchronized (latest) {
            latest.merge(key(site, url), id, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
    }

    private static Digest key(String site, String url) {
        return Digest.of(site + "\n" + url);
    }
}
