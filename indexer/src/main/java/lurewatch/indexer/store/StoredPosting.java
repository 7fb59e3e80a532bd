package lurewatch.indexer.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.SecondLookAddress;
import lurewatch.indexer.Standing;
import lurewatch.indexer.WarcPosition;

/// A posting with everything known about it, each of its captures too.
///
/// @param known how it last stood
/// @param sightings in ledger order
/// @param observations visits that did not see it where it used to stand, and the first that saw it
///   again, in ledger order
/// @param reposts postings with nearly its text and a contact of it, by their time
public record StoredPosting(
        CurrentPosting known,
        List<Sighting> sightings,
        List<Observation> observations,
        List<Repost> reposts) {
    /// A content and since when it stood there.
    ///
    /// @param contentDigest of the text and what was found in it; equal digests, equal content
    public record Version(
            int number, CaptureId firstCapture, Instant since, Digest contentDigest) {}

    /// A capture in which the posting was seen.
    ///
    /// @param version number of the version that was seen
    public record Sighting(SeenCapture capture, int version) {}

    /// A visit that did not see a posting where it used to stand.
    ///
    /// @param kind `gone_observed`: its address answered *not found* or *gone*; `gone_words`,
    ///   `gone_template`: it answered a page that says so, or what dead addresses there say;
    ///   `blank`: nothing stands on it any more; `replaced`: something short that is nothing of it;
    ///   `moved`: it sent elsewhere; `not_listed`: its neighbours on a page are still there;
    ///   `reappeared`: it was seen again after it had been gone; `blocked`, `denied`, `troubled`:
    ///   proves nothing
    public record Observation(SeenCapture capture, String kind) {}

    /// Another posting that this one is like.
    ///
    /// @param likeness share of the text that both have, 0 to 1
    public record Repost(
            PostingId id, String url, Instant firstSeen, double likeness, Direction direction) {
        /// Which of the two was there first.
        public enum Direction {
            REPOST_OF,
            REPOSTED_AS
        }
    }

    /// A capture as custody needs it.
    ///
    /// @param status as in [lurewatch.indexer.Capture]: an HTTP status only where a server answered
    /// @param claimedAt when it was seen, by the word of the file that it was brought in from
    /// @param mediaType without parameters; may be empty
    /// @param picture the capture that shows what it looked like then
    public record SeenCapture(
            CaptureId id,
            String url,
            Instant fetchedAt,
            int status,
            Digest payloadDigest,
            Digest recordDigest,
            WarcPosition position,
            Optional<CaptureId> revisitOf,
            Provenance provenance,
            Optional<Instant> claimedAt,
            String mediaType,
            Optional<CaptureId> picture) {

        /// The HTTP status, where a server answered us.
        public Optional<Integer> answeredStatus() {
            return switch (provenance) {
                case CRAWLED, COMPARED -> Optional.of(status);
                case IMPORTED, RENDERED -> Optional.empty();
            };
        }

        /// Whether somebody brought it in as a file.
        public boolean isImported() {
            return provenance == Provenance.IMPORTED;
        }

        /// Whether a browser made it of the page that came.
        public boolean isRendered() {
            return provenance == Provenance.RENDERED;
        }

        /// Whether it shows what others than our robot are shown.
        public boolean isSecondLook() {
            return SecondLookAddress.isOne(url);
        }
    }

    public StoredPosting {
        sightings = List.copyOf(sightings);
        observations = List.copyOf(observations);
        reposts = List.copyOf(reposts);
    }

    public AssessedPosting current() {
        return known.current();
    }

    /// The number of the version that [#current] is.
    public int currentVersion() {
        return known.currentVersion();
    }

    public PostingTimes times() {
        return known.times();
    }

    public Standing standing() {
        return known.standing();
    }

    /// In the order they appeared.
    public List<Version> versions() {
        return known.versions();
    }

    public PostingId id() {
        return known.id();
    }
}
