package lurewatch.indexer.scan;

import java.util.Arrays;
import java.util.List;

/// Finds all of many literals in one pass (Aho and Corasick, 1975). Immutable once built; a line
/// feed in the text is read as a blank.
///
/// Transitions stand in one open-addressed table under state and character. Most of a text leads
/// only a few characters deep: states near the root have a row for the commonest characters
/// besides, with the failure transitions followed already. States are numbered by their depth. A
/// transition's target says by itself whether literals end there.
public final class Automaton {
    /// Told of each literal found, longest first at each end.
    public interface OnHit {
        /// `end` is the index after the literal's last character.
        void hit(int literal, int end);
    }

    private static final int ROOT = 0;
    private static final int NONE = -1;

    /// The first ASCII characters that literals hold have a column in the rows; 0 is for those that
    /// no literal holds.
    private static final int COLUMNS = 0x40;

    /// States up to here have rows; deeper ones are many, and seldom reached.
    private static final int ROW_DEPTH = 6;

    /// Set in a transition's target where literals end.
    private static final int HIT = 1 << 31;

    private final char[] codes = new char[Character.MAX_VALUE + 1];
    private final long[] keys;
    private final int[] targets;
    private final int[] fail;
    private final int[] literal;
    private final int[] shorter;
    private int[] rows = new int[0];
    private int[] rootNext = new int[0];
    private int columns = 1;
    private int alphabet = COLUMNS;
    private int states = 1;
    private int rowStates = 1;

    private Automaton(int capacity) {
        // Between three and six tenths of it are taken.
        int room = Integer.highestOneBit((int) (Math.max(16, capacity) / 0.6) - 1) * 2;
        keys = new long[room];
        targets = new int[room];
        fail = new int[capacity + 1];
        literal = new int[capacity + 1];
        shorter = new int[capacity + 1];
        Arrays.fill(literal, NONE);
    }

    /// The automaton for these literals; a hit gives the literal's place in the list. Of equal
    /// literals only the first is told.
    public static Automaton of(List<String> literals) {
        int states = Prefixes.count(literals, text -> 0);
        var automaton = new Automaton(states);
        var tree = automaton.new Tree(states);
        tree.insert(literals);
        tree.link();
        automaton.markHits(automaton.rows);
        automaton.markHits(automaton.rootNext);
        automaton.markHits(automaton.targets);
        return automaton;
    }

    public void scan(String text, OnHit onHit) {
        scan(text.toCharArray(), onHit);
    }

    void scan(char[] text, OnHit onHit) {
        if (states == 1) {
            return; // made of no literals
        }
        int state = ROOT;
        for (int i = 0; i < text.length; i++) {
            char c = text[i];
            int code = codes[c == '\n' ? ' ' : c];
            state = next(state, code);
            if (state < 0) {
                state &= ~HIT;
                tell(state, i + 1, onHit);
            }
        }
    }

    private void tell(int state, int end, OnHit onHit) {
        int found = literal[state] != NONE ? state : shorter[state];
        while (found != ROOT) {
            onHit.hit(literal[found], end);
            found = shorter[found];
        }
    }

    private int next(int from, int code) {
        int state = from;
        if (code < COLUMNS) {
            while (state >= rowStates) {
                int target = lookUp(state, code);
                if (target != NONE) {
                    return target;
                }
                state = fail[state];
            }
            return rows[state * COLUMNS + code];
        }
        while (state != ROOT) {
            int target = lookUp(state, code);
            if (target != NONE) {
                return target;
            }
            state = fail[state];
        }
        return rootNext[code];
    }

    private void markHits(int[] transitions) {
        for (int i = 0; i < transitions.length; i++) {
            int state = transitions[i];
            if (literal[state] != NONE || shorter[state] != ROOT) {
                transitions[i] |= HIT;
            }
        }
    }

    private int lookUp(int state, int code) {
        long key = (long) state << 16 | code;
        int slot = slot(key);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return NONE;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & keys.length - 1;
    }

    /// The literals as a tree, while the automaton is built.
    private final class Tree {
        private final int[] firstChild;
        private final int[] nextSibling;
        private final char[] codeTo;

        Tree(int capacity) {
            firstChild = new int[capacity + 1];
            nextSibling = new int[capacity + 1];
            codeTo = new char[capacity + 1];
        }

        /// Level by level, so that a deeper state has a higher number.
        void insert(List<String> literals) {
            int[] reached = new int[literals.size()];
            int longest = literals.stream().mapToInt(String::length).max().orElse(0);
            for (int depth = 0; depth < longest; depth++) {
                for (int i = 0; i < reached.length; i++) {
                    String text = literals.get(i);
                    if (depth < text.length()) {
                        reached[i] = child(reached[i], codeOf(text.charAt(depth)));
                        if (depth == text.length() - 1 && literal[reached[i]] == NONE) {
                            literal[reached[i]] = i;
                        }
                    }
                }
                if (depth < ROW_DEPTH) {
                    rowStates = states;
                }
            }
            if (literals.stream().anyMatch(String::isEmpty)) {
                throw new IllegalArgumentException("empty literal");
            }
        }

        private int codeOf(char c) {
            if (codes[c] == 0) {
                boolean hasColumn = c < 0x80 && columns < COLUMNS;
                codes[c] = (char) (hasColumn ? columns++ : alphabet++);
            }
            return codes[c];
        }

        private int child(int state, int code) {
            int known = lookUp(state, code);
            if (known != NONE) {
                return known;
            }
            int child = states++;
            put(state, code, child);
            codeTo[child] = (char) code;
            nextSibling[child] = firstChild[state];
            firstChild[state] = child;
            return child;
        }

        private void put(int state, int code, int target) {
            long key = (long) state << 16 | code;
            int slot = slot(key);
            while (keys[slot] != 0) {
                slot = slot + 1 & keys.length - 1;
            }
            keys[slot] = key;
            targets[slot] = target;
        }

        void link() {
            rootNext = new int[alphabet];
            rows = new int[rowStates * COLUMNS];
            for (int state = ROOT; state < states; state++) {
                if (state < rowStates) {
                    fillRow(state);
                }
                for (int child = firstChild[state]; child != ROOT; child = nextSibling[child]) {
                    linkChild(state, child);
                }
            }
        }

        /// What the state's failure does, but for where the state itself leads.
        private void fillRow(int state) {
            int start = state * COLUMNS;
            if (state != ROOT) {
                System.arraycopy(rows, fail[state] * COLUMNS, rows, start, COLUMNS);
            }
            for (int child = firstChild[state]; child != ROOT; child = nextSibling[child]) {
                if (codeTo[child] < COLUMNS) {
                    rows[start + codeTo[child]] = child;
                }
            }
        }

        private void linkChild(int parent, int child) {
            if (parent == ROOT) {
                rootNext[codeTo[child]] = child;
                return;
            }
            int target = next(fail[parent], codeTo[child]);
            fail[child] = target;
            shorter[child] = literal[target] != NONE ? target : shorter[target];
        }
    }
}
