package lurewatch.searchcli.dossier;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lurewatch.indexer.AssessmentClass;
import lurewatch.searchcli.export.ContactTally;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.Names;
import lurewatch.searchcli.export.Purpose;

/// What a list adds up to, gathered in one walk before its postings are written.
final class Summary {
    private final Map<String, Integer> classes = new TreeMap<>();
    private final Map<String, Integer> countries = new TreeMap<>();
    private final Map<String, Integer> languages = new TreeMap<>();
    private final Map<String, Integer> sites = new TreeMap<>();
    private final Map<String, Item.PlaceName> placeNames = new TreeMap<>();
    private final Map<String, Integer> places = new TreeMap<>();
    private final Map<String, Integer> signals = new TreeMap<>();
    private final Map<String, String> meanings = new TreeMap<>();
    private final List<Instant> times = new ArrayList<>();
    private final Map<String, String> titles = new HashMap<>();
    private final List<ContactTally> contacts;
    private final CampaignTexts campaigns = new CampaignTexts();

    private Summary(List<ContactTally> contacts) {
        this.contacts = contacts;
    }

    static Summary of(HitList list) throws IOException {
        Summary summary = new Summary(ContactTally.of(list));
        list.forEach(summary::add);
        return summary;
    }

    private void add(Item item) {
        count(classes, item.assessmentClass());
        item.countries().forEach(country -> count(countries, country));
        count(languages, item.lang().orElse("unknown"));
        count(sites, item.site());
        item.placeNames().forEach(place -> placeNames.putIfAbsent(place.id(), place));
        item.places().forEach(place -> count(places, place));
        item.why().stream()
                .filter(Item.Why::counts)
                .forEach(why -> {
                    count(signals, why.signal());
                    meanings.putIfAbsent(why.signal(), why.meaning().orElse(""));
                });
        times.add(item.first());
        campaigns.add(item);
        titles.put(item.id(), times.size() + ". " + PostingSection.title(item));
    }

    /// What the list holds, in a sentence: also what is in it that does not read like a lure.
    String sense(Purpose purpose) {
        int all = times.size();
        if (purpose == Purpose.VICTIM_URGENT) {
            return all
                    + (all == 1 ? " first-person account" : " first-person accounts")
                    + " of people who may be held.";
        }
        List<String> parts = new ArrayList<>();
        for (AssessmentClass each : AssessmentClass.values()) {
            int count = classes.getOrDefault(each.label(), 0);
            if (count > 0) {
                parts.add((count == all ? "" : count + " ") + "with " + sense(each));
            }
        }
        return all
                + (all == 1 ? " posting" : " postings")
                + (parts.size() == 1 ? " " : ": ")
                + String.join(", ", parts)
                + ". Each is a lead, not an accusation.";
    }

    private static String sense(AssessmentClass each) {
        String name = each == AssessmentClass.LURE ? "class lure" : each.label();
        return Names.assessment(each.label()) + " (" + name + ")";
    }

    private static void count(Map<String, Integer> counts, String value) {
        counts.merge(value, 1, Integer::sum);
    }

    Map<String, Integer> classes() {
        return classes;
    }

    List<Map.Entry<String, Integer>> countries() {
        return often(countries);
    }

    List<Map.Entry<String, Integer>> languages() {
        return often(languages);
    }

    List<Map.Entry<String, Integer>> sites() {
        return often(sites);
    }

    List<Map.Entry<Item.PlaceName, Integer>> places() {
        return often(places).stream()
                .filter(place -> placeNames.containsKey(place.getKey()))
                .map(place -> Map.entry(placeNames.get(place.getKey()), place.getValue()))
                .toList();
    }

    List<Map.Entry<String, Integer>> signals() {
        return often(signals);
    }

    Map<String, String> meanings() {
        return meanings;
    }

    List<Instant> times() {
        return times;
    }

    /// Each posting's number in the list and its title, by its id.
    Map<String, String> titles() {
        return titles;
    }

    CampaignTexts campaigns() {
        return campaigns;
    }

    /// Contacts, those named most often first.
    List<ContactTally> contacts() {
        return contacts.stream()
                .sorted(
                        Comparator.comparingInt((ContactTally tally) -> tally.postings().size())
                                .reversed())
                .toList();
    }

    private static List<Map.Entry<String, Integer>> often(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
    }
}
