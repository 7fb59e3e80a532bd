package lurewatch.indexer.learned;

/// How a text is built, whatever its words: length, shouting, money, leads, traces of pasting. How
/// many lines it has is no part of that: it tells how a text was brought here, not how it was
/// written.
final class Build {
    static final int COUNT = 13;

    private int letters;
    private int capitals;
    private int digits;
    private int money;
    private int exclamations;
    private int questions;
    private int hardBlanks;
    private int glued;
    private int bullets;
    private int shouted;
    private int capitalsInRow;

    private Build() {}

    /// Puts the features at the start of an array, in a fixed order; logarithms of counts, so that
    /// one more matters less and less.
    static void of(String text, double[] to) {
        Build build = new Build();
        build.read(text);
        double length = text.length() + 1.0;
        double[] features = {
            Math.log(length),
            Math.log1p(build.exclamations),
            build.capitals / (build.letters + 1.0),
            10 * build.digits / length,
            Math.log1p(build.money),
            Math.log1p(build.hardBlanks),
            Math.log1p(build.glued),
            text.contains("#URL_") || text.contains("http") || text.contains("www.") ? 1 : 0,
            text.contains("#EMAIL_") || text.indexOf('@') >= 0 ? 1 : 0,
            text.contains("#PHONE_") ? 1 : 0,
            Math.log1p(build.shouted),
            Math.log1p(build.questions),
            Math.log1p(build.bullets),
        };
        System.arraycopy(features, 0, to, 0, COUNT);
    }

    private void read(String text) {
        char last = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') { // most characters of most ads
                letters++;
                capitalsInRow = -1000;
                last = c;
                continue;
            }
            if (Character.isLetter(c)) {
                letters++;
                boolean isCapital = Character.isUpperCase(c);
                capitals += isCapital ? 1 : 0;
                // "…of the teamWhat we offer": lists whose line ends were lost.
                glued += isCapital && (Character.isLowerCase(last) || last == '.') ? 1 : 0;
                capitalsInRow = isCapital ? capitalsInRow + 1 : -1000;
            } else {
                shouted += capitalsInRow >= 3 ? 1 : 0;
                capitalsInRow = 0;
            }
            digits += Character.isDigit(c) ? 1 : 0;
            switch (c) {
                case '$', '£', '€' -> money++;
                case '!' -> exclamations++;
                case '?' -> questions++;
                case '\u00a0' -> hardBlanks++;
                case '•', '·', '*', '-' -> bullets++;
                default -> {}
            }
            last = c;
        }
        shouted += capitalsInRow >= 3 ? 1 : 0;
    }
}
