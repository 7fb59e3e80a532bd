package lurewatch.indexer.detect;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/// Finds all of many literals in one pass (Aho and Corasick, 1975). Immutable once built; a line
/// feed in the text is read as a blank.
///
/// Transitions stand in one open-addressed table under state and character. Most of a text leads
/// only a few characters deep: states near the root have a row for every ASCII character besides,
/// with the failure transitions followed already. A target says by itself whether literals end
/// there.
final class Automaton {
    /// Told of each literal found, longest first at each end.
    interface OnHit {
        /// `end` is the index after the literal's last character.
        void hit(int literal, int end);
    }

    private static final int ROOT = 0;
    private static final int NONE = -1;

    /// The first ASCII characters that literals hold have a column in the rows; 0 is for those that
    /// no literal holds.
    private static final int COLUMNS = 0x40;

    /// Set in a transition's target where literals end.
    private static final int HIT = 1 << 31;

    /// States up to here have rows; deeper ones are many, and seldom reached.
    private static final int ROW_DEPTH = 6;

    private final char[] codes = new char[Character.MAX_VALUE + 1];
    private int[] rootNext = new int[0];
    private int[] rows = new int[0];
    private int rowsEnd;
    private final int[] rowStart;
    private int columns = 1;
    private int alphabet = COLUMNS;
    private long[] keys;
    private int[] targets;
    private int transitions;
    private int[] fail;
    private int[] literal;
    private int[] shorter;
    private int states = 1;

    private Automaton(int capacity) {
        int room = Integer.highestOneBit(Math.max(16, capacity) * 2 - 1) * 2;
        keys = new long[room];
        targets = new int[room];
        rowStart = new int[capacity + 1];
        fail = new int[capacity + 1];
        literal = new int[capacity + 1];
        shorter = new int[capacity + 1];
        Arrays.fill(literal, NONE);
    }

    /// The automaton for these literals; a hit gives the literal's place in the list. Of equal
    /// literals only the first is told.
    static Automaton of(List<String> literals) {
        int characters = literals.stream().mapToInt(String::length).sum();
        Automaton automaton = new Automaton(characters);
        for (int i = 0; i < literals.size(); i++) {
            automaton.insert(literals.get(i), i);
        }
        automaton.link();
        automaton.markHits(automaton.rows);
        automaton.markHits(automaton.rootNext);
        automaton.markHits(automaton.targets);
        return automaton;
    }

    void scan(String text, OnHit onHit) {
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = codes[c == '\n' ? ' ' : c];
            if (code == 0) {
                state = ROOT;
                continue;
            }
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
        while (state != ROOT) {
            if (code < COLUMNS && rowStart[state] != NONE) {
                return rows[rowStart[state] + code];
            }
            int target = lookUp(state, code);
            if (target != NONE) {
                return target;
            }
            state = fail[state];
        }
        return rootNext[code];
    }

    private void insert(String text, int id) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("empty literal");
        }
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            int code = codeOf(text.charAt(i));
            int target = lookUp(state, code);
            if (target == NONE) {
                target = states++;
                put(state, code, target);
            }
            state = target;
        }
        if (literal[state] == NONE) {
            literal[state] = id;
        }
    }

    private int codeOf(char c) {
        if (codes[c] == 0) {
            boolean hasColumn = c < 0x80 && columns < COLUMNS;
            codes[c] = (char) (hasColumn ? columns++ : alphabet++);
        }
        return codes[c];
    }

    private void link() {
        rootNext = new int[alphabet];
        int[][] children = childrenByState();
        int[] depth = new int[states];
        Arrays.fill(rowStart, NONE);
        Queue<Integer> queue = new ArrayDeque<>();
        queue.add(ROOT);
        while (!queue.isEmpty()) {
            int parent = queue.remove();
            if (depth[parent] <= ROW_DEPTH) {
                addRow(parent, children[parent]);
            }
            for (int i = 0; i < children[parent].length; i += 2) {
                int code = children[parent][i];
                int child = children[parent][i + 1];
                linkChild(parent, code, child);
                depth[child] = depth[parent] + 1;
                queue.add(child);
            }
        }
        rows = Arrays.copyOf(rows, rowsEnd);
    }

    /// What the state's failure does, but for where the state itself leads.
    private void addRow(int state, int[] children) {
        if (rowsEnd + COLUMNS > rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length + COLUMNS);
        }
        if (state != ROOT) {
            System.arraycopy(rows, rowStart[fail[state]], rows, rowsEnd, COLUMNS);
        }
        for (int i = 0; i < children.length; i += 2) {
            if (children[i] < COLUMNS) {
                rows[rowsEnd + children[i]] = children[i + 1];
            }
        }
        rowStart[state] = rowsEnd;
        rowsEnd += COLUMNS;
    }

    private void linkChild(int parent, int code, int child) {
        if (parent == ROOT) {
            rootNext[code] = child;
            return;
        }
        int target = next(fail[parent], code);
        fail[child] = target;
        shorter[child] = literal[target] != NONE ? target : shorter[target];
    }

    private void markHits(int[] transitions) {
        for (int i = 0; i < transitions.length; i++) {
            int state = transitions[i];
            if (literal[state] != NONE || shorter[state] != ROOT) {
                transitions[i] |= HIT;
            }
        }
    }

    private int[][] childrenByState() {
        int[] counts = new int[states];
        for (long key : keys) {
            if (key != 0) {
                counts[(int) (key >>> 16)] += 2;
            }
        }
        int[][] children = new int[states][];
        for (int i = 0; i < states; i++) {
            children[i] = new int[counts[i]];
        }
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                int state = (int) (keys[slot] >>> 16);
                counts[state] -= 2;
                children[state][counts[state]] = (int) (keys[slot] & 0xFFFF);
                children[state][counts[state] + 1] = targets[slot];
            }
        }
        return children;
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

    private void put(int state, int code, int target) {
        if (++transitions * 2 > keys.length) {
            throw new IllegalStateException("more transitions than characters");
        }
        long key = (long) state << 16 | code;
        int slot = slot(key);
        while (keys[slot] != 0) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & keys.length - 1;
    }
}
