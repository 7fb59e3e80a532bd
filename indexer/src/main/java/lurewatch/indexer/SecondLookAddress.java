package lurewatch.indexer;

/// Addresses of second looks: visits under another user agent, to see what others are shown.
///
/// A second look has an address of its own, the page's with a fragment at its end, so that what
/// others are shown is never taken for a change of what our robot is shown.
public final class SecondLookAddress {
    private static final String MARK = "#second-look";

    private SecondLookAddress() {}

    /// The address of a second look at this one.
    public static String at(String url) {
        return page(url) + MARK;
    }

    /// Whether an address is one of a second look.
    public static boolean isOne(String url) {
        return url.contains(MARK);
    }

    /// The address that was looked at; that of no second look stays as it is.
    public static String page(String url) {
        return url.replace(MARK, "");
    }

    /// The posting as a second look found it: at its own address, marked.
    public static JobPosting marked(JobPosting posting) {
        String url = at(posting.url());
        return new JobPosting(
                PostingId.of(posting.site(), url),
                posting.capture(),
                posting.site(),
                url,
                posting.title(),
                posting.author(),
                posting.employer(),
                posting.location(),
                posting.salary(),
                posting.postedAt(),
                posting.blocks(),
                posting.links(),
                posting.particulars());
    }
}
