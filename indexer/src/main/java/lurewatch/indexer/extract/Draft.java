package lurewatch.indexer.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import lurewatch.indexer.Block;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Link;
import lurewatch.indexer.PageAddress;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;

/// A posting while it is being read. Blocks come out in this order: title, author, fields, body,
/// comment, alternative texts.
final class Draft {
    private static final int MOST_LINKS = 300;

    private String url = "";
    private String title = "";
    private String author = "";
    private String employer = "";
    private String location = "";
    private String salary = "";
    private Optional<Instant> postedAt = Optional.empty();
    private Particulars particulars = Particulars.UNKNOWN;
    private boolean titleIsText = true;
    private final List<String> fields = new ArrayList<>();
    private final List<String> body = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final List<String> alternatives = new ArrayList<>();
    private final Set<Link> links = new LinkedHashSet<>();

    /// A posting holds no more, whatever it is made of.
    private int room = Prose.LONGEST;

    /// Where it stands; empty as long as it has no address of its own.
    Draft at(String url) {
        this.url = url;
        return this;
    }

    Draft title(String text) {
        title = Prose.line(text);
        return this;
    }

    /// A title that is not part of the text: taken from its first line, or from the page around it.
    Draft heading(String text) {
        titleIsText = false;
        return title(text);
    }

    Draft author(String text) {
        author = Prose.line(text);
        return this;
    }

    Draft employer(String text) {
        employer = Prose.line(text);
        return this;
    }

    Draft location(String text) {
        location = Prose.line(text);
        return this;
    }

    Draft salary(String text) {
        salary = Prose.line(text);
        return this;
    }

    Draft postedAt(Optional<Instant> time) {
        postedAt = time;
        return this;
    }

    Draft particulars(Particulars known) {
        particulars = known;
        return this;
    }

    /// A further labelled value.
    Draft field(String text) {
        return add(fields, Prose.line(text));
    }

    Draft body(String text) {
        return add(body, text);
    }

    Draft comment(String text) {
        return add(comments, text);
    }

    Draft alternative(String text) {
        return add(alternatives, Prose.line(text));
    }

    private Draft add(List<String> texts, String text) {
        if (room > 0 && !text.isBlank()) {
            String kept = Prose.shortened(text, room);
            texts.add(kept);
            room -= kept.length() + 1;
        }
        return this;
    }

    Draft link(String target, String text) {
        if (links.size() < MOST_LINKS) {
            links.add(new Link(target, Prose.shortened(text, 200)));
        }
        return this;
    }

    /// Where its links lead.
    List<String> targets() {
        return links.stream().map(Link::target).toList();
    }

    /// Whether a further link would be passed over.
    boolean isFullOfLinks() {
        return links.size() >= MOST_LINKS;
    }

    /// The links that stand in another, found while its words were read.
    Draft linksOf(Draft other) {
        other.links.forEach(link -> link(link.target(), link.text()));
        return this;
    }

    String url() {
        return url;
    }

    String title() {
        return title;
    }

    /// All its words so far.
    String words() {
        StringJoiner words = new StringJoiner("\n");
        for (String text : List.of(title, author, employer, location, salary)) {
            words.add(text);
        }
        fields.forEach(words::add);
        body.forEach(words::add);
        return words.toString();
    }

    /// Whether it says anything that could be judged: more than a title, a name and a date.
    boolean saysSomething() {
        return !(body.isEmpty()
                && comments.isEmpty()
                && fields.isEmpty()
                && links.isEmpty()
                && (employer + location + salary).isEmpty());
    }

    /// A name for a posting without address or id: the same as long as it says the same.
    String fragment() {
        String words = title + "\n" + String.join("\n", body) + String.join("\n", comments);
        return Digest.of(words).prefix(PageAddress.NAME_DIGITS);
    }

    JobPosting posting(String site, CaptureId capture) {
        List<Block> blocks = new ArrayList<>();
        if (titleIsText) {
            block(blocks, Block.Kind.TITLE, title);
        }
        block(blocks, Block.Kind.AUTHOR, author);
        for (String value : List.of(employer, location, salary)) {
            block(blocks, Block.Kind.FIELD, value);
        }
        fields.forEach(text -> block(blocks, Block.Kind.FIELD, text));
        body.forEach(text -> block(blocks, Block.Kind.BODY, text));
        comments.forEach(text -> block(blocks, Block.Kind.COMMENT, text));
        alternatives.forEach(text -> block(blocks, Block.Kind.ALT, text));
        return new JobPosting(
                PostingId.of(site, url),
                capture,
                site,
                url,
                title,
                given(author),
                given(employer),
                given(location),
                given(salary),
                postedAt,
                bounded(blocks),
                List.copyOf(links),
                particulars);
    }

    private static void block(List<Block> blocks, Block.Kind kind, String text) {
        if (!text.isEmpty()) {
            blocks.add(new Block(kind, text));
        }
    }

    private static List<Block> bounded(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        int room = Prose.LONGEST;
        for (Block block : blocks) {
            if (room <= 0) {
                break;
            }
            String text = Prose.shortened(block.text(), room);
            kept.add(new Block(block.kind(), text));
            room -= text.length() + 1;
        }
        return kept;
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
