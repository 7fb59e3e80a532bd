package lurewatch.indexer.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.text.TextViews;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingIT {
    private static final String TYPIST =
            "Typists wanted in Poipet, free flight and visa, no experience needed, salary 900 USD a"
                    + " month, rooms with air condition, contact the manager directly today";
    private static final String COOK =
            "Our restaurant by the river looks for a cook who knows Khmer dishes, works clean,"
                    + " comes on time and likes to teach the young people in the kitchen";
    private static final String GUARD =
            "Night guard for a warehouse, own motorbike, quiet area behind the market, papers and"
                    + " two pictures at the office on weekdays only";

    /// The same ads in every build; `LUREWATCH_SEED` makes others.
    private static final long SEED =
            Long.parseLong(Optional.ofNullable(System.getenv("LUREWATCH_SEED")).orElse("1"));

    @TempDir private Path folder;

    @Test
    void joinsCopiesWhateverStandsInTheirSlots() {
        try (Desk desk = new Desk(folder)) {
            desk.given(Ad.of("a", "one", TYPIST));
            desk.given(Ad.of("b", "two", TYPIST.replace("900", "2,500") + " 096 123"));
            desk.given(Ad.of("c", "three", COOK));
            assertThat(desk.campaigns()).isEqualTo(Map.of("a", Set.of("a", "b")));
        }
    }

    /// The reason stands in the first column.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ko: number and handle    | 캄보디아 시아누크빌 TM 직원 모집. 월 1500만~3000만, 숙식 제공 항공권 지원. 텔레 @sample_a1     | 캄보디아  시아누크빌 TM직원 모집! 월 2000만~2500만, 숙식제공 항공권지원. 텔레 @sample_b2
                    ko: words added          | 캄보디아 시아누크빌 TM 직원 모집. 월 1500만~3000만, 숙식 제공 항공권 지원. 텔레 @sample_a1     | ★급구★ 캄보디아 시아누크빌 TM 직원 모집. 월 2000만, 숙식 제공 항공권 지원. 텔레 @sample_b2
                    zh: number and handle    | 去柬埔寨西港打字员，包吃住包机票，月入3万，有护照即可，飞机 @sample_a1                         | 去柬埔寨西港打字员 包吃住 包机票 月入5万 有护照即可 飞机 @sample_b2
                    zh: words added          | 去柬埔寨西港打字员，包吃住包机票，月入3万，有护照即可，飞机 @sample_a1                         | 诚招！去柬埔寨西港打字员，包吃住包机票，月入8万，有护照即可，微信 @sample_b2
                    th: number and handle    | รับสมัครแอดมินตอบแชท ทำงานที่ปอยเปต เงินเดือน 30000 ฟรีที่พักอาหาร ไลน์ @sample_a1             | รับสมัครแอดมินตอบแชท ทำงานที่ปอยเปต เงินเดือน 45,000 ฟรีที่พักอาหาร ไลน์ @sample_b2
                    th: words added          | รับสมัครแอดมินตอบแชท ทำงานที่ปอยเปต เงินเดือน 30000 ฟรีที่พักอาหาร ไลน์ @sample_a1             | ด่วนมาก รับสมัครแอดมินตอบแชท ทำงานที่ปอยเปต เงินเดือน 45,000 ฟรีที่พักอาหาร ทักไลน์ @sample_b2
                    vi: number and handle    | Tuyển nhân viên đánh máy tại Campuchia, bao ăn ở, bao vé, lương 20 triệu, Zalo 0900000001    | TUYỂN NHÂN VIÊN ĐÁNH MÁY TẠI CAMPUCHIA, bao ăn ở, bao vé, lương 35 triệu, Zalo 0900000002
                    vi: words added          | Tuyển nhân viên đánh máy tại Campuchia, bao ăn ở, bao vé, lương 20 triệu, Zalo 0900000001    | Cần gấp: tuyển nhân viên đánh máy tại Campuchia, bao ăn ở, bao vé, lương 35 triệu, Zalo 0900000002
                    """)
    void findsVariants(String why, String text, String variant) {
        try (Desk desk = new Desk(folder)) {
            desk.given(Ad.of("a", "one", text));
            desk.given(Ad.of("b", "two", variant));
            assertThat(desk.campaigns()).as(why).hasSize(1);
        }
    }

    /// A name in the text is a slot wherever it stands, although the detector tells it once.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    加微信 NAME 咨询，去西港打字员，包吃住包机票，有护照即可，微信号 NAME
                    ติดต่อ NAME รับสมัครแอดมินตอบแชท ทำงานที่ปอยเปต ฟรีที่พักอาหาร ไอดีไลน์ NAME
                    Message NAME for the job in Poipet, typists only, free room and flight. Ask NAME now
                    """)
    void aNameThatStandsTwiceIsASlotTwice(String text) {
        List<MaskedText> masked =
                Stream.of("sample_a1", "sample_tmboss27")
                        .map(name -> {
                            String said = text.replace("NAME", name);
                            int at = said.indexOf(name);
                            Contact found =
                                    new Contact(
                                            ContactKind.WECHAT,
                                            name,
                                            name,
                                            at,
                                            at + name.length(),
                                            0.9,
                                            "test");
                            return MaskedText.of(TextViews.of(said), List.of(found), List.of());
                        })
                        .toList();
        assertThat(masked.getFirst().shown())
                .isEqualTo(masked.getLast().shown())
                .doesNotContain("sample");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the same trade, other ad | 去柬埔寨西港打字员，包吃住包机票，月入3万，有护照即可，飞机 @sample_a1             | 柬埔寨金边诚聘厨师，会做川菜，包吃住，工资面议，联系老板微信 @sample_b2
                    a title and no more      | Kế toán trưởng                                                                       | Kế toán trưởng
                    other work, one phrase   | Typists wanted in Poipet, free flight and visa, no experience needed, ask for Mr Chen | Nurses wanted in Berlin, free flight and visa, exam needed, apply to the clinic's office
                    """)
    void leavesUnlikeTextsApart(String why, String text, String other) {
        try (Desk desk = new Desk(folder)) {
            desk.given(Ad.of("a", "one", text));
            desk.given(Ad.of("b", "two", other));
            assertThat(desk.campaigns()).as(why).isEmpty();
        }
    }

    @Test
    void joinsUnlikeTextsByAnAccount() {
        try (Desk desk = new Desk(folder)) {
            desk.given(Ad.of("a", "one", TYPIST, "telegram:sample_x"));
            desk.given(Ad.of("b", "two", COOK, "telegram:sample_x"));
            desk.given(Ad.of("c", "two", GUARD, "telegram:sample_y"));
            assertThat(desk.campaigns()).isEqualTo(Map.of("a", Set.of("a", "b")));
        }
    }

    @Test
    void keepsAWarningApartFromWhatItQuotes() {
        try (Desk desk = new Desk(folder)) {
            desk.given(Ad.of("a", "one", TYPIST, "telegram:sample_x"));
            desk.given(new Ad("w", "two", Context.WARNING, TYPIST, List.of("telegram:sample_x")));
            desk.given(new Ad("v", "three", Context.WARNING, TYPIST, List.of("telegram:sample_x")));
            assertThat(desk.campaigns()).isEqualTo(Map.of("w", Set.of("v", "w")));
        }
    }

    @ParameterizedTest
    @CsvSource({"phone:+85500000001, 8", "whatsapp:+85500000001, 20", "telegram:sample_x, 50"})
    void aBoardsHotlineJoinsNothing(String hotline, int most) {
        Random random = new Random(11);
        try (Desk desk = new Desk(folder)) {
            for (int i = 0; i < most; i++) {
                desk.given(Ad.of("h" + i, "board", words(random, 60), hotline));
            }
            assertThat(desk.campaigns()).as("as far as it may be one recruiter's").hasSize(1);
            desk.given(Ad.of("h" + most, "board", words(random, 60), hotline));
            assertThat(desk.campaigns()).isEmpty();
        }
    }

    @Test
    void aContactThatIsNoHubAnyMoreJoinsAgain() {
        Random random = new Random(12);
        try (Desk desk = new Desk(folder)) {
            List<Ad> ads = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                ads.add(Ad.of("h" + i, "board", words(random, 60), "phone:+85500000001"));
            }
            desk.given(ads);
            Ad last = ads.getLast();
            desk.given(new Ad(last.name(), last.site(), Context.NONE, last.text(), List.of()));
            assertThat(desk.campaigns().get("h0")).hasSize(8);
        }
    }

    @Test
    void aListOfOtherPeoplesContactsJoinsNothing() {
        try (Desk desk = new Desk(folder)) {
            String[] many =
                    IntStream.range(0, 9)
                            .mapToObj(i -> "telegram:sample_" + i)
                            .toArray(String[]::new);
            desk.given(Ad.of("a", "one", TYPIST, "telegram:sample_1"));
            desk.given(Ad.of("b", "two", COOK, "telegram:sample_2"));
            desk.given(Ad.of("list", "three", GUARD, many));
            assertThat(desk.campaigns()).isEmpty();
        }
    }

    @Test
    void anAdThatIsChangedLeavesAndTheBridgeThatItWasFalls() {
        try (Desk desk = new Desk(folder)) {
            Ad bridge = Ad.of("b", "two", COOK, "telegram:sample_x", "telegram:sample_y");
            desk.given(Ad.of("a", "one", TYPIST, "telegram:sample_x"));
            desk.given(bridge);
            desk.given(Ad.of("c", "three", GUARD, "telegram:sample_y"));
            assertThat(desk.campaigns()).isEqualTo(Map.of("a", Set.of("a", "b", "c")));
            desk.given(new Ad("b", "two", Context.NONE, COOK, List.of("telegram:sample_y")));
            assertThat(desk.campaigns()).isEqualTo(Map.of("b", Set.of("b", "c")));
        }
    }

    @Test
    void theOlderNameStaysAndBothLeadThere() {
        try (Desk desk = new Desk(folder)) {
            desk.given(Ad.of("a", "one", TYPIST, "telegram:sample_x"));
            desk.given(Ad.of("b", "two", TYPIST));
            desk.given(Ad.of("c", "one", COOK, "telegram:sample_y"));
            desk.given(Ad.of("d", "two", COOK));
            assertThat(desk.campaigns().keySet()).containsExactly("a", "c");
            desk.given(Ad.of("e", "three", GUARD, "telegram:sample_x", "telegram:sample_y"));
            assertThat(desk.campaigns()).isEqualTo(Map.of("a", Set.of("a", "b", "c", "d", "e")));
        }
    }

    /// A frame of a board around ads that have nothing else in common.
    @Test
    void whatEverybodySaysJoinsNothing() {
        Random random = new Random(5);
        String frame = words(random, 60);
        try (Desk desk = new Desk(folder)) {
            for (int i = 0; i < 2 * Grouping.COMMON; i++) {
                desk.given(Ad.of("f" + i, "board", frame + words(random, 45)));
            }
            assertThat(desk.campaigns()).isEmpty();
        }
    }

    @Test
    void givesTheSameInAnyOrderAndAfterAnyChanges() throws IOException {
        givesTheSame(SEED, folder);
    }

    static void givesTheSame(long seed, Path folder) throws IOException {
        Random random = new Random(seed);
        List<Ad> ads = madeUp(random, 160);
        Map<String, Set<String>> expected = new Partition(ads).campaigns();
        assertThat(expected).hasSizeGreaterThan(5);
        for (int round = 0; round < 4; round++) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, ads.size()).boxed().toList());
            Collections.shuffle(order, random);
            Path here = Files.createDirectory(folder.resolve("round" + round));
            try (Desk desk = new Desk(here)) {
                int ledger = 0;
                if (round % 2 == 1) { // all say something else first
                    for (int i = 0; i < ads.size(); i++) {
                        Ad other = ads.get(random.nextInt(ads.size()));
                        Ad ad = ads.get(i);
                        desk.given(
                                new Ad(
                                        ad.name(),
                                        ad.site(),
                                        Context.NONE,
                                        other.text(),
                                        other.contacts()),
                                ++ledger);
                    }
                }
                for (int index : order) {
                    desk.given(ads.get(index), ++ledger);
                }
                Map<String, Set<String>> found = desk.campaigns();
                assertThat(Set.copyOf(found.values()))
                        .as("seed %d round %d", seed, round)
                        .isEqualTo(Set.copyOf(expected.values()));
                List<String> names =
                        (round % 2 == 1 ? IntStream.range(0, ads.size()).boxed().toList() : order)
                                .stream().map(index -> ads.get(index).name()).toList();
                String where = "seed " + seed + " round " + round;
                found.forEach((founder, members) ->
                        assertThat(founder)
                                .as(where)
                                .isEqualTo(
                                        names.stream()
                                                .filter(members::contains)
                                                .findFirst()
                                                .orElseThrow()));
            }
        }
    }

    @Test
    void tenThousandCopiesAreOneWording() {
        try (Desk desk = new Desk(folder)) {
            for (int i = 0; i < 10_000; i++) {
                desk.given(
                        Ad.of("a" + i, "site" + i % 50, TYPIST + " " + i, "telegram:sample_" + i));
            }
            assertThat(desk.campaigns().get("a0")).hasSize(10_000);
        }
    }

    @Test
    void aGiantTextIsOneOfMany() {
        Random random = new Random(3);
        try (Desk desk = new Desk(folder)) {
            String giant = words(random, 400_000);
            desk.given(Ad.of("a", "one", giant));
            desk.given(Ad.of("b", "two", giant + "end"));
            desk.given(Ad.of("c", "two", "a.".repeat(500_000)));
            desk.given(Ad.of("d", "two", "a-".repeat(500_000) + ".com"));
            assertThat(desk.campaigns()).isEqualTo(Map.of("a", Set.of("a", "b")));
        }
    }

    /// Templates that drift, with accounts that some share and a hotline.
    private static List<Ad> madeUp(Random random, int count) {
        List<String> templates = IntStream.range(0, 30).mapToObj(_ -> words(random, 50)).toList();
        List<Ad> ads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = changed(random, templates.get(random.nextInt(templates.size())));
            List<String> contacts = new ArrayList<>();
            if (random.nextInt(8) == 0) {
                contacts.add("telegram:sample_" + random.nextInt(60));
            }
            if (random.nextInt(2) == 0) { // too often not to be a hub
                contacts.add("phone:+85500000001");
            }
            ads.add(new Ad("ad" + i, "site" + random.nextInt(4), Context.NONE, text, contacts));
        }
        return ads;
    }

    private static String changed(Random random, String template) {
        List<String> words = new ArrayList<>(Arrays.asList(template.split(" ")));
        int changes = random.nextInt(9);
        for (int i = 0; i < changes; i++) {
            words.set(random.nextInt(words.size()), words(random, 1).strip());
        }
        return String.join(" ", words);
    }

    static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ ->
                        random.ints(5, 'a', 'z' + 1)
                                .mapToObj(letter -> Character.toString((char) letter))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(" ", "", " "));
    }
}
