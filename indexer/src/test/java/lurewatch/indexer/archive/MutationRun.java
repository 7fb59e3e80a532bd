package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/// Thousands of accidents to one archive. Arguments: how many (1000), seed (1).
final class MutationRun {
    private static final int CAPTURES = 60;

    private MutationRun() {}

    public static void main(String[] arguments) throws IOException {
        int mutations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path directory = MemoryDirectory.newDirectory();
        MutatedArchive archive = MutatedArchive.of(directory, CAPTURES);
        Random random = new Random(seed);
        int missed = 0;
        for (int i = 0; i < mutations; i++) {
            Optional<String> wrong = archive.tryOne(random);
            if (wrong.isPresent()) {
                missed++;
                IO.println("NOT LOCATED: number %d: %s".formatted(i, wrong.get()));
            }
        }
        for (String name : new ArchiveFiles(directory).names()) {
            Files.delete(directory.resolve(name));
        }
        Files.delete(directory);
        IO.println(
                "%d of %d mutations located; %d captures in %d segments, seed %d"
                        .formatted(
                                mutations - missed, mutations, CAPTURES, archive.segments(), seed));
        System.exit(missed == 0 ? 0 : 1);
    }
}
