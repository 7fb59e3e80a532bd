package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.extract.MarkedItems.Marked;
import org.jsoup.nodes.Element;

/// Reads the schema.org job postings of a page: JSON-LD, else microdata or RDFa.
final class SchemaReader {
    private SchemaReader() {}

    static List<Draft> read(Page page) {
        List<Draft> drafts = fromJson(page);
        if (drafts.isEmpty()) {
            drafts = fromAttributes(page);
        }
        if (drafts.size() == 1) {
            completeFromPage(drafts.getFirst(), page);
        }
        return drafts;
    }

    private static List<Draft> fromJson(Page page) {
        List<String> scripts = page.scan.jsonLd.stream().map(Element::data).toList();
        List<SchemaItem> items =
                JsonLd.items(scripts, page.failures).stream()
                        .filter(item -> item.is("JobPosting") && !item.isEmpty())
                        .toList();
        List<Draft> drafts = new ArrayList<>();
        for (SchemaItem item : items) {
            Draft draft = SchemaPosting.draft(item, page.addresses());
            drafts.add(items.size() == 1 ? draft.at(page.url()) : located(draft, item, page));
        }
        return drafts;
    }

    private static List<Draft> fromAttributes(Page page) {
        List<Marked> marked = MarkedItems.jobPostings(page.scan);
        List<Draft> drafts = new ArrayList<>();
        for (Marked posting : marked) {
            Draft draft = SchemaPosting.draft(posting.item(), page.addresses());
            page.addLinksOf(posting.element(), draft);
            drafts.add(
                    marked.size() == 1
                            ? draft.at(page.url())
                            : located(draft, posting.item(), page));
        }
        return drafts;
    }

    /// A page cannot speak for other hosts: their URLs are not taken as the posting's own.
    private static Draft located(Draft draft, SchemaItem item, Page page) {
        String claimed = SchemaPosting.url(item, page.addresses());
        boolean own = Addresses.hostOf(claimed).equals(page.addresses().host());
        return own && !claimed.equals(page.url()) ? draft.at(claimed) : draft;
    }

    /// What the reader sees counts as well: a lure may stand beside an innocent description, and a
    /// contact link under it.
    private static void completeFromPage(Draft draft, Page page) {
        draft.body(Lines.missing(page.mainText(), draft.words()));
        page.addLinksOfMainText(draft);
    }
}
