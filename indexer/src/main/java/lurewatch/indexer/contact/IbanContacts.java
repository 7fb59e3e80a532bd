package lurewatch.indexer.contact;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.MatchResult;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.text.View;

/// International bank account numbers (ISO 13616), with or without blanks. Only what its two check
/// digits confirm counts, so that no word for a bank is needed.
final class IbanContacts {
    private static final HeadedPattern IBAN =
            HeadedPattern.compile(
                    "(?<![A-Za-z0-9])[A-Z]{2}\\d\\d(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?)(?![A-Za-z0-9])",
                    0);
    private static final int ENOUGH = 20;
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    private IbanContacts() {}

    static void findIn(View view, ContactList contacts) {
        IBAN.find(view.text(), 0, view.length(), ENOUGH, match -> add(view, match, contacts));
    }

    private static void add(View view, MatchResult match, ContactList contacts) {
        String number = match.group().replace(" ", "").toUpperCase(Locale.ROOT);
        if (isRight(number)
                && !contacts.isTaken(view.rawStart(match.start()), view.rawEnd(match.end()))) {
            contacts.add(ContactKind.BANK, number, view, match.start(), match.end(), 0.95, "IBAN");
        }
    }

    /// ISO 7064: with the first four characters at the end and letters as 10 to 35, the remainder
    /// by 97 is 1.
    private static boolean isRight(String number) {
        StringBuilder digits = new StringBuilder();
        String turned = number.substring(4) + number.substring(0, 4);
        turned.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(CHECK).intValue() == 1;
    }
}
