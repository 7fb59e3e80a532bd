package lurewatch.searchcli.campaigns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.CampaignFacts;
import lurewatch.indexer.store.CampaignFacts.Member;
import lurewatch.indexer.store.CampaignFacts.Spread;
import lurewatch.indexer.store.CampaignFacts.StoredCampaign;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.campaigns.Decisions.Decision;
import lurewatch.searchcli.campaigns.Decisions.Decision.Labelled;
import lurewatch.searchcli.leads.Trends;

/// The campaigns of a data directory, with analysts' decisions laid over what the facts say, in the
/// order in which they were taken.
///
/// What was split off takes every posting of the same wording along, those too that come later;
/// what is only like it stays. The name stays with what stays, even where the posting that gave it
/// goes, unless what stays had a name before the two were merged. Good for one look: what a crawler
/// writes meanwhile is not seen as a whole.
public final class Campaigns {
    /// Postings of a campaign that are looked at one by one.
    public static final int MOST_MEMBERS = 10_000;

    /// What [#rising] calls the field whose values are campaigns.
    public static final String FIELD = "campaign";

    private static final Pattern STARTED = Pattern.compile("[cp][0-9a-f]{3,16}");
    private static final int MOST_STARTING = 20;

    private static final Comparator<Member> FIRST_SEEN =
            Comparator.comparing(Member::firstSeen).thenComparing(Member::id);

    /// A posting's place in a campaign.
    ///
    /// @param wording equal for postings that say the same, slots aside
    public record Seat(Campaign campaign, long wording) {}

    private final FactsReader reader;
    private final CampaignFacts facts;
    private final Decisions decisions;
    private final int mostMembers;

    /// Groups are what analysts see as a campaign. Those that no decision touched have no number.
    private final Map<Long, Integer> groupOfWording = new HashMap<>();

    private final Map<Long, Integer> groupOfCampaign = new HashMap<>();

    /// A posting of each campaign whose founder was split off.
    private final Map<CampaignId, Member> withoutFounder = new LinkedHashMap<>();

    private final Map<Long, Optional<Campaign>> untouched = new HashMap<>();
    private final Map<Integer, Optional<Campaign>> touched = new HashMap<>();

    /// Where those campaigns are now that somebody labelled.
    private final Map<CampaignId, Optional<Long>> placesOfLabelled = new HashMap<>();

    private int groups;

    public Campaigns(FactsReader reader, Decisions decisions) {
        this(reader, decisions, MOST_MEMBERS);
    }

    /// @param mostMembers postings of a campaign that are looked at one by one; all are counted
    Campaigns(FactsReader reader, Decisions decisions, int mostMembers) {
        this.mostMembers = mostMembers;
        this.reader = reader;
        this.facts = reader.campaigns();
        this.decisions = decisions;
        Set<CampaignId> known = new HashSet<>();
        for (Decision decision : decisions.all()) {
            switch (decision) {
                case Decision.Split split -> split(split, known);
                case Decision.Merge merge -> {
                    CampaignId.read(merge.first()).ifPresent(known::add);
                    CampaignId.read(merge.second()).ifPresent(known::add);
                    merge(merge);
                }
                case Labelled labelled -> known.add(labelled.campaign());
            }
        }
    }

    /// @param known names that analysts have used: where what stays has one of its own, it needs
    ///   none
    private void split(Decision.Split split, Set<CampaignId> known) {
        Set<Long> going =
                split.postings().stream()
                        .flatMap(posting -> facts.member(posting).stream())
                        .map(Member::wording)
                        .collect(Collectors.toSet());
        boolean losesItsName =
                standingFor(split.campaign())
                        .filter(member -> going.contains(member.wording()))
                        .isPresent();
        if (losesItsName) {
            List<Member> staying =
                    members(split.campaign()).stream()
                            .filter(member -> !going.contains(member.wording()))
                            .toList();
            if (staying.stream().noneMatch(member -> known.contains(CampaignId.of(member.id())))) {
                staying.stream()
                        .findFirst()
                        .ifPresent(member -> withoutFounder.put(split.campaign(), member));
            }
        }
        int part = groups++;
        going.forEach(wording -> groupOfWording.put(wording, part));
    }

