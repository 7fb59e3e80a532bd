package lurewatch.indexer;

import java.util.Locale;
import java.util.Optional;

/// A channel by which a posting asks to be answered.
public enum ContactKind {
    TELEGRAM(Nature.MESSENGER, Giver.ONE),
    KAKAOTALK(Nature.MESSENGER, Giver.ONE),
    KAKAO_OPENCHAT(Nature.MESSENGER, Giver.ONE),
    LINE(Nature.MESSENGER, Giver.ONE),
    WECHAT(Nature.MESSENGER, Giver.ONE),
    WHATSAPP(Nature.MESSENGER, Giver.ONE),
    ZALO(Nature.MESSENGER, Giver.ONE),
    VIBER(Nature.MESSENGER, Giver.ONE),
    SIGNAL(Nature.MESSENGER, Giver.ONE),
    MESSENGER(Nature.MESSENGER, Giver.FIRMS_TOO),
    QQ(Nature.MESSENGER, Giver.ONE),
    BAT(Nature.MESSENGER, Giver.ONE),
    DISCORD(Nature.MESSENGER, Giver.ONE),
    INSTAGRAM(Nature.SHOWCASE, Giver.FIRMS_TOO),
    TIKTOK(Nature.SHOWCASE, Giver.FIRMS_TOO),
    SKYPE(Nature.NETWORK, Giver.ONE),
    EMAIL(Nature.OTHER, Giver.FIRMS_TOO),
    PHONE(Nature.OTHER, Giver.FIRMS_TOO),
    BTC(Nature.WALLET, Giver.ONE),
    ETH(Nature.WALLET, Giver.ONE),
    TRON(Nature.WALLET, Giver.ONE),
    BANK(Nature.OTHER, Giver.FIRMS_TOO),
    URL(Nature.OTHER, Giver.FIRMS_TOO);

    private enum Nature {
        MESSENGER,
        NETWORK,
        SHOWCASE,
        WALLET,
        OTHER
    }

    /// Who asks to be answered so.
    private enum Giver {
        ONE,
        FIRMS_TOO
    }

    private final Nature nature;
    private final Giver giver;

    ContactKind(Nature nature, Giver giver) {
        this.nature = nature;
        this.giver = giver;
    }

    /// Whether firms and boards give one as well, and the same everywhere; others are answered by
    /// their owner alone.
    public boolean isOfFirmsToo() {
        return giver == Giver.FIRMS_TOO;
    }

    /// Whether it is somebody's account with a messenger or a network.
    public boolean isAccount() {
        return nature == Nature.MESSENGER || isNetwork();
    }

    /// Whether it is the address of a wallet of coins.
    public boolean isWallet() {
        return nature == Nature.WALLET;
    }

    /// Whether its accounts show themselves to everybody, as those of firms do, who name theirs in
    /// every ad: as a way to be answered such a page says no more than a web address.
    public boolean isShowcase() {
        return nature == Nature.SHOWCASE;
    }

    /// Whether it is a network of people's pages: its name leads to somebody's account and to
    /// nothing else, and no number is called beside it.
    public boolean isNetwork() {
        return isShowcase() || nature == Nature.NETWORK;
    }

    /// The name in files, fields and queries: `kakao_openchat`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with that label, in any case.
    public static Optional<ContactKind> labelled(String label) {
        for (ContactKind kind : values()) {
            if (kind.name().equalsIgnoreCase(label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
