package lurewatch.searchcli.dossier;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;

/// The dossier of a long list as several files, as no browser prints one of any length: the first
/// has all but the postings and says which stand where, the others have the postings.
final class Volumes implements Closeable {
    /// In full; some 500 pages.
    static final int MOST_POSTINGS = 500;

    /// Postings in short; some 300 pages.
    static final int MOST_ROWS = 5_000;

    /// UTF-16 units of HTML, pictures too: postings may be long, and pages of text cost a browser
    /// more than pictures.
    static final long MOST_LENGTH = 4 << 20;

    /// Some of the postings.
    private static final class Volume {
        private final HtmlFile file;
        private final PostingList postings;
        private final int before;
        private int count;

        Volume(HtmlFile file, PostingSection section, int before) throws IOException {
            this.file = file;
            this.before = before;
            file.body().write(PostingList.HEADING);
            this.postings =
                    new PostingList(
                            file.body(),
                            section,
                            before,
                            "In short",
                            "stand in the volumes before");
        }

        void add(Item item) throws IOException {
            postings.add(item);
            count++;
        }

        /// Whether the next posting belongs into another.
        boolean isFull() {
            boolean inFull = PostingList.isInFull(before + 1);
            return count >= (inFull ? MOST_POSTINGS : MOST_ROWS)
                    || inFull != PostingList.isInFull(before + count + 1)
                    || file.length() >= MOST_LENGTH;
        }

        void end() throws IOException {
            postings.end();
            file.endBody();
        }

        String holds() {
            return String.format(
                    Locale.ROOT,
                    "postings %,d to %,d%s",
                    before + 1,
                    before + count,
                    PostingList.isInFull(before + 1) ? "" : ", in short");
        }
    }

    private final HitList list;
    private final Cover cover;
    private final Path folder;
    private final Fonts fonts;
    private final List<Volume> volumes = new ArrayList<>();

    private Volumes(HitList list, Cover cover, Path folder, Fonts fonts) {
        this.list = list;
        this.cover = cover;
        this.folder = folder;
        this.fonts = fonts;
    }

    /// Writes them into that folder. Gives them in their order.
    ///
    /// @param data the data directory, whose archive may hold pictures of pages
    static List<Path> write(HitList list, Cover cover, Path folder, Fonts fonts, Path data)
            throws IOException {
        try (Volumes volumes = new Volumes(list, cover, folder, fonts)) {
            volumes.fill(PostingSection.of(list, cover, data));
            return volumes.write();
        }
    }

    private void fill(PostingSection section) throws IOException {
        list.forEach(item -> {
            if (volumes.isEmpty() || volumes.getLast().isFull()) {
                begin(section);
            }
            volumes.getLast().add(item);
        });
        volumes.getLast().end();
    }

    private void begin(PostingSection section) throws IOException {
        int before = 0;
        if (!volumes.isEmpty()) {
            Volume last = volumes.getLast();
            last.end();
            before = last.before + last.count;
        }
        volumes.add(new Volume(new HtmlFile(folder), section, before));
    }

    private List<Path> write() throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(first());
        for (int i = 0; i < volumes.size(); i++) {
            Path file = folder.resolve(name(i + 2));
            Volume volume = volumes.get(i);
            volume.file.write(file, cover, page(i + 2), opening(i + 2, volume), fonts);
            files.add(file);
        }
        return files;
    }

    private Path first() throws IOException {
        Path place = folder.resolve(name(1));
        Summary summary = Summary.of(list);
        try (HtmlFile file = new HtmlFile(folder)) {
            Writer html = file.body();
            contents(html);
            FrontMatter.summary(html, list, cover, summary);
            String opening = FrontMatter.opening(cover, title(1), FrontMatter.facts(cover));
            BitSet seen = file.seenWith(opening);
            volumes.forEach(volume -> seen.or(volume.file.seenWith("")));
            BackMatter.write(html, cover, summary, fonts.withoutFont(seen));
            file.write(place, cover, page(1), opening, fonts);
        }
        return place;
    }

    private void contents(Writer html) throws IOException {
        html.write(
                "<h2>Volumes</h2>\n<table><thead><tr><th>File</th><th>What it holds</th></tr></thead>\n"
                        + row(1, "this: summary, custody, limits, signals"));
        for (int i = 0; i < volumes.size(); i++) {
            html.write(row(i + 2, volumes.get(i).holds()));
        }
        html.write("</table>\n");
    }

    private static String row(int number, String holds) {
        return "<tr><td class=\"short\">"
                + printed(number)
                + "</td><td>"
                + HtmlText.of(holds)
                + "</td></tr>\n";
    }

    /// A volume may be read without the others.
    private String opening(int number, Volume volume) {
        return FrontMatter.opening(
                cover,
                title(number),
                FrontMatter.fact("For", cover.profile().recipient())
                        + FrontMatter.fact("Reason", cover.reason())
                        + FrontMatter.fact("As of", HtmlText.time(cover.asOf()) + " UTC")
                        + FrontMatter.marking(cover)
                        + FrontMatter.fact("Pack", cover.pack())
                        + FrontMatter.fact(
                                "This volume",
                                String.format(
                                        Locale.ROOT,
                                        "%s, of %,d; what they add up to, custody and limits stand in %s",
                                        volume.holds(),
                                        list.ids().size(),
                                        printed(1))));
    }

    private String title(int number) {
        return cover.profile().title() + ", " + place(number);
    }

    private String page(int number) {
        return place(number) + ", ";
    }

    private String place(int number) {
        return "volume " + number + " of " + (volumes.size() + 1);
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "dossier-%03d.html", number);
    }

    private static String printed(int number) {
        return PdfFile.printed(name(number));
    }

    @Override
    public void close() throws IOException {
        for (Volume volume : volumes) {
            volume.file.close();
        }
    }
}
