package lurewatch.indexer.detect;

import java.util.Optional;
import lurewatch.indexer.ContactKind;

/// What a word such as `텔레` or `wechat` says about the name or number beside it.
///
/// @param channel empty for a network that is no channel of ours
/// @param counted whether it names a number that nobody calls, as those of orders and passports
record Cue(Optional<ContactKind> channel, boolean counted) {
    Cue(Optional<ContactKind> channel) {
        this(channel, false);
    }

    /// Whether it names a channel for messages, and no telephone, bank or mail.
    boolean isMessenger() {
        return channel.filter(kind ->
                        kind != ContactKind.PHONE
                                && kind != ContactKind.BANK
                                && kind != ContactKind.EMAIL)
                .isPresent();
    }

    boolean isFor(ContactKind kind) {
        return channel.isPresent() && channel.get() == kind;
    }
}
