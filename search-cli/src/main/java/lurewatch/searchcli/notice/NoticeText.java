package lurewatch.searchcli.notice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import lurewatch.indexer.PageAddress;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.Item;

/// A notice as a letter. Every word that strangers wrote is passed through the terminal's encoder;
/// addresses stand as they are, because a platform has to find them.
final class NoticeText {
    /// Of a reason; the notice as JSON has all.
    private static final int MOST_QUOTES = 5;

    /// Columns; longer lines are broken, but for addresses.
    private static final int WIDTH = 90;

    private final StringBuilder text = new StringBuilder();
    private final String json;

    private NoticeText(String json) {
        this.json = json;
    }

    static String of(Notice notice, Cover cover, String ground, String id) {
        NoticeText letter = new NoticeText(notice.name() + ".json");
        letter.head(notice, cover, id);
        letter.section("Why (Art. 16(2)(a))", ground);
        letter.postings(notice);
        letter.accounts(notice);
        letter.section(
                "Who gives notice (Art. 16(2)(c))",
                cover.sender().name() + ", " + cover.sender().contact());
        letter.section(
                "Statement (Art. 16(2)(d))",
                "We believe in good faith that the information and allegations in this notice are accurate"
                        + " and complete. What is marked as a reason is what a program found in the words of a"
                        + " public posting: a lead, and no accusation against anybody. Posters may themselves"
                        + " be held. Please keep what you remove for the police, and tell us what you did.");
        return letter.text.toString();
    }

    private void head(Notice notice, Cover cover, String id) {
        line(cover.marking().tlp().tag() + " " + cover.marking().pap().tag());
        line("");
        line("Notice under Article 16 of Regulation (EU) 2022/2065, or the like elsewhere");
        line("");
        line("To:       " + notice.addressee());
        line("Notice:   " + id);
        line("Date:     " + seconds(cover.made()));
        line("As of:    " + seconds(cover.asOf()));
        line("Concerns: " + cover.profile().title());
        paragraph(
                "Marking:  ",
                "          ",
                cover.marking().tlp().tag()
                        + ", "
                        + cover.marking().tlp().meaning()
                        + "; "
                        + cover.marking().pap().tag()
                        + ", "
                        + cover.marking().pap().meaning());
    }

    private void postings(Notice notice) {
        if (notice.postings().isEmpty()) {
            return;
        }
        section("Where (Art. 16(2)(b)): postings at your addresses", "");
        int number = 0;
        for (NoticeEntry posting : notice.postings()) {
            number++;
            line(number + ". " + posting.url());
            onPage(posting);
            line("   " + seen(posting) + ", posting " + posting.id());
            posting.source().ifPresent(source -> source(posting, source));
            reasons(posting);
        }
    }

    private void accounts(Notice notice) {
        if (notice.accounts().isEmpty()) {
            return;
        }
        section("Where (Art. 16(2)(b)): accounts with you that such postings name", "");
        int number = 0;
        for (Notice.Account account : notice.accounts()) {
            number++;
            line(number + ". " + account.contact().kind() + " " + account.contact().uri());
            line("   named in " + account.posting().url());
            onPage(account.posting());
            line("   " + seen(account.posting()));
            reasons(account.posting());
        }
    }

    /// Where the words of the reasons stand.
    private void source(NoticeEntry posting, Item.Seen source) {
        paragraph(
                "   ",
                "     ",
                "captured "
                        + seconds(source.fetched())
                        + place(posting, source)
                        + " (c"
                        + source.capture()
                        + ", "
                        + posting.version()
                        + "): "
                        + source.origin());
        line("   sha256 of " + source.payloadName() + ": " + source.payloadDigest());
    }

    /// Where it was captured, if that is another page. A platform is told no address of others.
    private static String place(NoticeEntry posting, Item.Seen source) {
        String page = PageAddress.of(source.url()).url();
        if (page.equals(pageOf(posting.url()))) {
            return "";
        }
        return NoticeFiles.isOfSameHost(page, posting.url())
                ? " at " + page
                : " at an address of another host";
    }

    /// An address without the page's own mark.
    private static String pageOf(String url) {
        return url.split("#", 2)[0];
    }

    private void onPage(NoticeEntry posting) {
        posting.onPage().ifPresent(where -> line("   there: " + where));
    }

    private static String seen(NoticeEntry posting) {
        String first = seconds(posting.first());
        String last = seconds(posting.last());
        String how = posting.cameAsFile() ? "brought in from files " : "seen ";
        return how + between(first, last);
    }

    private static String between(String first, String last) {
        return first.equals(last) ? "once, " + first : "from " + first + " to " + last;
    }

    /// As people read it; the exact time stands in the notice as JSON.
    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void reasons(NoticeEntry posting) {
        for (Item.Why why : posting.why()) {
            List<String> quotes =
                    why.quotes().stream()
                            .filter(Item.Quote::saysSomething)
                            .map(Item.Quote::withReading)
                            .distinct()
                            .toList();
            String meaning = why.meaning().orElse(why.signal()).replaceFirst("\\.$", "");
            paragraph(
                    "   - ",
                    "     ",
                    quotes.isEmpty()
                            ? meaning + " (its words are masked)"
                            : meaning + ": " + told(quotes));
        }
        line("");
    }

    private String told(List<String> quotes) {
        String first =
                quotes.stream().limit(MOST_QUOTES).collect(Collectors.joining(" / ", "\"", "\""));
        int others = quotes.size() - MOST_QUOTES;
        return others <= 0 ? first : first + " and " + others + " more, in " + json;
    }

    private void section(String title, String body) {
        line("");
        line(title);
        line("");
        if (!body.isEmpty()) {
            paragraph("", "", body);
        }
    }

    /// @param first what its first line begins with
    /// @param others what its other lines begin with
    private void paragraph(String first, String others, String content) {
        StringBuilder line = new StringBuilder(first);
        int start = first.length();
        for (String word : TerminalText.line(content).split(" ", -1)) {
            if (line.length() > start && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line.setLength(0);
                line.append(others);
                start = others.length();
            }
            line.append(line.length() > start ? " " : "").append(word);
        }
        text.append(line).append('\n');
    }

    private void line(String content) {
        text.append(TerminalText.line(content)).append('\n');
    }
}
