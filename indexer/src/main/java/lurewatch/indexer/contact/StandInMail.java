package lurewatch.indexer.contact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Mail addresses in which another sign stands for `@`, as the text says: `jobs#host.com（#换成@）`,
/// `jobs★host.jp（★を@に変えて）`.
final class StandInMail {
    private static final String SIGNS = "#*★☆●◎■◆♥※&$";

    /// How far behind the address the words that explain it go.
    private static final int REACH = 40;

    /// How far the two signs stand from each other there.
    private static final int APART = 16;

    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9._%+-]{2,64}$");
    private static final Pattern HOST =
            Pattern.compile("^[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.[A-Za-z]{2,24}");
    private static final Pattern MAIL =
            Pattern.compile(
                    "(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{1,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.[A-Za-z]{2,24}");
    private static final int LONGEST = 64;
    private static final int MOST_TRIES = 40;

    private StandInMail() {}

    static void findIn(TextViews views, ContactList contacts) {
        View view = views.cased();
        String text = view.text();
        int tries = 0;
        int at = text.indexOf('@');
        while (at >= 0 && tries < MOST_TRIES) {
            int last = Math.min(text.length() - 1, at + APART);
            for (int i = Math.max(0, at - APART); i <= last && tries < MOST_TRIES; i++) {
                if (SIGNS.indexOf(text.charAt(i)) >= 0) {
                    tries++;
                    read(view, text.charAt(i), Math.min(i, at), contacts);
                }
            }
            at = text.indexOf('@', at + 1);
        }
        findIn(AlteredNames.withSigns(view), view, contacts);
    }

    /// Addresses that are there once the text's signs stand for what it says.
    private static void findIn(View altered, View view, ContactList contacts) {
        if (altered == view) {
            return;
        }
        Matcher mail = MAIL.matcher(altered.text());
        for (int tries = 0; tries < MOST_TRIES && mail.find(); tries++) {
            if (!contacts.isTaken(altered.rawStart(mail.start()), altered.rawEnd(mail.end()))) {
                contacts.add(
                        ContactKind.EMAIL,
                        EmailContacts.canonical(mail.group()),
                        altered,
                        mail.start(),
                        mail.end(),
                        0.9,
                        "spelled mail",
                        Concealment.DISGUISED);
            }
        }
    }

    /// The address with that sign which stands shortly before the words that explain it.
    private static void read(View view, char sign, int before, ContactList contacts) {
        String text = view.text();
        int at = before - 1;
        while (at > 0 && before - at < REACH && text.charAt(at) != sign) {
            at--;
        }
        if (at < 1 || text.charAt(at) != sign) {
            return;
        }
        Matcher local = LOCAL.matcher(text.substring(Math.max(0, at - LONGEST), at));
        Matcher host = HOST.matcher(text.substring(at + 1, before));
        if (!local.find() || !host.find()) {
            return;
        }
        int start = at - local.group().length();
        int end = at + 1 + host.end();
        if (!contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            contacts.add(
                    ContactKind.EMAIL,
                    EmailContacts.canonical(local.group() + "@" + host.group()),
                    view,
                    start,
                    end,
                    0.9,
                    "spelled mail",
                    Concealment.DISGUISED);
        }
    }
}
