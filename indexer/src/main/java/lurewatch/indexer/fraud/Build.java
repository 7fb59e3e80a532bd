package lurewatch.indexer.fraud;

/// How a text is built, whatever its words: length, shouting, money, leads, traces of pasting.
final class Build {
    static final int COUNT = 14;

    private int letters;
    private int capitals;
    private int digits;
    private int money;
    private int exclamations;
    private int questions;
    private int hardBlanks;
    private int glued;
    private int lines;
    private int bullets;
    private int shouted;
    private int capitalsInRow;

    private Build() {}

    /// The features in a fixed order; logarithms of counts, so that one more matters less and less.
    static double[] of(String text) {
        Build build = new Build();
        build.read(text);
        double length = text.length() + 1.0;
        return new double[] {
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
            Math.log1p(build.lines),
            Math.log1p(build.questions),
            Math.log1p(build.bullets),
        };
    }

    private void read(String text) {
        char last = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
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
                case '\n' -> lines++;
                case '•', '·', '*', '-' -> bullets++;
                default -> {}
            }
            last = c;
        }
        shouted += capitalsInRow >= 3 ? 1 : 0;
    }
}
