package lurewatch.searchcli.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import lurewatch.indexer.Digest;
import lurewatch.indexer.stamp.StampException;
import lurewatch.indexer.stamp.StampToken;

/// Looks at the time stamps in a pack.
final class BagStamps {
    private BagStamps() {}

    /// Looks at each stamp of the stamped checkpoint in that folder; gives how many there are.
    ///
    /// @param covers what it says of captures
    static int check(
            Path custody,
            Set<Digest> trusted,
            String covers,
            BiConsumer<String, String> problem,
            List<String> notes)
            throws IOException {
        byte[] text = Files.readAllBytes(custody.resolve(Seal.STAMPED));
        int count = 0;
        for (Path answer : answers(custody)) {
            count++;
            String name = answer.getFileName().toString();
            String authority =
                    name.substring(Seal.STAMP.length(), name.length() - Seal.ANSWER.length());
            Path pem = custody.resolve(Seal.STAMP + authority + Seal.CERTIFICATE);
            if (!Files.isRegularFile(pem, LinkOption.NOFOLLOW_LINKS)
                    || Math.max(Files.size(pem), Files.size(answer)) > StampToken.LONGEST) {
                problem.accept(Seal.FOLDER + "/" + name, "its certificate is missing, or too long");
                continue;
            }
            byte[] certificate = Files.readAllBytes(pem);
            try {
                StampToken token =
                        StampToken.ofMessage(
                                Files.readAllBytes(answer),
                                text,
                                StampToken.certificate(certificate));
                notes.add("time-stamped by " + authority + " at " + token.time() + ": " + covers);
                if (!trusted.contains(Digest.of(certificate))) {
                    notes.add(
                            "ask "
                                    + authority
                                    + " whether "
                                    + pem.getFileName()
                                    + " is theirs: it is not one of this machine's timestamps.yaml");
                }
            } catch (StampException e) {
                problem.accept(Seal.FOLDER + "/" + name, "is no stamp of it: " + e.getMessage());
            }
        }
        return count;
    }

    private static List<Path> answers(Path custody) throws IOException {
        try (Stream<Path> files = Files.list(custody)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> file.getFileName().toString().startsWith(Seal.STAMP))
                    .filter(file -> file.getFileName().toString().endsWith(Seal.ANSWER))
                    .sorted()
                    .toList();
        }
    }
}
