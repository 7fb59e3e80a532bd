package lurewatch.indexer.archive;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// One accident to one file of an archive, drawn at random: whole records or ledger lines that are
/// dropped, doubled, moved, swapped or put in from elsewhere, bits, bytes and blocks that are not
/// what they were, and ends that are missing.
///
/// @param name what happened
/// @param bytes of the file afterwards
@SuppressWarnings("ArrayRecordComponent") // private to this package, never compared
record Mutation(String name, byte[] bytes) {

    private enum Kind {
        FLIP_A_BIT,
        FLIP_MANY_BITS,
        ZERO_A_BLOCK,
        TAKE_BYTES_OUT,
        PUT_BYTES_IN,
        CUT_THE_END_OFF,
        CUT_BEHIND_A_PIECE,
        ADD_AT_THE_END,
        DROP_A_PIECE,
        DOUBLE_A_PIECE,
        MOVE_A_PIECE,
        SWAP_TWO_PIECES,
        SWAP_NEIGHBOURS,
        OVERWRITE_WITH_ANOTHER,
        PUT_IN_FROM_ELSEWHERE
    }

    /// A random mutation that changes something.
    ///
    /// @param pieces the file's lines, or its groups of records, without gaps
    /// @param elsewhere a piece of another file
    static Mutation of(Random random, List<byte[]> pieces, byte[] elsewhere) {
        byte[] before = joined(pieces);
        while (true) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            byte[] after = changed(kind, random, pieces, before, elsewhere);
            if (!Arrays.equals(before, after)) {
                return new Mutation(kind.name(), after);
            }
        }
    }

    private static byte[] changed(
            Kind kind, Random random, List<byte[]> pieces, byte[] whole, byte[] elsewhere) {
        int at = random.nextInt(whole.length);
        int length = 1 + random.nextInt(Math.min(4096, whole.length - at));
        int one = random.nextInt(pieces.size());
        int other = random.nextInt(pieces.size());
        return switch (kind) {
            case FLIP_A_BIT -> flipped(random, whole, 1);
            case FLIP_MANY_BITS -> flipped(random, whole, 2 + random.nextInt(30));
            case ZERO_A_BLOCK -> filled(whole, at, length);
            case TAKE_BYTES_OUT -> replaced(whole, at, at + length, new byte[0]);
            case PUT_BYTES_IN -> replaced(whole, at, at, noise(random, length));
            case CUT_THE_END_OFF -> Arrays.copyOf(whole, at);
            case CUT_BEHIND_A_PIECE -> joined(pieces.subList(0, one));
            case ADD_AT_THE_END ->
                    replaced(whole, whole.length, whole.length, noise(random, length));
            case DROP_A_PIECE -> pieces(pieces, one, one + 1, List.of());
            case DOUBLE_A_PIECE -> pieces(pieces, other, other, List.of(pieces.get(one)));
            case MOVE_A_PIECE -> moved(pieces, one, other);
            case SWAP_TWO_PIECES -> swapped(pieces, one, other);
            case SWAP_NEIGHBOURS -> swapped(pieces, one, (one + 1) % pieces.size());
            case OVERWRITE_WITH_ANOTHER -> pieces(pieces, one, one + 1, List.of(pieces.get(other)));
            case PUT_IN_FROM_ELSEWHERE -> pieces(pieces, one, one, List.of(elsewhere));
        };
    }

    private static byte[] flipped(Random random, byte[] whole, int bits) {
        byte[] bytes = whole.clone();
        for (int i = 0; i < bits; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] filled(byte[] whole, int at, int length) {
        byte[] bytes = whole.clone();
        Arrays.fill(bytes, at, at + length, (byte) 0);
        return bytes;
    }

    private static byte[] noise(Random random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] replaced(byte[] whole, int from, int to, byte[] with) {
        return joined(
                List.of(
                        Arrays.copyOf(whole, from),
                        with,
                        Arrays.copyOfRange(whole, to, whole.length)));
    }

    private static byte[] pieces(List<byte[]> pieces, int from, int to, List<byte[]> with) {
        List<byte[]> changed = new ArrayList<>(pieces.subList(0, from));
        changed.addAll(with);
        changed.addAll(pieces.subList(to, pieces.size()));
        return joined(changed);
    }

    private static byte[] moved(List<byte[]> pieces, int from, int to) {
        List<byte[]> changed = new ArrayList<>(pieces);
        changed.add(to, changed.remove(from));
        return joined(changed);
    }

    private static byte[] swapped(List<byte[]> pieces, int one, int other) {
        List<byte[]> changed = new ArrayList<>(pieces);
        Collections.swap(changed, one, other);
        return joined(changed);
    }

    static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        pieces.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
