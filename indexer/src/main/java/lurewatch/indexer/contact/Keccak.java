package lurewatch.indexer.contact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Keccak-256 with the padding from before it became SHA-3, as Ethereum uses it; the platform has
/// only the later one. For short messages.
final class Keccak {
    private static final int RATE = 136;
    private static final int ROUNDS = 24;
    private static final int[] ROTATIONS = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] LANES = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };

    private Keccak() {}

    /// The hash of an ASCII text of at most 135 characters.
    static byte[] hash256(String text) {
        byte[] message = text.getBytes(StandardCharsets.US_ASCII);
        if (message.length >= RATE) {
            throw new IllegalArgumentException("longer than one block: " + message.length);
        }
        byte[] block = new byte[RATE];
        System.arraycopy(message, 0, block, 0, message.length);
        block[message.length] ^= 0x01;
        block[RATE - 1] ^= (byte) 0x80;
        ByteBuffer words = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        long[] state = new long[25];
        for (int i = 0; i < RATE / 8; i++) {
            state[i] = words.getLong();
        }
        permute(state);
        ByteBuffer hash = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 4; i++) {
            hash.putLong(state[i]);
        }
        return hash.array();
    }

    private static void permute(long[] a) {
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            theta(a);
            rhoAndPi(a);
            chi(a);
            for (int bit = 0; bit < 7; bit++) {
                if ((register & 1) == 1) {
                    a[0] ^= 1L << ((1 << bit) - 1);
                }
                register = register << 1 ^ ((register >> 7) * 0x171);
            }
        }
    }

    private static void theta(long[] a) {
        long[] column = new long[5];
        for (int x = 0; x < 5; x++) {
            column[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
        }
        for (int x = 0; x < 5; x++) {
            long mixed = column[(x + 4) % 5] ^ Long.rotateLeft(column[(x + 1) % 5], 1);
            for (int y = 0; y < 25; y += 5) {
                a[y + x] ^= mixed;
            }
        }
    }

    private static void rhoAndPi(long[] a) {
        long carried = a[1];
        for (int i = 0; i < ROUNDS; i++) {
            long next = a[LANES[i]];
            a[LANES[i]] = Long.rotateLeft(carried, ROTATIONS[i]);
            carried = next;
        }
    }

    private static void chi(long[] a) {
        long[] row = new long[5];
        for (int y = 0; y < 25; y += 5) {
            System.arraycopy(a, y, row, 0, 5);
            for (int x = 0; x < 5; x++) {
                a[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
            }
        }
    }
}
