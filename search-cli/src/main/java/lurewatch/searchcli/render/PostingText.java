package lurewatch.searchcli.render;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Standing;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.WrappedText;
import lurewatch.indexer.store.StoredPosting;
import lurewatch.indexer.store.StoredPosting.SeenCapture;
import lurewatch.indexer.text.LegibleText;

/// Everything known about one posting, for people: what it is, why it was assessed so, its text,
/// and where the evidence lies.
public final class PostingText {
    private static final int NAME_COLUMNS = 10;

    /// More captures than anybody reads; jsonl has all.
    private static final int MOST_CAPTURES = 20;

    private final Style style;
    private final LinkForm links;
    private final AssessmentText reasons;
    private final int columns;

    public PostingText(Style style, LinkForm links, int columns) {
        this.style = style;
        this.links = links;
        this.reasons = new AssessmentText(style, links, columns);
        this.columns = columns;
    }

    public String of(StoredPosting stored) {
        JobPosting posting = stored.current().posting();
        Assessment assessment = stored.current().assessment();
        List<String> lines = new ArrayList<>();
        lines.add(reasons.of(posting.id().value(), posting.text(), assessment));
        lines.add(style.strong("Posting"));
        addFields(lines, stored, posting);
        lines.add(style.strong("Text"));
        addLines(lines, reasons.marked(posting.text(), assessment));
        LegibleText.of(posting.text())
                .ifPresent(legible -> {
                    lines.add(style.strong("Text, as it reads"));
                    addLines(lines, reasons.marked(legible, assessment));
                });
        addCaptures(lines, stored);
        return String.join("\n", lines);
    }

    private static void addLines(List<String> lines, String text) {
        text.lines().forEach(line -> lines.add("  " + line));
    }

    private void addFields(List<String> lines, StoredPosting stored, JobPosting posting) {
        field(lines, "title", Optional.of(posting.title()).filter(title -> !title.isBlank()));
        field(lines, "read as", LegibleText.of(posting.title()).map(LegibleText::text));
        field(lines, "url", Optional.of(links.url(posting.url())));
        field(lines, "site", Optional.of(posting.site()));
        field(lines, "author", posting.author());
        field(lines, "employer", posting.employer());
        field(lines, "location", posting.location());
        field(lines, "salary", posting.salary());
        field(lines, "posted", posting.postedAt().map(PostingText::time));
        field(
                lines,
                "seen",
                Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%s to %s, %s, %s",
                                time(stored.times().firstSeen()),
                                time(stored.times().lastSeen()),
                                counted(stored.sightings().size(), "sighting"),
                                counted(stored.versions().size(), "version"))));
        field(lines, "status", Optional.of(status(stored.standing())));
        stored.reposts().forEach(repost -> field(lines, name(repost), Optional.of(said(repost))));
    }

    private static String status(Standing standing) {
        String since = standing.absentSince().map(at -> ", missed since " + time(at)).orElse("");
        String again =
                standing.reappearedAt()
                        .map(at -> ", seen again " + time(at) + " after it was gone")
                        .orElse("");
        return standing.status().label() + since + again;
    }

    private static String name(StoredPosting.Repost repost) {
        return switch (repost.direction()) {
            case REPOST_OF -> "repost of";
            case REPOSTED_AS -> "reposted";
        };
    }

    private String said(StoredPosting.Repost repost) {
        return String.format(
                Locale.ROOT,
                "%s%s, %.0f %% the same text and the same contact, first seen %s, %s",
                repost.direction() == StoredPosting.Repost.Direction.REPOSTED_AS ? "as " : "",
                repost.id(),
                100 * repost.likeness(),
                time(repost.firstSeen()),
                links.url(repost.url()));
    }

    private void field(List<String> lines, String name, Optional<String> value) {
        value.ifPresent(text ->
                lines.add(
                        WrappedText.behind(
                                "  " + TerminalText.fitted(name, NAME_COLUMNS),
                                TerminalText.line(text),
                                columns)));
    }

    private void addCaptures(List<String> lines, StoredPosting stored) {
        lines.add(style.strong("Captures"));
        stored.sightings().stream()
                .limit(MOST_CAPTURES)
                .forEach(sighting ->
                        addCapture(
                                lines, sighting.capture(), "seen, version " + sighting.version()));
        if (stored.sightings().size() > MOST_CAPTURES) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  … %d more; --format jsonl lists all",
                            stored.sightings().size() - MOST_CAPTURES));
        }
        stored.observations()
                .forEach(observation ->
                        addCapture(
                                lines,
                                observation.capture(),
                                TerminalText.line(observation.kind())));
    }

    private static String kind(SeenCapture capture) {
        return switch (capture.provenance()) {
            case RENDERED -> "rendered";
            case IMPORTED ->
                    "imported"
                            + capture.claimedAt()
                                    .map(at -> ", by its file's word seen at " + time(at))
                                    .orElse("");
            case CRAWLED -> "HTTP " + capture.status();
            case COMPARED -> "second look, HTTP " + capture.status();
        };
    }

    private void addCapture(List<String> lines, SeenCapture capture, String what) {
        lines.add(
                String.format(
                        Locale.ROOT,
                        "  %s  %s  %s  %s%s",
                        TerminalText.fitted(capture.id().toString(), 8),
                        time(capture.fetchedAt()),
                        kind(capture),
                        what,
                        capture.revisitOf().map(id -> ", same bytes as " + id).orElse("")));
        capture.picture().ifPresent(id -> lines.add("            picture " + id));
        lines.add("            payload " + style.faint(capture.payloadDigest().toString()));
        lines.add("            record  " + style.faint(capture.recordDigest().toString()));
        lines.add(
                "            in      "
                        + style.faint(
                                String.format(
                                        Locale.ROOT,
                                        "%s from byte %d, %d bytes",
                                        TerminalText.line(capture.position().file()),
                                        capture.position().offset(),
                                        capture.position().length())));
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
