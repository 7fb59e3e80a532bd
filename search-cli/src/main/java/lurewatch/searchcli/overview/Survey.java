package lurewatch.searchcli.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.indexer.search.ValueCounts;
import lurewatch.indexer.search.ValueCounts.ValueCount;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.SiteVisits;
import lurewatch.searchcli.campaigns.Campaigns;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Labels;
import lurewatch.searchcli.leads.Timeline;
import lurewatch.searchcli.leads.Trends;
import lurewatch.searchcli.overview.Overview.Country;
import lurewatch.searchcli.overview.Overview.Crawl;
import lurewatch.searchcli.overview.Overview.Fired;
import lurewatch.searchcli.overview.Overview.Fresh;
import lurewatch.searchcli.overview.Overview.Step;
import lurewatch.searchcli.overview.Overview.Urgent;
import lurewatch.searchcli.watch.WatchLog;

/// Gathers an [Overview]. What rises is compared as `trends` does by itself: two weeks with the
/// ninety days before.
public final class Survey {
    static final Duration WINDOW = Duration.ofDays(14);
    static final Duration BASELINE = Duration.ofDays(90);
    private static final double FALSE_DISCOVERIES = 0.05;
    private static final Duration VISITS = Duration.ofDays(1);
    private static final String LURES = "class:lure";

    /// More countries than these are on no screen; each is a search of its own.
    private static final int MOST_COUNTRIES = 30;

    private static final int SOME_URGENT = 3;
    private static final Pattern PLAIN_CONTACT =
            Pattern.compile("[a-z_]{2,20}:[+@A-Za-z0-9_-]{1,64}");

    private final PostingSearch search;
    private final FactsReader facts;
    private final Campaigns campaigns;
    private final EventLog log;
    private final QueryLanguage language;
    private final String analyst;

    /// @param analyst whose reading counts
    public Survey(
            PostingSearch search,
            FactsReader facts,
            Campaigns campaigns,
            EventLog log,
            QueryLanguage language,
            String analyst) {
        this.search = search;
        this.facts = facts;
        this.campaigns = campaigns;
        this.log = log;
        this.language = language;
        this.analyst = analyst;
    }

    /// How things stand at `now`, with what is new since then.
    public Overview since(Instant since, Instant now) throws QueryException {
        Fresh fresh = fresh(since, now);
        List<Trends> rising = rising(now);
        List<Country> countries = countries(since, now);
        Urgent urgent = urgent();
        List<Fired> fired = fired();
        List<SiteVisits> visits = facts.visits(VISITS);
        Crawl crawl =
                new Crawl(
                        visits.stream().map(SiteVisits::last).max(Comparator.naturalOrder()),
                        visits);
        return new Overview(
                since,
                now,
                search.size(),
                fresh,
                rising,
                countries,
                urgent,
                fired,
                crawl,
                next(since, fresh, rising, urgent, fired, crawl));
    }

    private Fresh fresh(Instant since, Instant now) throws QueryException {
        ParsedQuery period = ParsedQuery.during(IndexSchema.FIRST_SEEN, since, now);
        ValueCounts all = search.counts(period, List.of(IndexSchema.CLASS, IndexSchema.SITE));
        ValueCounts lures =
                search.counts(language.parse(LURES).and(period), List.of(IndexSchema.SITE));
        ParsedQuery before =
                ParsedQuery.during(IndexSchema.FIRST_SEEN, mirrored(since, now), since);
        return new Fresh(
                all.total(),
                search.counts(before, List.of()).total(),
                all.of(IndexSchema.CLASS),
                all.of(IndexSchema.SITE),
                lures.of(IndexSchema.SITE));
    }

    /// As much before `since` as `now` is after it.
    private static Instant mirrored(Instant since, Instant now) {
        return since.minus(Duration.between(since, now));
    }

    private List<Trends> rising(Instant now) throws QueryException {
        Instant window = now.minus(WINDOW);
        Instant baseline = window.minus(BASELINE);
        return List.of(
                Trends.of(
                        search,
                        language.parse(LURES),
                        IndexSchema.FIRST_SEEN,
                        baseline,
                        window,
                        now,
                        List.of(IndexSchema.CONTACT),
                        FALSE_DISCOVERIES),
                campaigns.rising(baseline, window, now, FALSE_DISCOVERIES));
    }

    private List<Country> countries(Instant since, Instant now) throws QueryException {
        ValueCounts all =
                search.counts(
                        language.parse(LURES), List.of(IndexSchema.COUNTRY, IndexSchema.PLACE));
        Map<String, Long> fresh = byCountry(since, now);
        Map<String, Long> before = byCountry(mirrored(since, now), since);
        List<ValueCount> most =
                all.of(IndexSchema.COUNTRY).stream()
                        .sorted(
                                Comparator.comparingLong((ValueCount country) ->
                                                -fresh.getOrDefault(country.value(), 0L))
                                        .thenComparing(
                                                ValueCount::postings, Comparator.reverseOrder())
                                        .thenComparing(ValueCount::value))
                        .limit(MOST_COUNTRIES)
                        .toList();
        List<Country> countries = new ArrayList<>();
        for (ValueCount country : most) {
            String code = country.value();
            countries.add(
                    new Country(
                            code,
                            fresh.getOrDefault(code, 0L),
                            before.getOrDefault(code, 0L),
                            country.postings(),
                            days(code, now),
                            places(code, all)));
        }
        return countries;
    }