    /// A posting of the campaign of that name, or of the one that it has become part of.
    private Optional<Member> standingFor(CampaignId id) {
        return Optional.ofNullable(withoutFounder.get(id)).or(() -> facts.member(id.founder()));
    }

    private Optional<Member> standingFor(String campaignOrPosting) {
        return CampaignId.read(campaignOrPosting)
                .map(this::standingFor)
                .orElseGet(() -> facts.member(new PostingId(campaignOrPosting)));
    }

    private void merge(Decision.Merge merge) {
        Optional<Member> first = standingFor(merge.first());
        Optional<Member> second = standingFor(merge.second());
        if (first.isPresent() && second.isPresent()) {
            int into = group(first.get());
            int gone = group(second.get());
            groupOfWording.replaceAll((_, group) -> group == gone ? into : group);
            groupOfCampaign.replaceAll((_, group) -> group == gone ? into : group);
        }
    }

    /// The number of the group that a posting is in, given now where it has none.
    private int group(Member member) {
        Integer split = groupOfWording.get(member.wording());
        return split != null
                ? split
                : groupOfCampaign.computeIfAbsent(member.campaign(), _ -> groups++);
    }

    /// The campaign that a posting is in; empty where it stands alone.
    public Optional<Campaign> of(PostingId posting) {
        return facts.member(posting).flatMap(this::of);
    }

    /// The same with the wording that the posting has there.
    public Optional<Seat> seat(PostingId posting) {
        return facts.member(posting)
                .flatMap(
                        member -> of(member).map(campaign -> new Seat(campaign, member.wording())));
    }

    private Optional<Campaign> of(Member member) {
        return of(member.wording(), member.campaign());
    }

    private Optional<Campaign> of(long wording, long campaign) {
        Optional<Integer> group = groupIfAny(wording, campaign);
        if (group.isPresent()) {
            int number = group.get();
            Optional<Campaign> known = touched.get(number);
            if (known == null) {
                known = madeOf(groupMembers(number), groupSpread(number));
                touched.put(number, known);
            }
            return known;
        }
        Optional<Campaign> known = untouched.get(campaign);
        if (known == null) {
            known = stored(campaign);
            untouched.put(campaign, known);
        }
        return known;
    }

    private Optional<Campaign> stored(long key) {
        List<Spread> spread = facts.spread(key);
        if (spread.stream().anyMatch(some -> groupOfWording.containsKey(some.wording()))) {
            return madeOf(rest(key), restSpread(key));
        }
        return facts.campaign(key)
                .filter(campaign -> campaign.postings() > 1)
                .map(campaign ->
                        new Campaign(
                                campaign.id(),
                                campaign.postings(),
                                sites(spread),
                                labels(campaign.id())));
    }

    /// What is left of a stored campaign.
    private List<Member> rest(long key) {
        return facts.members(key, groupOfWording.keySet(), mostMembers);
    }

    private List<Spread> restSpread(long key) {
        return facts.spread(key).stream()
                .filter(some -> !groupOfWording.containsKey(some.wording()))
                .toList();
    }

    private List<Spread> groupSpread(int group) {
        List<Spread> spread = new ArrayList<>();
        groupOfCampaign.forEach((key, other) -> {
            if (other == group) {
                spread.addAll(restSpread(key));
            }
        });
        groupOfWording.forEach((wording, other) -> {
            if (other == group) {
                spread.addAll(facts.spreadOfWording(wording));
            }
        });
        return spread;
    }

    private List<Member> groupMembers(int group) {
        List<Member> members = new ArrayList<>();
        groupOfCampaign.forEach((key, other) -> {
            if (other == group) {
                members.addAll(rest(key));
            }
        });
        groupOfWording.forEach((wording, other) -> {
            if (other == group) {
                members.addAll(facts.membersOfWording(wording, mostMembers));
            }
        });
        members.sort(FIRST_SEEN);
        return members;
    }

    private Optional<Campaign> madeOf(List<Member> members, List<Spread> spread) {
        long postings = spread.stream().mapToLong(Spread::postings).sum();
        if (members.isEmpty() || postings < 2) {
            return Optional.empty();
        }
        CampaignId id = nameOf(members);
        return Optional.of(new Campaign(id, postings, sites(spread), labels(id)));
    }

