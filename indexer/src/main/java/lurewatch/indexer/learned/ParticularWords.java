package lurewatch.indexer.learned;

import java.util.Map;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.Particular;
import lurewatch.indexer.Particulars;

/// What an ad's title and particulars say: the words and pairs of words of each, told apart by
/// where they stand.
///
/// @param read a line for each, its name before a colon; the buckets' places count in it
record ParticularWords(String read, Buckets words) {
    static final int BITS = 14;

    /// Characters of what a particular says; more is a text that stands in the body as well.
    static final int LONGEST = 200;

    /// Words of a title; 99 in 100 of the training set have fewer. A longer first line begins the
    /// body.
    static final int LONGEST_TITLE = 12;

    private static final String TITLE = "title";
    private static final String COLON = ": ";

    /// @param text as [AdWords] reads it; its first line is the title, where more lines follow
    static ParticularWords of(String text, Particulars particulars) {
        StringBuilder read = new StringBuilder();
        Buckets words = new Buckets(BITS);
        String title = title(text.strip());
        if (!title.isEmpty()) {
            add(TITLE, title, read, words);
        }
        for (Map.Entry<Particular, String> said : particulars.said().entrySet()) {
            String value = said.getValue();
            add(
                    said.getKey().toString(),
                    value.substring(0, Math.min(value.length(), LONGEST)),
                    read,
                    words);
        }
        return new ParticularWords(read.toString(), words);
    }

    /// Empty where the text has none.
    private static String title(String text) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return "";
        }
        int words = 0;
        for (int i = 0; i < end; i++) {
            boolean begins = i == 0 || !AdFeatures.isOfWord(text.charAt(i - 1));
            words += begins && AdFeatures.isOfWord(text.charAt(i)) ? 1 : 0;
        }
        return words <= LONGEST_TITLE ? text.substring(0, end) : "";
    }

    private static void add(String name, String value, StringBuilder read, Buckets words) {
        read.append(name).append(COLON);
        int start = read.length();
        read.append(LowerCase.of(value).replace('\n', ' '));
        count(read, start, name.hashCode(), words);
        read.append('\n');
    }

    private static void count(CharSequence read, int from, int place, Buckets words) {
        int last = 0;
        int lastStart = -1;
        for (int start = from; start < read.length(); ) {
            if (!AdFeatures.isOfWord(read.charAt(start))) {
                start++;
                continue;
            }
            int end = start;
            int hash = AdFeatures.BASIS ^ place;
            for (; end < read.length() && AdFeatures.isOfWord(read.charAt(end)); end++) {
                hash = (hash ^ read.charAt(end)) * AdFeatures.PRIME;
            }
            words.add(hash, start, end);
            if (lastStart >= 0) {
                words.add((last * 31) ^ hash, lastStart, end);
            }
            last = hash;
            lastStart = start;
            start = end;
        }
    }

    /// A bucket's words behind the name of what says them.
    String name(int index) {
        int line = read.lastIndexOf('\n', words.start(index)) + 1;
        return read.substring(line, read.indexOf(COLON, line) + COLON.length())
                + read.substring(words.start(index), words.end(index));
    }
}
