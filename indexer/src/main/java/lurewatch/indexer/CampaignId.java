package lurewatch.indexer;

import java.util.Optional;
import java.util.regex.Pattern;

/// Names a campaign by its founder: the posting of it that was first seen first. So it stays while
/// the campaign grows, of two that turn out to be one the older name stays, and every name that was
/// ever given still leads to the campaign that its founder is in.
public record CampaignId(String value) implements Comparable<CampaignId> {
    private static final Pattern WRITTEN = Pattern.compile("c[A-Za-z0-9_.-]{1,127}");

    public CampaignId {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a campaign's id: " + value);
        }
    }

    /// `c0123…` for the posting `p0123…`.
    public static CampaignId of(PostingId founder) {
        return new CampaignId("c" + founder.value().substring(1));
    }

    /// The id that somebody typed; empty where it cannot be one.
    public static Optional<CampaignId> read(String typed) {
        return WRITTEN.matcher(typed).matches()
                ? Optional.of(new CampaignId(typed))
                : Optional.empty();
    }

    public PostingId founder() {
        return new PostingId("p" + value.substring(1));
    }

    @Override
    public int compareTo(CampaignId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
