package lurewatch.indexer.contact;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Digest;
import lurewatch.indexer.LowerCase;

/// Checksums of wallet addresses: Base58Check (BTC, TRON), Bech32 and Bech32m (BIP 173, 350),
/// EIP-55.
final class Wallets {
    private static final String BASE58 =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int BECH32_CONSTANT = 1;
    private static final int BECH32M_CONSTANT = 0x2bc830a3;
    private static final int[] GENERATOR = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };
    private static final int PAYLOAD = 21;
    private static final int CHECKED = 25;

    private Wallets() {}

    /// The kind of wallet that this is the address of.
    static Optional<ContactKind> kindOf(String token) {
        char first = token.charAt(0);
        if (first == 'T' && token.length() == 34) {
            return version(token).filter(v -> v == 0x41).map(v -> ContactKind.TRON);
        }
        if (first == '1' || first == '3') {
            return version(token).filter(v -> v == 0 || v == 5).map(v -> ContactKind.BTC);
        }
        if (token.regionMatches(true, 0, "bc1", 0, 3)) {
            return isSegwit(token) ? Optional.of(ContactKind.BTC) : Optional.empty();
        }
        if (token.length() == 42 && token.regionMatches(true, 0, "0x", 0, 2)) {
            return isEthereum(token.substring(2)) ? Optional.of(ContactKind.ETH) : Optional.empty();
        }
        return Optional.empty();
    }

    /// The version byte of a Base58Check address whose checksum holds.
    private static Optional<Integer> version(String token) {
        if (token.length() > 35) {
            return Optional.empty();
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < token.length(); i++) {
            int digit = BASE58.indexOf(token.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
        }
        byte[] bytes = number.toByteArray();
        int zero = bytes[0] == 0 ? 1 : 0;
        if (bytes.length - zero > CHECKED) {
            return Optional.empty();
        }
        byte[] checked = new byte[CHECKED];
        System.arraycopy(bytes, zero, checked, CHECKED - bytes.length + zero, bytes.length - zero);
        MessageDigest sha256 = Digest.sha256();
        sha256.update(checked, 0, PAYLOAD);
        byte[] sum = sha256.digest(sha256.digest());
        boolean holds = Arrays.equals(sum, 0, CHECKED - PAYLOAD, checked, PAYLOAD, CHECKED);
        return holds ? Optional.of(checked[0] & 0xFF) : Optional.empty();
    }

    private static boolean isSegwit(String token) {
        String lower = LowerCase.of(token);
        if (!token.equals(lower) && !token.equals(token.toUpperCase(Locale.ROOT))) {
            return false;
        }
        int checksum = 1;
        for (int value : new int[] {3, 3, 0, 2, 3}) { // "bc" expanded
            checksum = step(checksum, value);
        }
        for (int i = 3; i < lower.length(); i++) {
            int value = BECH32.indexOf(lower.charAt(i));
            if (value < 0) {
                return false;
            }
            checksum = step(checksum, value);
        }
        boolean versionZero = lower.charAt(3) == 'q';
        return checksum == (versionZero ? BECH32_CONSTANT : BECH32M_CONSTANT);
    }

    private static int step(int checksum, int value) {
        int top = checksum >>> 25;
        int next = (checksum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >>> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }

    /// All in one case carries no checksum; mixed case must be the one that EIP-55 says.
    private static boolean isEthereum(String hex) {
        if (!hex.chars().allMatch(HexFormat::isHexDigit)
                || hex.chars().allMatch(c -> c == hex.charAt(0))) {
            return false;
        }
        String lower = LowerCase.of(hex);
        if (hex.equals(lower) || hex.equals(hex.toUpperCase(Locale.ROOT))) {
            return true;
        }
        String hash = HexFormat.of().formatHex(Keccak.hash256(lower));
        for (int i = 0; i < hex.length(); i++) {
            boolean upper = Character.digit(hash.charAt(i), 16) >= 8;
            char expected = upper ? Character.toUpperCase(lower.charAt(i)) : lower.charAt(i);
            if (hex.charAt(i) != expected) {
                return false;
            }
        }
        return true;
    }
}
