package lurewatch.crawler.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lurewatch.crawler.demo.ChannelSite.Message;
import lurewatch.crawler.demo.DemoTexts.EmscadAd;
import lurewatch.crawler.demo.JobBoard.Paths;
import lurewatch.indexer.Digest;

/// Which text stands on which site. Nothing here is left to chance: what looks shuffled is in the
/// order of digests.
final class DemoSites {
    /// Languages with too few texts for a board of their own share one, as diasporas do.
    private static final Set<String> ON_WORLDWIDE =
            Set.of("hi", "bn", "ur", "ru", "my", "km", "ne", "am");

    private static final Set<String> ON_FEED = Set.of("tl", "ms", "pt-BR", "es", "sw");

    /// Lures of one board that turn up on others and in the channel, with the same contact.
    private static final List<String> COPIED =
            List.of(
                    "ko-001",
                    "ko-019",
                    "en-001",
                    "en-004",
                    "en-016",
                    "zh-hans-001",
                    "zh-hans-002",
                    "zh-hant-002",
                    "vi-001",
                    "vi-007",
                    "th-001",
                    "id-006",
                    "ja-001",
                    "ru-001");

    private final DemoTexts texts;
    private final Instant base;

    private DemoSites(DemoTexts texts, Instant base) {
        this.texts = texts;
        this.base = base;
    }

    /// All of them; `port` is where they will be served.
    static List<DemoSite> all(DemoTexts texts, Instant base, int port) {
        DemoSites sites = new DemoSites(texts, base);
        return List.of(
                sites.harbourJobs(),
                sites.worldwideWork(),
                sites.board("gyomin-alba.test", "ko", PageEncoding.EUC_KR.everywhere(), in("ko")),
                sites.board(
                        "nanyang-huaren.test",
                        "zh-Hans",
                        PageEncoding.GB18030.everywhere(),
                        in("zh-Hans", "zh-Hant")),
                sites.board("cho-viec.test", "vi", PageEncoding.UTF_8.everywhere(), in("vi")),
                sites.board("talat-ngan.test", "th", DemoSites::thaiEncoding, in("th")),
                sites.board("papan-loker.test", "id", PageEncoding.UTF_8.everywhere(), in("id")),
                sites.board(
                        "kaigai-kurashi.test", "ja", PageEncoding.SHIFT_JIS.everywhere(), in("ja")),
                sites.channel(),
                new ForumSite(texts.wordsOf("en"), texts.threads(), base),
                sites.feed("http://" + FeedSite.HOST + ":" + port),
                new NewsSite(
                        texts.wordsOf("en"),
                        texts.casesThat(c -> c.label() == DemoCase.Label.WARNING_OR_NEWS),
                        base),
                sites.trap());
    }

    /// Thai pages in the wild: three character sets within one site.
    private static PageEncoding thaiEncoding(int number) {
        return switch (number % 3) {
            case 0 -> PageEncoding.WINDOWS_874;
            case 1 -> PageEncoding.TIS_620;
            default -> PageEncoding.UTF_8;
        };
    }

    private static Predicate<DemoCase> in(String... languages) {
        Set<String> wanted = Set.of(languages);
        return text -> text.isAd() && wanted.contains(text.language());
    }

    private DemoSite harbourJobs() {
        List<DemoCase> english = texts.casesThat(in("en"));
        return english(
                "harbour-jobs.test",
                AdMarkup.JSON_LD,
                texts.ads().subList(0, texts.ads().size() / 2),
                everySecond(english, 0),
                copied("en-004", "en-016"));
    }

    private DemoSite worldwideWork() {
        List<DemoCase> english = texts.casesThat(in("en"));
        List<DemoCase> others =
                texts.casesThat(c -> c.isAd() && ON_WORLDWIDE.contains(c.language()));
        return english(
                "worldwide-work.test",
                AdMarkup.MICRODATA,
                texts.ads().subList(texts.ads().size() / 2, texts.ads().size()),
                Stream.concat(everySecond(english, 1).stream(), others.stream()).toList(),
                copied("en-001", "ru-001"));
    }

    private DemoSite english(
            String host,
            AdMarkup markup,
            List<EmscadAd> real,
            List<DemoCase> composed,
            List<DemoCase> copies) {
        // An ad that does not know yet which number it will have.
        record Entry(String id, Numbered ad) {
            interface Numbered {
                Ad at(int number, Instant posted);
            }
        }
        List<Entry> entries = new ArrayList<>();
        real.forEach(ad -> entries.add(new Entry(ad.id(), (n, at) -> Ad.of(n, ad, at))));
        composed.forEach(c -> entries.add(new Entry(c.id(), (n, at) -> Ad.of(n, c, at))));
        copies.forEach(
                c -> entries.add(new Entry("copy " + c.id(), (n, at) -> Ad.copyOf(n, c, at))));
        entries.sort(Comparator.comparing(entry -> Digest.of(entry.id()).hex()));
        List<Ad> ads = new ArrayList<>();
        for (Entry entry : entries) {
            int number = ads.size() + 1;
            ads.add(entry.ad().at(number, posted(number)));
        }
        return new JobBoard(
                host,
                texts.wordsOf("en"),
                markup,
                Paths.MODERN,
                PageEncoding.UTF_8.everywhere(),
                ads);
    }

    private DemoSite board(
            String host,
            String language,
            PageEncoding.ByNumber encodings,
            Predicate<DemoCase> wanted) {
        return new JobBoard(
                host,
                texts.wordsOf(language),
                AdMarkup.PLAIN,
                Paths.SCRIPT,
                encodings,
                ads(texts.casesThat(wanted)));
    }

    private DemoSite feed(String origin) {
        List<DemoCase> items = texts.casesThat(c -> c.isAd() && ON_FEED.contains(c.language()));
        return new FeedSite(texts.wordsOf("en"), origin, ads(items));
    }

    private DemoSite trap() {
        return new TrapSite(
                texts.wordsOf("en"),
                ads(copied("ko-019", "en-001", "vi-007", "zh-hans-002", "th-001")));
    }

    private List<Ad> ads(List<DemoCase> from) {
        List<Ad> ads = new ArrayList<>();
        for (DemoCase text : from) {
            int number = ads.size() + 1;
            ads.add(Ad.of(number, text, posted(number)));
        }
        return ads;
    }

    /// Half of it lures of every language, half the small talk that every channel has.
    private DemoSite channel() {
        List<String> said = new ArrayList<>();
        int talk = 0;
        for (DemoCase lure : copied(COPIED.toArray(String[]::new))) {
            said.add(
                    "Good morning from the channel, day " + ++talk + ". Stay dry, it rains a lot.");
            said.add(lure.copied());
        }
        for (DemoCase text : texts.casesThat(DemoCase::isLure)) {
            if (Digest.of(text.id()).hex().charAt(0) < '3') {
                said.add(text.text());
            }
        }
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            int age = said.size() - i;
            messages.add(new Message(said.get(i), base.minus(Duration.ofMinutes(95L * age))));
        }
        return new ChannelSite(messages);
    }

    private List<DemoCase> copied(String... ids) {
        return texts.casesThat(text -> List.of(ids).contains(text.id()));
    }

    private static List<DemoCase> everySecond(List<DemoCase> all, int from) {
        List<DemoCase> half = new ArrayList<>();
        for (int i = from; i < all.size(); i += 2) {
            half.add(all.get(i));
        }
        return half;
    }

    private Instant posted(int number) {
        return base.minus(Duration.ofMinutes(43L * number));
    }
}