    /// The oldest name that leads there: of a posting that is there, or was split off.
    private CampaignId nameOf(List<Member> members) {
        Member one = members.getFirst();
        return withoutFounder.entrySet().stream()
                .filter(kept -> place(kept.getValue()) == place(one))
                .flatMap(kept -> facts.member(kept.getKey().founder()).stream())
                .min(FIRST_SEEN)
                .filter(founder -> FIRST_SEEN.compare(founder, one) <= 0)
                .or(() -> members.stream().filter(this::givesItsName).findFirst())
                .map(founder -> CampaignId.of(founder.id()))
                .orElseGet(() -> CampaignId.of(one.id()));
    }

    private boolean givesItsName(Member member) {
        return !withoutFounder.containsKey(CampaignId.of(member.id()));
    }

    /// The sites with their postings, the one with most first.
    private static Map<String, Long> sites(List<Spread> spread) {
        Map<String, Long> sites = new TreeMap<>();
        spread.forEach(some -> sites.merge(some.site(), some.postings(), Long::sum));
        Map<String, Long> sorted = new LinkedHashMap<>();
        sites.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(site -> sorted.put(site.getKey(), site.getValue()));
        return sorted;
    }

    /// What was said of a campaign, under whatever name it had then.
    private List<Labelled> labels(CampaignId id) {
        Map<String, Labelled> byAnalyst = new LinkedHashMap<>();
        Optional<Long> place = standingFor(id).map(this::place);
        for (Decision decision : decisions.all()) {
            if (decision instanceof Labelled labelled
                    && (labelled.campaign().equals(id)
                            || (place.isPresent() && placeOf(labelled).equals(place)))) {
                byAnalyst.remove(labelled.analyst());
                byAnalyst.put(labelled.analyst(), labelled);
            }
        }
        return List.copyOf(byAnalyst.values());
    }

    private Optional<Long> placeOf(Labelled labelled) {
        return placesOfLabelled.computeIfAbsent(
                labelled.campaign(), id -> standingFor(id).map(this::place));
    }

    /// Equal for postings of one campaign, as analysts see it.
    private long place(Member member) {
        return place(member.wording(), member.campaign());
    }

    private long place(long wording, long campaign) {
        return groupIfAny(wording, campaign).map(group -> -1L - group).orElse(campaign);
    }

    private Optional<Integer> groupIfAny(Member member) {
        return groupIfAny(member.wording(), member.campaign());
    }

    private Optional<Integer> groupIfAny(long wording, long campaign) {
        return Optional.ofNullable(groupOfWording.get(wording))
                .or(() -> Optional.ofNullable(groupOfCampaign.get(campaign)));
    }

    /// What somebody typed for a campaign: its id or how it starts, or a posting that is in it.
    /// Empty where several are meant.
    public Optional<Campaign> typed(String written) {
        Set<Campaign> meant = meant(written);
        return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
    }

    /// All that may be meant by what was typed.
    public Set<Campaign> meant(String written) {
        Optional<Campaign> whole = CampaignId.read(written).flatMap(this::named);
        if (whole.isPresent() || !STARTED.matcher(written).matches()) {
            return whole.stream().collect(Collectors.toSet());
        }
        // A campaign is called like the posting that was first in it.
        Set<Campaign> holding =
                Stream.concat(
                                reader
                                        .idsStartingWith("p" + written.substring(1), MOST_STARTING)
                                        .stream()
                                        .flatMap(id -> of(id).stream()),
                                withoutFounder.keySet().stream()
                                        .filter(id -> id.value().startsWith(written))
                                        .flatMap(id -> named(id).stream()))
                        .collect(Collectors.toSet());
        Set<Campaign> called =
                holding.stream()
                        .filter(campaign -> campaign.id().toString().startsWith(written))
                        .collect(Collectors.toSet());
        // Where none is called so now, one may have been, which a whole id finds as well.
        return called.isEmpty() ? holding : called;
    }

    /// Whether a posting has that id, whatever it belongs to.
    public boolean isPosting(String id) {
        return reader.idsStartingWith(id, 1).stream().anyMatch(known -> known.value().equals(id));
    }