    private Map<String, Long> byCountry(Instant from, Instant until) throws QueryException {
        Map<String, Long> counts = new HashMap<>();
        search.counts(
                        language.parse(LURES)
                                .and(ParsedQuery.during(IndexSchema.FIRST_SEEN, from, until)),
                        List.of(IndexSchema.COUNTRY))
                .of(IndexSchema.COUNTRY)
                .forEach(country -> counts.put(country.value(), country.postings()));
        return counts;
    }

    private Timeline days(String country, Instant now) throws QueryException {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate first = today.minusDays(WINDOW.toDays() - 1);
        return Timeline.between(
                search.times(
                        language.parse(LURES + " country:" + country)
                                .and(
                                        ParsedQuery.during(
                                                IndexSchema.FIRST_SEEN,
                                                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                                                now)),
                        IndexSchema.FIRST_SEEN),
                Timeline.Unit.DAY,
                first,
                today);
    }

    /// Ids of places start with their country's code. Some countries' own ids do, too
    /// (`my_country`, but `kh`), and stand in what was stored and labelled by them; a country is no
    /// place within itself.
    private static List<ValueCount> places(String country, ValueCounts all) {
        String prefix = country.toLowerCase(Locale.ROOT) + "_";
        return all.of(IndexSchema.PLACE).stream()
                .filter(place -> place.value().startsWith(prefix))
                .filter(place -> !place.value().equals(prefix + "country"))
                .toList();
    }

    private Urgent urgent() throws QueryException {
        QueryLanguage settling =
                language.with("settled", "labelled, or read by this analyst", _ -> settled());
        long all = search.counts(settling.parse("urgent:true"), List.of()).total();
        ParsedQuery unread = settling.parse("urgent:true -settled:yes");
        List<Hit> some = new ArrayList<>();
        search.search(unread, SOME_URGENT).forEach(some::add);
        return new Urgent(search.counts(unread, List.of()).total(), all, some);
    }

    private Set<String> settled() {
        Set<String> settled = new HashSet<>(new Labels(log).all().keySet());
        for (CaseFolder folder : new Cases(log).all()) {
            folder.postings().keySet().stream()
                    .filter(posting -> folder.isRead(posting, analyst))
                    .forEach(settled::add);
        }
        return settled;
    }

    private List<Fired> fired() {
        return new WatchLog(log)
                .accounts().stream()
                        .filter(account -> account.unseen() > 0)
                        .map(account ->
                                new Fired(account.watch().name(), account.unseen(), account.last()))
                        .toList();
    }

    private static List<Step> next(
            Instant since,
            Fresh fresh,
            List<Trends> rising,
            Urgent urgent,
            List<Fired> fired,
            Crawl crawl) {
        List<Step> steps = new ArrayList<>();
        if (urgent.unread() > 0) {
            steps.add(
                    new Step(
                            "lurewatch search 'urgent:true -label:*'",
                            "people who may be in danger"));
        }
        fired.stream()
                .findFirst()
                .ifPresent(watch ->
                        steps.add(
                                new Step(
                                        "lurewatch watch list " + watch.watch(),
                                        "what it fired; 'watch ack' when seen")));
        rising.stream()
                .flatMap(trends -> trends.rising().stream())
                .findFirst()
                .ifPresent(rise -> steps.add(step(rise)));
        if (!crawl.failing().isEmpty()) {
            steps.add(new Step("lurewatch status", "what is the matter with failing sites"));
        }
        steps.add(
                fresh.postings() > 0
                        ? new Step(
                                String.format(
                                        Locale.ROOT,
                                        "lurewatch search 'class:lure -label:* first>=%s'",
                                        OverviewText.minute(since)),
                                "new lures, unlabelled")
                        : new Step(
                                "lurewatch overview --since 30d",
                                "nothing is new: look further back"));
        return steps;
    }

    /// Strangers chose what a contact is called: only plain ones become part of a command.
    private static Step step(Trends.Rise rise) {
        if (rise.field().equals(Campaigns.FIELD)) {
            return new Step("lurewatch campaign show " + rise.value(), "rises most");
        }
        return PLAIN_CONTACT.matcher(rise.value()).matches()
                ? new Step("lurewatch pivot " + rise.value(), "rises most")
                : new Step("lurewatch trends class:lure --by contact", "contacts that rise");
    }
}
