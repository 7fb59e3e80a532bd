package lurewatch.searchcli.custody;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import lurewatch.indexer.Digest;

/// An Ed25519 key of the sender. Its name is made of the public key's digest, so that a name cannot
/// be borrowed.
public final class SigningKey {
    static final String ALGORITHM = "Ed25519";
    private static final int NAME_DIGITS = 16;
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int PEM_WIDTH = 64;

    private final PrivateKey secret;
    private final String name;

    SigningKey(String name, PrivateKey secret) {
        this.name = name;
        this.secret = secret;
    }

    public String name() {
        return name;
    }

    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + name, e);
        }
    }

    /// Whether that key signed exactly this.
    public static boolean isSigned(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // Not even a signature: what it stands under is not signed.
            return false;
        }
    }

    public static String nameOf(PublicKey key) {
        return "k" + Digest.of(key.getEncoded()).prefix(NAME_DIGITS);
    }

    static String pem(PrivateKey key) {
        return pem(PRIVATE, key.getEncoded());
    }

    static String pem(PublicKey key) {
        return pem(PUBLIC, key.getEncoded());
    }

    private static String pem(String what, byte[] der) {
        String body =
                Base64.getMimeEncoder(PEM_WIDTH, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }

    static PrivateKey secretOf(String pem) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(der(PRIVATE, pem)));
    }

    static PublicKey publicOf(String pem) throws GeneralSecurityException {
        return publicOf(der(PUBLIC, pem));
    }

    /// The public key of that encoding (X.509, DER).
    public static PublicKey publicOf(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] der(String what, String pem) throws GeneralSecurityException {
        String body =
                pem.replace("-----BEGIN " + what + "-----", "")
                        .replace("-----END " + what + "-----", "")
                        .replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not a " + what + " in PEM", e);
        }
    }
}
