package lurewatch.indexer.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.store.CampaignBook.Use;

/// When a contact is too common to say that two postings belong together: a board's hotline stands
/// in all its ads, an employer's address in all of his. What counts is how many *different* texts
/// use it: copies of one text are joined by their text anyway.
///
/// Counts only, and no shares of a site's ads, so that a contact once known as a hub does not
/// become a link again because its site has grown.
final class Hub {
    /// Different texts on one site.
    private static final int ACCOUNT_ON_SITE = 50;

    /// Of messengers that go by a telephone's number: boards print theirs as they print a hotline.
    private static final int CALLED_ON_SITE = 20;

    private static final int FIRM_ON_SITE = 8;

    /// On all sites.
    private static final int ACCOUNT = 200;

    private static final int FIRM = 60;

    /// More uses than these need not be read.
    static final int ENOUGH_TO_TELL = ACCOUNT + 1;

    private Hub() {}

    /// @param uses one for each text and site, the first [#ENOUGH_TO_TELL]
    static boolean is(ContactKind kind, List<Use> uses) {
        boolean isFirm = kind.isOfFirmsToo();
        if (uses.size() > (isFirm ? FIRM : ACCOUNT)) {
            return true;
        }
        Map<String, Integer> bySite = new HashMap<>();
        uses.forEach(use -> bySite.merge(use.site(), 1, Integer::sum));
        int most = isFirm ? FIRM_ON_SITE : isCalled(kind) ? CALLED_ON_SITE : ACCOUNT_ON_SITE;
        return bySite.values().stream().anyMatch(texts -> texts > most);
    }

    private static boolean isCalled(ContactKind kind) {
        return kind == ContactKind.WHATSAPP
                || kind == ContactKind.ZALO
                || kind == ContactKind.VIBER;
    }
}
