package lurewatch.searchcli.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.PackWriter;
import lurewatch.searchcli.export.ReadBack;

/// The dossier as PDF, printed by a Chromium that is installed: no Java library draws Khmer,
/// Burmese and Thai right and keeps their text. A long one is printed in volumes.
public final class PdfFile implements PackWriter {
    private final Chromium chromium;
    private final Path data;
    private List<String> printed = List.of(printed(Dossier.NAME));

    private PdfFile(Chromium chromium, Path data) {
        this.chromium = chromium;
        this.data = data;
    }

    /// Whether there is a Chromium to print with.
    public static boolean isPossible(Session session) {
        return Chromium.of(session).isPresent();
    }

    /// One that prints with the Chromium of this machine.
    ///
    /// @param data the data directory that the list is from
    public static PdfFile of(Session session, Path data) {
        return new PdfFile(
                Chromium.of(session)
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.NOT_USABLE,
                                        "pdf needs Chromium and none was found: install it, name it in"
                                                + " LUREWATCH_CHROMIUM, or take html, which prints the same")),
                data);
    }

    /// What a file is called when it is printed.
    static String printed(String html) {
        return html.replaceFirst("html$", "pdf");
    }

    /// Those of the volumes, once there are any.
    @Override
    public List<String> files() {
        return printed;
    }

    @Override
    public List<String> remarks(HitList list) {
        return printed.size() == 1
                ? List.of()
                : List.of(
                        "the dossier is printed in "
                                + printed.size()
                                + " volumes: "
                                + printed.getFirst()
                                + " says what it adds up to and which postings stand where");
    }

    @Override
    public void write(HitList list, Cover cover, Path folder) throws IOException {
        Path work = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "pdf");
        try {
            List<String> names = new ArrayList<>();
            for (Path html : toPrint(list, cover, work)) {
                String name = printed(html.getFileName().toString());
                chromium.print(html, folder.resolve(name), work);
                names.add(name);
            }
            printed = List.copyOf(names);
        } finally {
            delete(work);
        }
    }

    private List<Path> toPrint(HitList list, Cover cover, Path work) throws IOException {
        if (list.ids().size() <= Volumes.MOST_POSTINGS
                && new Dossier(data).writeMeasured(list, cover, work) <= Volumes.MOST_LENGTH) {
            return List.of(work.resolve(Dossier.NAME));
        }
        return Volumes.write(list, cover, work, Fonts.shipped(), data);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// That each is a whole PDF, and that each posting has its place on a page of them; what stands
    /// there is what was checked as HTML. Places on one page are in no order.
    @Override
    public void check(HitList list, Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : printed) {
            found.addAll(PdfPlaces.in(folder.resolve(name)));
        }
        ReadBack.compare(
                folder.resolve(printed.getFirst()),
                found.stream().sorted().toList(),
                list.ids().stream().sorted().toList());
    }
}
