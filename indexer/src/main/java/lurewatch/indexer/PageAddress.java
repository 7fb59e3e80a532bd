package lurewatch.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a posting can be opened, in its own address.
///
/// Postings of one page are told apart by what stands behind a `#`. Some of that are the page's own
/// marks, at which a browser opens it. The rest we made, and it stands nowhere: whoever is handed
/// it neither finds it on the page nor blocks it, as no fragment is ever sent to a server.
///
/// @param url the page's, with the page's own mark if there is one
/// @param where where on the page it stands, for people; empty for a posting with a page or a mark
///   of its own
/// @param isShared whether the page shows others too, so that it is not this posting's alone
public record PageAddress(String url, Optional<String> where, boolean isShared) {
    /// Marks the post that a page without one tells link previews of.
    public static final String PREVIEW = "#preview";

    /// Marks all comments of a page together.
    public static final String COMMENTS = "#comments";

    /// Marks a further message of a mail; its number follows.
    public static final String MESSAGE = "#message-";

    /// How many hexadecimal digits name a posting that has nothing else.
    public static final int NAME_DIGITS = 12;

    /// What we put there: a mark from above or such a name, of several alike with their number.
    private static final Pattern OURS =
            Pattern.compile(
                    "#(?:(?<name>[0-9a-f]{12})|(?<preview>preview)|(?<comments>comments)"
                            + "|message-(?<message>\\d{1,9})|\\d{1,9})(?:-\\d{1,9})?");

    /// What a posting's address says of its page.
    public static PageAddress of(String address) {
        List<String> where = new ArrayList<>();
        if (SecondLookAddress.isOne(address)) {
            where.add("as another user agent is shown it");
        }
        String url = SecondLookAddress.page(address);
        int mark = url.indexOf('#');
        if (mark < 0) {
            return new PageAddress(url, said(where), false);
        }
        Matcher ours = OURS.matcher(url).region(mark, url.length());
        if (!ours.matches()) {
            return new PageAddress(url, said(where), true);
        }
        where.add(where(ours));
        return new PageAddress(url.substring(0, mark), said(where), ours.group("preview") == null);
    }

    private static String where(Matcher ours) {
        if (ours.group("preview") != null) {
            return "in what the page tells link previews";
        }
        if (ours.group("comments") != null) {
            return "in the comments";
        }
        String message = ours.group("message");
        return message == null ? "one of those on that page" : "message " + message;
    }

    private static Optional<String> said(List<String> where) {
        return where.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", where));
    }
}
