package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Signal;
import lurewatch.indexer.rules.ContextWord;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.text.Misencoded;
import lurewatch.indexer.text.TextViews;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What may not change what is found: how a text is encoded where no reader sees it, and innocent
/// text around it.
class InvarianceTest {
    private static final long SEED = Long.getLong("lurewatch.seed", 20_261_122L);
    private static final Detector DETECTOR = Cases.shippedDetector();

    /// What says only that something was hidden, as invisible characters do.
    private static final String HIDDEN = "obfuscated_contact";

    private static final String INVISIBLE =
            "\u200b\u200c\u200d\u2060\u2061\ufeff\u00ad\u202a\u202b\u202c\u202d\u200e\u200f\u2066\u2069\ufe00\ufe0e\ufe0f\u034f\u3164\u180e";

    /// In no language.
    private static final List<String> INNOCENT =
            List.of("1. 2. 3.", "— — —", "***", "🙂🙂", "• • •", "(…)");

    /// Halves of pictures, marks without a letter, and what readers of contacts look for.
    private static final List<String> PIECES =
            List.of(
                    "\ud83d",
                    "\udc36",
                    "🐶",
                    "\ud83e",
                    "\udd86",
                    "\u200d",
                    "\u2066",
                    "\ufe0f",
                    "\u0301",
                    "\u20e3",
                    "*",
                    "@",
                    ".",
                    "_",
                    "-",
                    "/",
                    "(",
                    "\n",
                    " ",
                    "a",
                    "0",
                    "07",
                    "sample",
                    "_01",
                    ".com",
                    "텔레그램 ",
                    "telegram: ",
                    "whatsapp ",
                    "line id ",
                    "call ",
                    "+855",
                    "공일공 ",
                    "zero ",
                    "double ",
                    "en ",
                    "backwards ",
                    "first part ",
                    "dot ",
                    "underscore ",
                    "at ",
                    "ニ",
                    "ำ");

    /// `weather.tsv`: a language and an innocent sentence in it.
    private static final List<String> INNOCENT_SENTENCES =
            Cases.lines("weather.tsv").stream().map(row -> row.split("\t", -1)[1]).toList();

    /// A sentence stands that often, so that in some frames the text is a small part of the whole.
    private static final int LONGEST_FRAME = 8;

    /// Ways to write the same visible text.
    private static Map<String, BiFunction<String, Random, String>> rewritings() {
        Map<String, BiFunction<String, Random, String>> ways = new LinkedHashMap<>();
        ways.put("NFC", (text, random) -> Normalizer.normalize(text, Normalizer.Form.NFC));
        ways.put("NFD", (text, random) -> Normalizer.normalize(text, Normalizer.Form.NFD));
        ways.put("invisible marks", InvarianceTest::withInvisible);
        ways.put(
                "NFD and marks",
                (text, random) ->
                        withInvisible(Normalizer.normalize(text, Normalizer.Form.NFD), random));
        ways.put("no-break blanks", (text, random) -> text.replace(' ', '\u00a0'));
        ways.put("windows lines", (text, random) -> text.replace("\n", "\r\n"));
        ways.put("marked as right to left", (text, random) -> "\u202b" + text + "\u202c");
        ways.put("variation selectors", (text, random) -> text.replaceAll("(\\p{L})", "$1\ufe0e"));
        ways.put("words written backwards", InvarianceTest::backwards);
        ways.put("UTF-8 taken for Windows-1252", (text, random) -> byLine(text, Misencoded::utf8));
        ways.put("Burmese in Zawgyi", (text, random) -> byLine(text, Misencoded::zawgyi));
        return ways;
    }

    private static String byLine(String text, UnaryOperator<String> way) {
        return text.lines().map(way).collect(Collectors.joining("\n"));
    }

