package lurewatch.searchcli.watch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.Happening;

/// Something that a watch waited for happened.
///
/// @param id what happened, to which posting, for which watch: the same again whenever the same
///   captures are looked at, so that nothing is told twice
/// @param at when the capture was made that told it
/// @param version of the posting, as it then stood
/// @param silence before a posting came back
/// @param counted the postings that made a count full, the last one included; or those whose
///   campaign was joined
public record Fired(
        String id,
        What what,
        PostingId posting,
        int version,
        CaptureId capture,
        Instant at,
        Optional<Silence> silence,
        List<PostingId> counted) {
    private static final int ID_DIGITS = 16;

    /// What happened.
    public enum What {
        /// A posting came.
        NEW,
        /// A posting that was there before changed into one that the query finds.
        EDITED,
        GONE,
        /// A posting is where it had been.
        BACK,
        /// A posting came into the campaign of one that the query finds.
        JOINED,
        /// Another posting came after what the query found had been gone.
        BACK_ELSEWHERE,
        COUNT;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static What labelled(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    public Fired {
        counted = List.copyOf(counted);
    }

    /// The id of what may happen once to a posting for a watch; or once at a time, where `when`
    /// tells the times apart.
    static String id(Watch watch, String what, PostingId posting, String when) {
        return "e"
                + Digest.of(String.join("\n", watch.id(), what, posting.value(), when))
                        .prefix(ID_DIGITS);
    }

    static Fired of(String id, What what, Happening happening, Optional<Silence> silence) {
        return new Fired(
                id,
                what,
                happening.posting(),
                happening.version(),
                happening.capture(),
                happening.at(),
                silence,
                List.of());
    }

    Fired counting(List<PostingId> postings) {
        return new Fired(id, what, posting, version, capture, at, silence, postings);
    }
}
