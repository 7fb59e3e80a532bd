package lurewatch.crawler.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/// Everything that the demo world's pages say, read from the resources beside this class.
record DemoTexts(
        List<DemoCase> cases,
        List<EmscadAd> ads,
        List<DemoThread> threads,
        Map<String, Words> words) {

    /// A real ad of the EMSCAD sample; empty fields are empty strings, as in the data set.
    record EmscadAd(
            String id,
            String title,
            String location,
            String department,
            String salaryRange,
            String companyProfile,
            String description,
            String requirements,
            String benefits,
            String employmentType,
            String industry) {}

    /// A thread of the forum: opening post and replies.
    record DemoThread(String language, String title, String opening, List<String> replies) {}

    /// What surrounds the texts on a page, in one language.
    record Words(
            String language,
            String name,
            List<String> menu,
            String newest,
            String next,
            String posted,
            String writer,
            String partner,
            List<String> footer) {}

    static DemoTexts load() {
        List<DemoCase> cases =
                table("cases.tsv", row -> new DemoCase(row[0], row[1], label(row[2]), row[4]));
        Map<String, String> textOfCase =
                cases.stream().collect(Collectors.toMap(DemoCase::id, DemoCase::text));
        return new DemoTexts(
                cases,
                table("emscad-ads.tsv.gz", DemoTexts::ad),
                table("threads.tsv", row -> thread(row, textOfCase)),
                table("words.tsv", DemoTexts::words).stream()
                        .collect(
                                Collectors.toMap(
                                        Words::language,
                                        Function.identity(),
                                        (first, second) -> first,
                                        LinkedHashMap::new)));
    }

    List<DemoCase> casesThat(Predicate<DemoCase> holds) {
        return cases.stream().filter(holds).toList();
    }

    Words wordsOf(String language) {
        Words found = words.get(language);
        if (found == null) {
            throw new IllegalArgumentException("demo/words.tsv has no row for " + language);
        }
        return found;
    }

    private static DemoCase.Label label(String written) {
        return DemoCase.Label.valueOf(written.toUpperCase(Locale.ROOT));
    }

    private static EmscadAd ad(String[] row) {
        return new EmscadAd(
                row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9],
                row[10]);
    }

    private static Words words(String[] row) {
        return new Words(
                row[0],
                row[1],
                parts(row[2]),
                row[3],
                row[4],
                row[5],
                row[6],
                row[7],
                parts(row[8]));
    }

    private static DemoThread thread(String[] row, Map<String, String> textOfCase) {
        return new DemoThread(
                row[0],
                row[1],
                resolved(row[2], textOfCase),
                parts(row[3]).stream().map(reply -> resolved(reply, textOfCase)).toList());
    }

    /// `{ko-006}` stands for that case's text.
    private static String resolved(String written, Map<String, String> textOfCase) {
        if (!written.startsWith("{")) {
            return written;
        }
        String text = textOfCase.get(written.substring(1, written.length() - 1));
        if (text == null) {
            throw new IllegalStateException("demo/threads.tsv names no case: " + written);
        }
        return text;
    }

    private static List<String> parts(String joined) {
        return Arrays.asList(joined.split("\\|", -1));
    }

    private static <T> List<T> table(String name, Function<String[], T> row) {
        try (InputStream in = resource(name);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        name.endsWith(".gz") ? new GZIPInputStream(in) : in,
                                        StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> row.apply(line.split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource demo/" + name, e);
        }
    }

    /// A file below `demo/` of this program's own jar.
    static InputStream resource(String name) throws IOException {
        InputStream in = DemoTexts.class.getResourceAsStream("/demo/" + name);
        if (in == null) {
            throw new IOException("no resource demo/" + name);
        }
        return in;
    }
}
