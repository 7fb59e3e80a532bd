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

    /// Addresses of which a text gives groups have so many letters and digits in all.
    private static final int ETHEREUM = 42;

    private static final int TRON = 34;

    private static final int MOST_GROUPS = 24;

    private WalletContacts() {}

    static void findIn(View view, ContactList contacts) {
        findWhole(view, contacts);
        findInGroups(view, contacts);
    }

    /// `0x 0000 0000 …`, `TXyz abcd …`: addresses in groups with a blank, line end or hyphen
    /// between any two, told by how they begin.
    private static void findInGroups(View view, ContactList contacts) {
        String text = view.text();
        for (int i = 0; i + TRON < text.length() && !contacts.isFull(); i++) {
            boolean begins =
                    (text.charAt(i) == 'T' || text.startsWith("0x", i))
                            && (i == 0 || !isAlphanumeric(text.charAt(i - 1)));
            if (begins) {
                i = Math.max(i, addGroups(view, i, contacts) - 1);
            }
        }
    }

    /// Adds the address whose groups begin there; gives where it ends, or `start`.
    private static int addGroups(View view, int start, ContactList contacts) {
        String text = view.text();
        int length = text.charAt(start) == 'T' ? TRON : ETHEREUM;
        StringBuilder token = new StringBuilder(length);
        int groups = 1;
        int i = start;
        while (i < text.length() && token.length() < length && groups <= MOST_GROUPS) {
            char c = text.charAt(i);
            if (isAlphanumeric(c)) {
                token.append(c);
            } else if (" \n-".indexOf(c) >= 0 && isAlphanumeric(text.charAt(i - 1))) {
                groups++;
            } else {
                return start;
            }
            i++;
        }
        boolean ends = i == text.length() || !isAlphanumeric(text.charAt(i));
        if (groups == 1
                || !ends
                || token.length() < length
                || contacts.isTaken(view.rawStart(start), view.rawEnd(i))) {
            return start;
        }
        String address = token.toString();
        int end = i;
        Wallets.kindOf(address)
                .ifPresent(kind ->
                        contacts.add(
                                kind,
                                address,
                                view,
                                start,
                                end,
                                0.95,
                                "wallet in groups",
                                Concealment.DISGUISED));
        return i;
    }

    private static void findWhole(View view, ContactList contacts) {
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
