package lurewatch.searchcli.dossier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.PackWriter;
import lurewatch.searchcli.export.ReadBack;

/// One HTML file for people, on screen and on paper: who asked for what, what it adds up to, each
/// posting with its reasons and its custody, and what all that does not prove.
public final class Dossier implements PackWriter {
    static final String NAME = "dossier.html";

    private final Path data;
    private final Fonts fonts = Fonts.shipped();

    /// @param data the data directory, whose archive may hold pictures of pages
    public Dossier(Path data) {
        this.data = data;
    }

    @Override
    public List<String> files() {
        return List.of(NAME);
    }

    @Override
    public void write(HitList list, Cover cover, Path folder) throws IOException {
        writeMeasured(list, cover, folder);
    }

    /// Writes it and gives its length without head and fonts, in UTF-16 units.
    long writeMeasured(HitList list, Cover cover, Path folder) throws IOException {
        Summary summary = Summary.of(list);
        try (HtmlFile file = new HtmlFile(folder)) {
            Writer html = file.body();
            FrontMatter.summary(html, list, cover, summary);
            html.write(PostingList.HEADING);
            PostingList postings =
                    new PostingList(
                            html,
                            PostingSection.of(list, cover, data),
                            0,
                            String.format(
                                    Locale.ROOT,
                                    "%,d postings more, in short",
                                    list.ids().size() - PostingList.MOST_IN_FULL),
                            "stand above");
            list.forEach(postings::add);
            postings.end();
            String opening =
                    FrontMatter.opening(cover, cover.profile().title(), FrontMatter.facts(cover));
            BackMatter.write(html, cover, summary, fonts.withoutFont(file.seenWith(opening)));
            file.write(folder.resolve(NAME), cover, "", opening, fonts);
            return file.length();
        }
    }

    @Override
    public void check(HitList list, Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(NAME))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                PostingList.idOn(line).ifPresent(found::add);
            }
        }
        ReadBack.compare(folder.resolve(NAME), found, list.ids());
    }
}
