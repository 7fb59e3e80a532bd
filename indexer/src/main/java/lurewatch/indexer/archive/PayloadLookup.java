package lurewatch.indexer.archive;

import java.util.Optional;
import lurewatch.indexer.CaptureId;

/// Knows which capture last brought a payload (status 2xx) for a URL of a site.
@FunctionalInterface
public interface PayloadLookup {
    Optional<CaptureId> lastPayload(String site, String url);
}
