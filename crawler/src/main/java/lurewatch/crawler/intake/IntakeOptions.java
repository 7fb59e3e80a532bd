package lurewatch.crawler.intake;

import java.time.Instant;
import java.util.Optional;

/// What the operator says about a file.
///
/// @param url where a page stood, or what the addresses of a chat's messages begin with
/// @param claimed when a page was saved
/// @param type the media type of a page
/// @param mostBytes of one record's body that are kept
public record IntakeOptions(
        Optional<String> url, Optional<Instant> claimed, Optional<String> type, int mostBytes) {}
