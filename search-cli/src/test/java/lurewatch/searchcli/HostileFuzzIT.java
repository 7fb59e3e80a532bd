package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Block;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Link;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random strings that try to move a terminal, in every place where a stranger's words stand,
/// through every format for people. A few here, the same in every build: `LUREWATCH_FUZZ=100000`
/// says how many it shall be, `LUREWATCH_SEED` makes others.
class HostileFuzzIT {
    /// Strings of strangers in one posting as it is made here.
    private static final int IN_ONE = 15;

    private static final int TOGETHER = 500;
    private static final int SHOWN = 25;

    private static final List<String> PIECES =
            List.of(
                    "\u001b[2J",
                    "\u001b]52;c;ZXZpbA==\u0007",
                    "\u001b]8;;http://evil.example\u001b\\",
                    "\u001bP",
                    "\u001b",
                    "\u009b31m",
                    "\u0090",
                    "\u0085",
                    "\u202e",
                    "\u2066",
                    "\u200b",
                    "\u200d",
                    "\u2028",
                    "\u2029",
                    "\ufeff",
                    "\u00ad",
                    "\u0000",
                    "\u0008\u0008\u0008",
                    "\r",
                    "\n",
                    "\t",
                    "\u007f",
                    "\ud83d",
                    "\udc00",
                    "\udb40\udc41",
                    "\ue000",
                    "\uffff",
                    "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306",
                    "\u115f",
                    "\u3164",
                    "\u180e",
                    "\u061c",
                    "%n%s",
                    "\\e[1m",
                    "free flight ",
                    "캄보디아 ",
                    "ลูกค้า",
                    "@hr ",
                    "https://x.example/ ",
                    "😀",
                    "\"",
                    "'",
                    "<b>",
                    "&#27;");

    @TempDir private Path folder;

    private final long seed =
            Optional.ofNullable(System.getenv("LUREWATCH_SEED"))
                    .map(Long::parseLong)
                    .orElse(20_261_128L);
    private final Random random = new Random(seed);
    private int printed;

    @Test
    void noStrangerMovesTheTerminal() throws Exception {
        int strings =
                Integer.parseInt(
                        Optional.ofNullable(System.getenv("LUREWATCH_FUZZ")).orElse("3000"));
        int batches = Math.ceilDiv(strings, TOGETHER * IN_ONE);
        for (int batch = 0; batch < batches; batch++) {
            Path data = Files.createDirectories(folder.resolve("data" + batch));
            int postings = Math.min(TOGETHER, Math.ceilDiv(strings, IN_ONE) - batch * TOGETHER);
            List<AssessedPosting> made = new ArrayList<>();
            for (int i = 0; i < postings; i++) {
                made.add(posting(batch * TOGETHER + i));
            }
            World world = new World();
            made.forEach(world::add);
            world.in(data);
            print(data, made);
        }
        assertThat(printed).isGreaterThan(strings / IN_ONE);
        System.out.printf(
                Locale.ROOT,
                "seed %d: %d strings, %d characters printed%n",
                seed,
                strings,
                printed);
    }

    private void print(Path data, List<AssessedPosting> made) {
        run(data, "search", "*", "--format", "table");
        run(data, "search", "*", "--format", "table", "--raw", "--color", "always");
        run(data, "search", "*", "--format", "plain");
        run(data, "search", "free", "--format", "table", "--color", "always");
        run(data, "search", "*", "--format", "ids");
        run(data, "search", "*", "--format", "urls");
        run(data, "search", "*", "--facet", "site,place,contact,employer,signal,class");
        run(data, "stats");
        run(data, "timeline", "*");
        run(data, "trends", "--window", "3650d");
        run(data, "watch", "add", "all", "--on", "new", "*");
        run(data, "watch", "test", "all", "--days", "3650");
        for (int i = 0; i < made.size(); i += Math.max(1, made.size() / SHOWN)) {
            JobPosting posting = made.get(i).posting();
            Contact contact = made.get(i).assessment().contacts().getFirst();
            run(data, "show", posting.id().value());
            run(data, "show", posting.id().value(), "--raw", "--color", "always");
            run(data, "pivot", posting.id().value());
            run(data, "contact", contact.key());
            run(data, "pivot", contact.key());
            run(data, "search", posting.title());
            run(data, "watch", "add", posting.title(), "--on", contact.value(), posting.text());
        }
    }

    /// What comes out, on both streams, may be anything but text that acts.
    private void run(Path data, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        Cli.Run run = Cli.onTerminal(100).run(all.toArray(String[]::new));
        assertThat(run.code()).as("seed %d: %s %s", seed, all, run.err()).isLessThan(70);
        String out = run.out() + run.err();
        printed += out.length();
        String withoutOwnColours = out.replaceAll("\u001b\\[[0-9;]*m", "");
        boolean acts =
                withoutOwnColours
                        .codePoints()
                        .anyMatch(c ->
                                c != '\n'
                                        && (Character.isISOControl(c)
                                                || Character.getType(c) == Character.FORMAT
                                                || Character.getType(c) == Character.SURROGATE
                                                || c == 0x2028
                                                || c == 0x2029));
        assertThat(acts).as("seed %d: %s", seed, all).isFalse();
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        int pieces = 1 + random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            words.append(
                    random.nextInt(4) == 0
                            ? new String(Character.toChars(random.nextInt(0x11_0000)))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return words.toString();
    }

    private AssessedPosting posting(int number) {
        String text = "free " + words() + words();
        String url = "https://" + "board.example/" + number + "/" + words();
        JobPosting posting =
                new JobPosting(
                        new PostingId("p-" + number),
                        new CaptureId(1),
                        "board",
                        url,
                        words(),
                        Optional.of(words()),
                        Optional.of(words()),
                        Optional.of(words()),
                        Optional.of(words()),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, text)),
                        List.of(new Link("https://x.example/" + words(), words())),
                        Particulars.UNKNOWN);
        Evidence quote = Evidence.in(text, 0, text.length());
        return new AssessedPosting(
                posting,
                new Assessment(
                        Optional.of("en"),
                        number % 100,
                        AssessmentClass.LURE,
                        Context.NONE,
                        List.of(
                                new Signal(
                                        "free_airfare", 0.6, List.of(quote), Optional.of(words()))),
                        List.of(
                                contact(ContactKind.TELEGRAM),
                                contact(ContactKind.EMAIL),
                                contact(ContactKind.URL)),
                        List.of(
                                new Place(
                                        "x" + number,
                                        words(),
                                        "KH",
                                        "high",
                                        PlaceRole.DESTINATION,
                                        quote)),
                        List.of(
                                new Pay(
                                        new BigDecimal("2000"),
                                        new BigDecimal("2000"),
                                        Optional.of(words()),
                                        Optional.of(Pay.Period.MONTH),
                                        Optional.empty(),
                                        quote)),
                        List.of(new Assessment.Contribution("free_airfare", 1)),
                        "rules",
                        List.of(words())));
    }

    private Contact contact(ContactKind kind) {
        String value = words();
        return new Contact(kind, value.isBlank() ? "x" : value, words(), -1, -1, 0.9, "test");
    }
}
