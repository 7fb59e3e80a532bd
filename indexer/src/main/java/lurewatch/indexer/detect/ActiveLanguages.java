package lurewatch.indexer.detect;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.text.Languages;

/// Which languages' words may be looked for in a text: those it is written in, their close kin, and
/// English, which is everywhere.
///
/// @param all in the order of their names: likelihoods are added up in it, and another order would
///   give another last digit
record ActiveLanguages(Optional<String> main, Set<String> all) {
    /// Kana and Chinese characters stand from here on.
    private static final char FIRST_KANA = '\u3041';

    private static final List<Set<String>> KIN =
            List.of(
                    Set.of("zh-Hans", "zh-Hant"),
                    Set.of("id", "ms"),
                    Set.of("hi", "ne"),
                    Set.of("ur", "ar", "fa"),
                    Set.of("pt", "pt-BR"),
                    Set.of("ru", "uk"));

    ActiveLanguages {
        all = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(all)));
    }

    /// Of a text whose language may have been told by its page.
    static ActiveLanguages of(String text, Optional<String> told) {
        List<String> found = Languages.in(text);
        Set<String> all = new HashSet<>(found);
        told.ifPresent(all::add);
        all.add("en");
        all.add("und");
        for (Set<String> kin : KIN) {
            if (kin.stream().anyMatch(all::contains)) {
                all.addAll(kin);
            }
        }
        addHanLanguages(text, all);
        return new ActiveLanguages(found.stream().findFirst().or(() -> told), all);
    }

    /// Japanese with its few kanji is no Chinese text, and Chinese without kana no Japanese one.
    private static void addHanLanguages(String text, Set<String> all) {
        int kana = 0;
        int han = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_KANA) {
                kana += Scripts.isKana(c) ? 1 : 0;
                han += Scripts.isHan(c) ? 1 : 0;
            }
        }
        if (han == 0) {
            return;
        }
        if (kana * 4 < han) {
            all.add("zh-Hans");
            all.add("zh-Hant");
        }
        if (kana > 0) {
            all.add("ja");
        }
    }

    boolean allows(String language) {
        return all.contains(language);
    }

    /// Whether words without blanks around them may be looked for.
    boolean allowsSquashed() {
        return all.stream().anyMatch(Scripts::isSquashed);
    }
}
