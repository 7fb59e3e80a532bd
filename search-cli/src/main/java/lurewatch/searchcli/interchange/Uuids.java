package lurewatch.searchcli.interchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;

/// Ids by name (UUID version 5, RFC 9562), which Java itself does not make.
final class Uuids {
    /// Of STIX 2.1, section 2.9: for observables only.
    private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /// Of this program: for everything else.
    private static final UUID OWN = UUID.fromString("6f0e3c1a-52f7-5d53-8f0c-2e6f5b3a9d41");

    private Uuids() {}

    /// The id of an observable with these id-contributing properties, given as JSON.
    static UUID ofObservable(String json) {
        try {
            return named(OBSERVABLES, new JsonCanonicalizer(json).getEncodedString());
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    /// The id of something else that `parts` name together.
    static UUID of(String... parts) {
        return named(OWN, String.join("\n", parts));
    }

    static UUID named(UUID namespace, String name) {
        MessageDigest sha1 = sha1();
        ByteBuffer space = ByteBuffer.allocate(16);
        space.putLong(namespace.getMostSignificantBits());
        space.putLong(namespace.getLeastSignificantBits());
        sha1.update(space.array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & ~0xF000L) | 0x5000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
    }
}
