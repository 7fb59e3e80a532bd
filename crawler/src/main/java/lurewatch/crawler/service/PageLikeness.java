package lurewatch.crawler.service;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.extract.Extraction;

/// How alike two pages are to a reader: of all runs of a few letters and digits that either of them
/// has, the share that both have (Jaccard). No word boundaries are needed, so it works in any
/// script.
final class PageLikeness {
    private static final int RUN = 5;

    private PageLikeness() {}

    /// 0 to 1; two pages that say nothing are alike.
    static double of(Extraction one, Extraction other) {
        Set<String> runs = runs(text(one));
        Set<String> others = runs(text(other));
        if (runs.isEmpty() && others.isEmpty()) {
            return 1;
        }
        Set<String> both = new HashSet<>(runs);
        both.retainAll(others);
        return (double) both.size() / (runs.size() + others.size() - both.size());
    }

    private static String text(Extraction page) {
        String postings =
                page.postings().stream().map(JobPosting::text).collect(Collectors.joining("\n"));
        return postings.isEmpty() ? page.mainText().orElse("") : postings;
    }

    private static Set<String> runs(String text) {
        String letters =
                LowerCase.of(text)
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        Set<String> runs = new HashSet<>();
        for (int i = 0; i == 0 || i + RUN <= letters.length(); i++) {
            runs.add(letters.substring(i, Math.min(i + RUN, letters.length())));
        }
        runs.remove("");
        return runs;
    }
}
