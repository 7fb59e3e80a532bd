package lurewatch.indexer.extract;

import java.util.regex.Pattern;

/// Takes out of links what names a visitor and not a page.
///
/// Boards such as phpBB write an id into each link for whoever brings no cookie, and another one
/// with every visit: each page would be new each time, and so would the postings on it. Only
/// well-known names, and only where the value looks like an id: `sid=7` may be anything.
final class SessionIds {
    private static final Pattern IN_PATH =
            Pattern.compile(";jsessionid=[0-9a-z.!_-]{16,200}+", Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_QUERY =
            Pattern.compile(
                    "(?<=[?&])(?:s(?:id)?=[0-9a-f]{32}"
                            + "|(?:phpsessid|oscsid|xtcsid|zenid|jsessionid|session_?id)=[0-9a-z,.!_-]{16,200}+)"
                            + "(?:&(?:amp;)?|$)",
                    Pattern.CASE_INSENSITIVE);

    private SessionIds() {}

    /// @param url absolute or not, without fragment
    static String without(String url) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String stripped = path.indexOf(';') < 0 ? path : IN_PATH.matcher(path).replaceAll("");
        if (question < 0 || url.indexOf('=', question) < 0) {
            return stripped + url.substring(path.length());
        }
        String query = IN_QUERY.matcher(url.substring(question)).replaceAll("");
        boolean isCut = query.length() < url.length() - question;
        return stripped + (isCut ? withoutEnd(query) : query);
    }

    /// What a parameter at the end leaves behind.
    private static String withoutEnd(String query) {
        int end = query.length();
        while (end > 0 && "?&".indexOf(query.charAt(end - 1)) >= 0) {
            end--;
        }
        return query.substring(0, end);
    }
}
