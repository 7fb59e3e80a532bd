package lurewatch.indexer.detect;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule.Role;
import lurewatch.indexer.scan.ScannedText;

/// Where a reader is to answer out of sight: at a messenger or mobile, or by a private message on
/// the site itself, for which a word stands or, where no contact is named at all, nothing: what was
/// said is answered where it was said.
final class Answers {
    /// Longer texts are posts and pages, which name a contact if they want one.
    private static final int LONGEST_MESSAGE = 300;

    private static final String INVITE = "invite";

    private static final double NOTICEABLE = 0.25;

    private static final Set<Role> PERSONAL = EnumSet.of(Role.SISTER, Role.CONDUCT, Role.JOURNEY);

    private Answers() {}

    static boolean areLive(List<Contact> contacts) {
        return contacts.stream().anyMatch(LiveContacts::isLive);
    }

    /// Whether no contact is named; the page of a network that only a link carries is the site's
    /// own more often than the text's.
    static boolean areNone(List<Contact> contacts) {
        return contacts.stream().allMatch(c -> !c.isInText() && c.kind().isShowcase());
    }

    static boolean arePrivate(ScannedText scanned, List<Contact> contacts) {
        return areNone(contacts) || areAsked(scanned, contacts);
    }

    /// Whether the reader is told where to answer.
    static boolean areAsked(ScannedText scanned, List<Contact> contacts) {
        return areLive(contacts) || !WordGroups.in(scanned, WordGroups.PRIVATELY).isEmpty();
    }

    /// Whether the text is so short that nobody expects a contact in it.
    static boolean isMessage(ScannedText scanned) {
        return scanned.raw().length() <= LONGEST_MESSAGE;
    }

    /// Whether it says what only people say to each other: what to give away, to keep quiet or to
    /// come for. Titles of ads are as short, and name work and pay.
    static boolean isPersonal(Rules rules, ScannedText scanned, Findings findings) {
        return !WordGroups.in(scanned, INVITE).isEmpty()
                || findings.signals().stream()
                        .anyMatch(signal ->
                                signal.weight() >= NOTICEABLE
                                        && PERSONAL.contains(rules.signal(signal.id()).role()));
    }

    /// At an address as well: who looks for mules writes letters like an office's.
    static boolean areGiven(ScannedText scanned, List<Contact> contacts) {
        return arePrivate(scanned, contacts)
                || contacts.stream().anyMatch(c -> c.kind() == ContactKind.EMAIL);
    }
}
