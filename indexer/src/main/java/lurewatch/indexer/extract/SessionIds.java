package lurewatch.indexer.extract;

import java.util.regex.Pattern;

/// Takes out of links what names a visitor, or says by which way he came, and not a page.
///
/// Boards such as phpBB write an id into each link for whoever brings no cookie, and another one
/// with every visit: each page would be new each time, and so would the postings on it. Only
/// well-known names, and only where the value looks like an id: `sid=7` may be anything.
public final class SessionIds {
    /// ASP.NET without cookies: a step of the path with a session (S), a login's ticket (F), an
    /// anonymous visitor (A) and what the browser can (X); before version 2 the session alone.
    private static final Pattern STEP =
            Pattern.compile(
                    "/\\((?:[a-z0-5]{24}"
                            + "|(?:X\\([01]\\)|S\\([a-z0-5]{24}\\)|[AF]\\([A-Za-z0-9_-]{16,1024}+\\)){1,4}+)\\)"
                            + "(?=/|$)");

    private static final Pattern IN_PATH =
            Pattern.compile(";jsessionid=[0-9a-z.!_-]{16,200}+", Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_QUERY =
            Pattern.compile(
                    "(?<=[?&])(?:s(?:id)?=[0-9a-f]{32}"
                            + "|(?:utm_[a-z_]{2,20}|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid"
                            + "|mc_[ce]id|_hsenc|_hsmi|mkt_tok)=[^&]*+"
                            + "|(?:phpsessid|oscsid|xtcsid|zenid|jsessionid|session_?id)=[0-9a-z,.!_-]{16,200}+)"
                            + "(?:&(?:amp;)?|$)",
                    Pattern.CASE_INSENSITIVE);

    private SessionIds() {}

    /// The address without what names a visitor.
    ///
    /// @param url absolute or not, without fragment
    public static String without(String url) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String stripped =
                withoutSteps(path.indexOf(';') < 0 ? path : IN_PATH.matcher(path).replaceAll(""));
        if (question < 0 || url.indexOf('=', question) < 0) {
            return stripped + url.substring(path.length());
        }
        String query = IN_QUERY.matcher(url.substring(question)).replaceAll("");
        boolean isCut = query.length() < url.length() - question;
        return stripped + (isCut ? withoutEnd(query) : query);
    }

    private static String withoutSteps(String path) {
        if (path.contains("/(")) {
            return STEP.matcher(path).replaceAll(step -> step.end() == path.length() ? "/" : "");
        }
        if (!path.contains("/%28")) {
            return path;
        }
        // Some programs escape what need not be.
        String plain = path.replace("%28", "(").replace("%29", ")");
        String stripped = withoutSteps(plain);
        return stripped.equals(plain) ? path : stripped;
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
