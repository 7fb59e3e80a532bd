package lurewatch.indexer.extract;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.LowerCase;

/// Recognises pages that answer 200 and say that what stood there is gone.
///
/// A page must say little else: an ad in which somebody writes that places are filled quickly is an
/// ad, and one that still shows its text below a banner has not gone away.
final class GonePage {
    /// More than any such notice with its excuses has.
    static final int LONGEST = 400;

    private static final int CONTACT_DIGITS = 7;

    private GonePage() {}

    /// What says so: the phrase, or the operator's selector.
    static Optional<String> mark(Page page, SitePlan plan) {
        Optional<String> selector = plan.recipe().flatMap(Recipe::gone);
        if (selector.isPresent() && page.document.selectFirst(selector.get()) != null) {
            return Optional.of("recipe.gone " + selector.get());
        }
        String text = page.mainText();
        boolean saysMore = text.length() > LONGEST || namesContact(page);
        return saysMore
                ? Optional.empty()
                : phrase(page.title() + "\n" + text + "\n" + page.scan.alert, plan.gonePhrases());
    }

    /// A notice names nobody to write to; what does is somebody's message.
    static boolean namesContact(Page page) {
        return mayHoldContact(page.mainText())
                || page.scan.contacts.stream().anyMatch(PageScan.PageContact::contact);
    }

    static boolean mayHoldContact(String text) {
        return text.indexOf('@') >= 0
                || text.contains(".me/")
                || text.chars().filter(Character::isDigit).count() >= CONTACT_DIGITS;
    }

    private static Optional<String> phrase(String said, List<String> phrases) {
        String plain = plain(said);
        return phrases.stream().filter(phrase -> plain.contains(plain(phrase))).findFirst();
    }

    private static String plain(String text) {
        return LowerCase.of(Prose.squeezed(text).replace('’', '\''));
    }
}
