package lurewatch.searchcli.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
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
import lurewatch.indexer.Particulars;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Signal;
import lurewatch.indexer.Sketch;
import lurewatch.indexer.campaign.Sketches;
import lurewatch.indexer.index.IndexEntry;

/// Postings made of the shipped lexicon's phrases, the same for the same seed: the languages of
/// real boards in about their shares, four in ten postings copies of a campaign's text with a few
/// words changed, and contacts of which few are used often and most by a handful.
final class MadePostings {
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");

    /// Language and share in a hundred.
    private static final Map<String, Integer> SHARES = shares();

    private static final List<String> COUNTRIES = List.of("KH", "MM", "TH", "LA", "PH", "AE");
    private static final List<String> SIGNALS =
            List.of(
                    "pay_too_high",
                    "free_airfare",
                    "free_housing_food",
                    "high_risk_place",
                    "off_platform_contact",
                    "passport_only",
                    "tm_callcenter_role",
                    "money_mule");
    private static final List<ContactKind> KINDS =
            List.of(
                    ContactKind.TELEGRAM,
                    ContactKind.LINE,
                    ContactKind.WECHAT,
                    ContactKind.ZALO,
                    ContactKind.WHATSAPP);
    private static final int SITES = 300;

    private final Random random;
    private final int total;
    private final Map<String, List<String>> phrases = new LinkedHashMap<>();
    private final List<String> languages = new ArrayList<>();
    private final List<String[]> campaigns = new ArrayList<>();
    private int made;

    MadePostings(int total, long seed, Path lexicon) throws IOException {
        this.total = total;
        this.random = new Random(seed);
        for (Map.Entry<String, Integer> share : SHARES.entrySet()) {
            phrases.put(share.getKey(), read(lexicon.resolve(share.getKey() + ".tsv")));
            for (int i = 0; i < share.getValue(); i++) {
                languages.add(share.getKey());
            }
        }
    }

    private static Map<String, Integer> shares() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put("ko", 18);
        shares.put("zh-Hans", 20);
        shares.put("zh-Hant", 8);
        shares.put("vi", 13);
        shares.put("th", 11);
        shares.put("id", 10);
        shares.put("en", 12);
        shares.put("ja", 4);
        shares.put("hi", 2);
        shares.put("tl", 2);
        return shares;
    }

    private static List<String> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.startsWith("#") && line.contains("\tliteral\t"))
                    .map(line -> line.split("\t", -1)[2])
                    .toList();
        }
    }

    String phrase(String language) {
        List<String> all = phrases.getOrDefault(language, List.of());
        return all.get(random.nextInt(all.size()));
    }

    String anyLanguage() {
        return languages.get(random.nextInt(languages.size()));
    }

    /// A contact that postings use: of a few often used ones, or of the many others.
    String contactKey() {
        int number = contactNumber();
        return KINDS.get(number % KINDS.size()).label() + ":" + contactName(number);
    }

    /// Of a text of which there may be copies.
    Sketch sketch() {
        IndexEntry entry = next();
        return entry.sketch().orElseGet(this::sketch);
    }

    private int contactNumber() {
        double skew = random.nextDouble();
        return (int) (skew * skew * skew * (total / 6.0 + 5));
    }

    private static String contactName(int number) {
        return String.format(Locale.ROOT, "made_%06d", number);
    }

    IndexEntry next() {
        String language = anyLanguage();
        String text;
        if (random.nextInt(10) < 4 && !campaigns.isEmpty()) {
            String[] campaign = campaigns.get(random.nextInt(campaigns.size()));
            language = campaign[0];
            text = campaign[1];
        } else {
            text = text(language, 8 + random.nextInt(18));
            if (campaigns.size() < Math.max(10, total / 40)) {
                campaigns.add(new String[] {language, text});
            }
        }
        List<Contact> contacts = new ArrayList<>();
        StringBuilder whole = new StringBuilder(text);
        for (int i = random.nextInt(3); i > 0; i--) {
            int number = contactNumber();
            String name = contactName(number);
            whole.append(" @").append(name);
            contacts.add(
                    new Contact(KINDS.get(number % KINDS.size()), name, name, -1, -1, 0.9, "made"));
        }
        return entry(
                language, phrase(language), whole.append(' ').append(made).toString(), contacts);
    }

    private String text(String language, int length) {
        StringBuilder text = new StringBuilder();
        boolean isSpaced = !language.startsWith("zh") && !List.of("ja", "th").contains(language);
        for (int i = 0; i < length; i++) {
            text.append(phrase(language)).append(isSpaced ? " " : i % 4 == 3 ? "，" : "");
        }
        return text.toString();
    }

    private IndexEntry entry(String language, String title, String text, List<Contact> contacts) {
        int number = made++;
        double score = random.nextInt(101);
        String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        double usd = 500 + random.nextInt(4000);
        Evidence evidence = Evidence.in(text, 0, 1);
        JobPosting posting =
                new JobPosting(
                        new PostingId(
                                String.format(Locale.ROOT, "p%016x", number * 0x9E3779B97F4A7C15L)),
                        new CaptureId(1 + number),
                        "site" + random.nextInt(SITES),
                        "https://board" + random.nextInt(SITES) + ".example/ads/" + number,
                        title,
                        Optional.empty(),
                        Optional.of("Company " + random.nextInt(Math.max(1, total / 20))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, text)),
                        List.of(),
                        Particulars.UNKNOWN);
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < (int) (score / 20); i++) {
            signals.add(
                    new Signal(SIGNALS.get((number + i) % SIGNALS.size()), 0.8, List.of(evidence)));
        }
        Assessment assessment =
                new Assessment(
                        Optional.of(language),
                        score,
                        score >= 70
                                ? AssessmentClass.LURE
                                : score >= 40 ? AssessmentClass.REVIEW : AssessmentClass.LOW,
                        Context.NONE,
                        signals,
                        contacts,
                        List.of(
                                new Place(
                                        country.toLowerCase(Locale.ROOT),
                                        country,
                                        country,
                                        "high",
                                        PlaceRole.DESTINATION,
                                        evidence)),
                        List.of(
                                new Pay(
                                        BigDecimal.valueOf(usd),
                                        BigDecimal.valueOf(usd),
                                        Optional.of("USD"),
                                        Optional.of(Pay.Period.MONTH),
                                        Optional.of(new Pay.UsdMonth(usd, usd)),
                                        evidence)),
                        List.of(),
                        "made",
                        Optional.empty(),
                        List.of());
        Instant seen = FIRST_DAY.plusSeconds(random.nextInt(86_400 * 300));
        AssessedPosting assessed = new AssessedPosting(posting, assessment);
        return new IndexEntry(
                assessed,
                new PostingTimes(seen, seen.plusSeconds(random.nextInt(86_400 * 20)), 1),
                Sketches.of(assessed));
    }
}
