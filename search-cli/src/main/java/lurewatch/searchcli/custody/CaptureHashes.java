package lurewatch.searchcli.custody;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// A SHA-256 for each of many captures, forty bytes a capture: a pack may name millions.
final class CaptureHashes {
    private static final int HASH = 32;

    /// Takes a capture's sequence and its hash.
    @FunctionalInterface
    interface Action {
        void take(long capture, byte[] hash) throws IOException;
    }

    private long[] captures = new long[16];
    private byte[] hashes = new byte[captures.length * HASH];
    private int count;

    /// Adds one; false, and nothing is added, where it does not come behind all others.
    boolean add(long capture, byte[] hash) {
        if (count > 0 && captures[count - 1] >= capture) {
            return false;
        }
        if (count == captures.length) {
            captures = Arrays.copyOf(captures, Math.multiplyExact(count, 2));
            hashes = Arrays.copyOf(hashes, Math.multiplyExact(hashes.length, 2));
        }
        captures[count] = capture;
        System.arraycopy(hash, 0, hashes, count * HASH, HASH);
        count++;
        return true;
    }

    int size() {
        return count;
    }

    Optional<byte[]> of(long capture) {
        int place = Arrays.binarySearch(captures, 0, count, capture);
        return place < 0 ? Optional.empty() : Optional.of(at(place));
    }

    boolean has(long capture, byte[] hash) {
        return of(capture).filter(known -> Arrays.equals(known, hash)).isPresent();
    }

    void forEach(Action action) throws IOException {
        for (int i = 0; i < count; i++) {
            action.take(captures[i], at(i));
        }
    }

    private byte[] at(int place) {
        return Arrays.copyOfRange(hashes, place * HASH, (place + 1) * HASH);
    }
}
