package lurewatch.indexer.campaign;

/// How near two texts are, by the shingles that both have. Pure; the numbers were set on the groups
/// of EMSCAD and on boards' ordinary ads, see `docs/decisions/0016-campaigns.md`.
enum Kinship {
    /// One is the other with a word or two changed: linked whatever they share.
    CLOSE,
    /// They share a half: linked if what they share is not what everybody says.
    LOOSE,
    NONE;

    /// Of all shingles of both.
    private static final double CLOSE_SHARE = 0.75;

    private static final double LOOSE_SHARE = 0.5;

    /// Of the shorter one's: an ad with a paragraph added. Longer by more is a list of ads.
    private static final double CONTAINED_SHARE = 0.6;

    private static final int MOST_TIMES_LONGER = 3;
    private static final int FEWEST_CONTAINED = 30;

    static Kinship of(int[] first, int[] second) {
        int shorter = Math.min(first.length, second.length);
        int longer = Math.max(first.length, second.length);
        int common = common(first, second);
        int all = first.length + second.length - common;
        if (shorter == 0 || common == 0) {
            return NONE;
        }
        if (common >= CLOSE_SHARE * all) {
            return CLOSE;
        }
        boolean isContained =
                shorter >= FEWEST_CONTAINED
                        && longer <= MOST_TIMES_LONGER * shorter
                        && common >= CONTAINED_SHARE * shorter;
        return isContained || common >= LOOSE_SHARE * all ? LOOSE : NONE;
    }

    /// How many values two sorted arrays of different values have in common.
    static int common(int[] first, int[] second) {
        int common = 0;
        for (int i = 0, j = 0; i < first.length && j < second.length; ) {
            if (first[i] == second[j]) {
                common++;
                i++;
                j++;
            } else if (first[i] < second[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
