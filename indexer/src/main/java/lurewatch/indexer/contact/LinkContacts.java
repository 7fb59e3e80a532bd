package lurewatch.indexer.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Link;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Contacts that are written as addresses, in the text or behind a link.
final class LinkContacts {
    private static final int MAX_LINK_LENGTH = 2_000;
    private static final int MAX_LINKS = 500;
    private static final int ENOUGH = 50;

    /// Addresses that lead on carry the next one with its signs escaped: `?u=https%3A%2F%2F…`.
    private static final Pattern ESCAPED =
            Pattern.compile("%(?:25)?(?:3a|2f)", Pattern.CASE_INSENSITIVE);

    /// How often an address within an address may be escaped.
    private static final int MAX_ESCAPED = 3;

    /// Blanks and brackets that no address has.
    private static final Pattern BROKEN_UP = Pattern.compile("[\\s\\[({。점닷点點]");

    private LinkContacts() {}

    static void findIn(TextViews views, ContactList contacts) {
        View view = views.cased();
        for (LinkGrammar grammar : LinkGrammar.thatMayBeIn(views.folded())) {
            grammar.pattern()
                    .find(
                            view.text(),
                            0,
                            view.length(),
                            ENOUGH,
                            match -> add(grammar, match, views, contacts));
        }
    }

    private static void add(
            LinkGrammar grammar, MatchResult match, TextViews views, ContactList contacts) {
        View view = views.cased();
        int start = match.start();
        int end = match.end();
        if (contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            return;
        }
        if (grammar.kind() == ContactKind.URL) {
            Optional<Contact> next = ofRedirect(match.group());
            if (next.isPresent()) {
                contacts.add(
                        next.get().kind(),
                        next.get().value(),
                        view,
                        start,
                        end,
                        next.get().confidence(),
                        next.get().method());
                return;
            }
        }
        boolean disguised =
                BROKEN_UP.matcher(match.group()).find()
                        || Concealment.isIn(view, views.raw(), start, end);
        grammar.name()
                .apply(match)
                .ifPresent(name ->
                        contacts.add(
                                grammar.kind(),
                                name,
                                view,
                                start,
                                end,
                                grammar.confidence(),
                                grammar.method(),
                                Concealment.traits(disguised)));
    }

    /// Contacts that a posting links to without showing them.
    static void findIn(List<Link> links, ContactList contacts) {
        links.stream()
                .limit(MAX_LINKS)
                .map(link -> ofLink(link.target()))
                .flatMap(Optional::stream)
                .forEach(contacts::add);
    }

    /// The contact that an address leads to; web addresses of no channel are none.
    static Optional<Contact> ofLink(String target) {
        if (target.length() > MAX_LINK_LENGTH) {
            return Optional.empty();
        }
        if (target.regionMatches(true, 0, "tel:", 0, 4)
                || target.regionMatches(true, 0, "sms:", 0, 4)) {
            return PhoneNumbers.international(target.substring(4).replace("%2B", "+"))
                    .map(number -> inLink(ContactKind.PHONE, number, target, 0.98, "tel: link"));
        }
        if (target.regionMatches(true, 0, "skype:", 0, 6)) {
            return ProfileNames.inSkypeLink(target)
                    .map(name -> inLink(ContactKind.SKYPE, name, target, 0.98, "skype: link"));
        }
        return ofChannel(target, target).or(() -> ofRedirect(target));
    }

    /// The contact of a channel that an address leads on to:
    /// `l.facebook.com/l.php?u=https%3A%2F%2Ft.me%2F…`.
    private static Optional<Contact> ofRedirect(String target) {
        String next = target;
        for (int i = 0; i < MAX_ESCAPED && ESCAPED.matcher(next).find(); i++) {
            next = LinkGrammar.decoded(next);
            Optional<Contact> contact = ofChannel(next, target);
            if (contact.isPresent()) {
                return contact;
            }
        }
        return Optional.empty();
    }

    private static Optional<Contact> ofChannel(String address, String target) {
        for (LinkGrammar grammar : LinkGrammar.ALL) {
            Matcher matcher = grammar.pattern().matcher(address);
            if (!grammar.isOfAnyAddress() && matcher.find()) {
                return grammar.name()
                        .apply(matcher)
                        .map(name ->
                                inLink(
                                        grammar.kind(),
                                        name,
                                        target,
                                        grammar.confidence(),
                                        grammar.method() + " link"));
            }
        }
        return Optional.empty();
    }

    private static Contact inLink(
            ContactKind kind, String value, String target, double confidence, String method) {
        return new Contact(kind, value, target, -1, -1, confidence, method);
    }
}
