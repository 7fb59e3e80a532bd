package lurewatch.searchcli.watch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.Looks;
import lurewatch.searchcli.casework.Event;

/// What is told of something that fired: enough to know whether to look closer. Site, URL and title
/// are a stranger's words.
///
/// @param watch the watch's id
/// @param on its trigger, as written
/// @param title or how the text begins where there is none
public record Notice(
        String watch, String name, String on, Fired fired, String site, String url, String title) {
    /// The rest of a full count is in the facts.
    private static final int MOST_COUNTED = 1000;

    private static final int LONGEST_TITLE = 500;
    private static final String BELOW = "    ";

    static Notice of(Watch watch, Fired fired, String site, String url, String title) {
        return new Notice(
                watch.id(),
                watch.name(),
                watch.trigger().written(),
                fired,
                site,
                url,
                title.substring(0, Math.min(title.length(), LONGEST_TITLE)));
    }

    /// As the details of an event; [#of(Event)] reads it back.
    Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("event", fired.id());
        details.put("watch", watch);
        details.put("name", name);
        details.put("on", on);
        details.put("what", fired.what().label());
        details.put("posting", fired.posting().value());
        details.put("version", Integer.toString(fired.version()));
        details.put("capture", Long.toString(fired.capture().sequence()));
        details.put("at", fired.at().toString());
        details.put("site", site);
        details.put("url", url);
        details.put("title", title);
        fired.silence()
                .ifPresent(silence -> {
                    details.put("silent", silence.posting().value());
                    details.put("missed_since", silence.missedSince().toString());
                    details.put("until", silence.until().toString());
                    details.put("looks", Long.toString(silence.looks().count()));
                    details.put("first_look", silence.looks().first().toString());
                    details.put("last_look", silence.looks().last().toString());
                });
        if (!fired.counted().isEmpty()) {
            details.put("counted", String.join(" ", counted()));
        }
        return details;
    }

    private List<String> counted() {
        return fired.counted().stream().limit(MOST_COUNTED).map(PostingId::value).toList();
    }

    static Notice of(Event event) {
        Optional<Silence> silence =
                event.detail("silent")
                        .map(silent ->
                                new Silence(
                                        new PostingId(silent),
                                        Instant.parse(event.text("missed_since")),
                                        Instant.parse(event.text("until")),
                                        new Looks(
                                                Long.parseLong(event.text("looks")),
                                                Instant.parse(event.text("first_look")),
                                                Instant.parse(event.text("last_look")))));
        List<PostingId> counted =
                event
                        .detail("counted")
                        .map(ids -> List.of(ids.split(" ", -1)))
                        .orElse(List.of())
                        .stream()
                        .map(PostingId::new)
                        .toList();
        Fired fired =
                new Fired(
                        event.text("event"),
                        Fired.What.labelled(event.text("what")),
                        new PostingId(event.text("posting")),
                        Integer.parseInt(event.text("version")),
                        new CaptureId(Long.parseLong(event.text("capture"))),
                        Instant.parse(event.text("at")),
                        silence,
                        counted);
        return new Notice(
                event.text("watch"),
                event.text("name"),
                event.text("on"),
                fired,
                event.text("site"),
                event.text("url"),
                event.text("title"));
    }

    /// One line of JSON, nothing cut but very long titles and counts.
    public String json() {
        JsonLine line =
                JsonLine.versioned()
                        .put("event", fired.id())
                        .put("watch", name)
                        .put("watch_id", watch)
                        .put("on", on)
                        .put("what", fired.what().label())
                        .put("posting", fired.posting().value())
                        .put("version", fired.version())
                        .put("capture", fired.capture().sequence())
                        .put("at", fired.at().toString())
                        .put("site", site)
                        .put("url", url)
                        .put("title", title);
        fired.silence().ifPresent(silence -> line.putLiteral("silence", json(silence)));
        if (!fired.counted().isEmpty()) {
            line.putStrings("counted", counted());
        }
        return line.toString();
    }

    private static String json(Silence silence) {
        return JsonLine.object(line ->
                line.put("posting", silence.posting().value())
                        .put("missed_since", silence.missedSince().toString())
                        .put("until", silence.until().toString())
                        .put("looks", silence.looks().count())
                        .put("first_look", silence.looks().first().toString())
                        .put("last_look", silence.looks().last().toString()));
    }

    /// For people, safe to print: one line, or where it is wider than the terminal, some below.
    public String text(LinkForm links, int columns) {
        String head =
                TerminalText.line(
                        String.format(
                                Locale.ROOT,
                                "%s  %s  %s  %s",
                                fired.at().toString().substring(0, 16),
                                name,
                                words(),
                                fired.posting()));
        String address = TerminalText.line(links.url(url));
        String named = TerminalText.line(title);
        String proof = fired.silence().map(silence -> "(" + silence.proof() + ")").orElse("");
        String line = String.join("  ", head, address, named, proof).stripTrailing();
        if (TerminalText.width(line) <= columns) {
            return line;
        }
        return Stream.of(head, TerminalText.cut(named, columns - BELOW.length()), address, proof)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n" + BELOW));
    }

    private String words() {
        return switch (fired.what()) {
            case NEW -> "new";
            case EDITED -> "edited into a match";
            case GONE -> "gone";
            case BACK -> "back";
            case BACK_ELSEWHERE ->
                    "back as another posting"
                            + fired.silence().map(s -> " after " + s.posting()).orElse("");
            case JOINED -> "joins the campaign of " + fired.counted().getFirst();
            case COUNT -> String.format(Locale.ROOT, "%d new ones", fired.counted().size());
        };
    }
}
