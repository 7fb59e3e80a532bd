package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What files an archive directory has and what they are called.
record ArchiveFiles(Path directory) {
    static final String LEDGER = "ledger.jsonl";
    static final String LOCK = "writer.lock";
    static final String LOST_AND_FOUND = "lost+found";
    static final String ERASED = "erased.txt";
    static final String ERASING = "erasing.jsonl";

    private static final String OPEN = ".open";
    private static final Pattern SEGMENT =
            Pattern.compile("lurewatch-(\\d{6,12})-\\d{14}\\.warc\\.gz");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    Path ledger() {
        return directory.resolve(LEDGER);
    }

    Path sealed(String segment) {
        return directory.resolve(segment);
    }

    /// What was erased and is not to come back.
    Path erased() {
        return directory.resolve(ERASED);
    }

    /// An erasure that is being done.
    Path erasing() {
        return directory.resolve(ERASING);
    }

    Path open(String segment) {
        return directory.resolve(segment + OPEN);
    }

    /// The segment's file, sealed or not; empty where there is none.
    Optional<Path> existing(String segment) {
        return Stream.of(sealed(segment), open(segment)).filter(Files::isRegularFile).findFirst();
    }

    /// A segment's name: the number gives the order, the time is for human eyes.
    static String segmentName(long number, Instant time) {
        return String.format(Locale.ROOT, "lurewatch-%06d-%s.warc.gz", number, TIME.format(time));
    }

    /// The number in a segment's file name, sealed or not; empty for any other file.
    static Optional<Long> segmentNumber(String fileName) {
        Matcher m = SEGMENT.matcher(withoutOpen(fileName));
        return m.matches() ? Optional.of(Long.valueOf(m.group(1))) : Optional.empty();
    }

    static boolean isOpen(String fileName) {
        return fileName.endsWith(OPEN);
    }

    static String withoutOpen(String fileName) {
        return isOpen(fileName)
                ? fileName.substring(0, fileName.length() - OPEN.length())
                : fileName;
    }

    /// A foreign file's name without what a terminal might obey.
    static String printable(String name) {
        return name.replaceAll("[^A-Za-z0-9._@+-]", "?");
    }

    /// Names of the files in the directory, sorted.
    List<String> names() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// Makes created, renamed and removed names survive a power cut.
    static void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
