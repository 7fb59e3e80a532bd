package lurewatch.indexer.index;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Words as an analyzer gave them, one behind the other, without an object for each.
final class NotedWords {
    private char[] chars = new char[1024];
    private int[] ends = new int[128];
    private int count;

    void note(CharTermAttribute word) {
        int start = start(count);
        int end = start + word.length();
        if (end > chars.length) {
            chars = Arrays.copyOf(chars, end + end / 2);
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(word.buffer(), 0, chars, start, word.length());
        ends[count++] = end;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /// All that were noted when it is read.
    TokenStream stream() {
        return new Words();
    }

    private final class Words extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private int next;

        @Override
        public boolean incrementToken() {
            if (next == count) {
                return false;
            }
            clearAttributes();
            int start = start(next);
            term.copyBuffer(chars, start, ends[next] - start);
            next++;
            return true;
        }
    }
}
