package lurewatch.indexer.detect;

import lurewatch.indexer.Contact;

/// Contacts at which a recruiter may answer. Land lines and free numbers are those of hotlines and
/// offices; web and mail addresses stand under every article.
final class LiveContacts {
    private LiveContacts() {}

    static boolean isLive(Contact contact) {
        return switch (contact.kind()) {
            case EMAIL, URL, INSTAGRAM, TIKTOK, BTC, ETH, TRON, BANK -> false;
            case PHONE -> !contact.isLandLine();
            case TELEGRAM,
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
                    SKYPE ->
                    true;
        };
    }
}
