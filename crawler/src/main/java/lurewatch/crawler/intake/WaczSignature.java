package lurewatch.crawler.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import lurewatch.indexer.Digest;

/// Whether a signed WACZ is what its signer signed, as *WACZ Signing and Verification* 0.1.0 has
/// it: the list has the digest that was signed, the signature is that of the key beside it, and a
/// certificate leads to an authority that the Java runtime trusts, at the time that is given. Asks
/// nobody over the network. Where there is no signature, or a bare key, nobody vouches for the
/// package but its digests.
final class WaczSignature {
    static final String FILE = "datapackage-digest.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "the list of its files";

    private WaczSignature() {}

    /// @param list of the package's files, as it stands there
    /// @param written the file with the signature
    static void check(byte[] list, byte[] written) throws IntakeRefusedException {
        JsonNode digest = json(written);
        String hash = "sha256:" + Digest.of(list).hex();
        if (!digest.path("hash").asText().equalsIgnoreCase(hash)) {
            throw notWhole(LIST + " has not the digest in " + FILE);
        }
        JsonNode signed = digest.path("signedData");
        if (!signed.isObject()) {
            return;
        }
        if (!signed.path("hash").asText().equalsIgnoreCase(hash)) {
            throw notWhole(LIST + " is not what was signed");
        }
        try {
            check(signed);
        } catch (GeneralSecurityException | IllegalArgumentException | DateTimeException e) {
            throw notWhole("its signature cannot be checked: " + e.getMessage());
        }
    }

    private static JsonNode json(byte[] written) throws IntakeRefusedException {
        try {
            return JSON.readTree(written);
        } catch (IOException _) {
            throw notWhole(FILE + " is no JSON");
        }
    }

    private static void check(JsonNode signed)
            throws GeneralSecurityException, IntakeRefusedException {
        byte[] message = signed.path("hash").asText().getBytes(US_ASCII);
        byte[] signature = Base64.getDecoder().decode(signed.path("signature").asText());
        if (signed.has("domainCert")) {
            List<X509Certificate> chain = certificates(signed.path("domainCert").asText());
            X509Certificate signer = chain.getFirst();
            requireSigned(signer.getPublicKey(), "SHA256withECDSA", message, signature);
            requireTrust(chain, Instant.parse(signed.path("created").asText()));
        } else {
            // as browsers sign: by a key that nobody knows, both numbers side by side
            PublicKey key = key(signed.path("publicKey").asText());
            requireSigned(key, "SHA256withECDSAinP1363Format", message, signature);
        }
    }

    private static void requireSigned(
            PublicKey key, String algorithm, byte[] message, byte[] signature)
            throws GeneralSecurityException, IntakeRefusedException {
        Signature check = Signature.getInstance(algorithm);
        check.initVerify(key);
        check.update(message);
        if (!check.verify(signature)) {
            throw notWhole("its signature is not that of the key beside it");
        }
    }

    private static void requireTrust(List<X509Certificate> chain, Instant at)
            throws GeneralSecurityException, IntakeRefusedException {
        X509CertSelector signer = new X509CertSelector();
        signer.setCertificate(chain.getFirst());
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(authorities(), signer);
        parameters.setDate(Date.from(at));
        parameters.setRevocationEnabled(false); // would ask over the network
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        try {
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (GeneralSecurityException _) {
            throw notWhole(
                    "it is signed, and no known authority vouches for who signed it ("
                            + String.valueOf(chain.getLast().getIssuerX500Principal())
                            + "); the WARC files in it can be imported by themselves, unsigned");
        }
    }

    private static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
        List<X509Certificate> chain =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)))
                        .stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("no certificate");
        }
        return chain;
    }

    private static PublicKey key(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    /// Those that come with the Java runtime.
    private static KeyStore authorities() throws GeneralSecurityException {
        Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        try {
            return KeyStore.getInstance(file.toFile(), (char[]) null);
        } catch (IOException e) {
            throw new GeneralSecurityException("no authorities in " + file, e);
        }
    }

    private static IntakeRefusedException notWhole(String why) {
        return new IntakeRefusedException(IntakeRefusedException.Kind.NOT_WHOLE, why);
    }
}
