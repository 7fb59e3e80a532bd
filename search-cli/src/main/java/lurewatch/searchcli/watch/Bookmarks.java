package lurewatch.searchcli.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.PostingId;

/// How far each watch has looked, what it has counted, and whether something that it fired may not
/// have been told: `watch/bookmarks` in the data directory.
///
/// This only saves work. Where the file is lost or broken, watches look again from where they were
/// made, come to the same events, and find that these were told.
final class Bookmarks {
    private static final String FIRST_LINE = "lurewatch watch bookmarks 1";

    private final Path file;
    private final Map<String, Mark> marks;

    /// Where a watch stands.
    ///
    /// @param position the last capture that it has looked at
    /// @param maybeUntold whether a run may have ended between firing and telling
    record Mark(long position, boolean maybeUntold, Tally tally) {}

    private Bookmarks(Path file, Map<String, Mark> marks) {
        this.file = file;
        this.marks = marks;
    }

    static Bookmarks in(Path folder) throws IOException {
        Path file = folder.resolve("bookmarks");
        try {
            return new Bookmarks(file, read(Files.readAllLines(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException _) {
            return new Bookmarks(file, new LinkedHashMap<>());
        }
    }

    /// Nothing at all where a line is not as it was written.
    private static Map<String, Mark> read(List<String> lines) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        boolean isWhole =
                lines.size() > 1
                        && lines.getFirst().equals(FIRST_LINE)
                        && lines.getLast().equals("end");
        try {
            for (String line : isWhole ? lines.subList(1, lines.size() - 1) : List.<String>of()) {
                read(line.split("\t", -1), marks);
            }
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException _) {
            return new LinkedHashMap<>();
        }
        return marks;
    }

    private static void read(String[] line, Map<String, Mark> marks) {
        switch (line[0]) {
            case "watch" ->
                    marks.put(
                            line[1],
                            new Mark(
                                    Long.parseLong(line[2]),
                                    Boolean.parseBoolean(line[3]),
                                    new Tally()));
            case "counted" -> tally(line[1], marks).addKnown(new PostingId(line[2]));
            case "open" ->
                    tally(line[1], marks)
                            .addOpen(
                                    new Tally.Member(
                                            new PostingId(line[2]), Instant.parse(line[3])));
            default -> throw new IllegalArgumentException(line[0]);
        }
    }

    private static Tally tally(String watch, Map<String, Mark> marks) {
        Mark mark = marks.get(watch);
        if (mark == null) {
            throw new IllegalArgumentException(watch);
        }
        return mark.tally();
    }

    Optional<Mark> of(Watch watch) {
        return Optional.ofNullable(marks.get(watch.id()));
    }

    void put(Watch watch, Mark mark) {
        marks.put(watch.id(), mark);
    }

    /// Forgets watches that are no more.
    void keepOnly(List<Watch> watches) {
        marks.keySet().retainAll(watches.stream().map(Watch::id).toList());
    }

    void save() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(FIRST_LINE);
        marks.forEach((watch, mark) -> {
            lines.add("watch\t" + watch + "\t" + mark.position() + "\t" + mark.maybeUntold());
            mark.tally()
                    .known()
                    .forEach(posting -> lines.add("counted\t" + watch + "\t" + posting));
            mark.tally()
                    .open()
                    .forEach(member ->
                            lines.add(
                                    "open\t"
                                            + watch
                                            + "\t"
                                            + member.posting()
                                            + "\t"
                                            + member.at()));
        });
        lines.add("end");
        Path fresh = file.resolveSibling("bookmarks.new");
        Files.write(fresh, lines, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