    /// The campaign of that name, or the one that it has become part of.
    public Optional<Campaign> named(CampaignId id) {
        return standingFor(id).flatMap(this::of);
    }

    /// The posting that somebody typed the id of, or how it starts, where it is the only one.
    public Optional<PostingId> posting(String written) {
        List<PostingId> meant = written.isEmpty() ? List.of() : reader.idsStartingWith(written, 2);
        return meant.stream()
                .filter(id -> id.value().equals(written))
                .findFirst()
                .or(() -> meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty())
                .filter(id -> facts.member(id).isPresent());
    }

    /// The campaigns of that many postings and more, the largest first, at most so many.
    public List<Campaign> all(int most) {
        Set<CampaignId> seen = new HashSet<>();
        List<Campaign> all = new ArrayList<>();
        for (StoredCampaign stored : facts.ofSize(2, most)) {
            of(stored.id().founder()).filter(found -> seen.add(found.id())).ifPresent(all::add);
        }
        Set<Integer> decided = new HashSet<>(groupOfWording.values());
        decided.addAll(groupOfCampaign.values());
        Stream.concat(
                        decided.stream()
                                .flatMap(
                                        group -> groupMembers(group).stream().findFirst().stream()),
                        withoutFounder.values().stream())
                .flatMap(member -> of(member).stream())
                .filter(found -> seen.add(found.id()))
                .forEach(all::add);
        all.sort(
                Comparator.comparingLong(Campaign::postings)
                        .reversed()
                        .thenComparing(Campaign::id));
        return all;
    }

    /// Which campaigns rise: those whose share of the new lures is larger from `part` until `until`
    /// than from `from` until `part`.
    public Trends rising(Instant from, Instant part, Instant until, double falseDiscoveries) {
        Map<Long, Long> earlier = new HashMap<>();
        Map<Long, Long> later = new HashMap<>();
        Map<Long, CampaignFacts.Appearance> one = new HashMap<>();
        for (CampaignFacts.Appearance seen : facts.appearances(from, part, until)) {
            long key = place(seen.wording(), seen.campaign());
            earlier.merge(key, seen.earlier(), Long::sum);
            later.merge(key, seen.later(), Long::sum);
            one.putIfAbsent(key, seen);
        }
        return Trends.of(
                counted(from, part, earlier, one),
                counted(part, until, later, one),
                List.of(FIELD),
                falseDiscoveries);
    }

    private Trends.Counted counted(
            Instant from,
            Instant until,
            Map<Long, Long> counts,
            Map<Long, CampaignFacts.Appearance> one) {
        long lures = sum(counts);
        return new Trends.Counted(
                from, until, lures, Map.of(FIELD, new Trends.Counts(lures, named(counts, one))));
    }

    private static long sum(Map<Long, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The counts of what is a campaign by its name; what is too rare to rise is left out.
    private Map<String, Long> named(
            Map<Long, Long> counts, Map<Long, CampaignFacts.Appearance> one) {
        Map<String, Long> named = new HashMap<>();
        counts.forEach((key, lures) -> {
            CampaignFacts.Appearance seen = Objects.requireNonNull(one.get(key));
            if (lures > 0) {
                of(seen.wording(), seen.campaign())
                        .ifPresent(campaign -> named.put(campaign.id().value(), lures));
            }
        });
        return named;
    }

    /// The postings of a campaign, those first that were there first, at most [#MOST_MEMBERS].
    public List<Member> members(CampaignId id) {
        Optional<Member> one = standingFor(id);
        if (one.isEmpty()) {
            return List.of();
        }
        return groupIfAny(one.get())
                .map(this::groupMembers)
                .orElseGet(() -> rest(one.get().campaign()))
                .stream()
                .limit(mostMembers)
                .toList();
    }

    /// How many postings say the same as one of these, in whatever campaign.
    public long postingsOf(Set<Long> wordings) {
        return wordings.stream()
                .flatMap(wording -> facts.spreadOfWording(wording).stream())
                .mapToLong(Spread::postings)
                .sum();
    }

    /// One posting of each wording, in the order of members.
    public static List<Member> onePerWording(Collection<Member> members) {
        Set<Long> seen = new HashSet<>();
        return members.stream().filter(member -> seen.add(member.wording())).toList();
    }
}
