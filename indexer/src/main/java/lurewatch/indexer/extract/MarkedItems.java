package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/// Reads schema.org items from attributes: microdata (`itemscope`, `itemprop`) and RDFa Lite
/// (`typeof`, `property`), which differ in the names of their attributes only.
final class MarkedItems {
    private static final Syntax MICRODATA = new Syntax("itemscope", "itemtype", "itemprop");
    private static final Syntax RDFA = new Syntax("typeof", "typeof", "property");
    private static final Set<String> MARKUP =
            Set.of("description", "responsibilities", "qualifications");

    /// Of all values of a page, in UTF-16 units; a property within a property repeats its words,
    /// and a hundred of them within each other say as much as the largest posting many times over.
    static final int MOST_TEXT = 4 * Prose.LONGEST;

    private final Addresses addresses;
    private int room = MOST_TEXT;

    private MarkedItems(Addresses addresses) {
        this.addresses = addresses;
    }

    private record Syntax(String scope, String type, String property) {
        boolean opens(Element element) {
            return element.hasAttr(scope);
        }
    }

    /// An item and the element that holds it.
    record Marked(SchemaItem item, Element element) {}

    /// The job postings among the marked elements of a page.
    static List<Marked> jobPostings(PageScan scan) {
        MarkedItems reader = new MarkedItems(scan.addresses);
        List<Element> postings = scan.markedItems.stream().filter(MarkedItems::isPosting).toList();
        List<Marked> found = new ArrayList<>();
        for (Element element : shallow(postings)) {
            for (Syntax syntax : List.of(MICRODATA, RDFA)) {
                if (isPosting(element, syntax)) {
                    found.add(new Marked(reader.item(element, syntax, 0), element));
                }
            }
        }
        return found;
    }

    private static List<Element> shallow(List<Element> postings) {
        return postings.isEmpty()
                ? postings
                : Nesting.shallow(postings.getFirst().root(), postings);
    }

    private static boolean isPosting(Element element) {
        return isPosting(element, MICRODATA) || isPosting(element, RDFA);
    }

    private static boolean isPosting(Element element, Syntax syntax) {
        return syntax.opens(element) && element.attr(syntax.type()).contains("JobPosting");
    }

    private SchemaItem item(Element root, Syntax syntax, int depth) {
        SchemaItem item = new SchemaItem();
        for (String type : root.attr(syntax.type()).split("\\s+", -1)) {
            item.type(type);
        }
        if (depth > SchemaItem.DEEPEST) {
            return item;
        }
        root.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int level) {
                        if (node.equals(root) || !(node instanceof Element element)) {
                            return FilterResult.CONTINUE;
                        }
                        property(item, element, syntax, depth);
                        return syntax.opens(element)
                                ? FilterResult.SKIP_CHILDREN
                                : FilterResult.CONTINUE;
                    }
                });
        return item;
    }

    private void property(SchemaItem item, Element element, Syntax syntax, int depth) {
        String names = element.attr(syntax.property());
        if (names.isEmpty()) {
            return;
        }
        SchemaItem.Value value =
                syntax.opens(element)
                        ? new SchemaItem.Nested(nested(element, syntax, depth))
                        : new SchemaItem.Text(value(element, names), false);
        for (String name : names.split("\\s+", -1)) {
            item.add(name, value);
        }
    }

    /// An item in an item; one without properties of its own is known by its words.
    private SchemaItem nested(Element element, Syntax syntax, int depth) {
        SchemaItem nested = item(element, syntax, depth + 1);
        if (nested.isEmpty()) {
            nested.add("name", new SchemaItem.Text(value(element, ""), false));
        }
        return nested;
    }

    private String value(Element element, String names) {
        String value = room <= 0 ? "" : written(element, names);
        room -= value.length();
        return value;
    }

    private String written(Element element, String names) {
        if (element.hasAttr("content")) {
            String content = element.attr("content");
            return MARKUP.contains(names) ? Prose.ofHtml(content) : content;
        }
        return switch (element.normalName()) {
            case "a", "area", "link" -> address(element, "href", names);
            case "img", "audio", "video", "embed", "iframe", "source" ->
                    address(element, "src", names);
            case "time" ->
                    element.hasAttr("datetime") ? element.attr("datetime") : Prose.of(element);
            case "data", "meter" ->
                    element.hasAttr("value") ? element.attr("value") : Prose.of(element);
            default -> Prose.of(element);
        };
    }

    /// A link's value is where it leads, but a title or a name that is a link is its words.
    private String address(Element element, String attribute, String names) {
        boolean words =
                switch (names) {
                    case "title", "name", "description", "telephone", "email", "addressLocality" ->
                            true;
                    default -> false;
                };
        String shown = words ? Prose.of(element) : "";
        return shown.isEmpty()
                ? addresses.target(element.attr(attribute)).orElse(Prose.of(element))
                : shown;
    }
}
