package lurewatch.indexer.detect;

import java.util.Random;

/// Changes texts as ads do, and as no one would.
final class Mutations {
    private Mutations() {}

    static String apply(String text, Random random) {
        StringBuilder mutated = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (random.nextInt(25)) {
                case 0 -> mutated.append(c).append('\u200b');
                case 1 -> mutated.append(c).append('.');
                case 2 -> mutated.append(c).append(' ');
                case 3 -> mutated.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
                case 4 -> {}
                case 5 -> mutated.append(c).append('\u0301');
                case 6 -> mutated.append((char) random.nextInt(0x10000));
                default -> mutated.append(c);
            }
        }
        return mutated.toString();
    }
}