    /// What an override turns round is seen as it was.
    private static String backwards(String text, Random random) {
        return WORD.matcher(text)
                .replaceAll(word ->
                        random.nextBoolean()
                                ? word.group()
                                : "\u202e" + new StringBuilder(word.group()).reverse() + "\u202c");
    }

    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])\\p{L}{3,}(?![\\p{L}\\p{M}\\p{N}])");

    private static String withInvisible(String text, Random random) {
        StringBuilder marked = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    // a joiner shows beside letters that join
                    boolean shows =
                            (c >= 0x600 && c < 0xE00)
                                    || (c >= 0x1000 && c < 0x10A0)
                                    || (c >= 0x1780 && c < 0x1800);
                    marked.appendCodePoint(c);
                    if (!shows && random.nextInt(4) == 0) {
                        marked.append(INVISIBLE.charAt(random.nextInt(INVISIBLE.length())));
                    }
                });
        return marked.toString();
    }

    static Stream<String> texts() {
        return Stream.concat(
                Cases.all().stream().map(Cases.Case::text),
                Cases.lines("contacts.tsv").stream()
                        .map(row -> row.split("\t", -1)[0].replace("\\n", "\n")));
    }

    private static final Map<String, Assessment> ALONE =
            texts().collect(
                            Collectors.toMap(
                                    text -> text,
                                    text -> DETECTOR.assess(text, Optional.empty()),
                                    (one, _) -> one,
                                    LinkedHashMap::new));

    @Test
    void whatNobodySeesChangesNothing() {
        Random random = seeded();
        rewritings()
                .forEach((name, rewrite) ->
                        ALONE.forEach((text, before) -> {
                            String rewritten = rewrite.apply(text, random);
                            Assessment after = DETECTOR.assess(rewritten, Optional.empty());
                            String what = name + ": " + text;
                            assertThat(visible(after)).as(what).isEqualTo(visible(before));
                            assertThat(keys(after)).as(what).isEqualTo(keys(before));
                            Quotes.requireTrue(rewritten, after);
                        }));
    }

    /// Whatever languages the text and what stands around it are in. What judges the whole text is
    /// excepted: the whole is another.
    @ParameterizedTest
    @CsvSource({"0, 2", "0, 1", "1, 2", "2, 1"})
    void innocentTextAroundRemovesNothing(long further, int lineFeeds) {
        Random random = seeded(SEED + further);
        String gap = "\n".repeat(lineFeeds);
        ALONE.forEach((text, alone) -> {
            String framed = innocent(random) + gap + text + gap + innocent(random);
            Assessment inFrame = DETECTOR.assess(framed, Optional.empty());
            assertThat(signals(inFrame)).as(framed).containsAll(shownByWords(alone));
            assertThat(values(inFrame)).as(framed).containsAll(values(alone));
            Quotes.requireTrue(framed, inFrame);
        });
    }

    /// What the words of two groups tell together hangs on their sentence, however often the same
    /// words stand in innocent ones before it: those of work beside what is rented or sold, the
    /// others by themselves.
    @Test
    void theTextsOwnWordsAroundRemoveNothing() {
        List<ContextWord> words = Rules.read(Cases.SIGNALS).contextWords();
        Map<String, String> tradeOf =
                words.stream()
                        .filter(word -> word.group().equals("trade"))
                        .collect(
                                Collectors.toMap(
                                        ContextWord::language,
                                        ContextWord::word,
                                        (first, _) -> first));
        IntStream.rangeClosed(13, 16)
                .mapToObj(file -> Cases.lines("further-cases-" + file + ".jsonl"))
                .flatMap(List::stream)
                .map(FurtherCasesTest::textOf)
                .forEach(text -> {
                    String clean = TextViews.of(text).clean().text();
                    String own =
                            words.stream()
                                    .filter(word -> clean.contains(word.word()))
                                    .map(word -> innocent(word, tradeOf))
                                    .distinct()
                                    .map(line -> line.repeat(3))
                                    .collect(Collectors.joining());
                    String framed = own + "\n" + text + "\n\n" + own;
                    Assessment alone = DETECTOR.assess(text, Optional.empty());
                    Assessment inFrame = DETECTOR.assess(framed, Optional.empty());
                    assertThat(signals(inFrame)).as(framed).containsAll(shownByWords(alone));
                });
    }

    /// A line that raises no signal; empty for words that raise none in company either.
    private static String innocent(ContextWord word, Map<String, String> tradeOf) {
        return switch (word.group()) {
            case "job", "hiring", "invite" ->
                    tradeOf.containsKey(word.language())
                            ? word.word() + " " + tradeOf.get(word.language()) + "\n"
                            : "";
            case "asset", "handover", "secret", "pass_on", "cut" -> word.word() + "\n";
            default -> "";
        };
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theSameTextGivesTheSame(String text) {
        assertThat(DETECTOR.assess(text, Optional.empty()))
                .isEqualTo(DETECTOR.assess(text, Optional.empty()));
    }

    @Test
    void offsetsAreTrueInAnyText() {
        Random random = seeded();
        texts().forEach(text -> {
            String mutated = Mutations.apply(text, random);
            Quotes.requireTrue(mutated, DETECTOR.assess(mutated, Optional.empty()));
        });
        for (int i = 0; i < 200; i++) {
            String noise =
                    random.ints(300, 0, 0x3000)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining());
            Quotes.requireTrue(noise, DETECTOR.assess(noise, Optional.empty()));
        }
    }

    /// Pages are cut anywhere, and who cuts one counts no surrogates.
    @Test
    void nothingFailsOnATextInPieces() {
        Random random = seeded();
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = 1 + random.nextInt(8); pieces > 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            Assessment assessment = DETECTOR.assess(text.toString(), Optional.empty());
            assertThat(assessment.failures()).as(escaped(text)).isEmpty();
        }
    }

    private static String escaped(CharSequence text) {
        return text.chars()
                .mapToObj(c -> c < 0x80 ? Character.toString(c) : String.format("\\u%04x", c))
                .collect(Collectors.joining());
    }

    private static String innocent(Random random) {
        if (random.nextInt(4) == 0) {
            return INNOCENT.get(random.nextInt(INNOCENT.size()));
        }
        String sentence = INNOCENT_SENTENCES.get(random.nextInt(INNOCENT_SENTENCES.size()));
        return String.join(" ", Collections.nCopies(1 + random.nextInt(LONGEST_FRAME), sentence));
    }

    private static Random seeded() {
        return seeded(SEED);
    }

    private static Random seeded(long seed) {
        System.out.println("InvarianceTest seed " + seed + " (-Dlurewatch.seed=)");
        return new Random(seed);
    }

    private static Set<String> visible(Assessment assessment) {
        return assessment.signals().stream()
                .map(Signal::id)
                .filter(id -> !id.equals(HIDDEN))
                .collect(Collectors.toSet());
    }

    private static Set<String> signals(Assessment assessment) {
        return assessment.signals().stream().map(Signal::id).collect(Collectors.toSet());
    }

    private static Set<String> shownByWords(Assessment assessment) {
        return assessment.signals().stream()
                .filter(signal -> !WholeTextSignals.judgesWholeText(signal))
                .map(Signal::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(Assessment assessment) {
        return assessment.contacts().stream().map(Contact::key).collect(Collectors.toSet());
    }

    /// A national number that no word tells the country of may be another country's there.
    private static Set<String> values(Assessment assessment) {
        return assessment.contacts().stream()
                .filter(contact -> !contact.method().contains("read as"))
                .map(Contact::key)
                .collect(Collectors.toSet());
    }
}
