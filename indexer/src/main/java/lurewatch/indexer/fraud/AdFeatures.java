package lurewatch.indexer.fraud;

/// What the model sees of a text: which words and pairs of words, which three and four letters
/// within a word, and how it is built.
///
/// @param read the text that the buckets' places count in
@SuppressWarnings("ArrayRecordComponent") // never compared
record AdFeatures(String read, int wordCount, Buckets words, Buckets letters, double[] build) {
    static final int WORD_BITS = 17;
    static final int LETTER_BITS = 16;
    static final int BUILD = Build.COUNT;

    private static final int PRIME = 16777619;
    private static final int BASIS = 0x811c9dc5;

    static AdFeatures of(String text) {
        String read = AdWords.read(text);
        Buckets words = new Buckets(WORD_BITS);
        Buckets letters = new Buckets(LETTER_BITS);
        int count = 0;
        int lastHash = 0;
        int lastStart = -1;
        for (int start = 0; start < read.length(); ) {
            if (!Character.isLetterOrDigit(read.charAt(start))) {
                start++;
                continue;
            }
            int end = start;
            int hash = BASIS;
            for (; end < read.length() && Character.isLetterOrDigit(read.charAt(end)); end++) {
                hash = (hash ^ read.charAt(end)) * PRIME;
            }
            words.add(hash, start, end);
            if (lastStart >= 0) {
                words.add((lastHash * 31) ^ hash, lastStart, end);
            }
            addLetters(read, start, end, letters);
            lastHash = hash;
            lastStart = start;
            count++;
            start = end;
        }
        return new AdFeatures(read, count, words, letters, Build.of(AdWords.cut(text)));
    }

    /// Three and four letters at a time, the word's edges counted as one each.
    private static void addLetters(String read, int start, int end, Buckets letters) {
        for (int length = 3; length <= 4; length++) {
            for (int at = start - 1; at + length <= end + 1; at++) {
                int hash = BASIS + length;
                for (int i = at; i < at + length; i++) {
                    char c = i < start || i >= end ? ' ' : read.charAt(i);
                    hash = (hash ^ c) * PRIME;
                }
                letters.add(hash, Math.max(at, start), Math.min(at + length, end));
            }
        }
    }
}
