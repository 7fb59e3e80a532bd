package lurewatch.indexer.contact;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.text.Sayings;

/// What joins the names of two channels to one: `Call/WhatsApp`, `텔레 및 카톡`, `Viber (same number on
/// WeChat)`.
final class ChannelJoints {
    /// How long a joint is.
    private static final int LONGEST = 8;

    private static final Set<String> JOINTS =
            Stream.concat(Sayings.OF_CHANNELS.words("joint").stream(), Stream.of("&", "+"))
                    .collect(Collectors.toUnmodifiableSet());

    /// Join the names of two channels, and are too many other things to join anything else.
    private static final Set<String> JOINTS_OF_CHANNELS =
            Set.copyOf(Sayings.OF_CHANNELS.words("joint-of-channels"));

    private ChannelJoints() {}

    /// Whether what stands between the end of one name and the start of the next joins both.
    static boolean areJoined(String raw, int end, int start) {
        if (start < end) {
            return false;
        }
        if (start - end > LONGEST) {
            return start - end <= BehindNumber.LONGEST
                    && BehindNumber.isSaidToBeSame(raw, end, start);
        }
        String joint = raw.substring(end, start);
        String word = LowerCase.of(joint.strip());
        return joinsChannels(word)
                || (start - end <= 3
                        && BehindNumber.isOnlySigns(raw, end, start)
                        && joint.indexOf(':') < 0);
    }

    /// Whether it is a word that joins the names of two channels, in lower case.
    static boolean joinsChannels(String word) {
        return JOINTS.contains(word) || JOINTS_OF_CHANNELS.contains(word);
    }

    /// Whether it is a word that joins two of one kind, in lower case.
    static boolean isJoint(String word) {
        return JOINTS.contains(word);
    }
}
