package lurewatch.crawler.discovery;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.crawler.discovery.Discovery.Kind;
import lurewatch.crawler.discovery.Discovery.Lead;
import lurewatch.crawler.settings.Discover;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.SiteScope;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Link;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.PostingLead;

/// Collects the domains and channels that postings lead to. Same facts and settings, same proposals
/// in the same order.
public final class Discoveries {
    private static final int MOST_LEADS = 50;

    /// What only channels and public groups have, their preview or a message's number. A name alone
    /// is mostly a recruiter's account; invitations lead nowhere that can be watched.
    private static final Pattern CHANNEL =
            Pattern.compile(
                    "/s/([A-Za-z][A-Za-z0-9_]{3,31})(?:/\\d+)?/?(?:\\?.*)?"
                            + "|/([A-Za-z][A-Za-z0-9_]{3,31})/\\d+/?(?:\\?.*)?");

    private static final Set<String> TELEGRAM = Set.of("t.me", "telegram.me", "telegram.dog");

    private final List<SiteScope> watched;
    private final Set<String> watchedChannels = new HashSet<>();
    private final Set<String> ignored;
    private final Map<String, Found> found = new LinkedHashMap<>();

    private Discoveries(List<Site> sites, Discover settings, Set<String> dismissed) {
        watched = sites.stream().map(SiteScope::of).toList();
        ignored = new HashSet<>(dismissed);
        ignored.addAll(settings.ignore());
        for (Site site : sites) {
            for (String seed : site.seeds()) {
                WebUrl.parse(seed).flatMap(Discoveries::channel).ifPresent(watchedChannels::add);
            }
        }
    }

    /// All that the facts lead to, what is most worth a look first.
    ///
    /// @param sites those of the configuration, enabled or not: what is known is no discovery
    /// @param dismissed names that the operator does not want to hear of
    public static List<Discovery> of(
            FactsReader facts, List<Site> sites, Discover settings, Set<String> dismissed) {
        Discoveries discoveries = new Discoveries(sites, settings, dismissed);
        facts.forEachLead(discoveries::add);
        return discoveries.all();
    }

    private static final class Found {
        final Kind kind;
        final List<Lead> leads = new ArrayList<>();
        final Set<String> sites = new HashSet<>();

        Found(Kind kind) {
            this.kind = kind;
        }
    }

    private void add(PostingLead posting) {
        Set<String> named = new HashSet<>();
        for (Contact contact : posting.contacts()) {
            if (contact.kind() == ContactKind.TELEGRAM) {
                WebUrl.parse("https://" + contact.raw().replaceFirst("(?i)^https?://", ""))
                        .ifPresent(url -> add(posting, url, named));
            }
        }
        for (Link link : posting.links()) {
            WebUrl.parse(link.target()).ifPresent(url -> add(posting, url, named));
        }
    }

    private void add(PostingLead posting, WebUrl url, Set<String> named) {
        Optional<String> channel = channel(url);
        if (channel.isPresent()) {
            add(posting, Kind.CHANNEL, channel.get(), url.toString(), named);
        } else if (!TELEGRAM.contains(url.host())
                && watched.stream().noneMatch(scope -> scope.containsList(url))) {
            domain(url.host())
                    .ifPresent(name -> add(posting, Kind.DOMAIN, name, url.toString(), named));
        }
    }

    private void add(
            PostingLead posting, Kind kind, String name, String target, Set<String> named) {
        if (ignored.contains(name) || watchedChannels.contains(name) || !named.add(name)) {
            return;
        }
        Found entry = found.computeIfAbsent(name, _ -> new Found(kind));
        entry.sites.add(posting.site());
        if (entry.leads.size() < MOST_LEADS) {
            entry.leads.add(new Lead(posting.posting(), posting.site(), posting.score(), target));
        }
    }

    private static Optional<String> channel(WebUrl url) {
        Matcher path = CHANNEL.matcher(url.path());
        if (!TELEGRAM.contains(url.host()) || !path.matches()) {
            return Optional.empty();
        }
        String name = path.group(1) == null ? path.group(2) : path.group(1);
        return Optional.of("t.me/" + LowerCase.of(name)).filter(_ -> isChannelName(name));
    }

    /// Bots answer, they publish nothing; the others are Telegram's own pages.
    private static boolean isChannelName(String name) {
        String lower = LowerCase.of(name);
        return !lower.endsWith("bot")
                && !Set.of("joinchat", "share", "addstickers", "proxy", "socks", "login")
                        .contains(lower);
    }

    /// The domain that somebody has registered; none for an address in numbers.
    private static Optional<String> domain(String host) {
        return Optional.ofNullable(EffectiveTldFinder.getAssignedDomain(host, true, false))
                .map(LowerCase::of);
    }

    private List<Discovery> all() {
        List<Discovery> all = new ArrayList<>();
        found.forEach((name, entry) -> {
            entry.leads.sort(
                    Comparator.comparingDouble(Lead::score)
                            .reversed()
                            .thenComparing(Lead::posting));
            all.add(new Discovery(entry.kind, name, entry.leads, entry.sites.size()));
        });
        all.sort(
                Comparator.comparingDouble(Discovery::worth)
                        .reversed()
                        .thenComparing(Discovery::name));
        return all;
    }
}
