package lurewatch.indexer;

import java.util.Locale;
import java.util.Optional;

/// A channel by which a posting asks to be answered.
public enum ContactKind {
    TELEGRAM,
    KAKAOTALK,
    KAKAO_OPENCHAT,
    LINE,
    WECHAT,
    WHATSAPP,
    ZALO,
    VIBER,
    SIGNAL,
    MESSENGER,
    QQ,
    BAT,
    DISCORD,
    INSTAGRAM,
    TIKTOK,
    SKYPE,
    EMAIL,
    PHONE,
    BTC,
    ETH,
    TRON,
    BANK,
    URL;

    /// Whether its accounts show themselves to everybody, as those of firms do, who name theirs in
    /// every ad: as a way to be answered such a page says no more than a web address.
    public boolean isShowcase() {
        return this == INSTAGRAM || this == TIKTOK;
    }

    /// Whether it is a network of people's pages: its name leads to somebody's account and to
    /// nothing else, and no number is called beside it.
    public boolean isNetwork() {
        return isShowcase() || this == SKYPE;
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
