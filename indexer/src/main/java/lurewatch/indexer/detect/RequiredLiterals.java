package lurewatch.indexer.detect;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Strings of which a text must hold at least one before a regular expression can match in it, so
/// that most expressions never run. Understands what the lexicon uses (literals, classes, groups,
/// alternatives, counts); anything else yields no requirement, which is always safe.
final class RequiredLiterals {
    private static final int MAX_SET = 24;

    private final String regex;
    private int at;

    private RequiredLiterals(String regex) {
        this.regex = regex;
    }

    /// Lower-case literals; empty where none can be required.
    static Set<String> of(String regex) {
        return new RequiredLiterals(regex).alternatives().orElse(Set.of());
    }

    private Optional<Set<String>> alternatives() {
        Set<String> all = new LinkedHashSet<>();
        boolean known = true;
        while (true) {
            Optional<Set<String>> one = sequence();
            known &= one.isPresent();
            one.ifPresent(all::addAll);
            if (at >= regex.length() || regex.charAt(at) != '|') {
                break;
            }
            at++;
        }
        return known && all.size() <= MAX_SET ? Optional.of(all) : Optional.empty();
    }

    /// The most telling requirement of one alternative.
    private Optional<Set<String>> sequence() {
        Optional<Set<String>> best = Optional.empty();
        StringBuilder run = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            int before = at;
            Optional<Set<String>> atom = atom();
            boolean needed = quantifierNeedsOne();
            boolean single = at - before <= 2 && atom.isPresent() && atom.get().size() == 1;
            if (needed && single) {
                run.append(atom.get().iterator().next());
                continue;
            }
            best = better(best, run);
            run.setLength(0);
            if (needed && atom.isPresent()) {
                best = better(best, atom.get());
            }
        }
        return better(best, run);
    }

    private static Optional<Set<String>> better(Optional<Set<String>> best, StringBuilder run) {
        return run.isEmpty() ? best : better(best, Set.of(run.toString()));
    }

    private static Optional<Set<String>> better(Optional<Set<String>> best, Set<String> other) {
        return best.isPresent() && value(best.get()) >= value(other) ? best : Optional.of(other);
    }

    private static double value(Set<String> literals) {
        int shortest = literals.stream().mapToInt(RequiredLiterals::weight).min().orElse(0);
        return shortest - literals.size() / 50.0;
    }

    /// The rarer in texts, the more telling: a blank tells nothing, a sign more than a letter.
    private static int weight(String literal) {
        return literal.codePoints()
                .map(c ->
                        c > 0x2000
                                ? 4
                                : c > 0x80
                                        ? 3
                                        : c == ' ' ? 0 : Character.isLetterOrDigit(c) ? 1 : 2)
                .sum();
    }

    private Optional<Set<String>> atom() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '.', '^', '$' -> Optional.empty();
            default -> {
                if (Character.isHighSurrogate(c)) {
                    at++;
                    yield Optional.empty();
                }
                yield Optional.of(Set.of(String.valueOf(c).toLowerCase(Locale.ROOT)));
            }
        };
    }

    private Optional<Set<String>> group() {
        boolean looksAround =
                regex.startsWith("?=", at)
                        || regex.startsWith("?!", at)
                        || regex.startsWith("?<", at);
        if (regex.startsWith("?:", at)) {
            at += 2;
        } else if (looksAround) {
            at += regex.startsWith("?<", at) ? 3 : 2;
        }
        Optional<Set<String>> inner = alternatives();
        at++; // the closing parenthesis
        return looksAround ? Optional.empty() : inner;
    }

    private Optional<Set<String>> escape() {
        char c = regex.charAt(at++);
        if (c == 'u' && at + 4 <= regex.length()) {
            char escaped = (char) Integer.parseInt(regex.substring(at, at + 4), 16);
            at += 4;
            return Optional.of(Set.of(String.valueOf(escaped)));
        }
        if (c == 'p' || c == 'P') {
            at = regex.indexOf('}', at) + 1;
            return Optional.empty();
        }
        return Character.isLetterOrDigit(c)
                ? Optional.empty()
                : Optional.of(Set.of(String.valueOf(c)));
    }

    private Optional<Set<String>> characterClass() {
        Set<String> characters = new LinkedHashSet<>();
        boolean simple = regex.charAt(at) != '^';
        while (at < regex.length() && regex.charAt(at) != ']') {
            char c = regex.charAt(at++);
            if (c == '\\') {
                c = regex.charAt(at++);
                simple &= !Character.isLetterOrDigit(c);
            }
            if (regex.startsWith("-", at)
                    && at + 1 < regex.length()
                    && regex.charAt(at + 1) != ']') {
                simple = false;
            }
            simple &= !Character.isSurrogate(c) && !Character.isWhitespace(c);
            characters.add(String.valueOf(c).toLowerCase(Locale.ROOT));
        }
        at++;
        return simple && characters.size() <= 12 ? Optional.of(characters) : Optional.empty();
    }

    /// Passes over a count; whether the atom before it must stand there at least once.
    private boolean quantifierNeedsOne() {
        if (at >= regex.length()) {
            return true;
        }
        char c = regex.charAt(at);
        boolean needed = true;
        if (c == '?' || c == '*') {
            needed = false;
            at++;
        } else if (c == '+') {
            at++;
        } else if (c == '{') {
            needed = regex.charAt(at + 1) != '0' && regex.charAt(at + 1) != ',';
            at = regex.indexOf('}', at) + 1;
        } else {
            return true;
        }
        if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
        return needed;
    }
}
