package lurewatch.indexer.scan;

import java.util.Optional;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.rules.CueWord;

/// What a word such as `텔레` or `wechat` says about the name or number beside it.
///
/// @param channel empty for a network that is no channel of ours
/// @param calls whether it says that somebody is called: `call`, `전화`, and not only written to or
///   reached
/// @param counted whether it names a number that nobody calls, as those of orders and passports
/// @param profiles the network of which it leads to somebody's account and to nothing else: beside
///   it no number is called and no bare `@name` is another's
public record Cue(
        Optional<ContactKind> channel,
        boolean calls,
        boolean counted,
        Optional<ContactKind> profiles) {
    public Cue(Optional<ContactKind> channel) {
        this(channel, false, false, Optional.empty());
    }

    public static Cue of(CueWord word) {
        Optional<ContactKind> profiles = word.channel().filter(ContactKind::isNetwork);
        return new Cue(
                profiles.isPresent() ? Optional.empty() : word.channel(),
                word.calls(),
                word.counted(),
                profiles);
    }

    /// Whether it names a channel for messages, and no telephone, bank or mail.
    public boolean isMessenger() {
        return channel.filter(kind ->
                        kind != ContactKind.PHONE
                                && kind != ContactKind.BANK
                                && kind != ContactKind.EMAIL)
                .isPresent();
    }

    public boolean isFor(ContactKind kind) {
        return channel.isPresent() && channel.get() == kind;
    }

    /// The channel or network whose members it leads to.
    public Optional<ContactKind> named() {
        return channel.or(() -> profiles);
    }
}
