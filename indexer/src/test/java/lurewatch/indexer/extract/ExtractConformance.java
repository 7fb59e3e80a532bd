package lurewatch.indexer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.SiteKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// How the readers do on suites that others wrote. Argument: a folder with the suites as
/// `.ci/conformance` lays them out; a suite that is not there is left out.
///
/// What is expected is the suite's own word, or worked out here another way than the readers do.
final class ExtractConformance {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = Integer.getInteger("lurewatch.shown", 0);

    private final Path suites;

    private ExtractConformance(Path suites) {
        this.suites = suites;
    }

    public static void main(String[] arguments) throws IOException {
        ExtractConformance all = new ExtractConformance(Path.of(arguments[0]));
        all.suite("sitemaps", all::sitemaps);
        all.suite("feeds", all::feeds);
        all.suite("charset", all::charsets);
        all.suite("telegram", all::telegram);
        all.suite("schemaorg", all::schemaOrg);
        all.suite("extruct", all::extruct);
        all.suite("maintext", all::mainText);
    }

    private interface Suite {
        void run(Path folder) throws IOException;
    }

    private void suite(String name, Suite suite) throws IOException {
        Path folder = suites.resolve(name);
        if (Files.isDirectory(folder)) {
            suite.run(folder);
        } else {
            IO.println(name + ": not there, left out");
        }
    }

    /// Counts passed cases and shows the first that were not.
    private static final class Score {
        private final String name;
        private int passed;
        private int total;

        Score(String name) {
            this.name = name;
        }

        void count(boolean isPassed, String what) {
            total++;
            passed += isPassed ? 1 : 0;
            if (!isPassed && total - passed <= SHOWN) {
                IO.println("    not: " + what);
            }
        }

