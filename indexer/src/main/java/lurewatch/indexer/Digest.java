package lurewatch.indexer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 as 64 lower-case hexadecimal digits.
public record Digest(String hex) {
    private static final int DIGITS = 64;

    public Digest {
        if (!isSha256(hex)) {
            throw new IllegalArgumentException("not a sha-256 in lower-case hex: " + hex);
        }
    }

    private static boolean isSha256(String hex) {
        boolean sound = hex.length() == DIGITS;
        for (int i = 0; i < hex.length() && sound; i++) {
            char c = hex.charAt(i);
            sound = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return sound;
    }

    /// The digest of these bytes.
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /// The digest of this text's UTF-8 form.
    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A fresh SHA-256 to feed piece by piece.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /// The first `digits` digits: enough to name a thing, never enough to prove one.
    public String prefix(int digits) {
        return hex.substring(0, digits);
    }

    @Override
    public String toString() {
        return "sha256:" + hex;
    }
}
