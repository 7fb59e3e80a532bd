package lurewatch.crawler.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Something that the schedule did to the world, and what proves that the crawler noticed.
///
/// @param url where it shows
/// @param payload SHA-256 of the body that proves it; empty where an answer 404 does
/// @param at when it happened
record Happening(Kind kind, Board board, String url, Optional<String> payload, Instant at) {
    /// What can happen, and how soon a crawl with the world's settings must have noticed: a listing
    /// is due every 20 s and any other page every 60 s, whose visits may then have to wait for
    /// their host's gap.
    enum Kind {
        ADDED(60),
        CHANGED(90),
        REMOVED(90),
        RETURNED(60),
        BLOCK_OVER(60),
        LIE_OVER(60);

        private final Duration window;

        Kind(int seconds) {
            window = Duration.ofSeconds(seconds);
        }

        Duration window() {
            return window;
        }
    }

    /// By when it must have been noticed: a board in trouble shows nothing meanwhile.
    Instant deadline() {
        return since().plus(kind.window());
    }

    /// From when on it could be noticed.
    Instant since() {
        return board.wellAfter(at, at.plus(kind.window()));
    }
}
