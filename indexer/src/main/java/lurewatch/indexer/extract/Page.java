package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.extract.PageScan.PageContact;
import lurewatch.indexer.extract.PageScan.Picture;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A parsed page with what the walk over it found; shared by the readers.
final class Page {
    final Document document;
    final PageScan scan;

    /// What could not be read.
    final List<String> failures = new ArrayList<>();

    private @Nullable Throwable broken;

    private final DataPictures pictures = new DataPictures();
    private @Nullable List<Passage> mainPassages;
    private @Nullable String mainText;

    Page(Document document, PageScan scan) {
        this.document = document;
        this.scan = scan;
    }

    /// A reader broke on it; the first one is kept for the log.
    void broke(String reader, Throwable fault) {
        failures.add(reader + ": " + Prose.shortened(fault.toString(), 200));
        if (broken == null) {
            broken = fault;
        }
    }

    Optional<Throwable> broken() {
        return Optional.ofNullable(broken);
    }

    Addresses addresses() {
        return scan.addresses;
    }

    String url() {
        return scan.addresses.page();
    }

    String mainText() {
        if (mainText == null) {
            mainText = MainText.text(scan, mainPassages());
        }
        return mainText;
    }

    List<Passage> mainPassages() {
        if (mainPassages == null) {
            mainPassages = MainText.of(scan);
        }
        return mainPassages;
    }

    /// What the page calls itself: its only visible heading, else the title it gives to others,
    /// else the window's.
    String title() {
        String heading = scan.headings.size() == 1 ? Prose.of(scan.headings.getFirst()) : "";
        if (!heading.isBlank()) {
            return Prose.line(heading);
        }
        String shared = scan.meta.getOrDefault("og:title", "");
        return shared.isBlank() ? scan.title : Prose.line(shared);
    }

    /// Adds the links and pictures that stand among the main passages, and the page's contact links
    /// wherever they stand.
    void addLinksOfMainText(Draft draft) {
        List<Passage> main = mainPassages();
        int from = main.isEmpty() ? 0 : main.getFirst().start();
        int to = main.isEmpty() ? 0 : main.getLast().end();
        for (PageContact link : scan.contacts) {
            boolean inMain = link.zone() == Zone.CONTENT && link.at() >= from && link.at() <= to;
            if (link.contact() || (inMain && link.zone() == Zone.CONTENT)) {
                draft.link(link.target(), link.text());
            }
        }
        for (Picture picture : scan.pictures) {
            boolean inMain =
                    picture.zone() == Zone.CONTENT && picture.at() >= from && picture.at() <= to;
            if (inMain) {
                draft.alternative(picture.alternative());
                pictures.addTo(draft, picture.data());
            } else if (!picture.data().isEmpty()) {
                pictures.addContactsTo(draft, picture.data());
            }
        }
    }

    /// Adds the links and pictures inside an element.
    void addLinksOf(Element element, Draft draft) {
        for (Element link : element.select("a[href], area[href]")) {
            if (draft.isFullOfLinks()) {
                break;
            }
            addresses()
                    .target(link.attr("href"))
                    .ifPresent(target -> draft.link(target, Prose.line(Prose.of(link))));
        }
        for (Element image : element.select("img")) {
            if (image.attr("alt").length() > PageScan.SHORTEST_DESCRIPTION) {
                draft.alternative(image.attr("alt"));
            }
            pictures.addTo(draft, image.attr("src"));
        }
    }
}