        void print() {
            IO.println("%-60s %5d of %5d".formatted(name, passed, total));
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Extraction extract(byte[] payload, String type, String url, SiteKind kind) {
        return new Extractor()
                .extract(payload, type, "site", url, new SitePlan(kind, Optional.empty()));
    }

    /// As many pages as there are different `loc` elements of its own, or lines of a plain list.
    private void sitemaps(Path folder) throws IOException {
        Score score = new Score("sitemaps: all pages of a file found");
        for (Path file : files(folder, "")) {
            byte[] packed = Files.readAllBytes(file);
            byte[] plain = Packed.isOne(packed) ? Packed.unpacked(packed).bytes() : packed;
            String text = new String(plain, StandardCharsets.UTF_8);
            List<String> expected = pagesOf(text);
            if (expected.isEmpty()) {
                continue; // a feed, or something else
            }
            String url = expected.getFirst().replaceFirst("(?<=[^/:])/[^/].*", "") + "/sitemap.xml";
            String type = text.startsWith("<") ? "application/xml" : "text/plain";
            Extraction found = extract(packed, type, url, SiteKind.FEED);
            long pages = found.links().stream().map(PageLink::url).distinct().count();
            score.count(
                    pages == expected.size(),
                    file.getFileName()
                            + ": "
                            + pages
                            + " of "
                            + expected.size()
                            + " "
                            + found.failures());
        }
        score.print();
    }

    private static List<String> pagesOf(String text) {
        Pattern page =
                text.contains("<urlset")
                                || text.contains("<sitemapindex")
                                || text.contains(":urlset")
                        ? Pattern.compile("<loc>\\s*(?:<!\\[CDATA\\[)?\\s*([^<\\]\\s]+)")
                        : Pattern.compile("(?m)^\\ufeff?(https?://\\S+)\\s*$");
        Matcher matcher = page.matcher(text);
        List<String> pages = new ArrayList<>();
        while (matcher.find()) {
            if (!pages.contains(matcher.group(1))) {
                pages.add(matcher.group(1));
            }
        }
        return pages;
    }

    private static final Pattern TITLE =
            Pattern.compile("entries\\[0\\]\\['title'\\] == u?'((?:[^'\\\\])*)'");

    /// Feedparser's files say in a comment what they expect.
    private void feeds(Path folder) throws IOException {
        Score whole = new Score("feeds: well-formed, read without failure");
        Score titles = new Score("feeds: well-formed, title of the first entry as expected");
        for (Path file : files(folder.resolve("wellformed"), ".xml")) {
            byte[] feed = Files.readAllBytes(file);
            Extraction found =
                    extract(feed, "application/xml", "https://feed.example/x", SiteKind.FEED);
            whole.count(
                    found.failures().isEmpty(), folder.relativize(file) + ": " + found.failures());
            Matcher title = TITLE.matcher(new String(feed, StandardCharsets.ISO_8859_1));
            if (title.find() && title.group(1).chars().allMatch(c -> c < 128)) {
                String expected = Jsoup.parse(title.group(1)).text();
                String first =
                        found.postings().stream().findFirst().map(JobPosting::title).orElse("");
                titles.count(
                        first.equals(expected),
                        folder.relativize(file) + ": '" + first + "', expected '" + expected + "'");
            }
        }
        whole.print();
        titles.print();
        Score broken = new Score("feeds: ill-formed, no exception");
        for (Path file : files(folder.resolve("illformed"), "")) {
            Extraction found =
                    extract(
                            Files.readAllBytes(file),
                            "application/xml",
                            "https://feed.example/x",
                            SiteKind.FEED);
            broken.count(
                    found.failures().stream().noneMatch(f -> f.contains("RuntimeException")),
                    file + ": " + found.failures());
        }
        broken.print();
    }

    /// The folder's name begins with the encoding. Right is what gives the same text.
    private void charsets(Path folder) throws IOException {
        Score all = new Score("charset: text as its encoding has it, all");
        Map<String, Score> asian = new TreeMap<>();
        for (Path file : files(folder, "")) {
            String label = folder.relativize(file).getName(0).toString();
            Optional<Charset> expected = charset(label);
            if (expected.isEmpty()) {
                continue; // no browser knows it
            }
            byte[] bytes = Files.readAllBytes(file);
            String name = Extractor.encodingOf(bytes);
            boolean isRight =
                    charset(name)
                            .map(found ->
                                    new String(bytes, found)
                                            .equals(new String(bytes, expected.get())))
                            .orElse(false);
            all.count(isRight, folder.relativize(file) + ": " + name);
            if (label.toUpperCase(Locale.ROOT)
                    .matches("(EUC-KR|GB2312|BIG5|SHIFT_JIS|TIS-620|EUC-JP|CP949).*")) {
                asian.computeIfAbsent("charset: … " + label, Score::new)
                        .count(isRight, file + ": " + name);
            }
        }
        all.print();
        asian.values().forEach(Score::print);
    }

    private static Optional<Charset> charset(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        for (int end = name.length(); end > 0; end = name.lastIndexOf('-', end - 1)) {
            String part = name.substring(0, end);
            Optional<Encodings.Encoding> known = Encodings.labelled(part);
            if (known.isPresent()) {
                return known.get().charset();
            }
        }
        return Optional.empty();
    }

    /// The text of every message, as jsoup sees it, stands in a posting.
    private void telegram(Path folder) throws IOException {
        Score score = new Score("telegram: fragments whose messages' texts were all found");
        for (Path file : files(folder, ".html")) {
            byte[] html = Files.readAllBytes(file);
            Document page = Jsoup.parse(new String(html, StandardCharsets.UTF_8));
            List<String> texts =
                    page.select(".tgme_widget_message_text:not(.tgme_widget_message_reply *)")
                            .eachText();
            Extraction found =
                    extract(
                            html,
                            "text/html; charset=utf-8",
                            "https://t.me/s/sample",
                            SiteKind.CHANNEL);
            List<String> postings = found.postings().stream().map(p -> bare(p.text())).toList();
            boolean isFound =
                    texts.stream()
                            .map(ExtractConformance::bare)
                            .allMatch(text -> postings.stream().anyMatch(p -> p.contains(text)));
            score.count(
                    isFound && found.failures().isEmpty(),
                    file.getFileName() + ": " + texts + " in " + postings + found.failures());
        }
        score.print();
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static final Pattern BLOCK =
            Pattern.compile("(?m)^(TYPES|PRE-MARKUP|MICRODATA|RDFA|JSON):");

    /// Every block with a JobPosting gives one, with the title that stands in it.
    private void schemaOrg(Path folder) throws IOException {
        Map<String, Score> scores = new TreeMap<>();
        for (Path file : files(folder, ".txt")) {
            for (String example : Files.readString(file).split("(?m)^(?=TYPES:)", -1)) {
                String types = example.lines().findFirst().orElse("");
                if (!types.contains("JobPosting")) {
                    continue;
                }
                Matcher start = BLOCK.matcher(example);
                List<Integer> starts = new ArrayList<>();
                while (start.find()) {
                    starts.add(start.start());
                }
                starts.add(example.length());
                for (int i = 0; i + 1 < starts.size(); i++) {
                    String block = example.substring(starts.get(i), starts.get(i + 1));
                    String syntax = block.substring(0, block.indexOf(':'));
                    String markup = block.substring(block.indexOf(':') + 1);
                    if (List.of("MICRODATA", "RDFA", "JSON").contains(syntax)
                            && markup.contains("JobPosting")) {
                        Extraction found =
                                extract(
                                        markup.getBytes(StandardCharsets.UTF_8),
                                        "text/html; charset=utf-8",
                                        "https://jobs.example/1",
                                        SiteKind.JOB_BOARD);
                        boolean isRight =
                                found.reader().orElse("").equals("schema.org")
                                        && !found.postings().isEmpty();
                        scores.computeIfAbsent("schema.org: JobPosting in " + syntax, Score::new)
                                .count(isRight, types + found);
                    }
                }
            }
        }
        scores.values().forEach(Score::print);
    }

    /// What a page's JSON-LD scripts hold, against what extruct's authors have of them.
    private void extruct(Path folder) throws IOException {
        Score score = new Score("extruct: JSON-LD of a page as expected");
        for (Path expected : files(folder, ".jsonld")) {
            Path page =
                    expected.resolveSibling(
                            expected.getFileName().toString().replace(".jsonld", ".html"));
            if (!Files.exists(page)) {
                continue;
            }
            ArrayNode found = JSON.createArrayNode();
            Document html = Jsoup.parse(Files.readString(page));
            for (var script : html.select("script[type=application/ld+json]")) {
                try {
                    JsonLd.roots(script.data())
                            .forEach(root -> {
                                if (root.isArray()) {
                                    root.forEach(found::add);
                                } else {
                                    found.add(root);
                                }
                            });
                } catch (IOException e) {
                    found.add(String.valueOf(e.getMessage()));
                }
            }
            JsonNode wanted =
                    JSON.readTree(Files.readString(page.resolveSibling(expected.getFileName())));
            score.count(
                    JSON.readTree(found.toString()).equals(wanted),
                    folder.relativize(page) + ": " + found + "\n         expected " + wanted);
        }
        score.print();
    }

    /// By segments that a page's main text must and must not hold.
    private void mainText(Path folder) throws IOException {
        JsonNode cases = JSON.readTree(folder.resolve("evaldata.json").toFile());
        int held = 0;
        int missed = 0;
        int wrong = 0;
        int pages = 0;
        for (Map.Entry<String, JsonNode> one : cases.properties()) {
            Optional<Path> file = page(folder, one.getValue().path("file").asText());
            if (file.isEmpty()) {
                continue;
            }
            pages++;
            Extraction found =
                    extract(Files.readAllBytes(file.get()), "", one.getKey(), SiteKind.JOB_BOARD);
            String text = found.mainText().orElse("").replaceAll("\\s+", " ");
            List<String> lost = new ArrayList<>();
            for (JsonNode segment : one.getValue().path("with")) {
                boolean isHeld = text.contains(segment.asText().replaceAll("\\s+", " "));
                held += isHeld ? 1 : 0;
                missed += isHeld ? 0 : 1;
                if (!isHeld) {
                    lost.add("-" + segment.asText());
                }
            }
            for (JsonNode segment : one.getValue().path("without")) {
                boolean isHeld = text.contains(segment.asText().replaceAll("\\s+", " "));
                wrong += isHeld ? 1 : 0;
                if (isHeld) {
                    lost.add("+" + segment.asText());
                }
            }
            if (!lost.isEmpty() && SHOWN > 0) {
                IO.println(
                        "    "
                                + one.getValue().path("file").asText()
                                + " "
                                + text.length()
                                + " "
                                + lost);
            }
        }
        double precision = (double) held / (held + wrong);
        double recall = (double) held / (held + missed);
        IO.println(
                "%-60s P %.3f, R %.3f, F %.3f"
                        .formatted(
                                "main text: segments of " + pages + " pages",
                                precision,
                                recall,
                                2 * precision * recall / (precision + recall)));
    }

    private static Optional<Path> page(Path folder, String name) {
        return Stream.of("eval", "cache", ".")
                .map(place -> folder.resolve(place).resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
