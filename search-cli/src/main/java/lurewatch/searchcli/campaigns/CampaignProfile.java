package lurewatch.searchcli.campaigns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Contact;
import lurewatch.indexer.store.CampaignFacts.Member;
import lurewatch.indexer.store.CurrentPosting;
import lurewatch.indexer.store.FactsReader;

/// Everything that is shown of one campaign.
///
/// @param members those first that were there first
/// @param template of the wording that most of them have; empty where none can be read
/// @param wordings how many texts it has that differ in more than slots
/// @param contacts keys with the postings that use them, of the postings that were read
public record CampaignProfile(
        Campaign campaign,
        List<Member> members,
        Optional<Template> template,
        int wordings,
        Map<String, Long> contacts,
        Map<String, Long> languages,
        Map<String, Long> classes) {
    public CampaignProfile {
        members = List.copyOf(members);
    }

    public static CampaignProfile of(Campaign campaign, Campaigns campaigns, FactsReader facts) {
        List<Member> members = campaigns.members(campaign.id());
        Map<Long, List<Member>> byWording =
                members.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Member::wording, LinkedHashMap::new, Collectors.toList()));
        List<Member> copies =
                byWording.values().stream()
                        .max(
                                Comparator.<List<Member>>comparingInt(List::size)
                                        .thenComparing(
                                                some -> some.getFirst().id(),
                                                Comparator.reverseOrder()))
                        .orElse(List.of());
        Map<String, AssessedPosting> read = new HashMap<>();
        List<AssessedPosting> texts = read(copies, facts, read);
        read(members, facts, read);
        return new CampaignProfile(
                campaign,
                members,
                texts.isEmpty() ? Optional.empty() : Optional.of(Template.of(texts)),
                byWording.size(),
                contacts(read),
                counted(members.stream().map(member -> member.language().orElse("-")).toList()),
                counted(members.stream().map(Member::assessmentClass).toList()));
    }

    private static List<AssessedPosting> read(
            List<Member> members, FactsReader facts, Map<String, AssessedPosting> read) {
        List<AssessedPosting> texts = new ArrayList<>();
        members.stream()
                .limit(Template.MOST_READ)
                .forEach(member ->
                        facts.current(member.id())
                                .map(CurrentPosting::current)
                                .ifPresent(posting -> {
                                    texts.add(posting);
                                    read.put(member.id().value(), posting);
                                }));
        return texts;
    }

    private static Map<String, Long> contacts(Map<String, AssessedPosting> read) {
        return counted(
                read.values().stream()
                        .flatMap(posting ->
                                posting.assessment().contacts().stream()
                                        .map(Contact::key)
                                        .distinct())
                        .toList());
    }

    private static Map<String, Long> counted(List<String> values) {
        Map<String, Long> counts =
                values.stream()
                        .collect(
                                Collectors.groupingBy(
                                        value -> value, TreeMap::new, Collectors.counting()));
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /// When its postings were first seen.
    public List<Instant> firstSeen() {
        return members.stream().map(Member::firstSeen).toList();
    }

    public Instant first() {
        return members.getFirst().firstSeen();
    }

    public Instant last() {
        return members.stream()
                .map(Member::lastSeen)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    public double highestScore() {
        return members.stream().mapToDouble(Member::score).max().orElse(0);
    }
}
