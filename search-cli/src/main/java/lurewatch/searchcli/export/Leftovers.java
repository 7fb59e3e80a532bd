package lurewatch.searchcli.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Drafts of lists that nobody is to find: they hold all that leaves, and more. Ended by a signal,
/// this process deletes its own; those of a process that had no time for it, the next one does.
final class Leftovers {
    /// A process on another machine that shares the folder is none of this one's.
    private static final Duration OLD = Duration.ofDays(1);

    private static final Pattern NAME = Pattern.compile("\\..+\\.draft-(\\d{1,10})-\\d+");

    /// What still writes there may put a file back a few times.
    private static final int MOST_TRIES = 20;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::deleteOwn));
    }

    private Leftovers() {}

    /// A new folder for a draft of what will have that name; it goes with this process.
    static Path draft(Path parent, String name) throws IOException {
        Path folder =
                Files.createTempDirectory(
                        parent, "." + name + ".draft-" + ProcessHandle.current().pid() + "-");
        OWN.add(folder);
        sweep(parent, folder);
        return folder;
    }

    /// It is done with.
    static void forget(Path folder) {
        OWN.remove(folder);
    }

    private static void deleteOwn() {
        if (OWN.isEmpty()) {
            return;
        }
        // A browser that prints one, or a translator.
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            for (int i = 0; i < MOST_TRIES && !OWN.isEmpty(); i++) {
                OWN.removeIf(Leftovers::isDeleted);
                Thread.sleep(OWN.isEmpty() ? Duration.ZERO : BETWEEN_TRIES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Deletes the drafts beside a new one that are old by its time and whose process is gone.
    private static void sweep(Path parent, Path draft) throws IOException {
        List<Path> entries;
        try (Stream<Path> all = Files.list(parent)) {
            entries = all.toList();
        }
        for (Path entry : entries) {
            Matcher name = NAME.matcher(String.valueOf(entry.getFileName()));
            if (name.matches()
                    && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                    && isOld(entry, draft)) {
                isDeleted(entry);
            }
        }
    }

    /// Both times are the file system's.
    private static boolean isOld(Path folder, Path draft) throws IOException {
        return Files.getLastModifiedTime(folder)
                .toInstant()
                .isBefore(Files.getLastModifiedTime(draft).toInstant().minus(OLD));
    }

    /// Deletes it as far as that goes, and says whether it is gone.
    private static boolean isDeleted(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException _) {
            // Another one's, or written to right now: it is tried again or stays.
        }
        return !Files.exists(folder);
    }
}
