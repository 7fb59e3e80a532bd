package lurewatch.indexer.contact;

import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.View;

/// Addresses of Bitcoin, Ethereum and TRON wallets. Only what its checksum confirms counts: any
/// other string of that shape is a session key or a file name.
final class WalletContacts {
    private static final int SHORTEST = 26;
    private static final int LONGEST = 90;

    private WalletContacts() {}

    static void findIn(View view, ContactList contacts) {
        String text = view.text();
        int i = 0;
        while (i + SHORTEST <= text.length() && !contacts.isFull()) {
            int start = startOf(text, i, i + SHORTEST);
            if (start > i) {
                i = start; // what is shorter was passed over without a look
                continue;
            }
            int end = i + SHORTEST;
            while (end < text.length() && isAlphanumeric(text.charAt(end))) {
                end++;
            }
            if (end - i <= LONGEST) {
                add(view, i, end, contacts);
            }
            i = end + 1;
        }
    }

    /// Where the letters and digits begin that end at `to`, but not before `from`.
    private static int startOf(String text, int from, int to) {
        int start = to;
        while (start > from && isAlphanumeric(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static void add(View view, int start, int end, ContactList contacts) {
        String token = view.text().substring(start, end);
        if (contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            return;
        }
        Wallets.kindOf(token)
                .ifPresent(kind ->
                        contacts.add(
                                kind, canonical(kind, token), view, start, end, 0.99, "wallet"));
    }

    private static String canonical(ContactKind kind, String token) {
        return token.startsWith("BC1") && kind == ContactKind.BTC ? LowerCase.of(token) : token;
    }

    private static boolean isAlphanumeric(char c) {
        return Scripts.isAsciiLetter(c) || Scripts.isAsciiDigit(c);
    }
}
