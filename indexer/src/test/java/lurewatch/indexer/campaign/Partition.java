package lurewatch.indexer.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lurewatch.indexer.AssessedPosting;

/// What campaigns are by their definition, worked out at once by comparing everything with
/// everything: what the grouping has to come to in whatever order it is given the ads.
final class Partition {
    private final List<Ad> ads;
    private final int[] parent;

    Partition(List<Ad> ads) {
        this.ads = ads;
        this.parent = new int[ads.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        List<AssessedPosting> postings =
                ads.stream().map(ad -> ad.seen(1).postings().getFirst()).toList();
        List<Wording> wordings = postings.stream().map(Wording::of).toList();
        joinByText(wordings);
        joinByContact(wordings, postings);
    }

    private void joinByText(List<Wording> wordings) {
        Map<Long, Integer> first = new HashMap<>();
        Map<Integer, Integer> having = new HashMap<>();
        for (int i = 0; i < wordings.size(); i++) {
            Integer same = first.putIfAbsent(wordings.get(i).digest(), i);
            if (same != null) {
                join(i, same);
            } else {
                for (int shingle : wordings.get(i).sample()) {
                    having.merge(shingle, 1, Integer::sum);
                }
            }
        }
        for (int i = 0; i < wordings.size(); i++) {
            for (int j = 0; j < i; j++) {
                Kinship kinship =
                        Kinship.of(wordings.get(i).shingles(), wordings.get(j).shingles());
                Set<Integer> shared = setOf(wordings.get(i).sample());
                shared.retainAll(setOf(wordings.get(j).sample()));
                long rare =
                        shared.stream()
                                .filter(shingle ->
                                        having.getOrDefault(shingle, 0) < Grouping.COMMON)
                                .count();
                boolean isLinked =
                        switch (kinship) {
                            case CLOSE -> !shared.isEmpty();
                            case LOOSE -> rare >= Grouping.FEWEST_RARE;
                            case NONE -> false;
                        };
                if (isLinked) {
                    join(i, j);
                }
            }
        }
    }

    private static Set<Integer> setOf(int[] values) {
        Set<Integer> set = new HashSet<>();
        for (int value : values) {
            set.add(value);
        }
        return set;
    }

    /// The hubs' bounds for telephones, by hand.
    private void joinByContact(List<Wording> wordings, List<AssessedPosting> postings) {
        Map<String, List<Integer>> users = new TreeMap<>();
        for (int i = 0; i < postings.size(); i++) {
            for (String contact : ads.get(i).contacts()) {
                users.computeIfAbsent(contact, _ -> new ArrayList<>()).add(i);
            }
        }
        users.forEach((contact, using) -> {
            Map<String, Set<Long>> bySite = new HashMap<>();
            for (int i : using) {
                bySite.computeIfAbsent(ads.get(i).site(), _ -> new HashSet<>())
                        .add(wordings.get(i).digest());
            }
            boolean isHub =
                    contact.startsWith("phone")
                            && bySite.values().stream().anyMatch(texts -> texts.size() > 8);
            if (!isHub) {
                using.forEach(i -> join(i, using.getFirst()));
            }
        });
    }

    private void join(int i, int j) {
        parent[root(i)] = root(j);
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }

    /// By any of their ads.
    Map<String, Set<String>> campaigns() {
        Map<Integer, Set<String>> byRoot = new TreeMap<>();
        for (int i = 0; i < parent.length; i++) {
            byRoot.computeIfAbsent(root(i), _ -> new TreeSet<>()).add(ads.get(i).name());
        }
        Map<String, Set<String>> found = new TreeMap<>();
        byRoot.values().stream()
                .filter(members -> members.size() > 1)
                .forEach(members -> found.put(members.iterator().next(), members));
        return found;
    }
}
