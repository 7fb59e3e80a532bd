package lurewatch.crawler.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import lurewatch.indexer.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaczSignatureTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] LIST = "{\"resources\":[]}".getBytes(UTF_8);

    @Test
    void aPackageThatSaysOnlyItsDigestPasses() {
        assertThatCode(() -> WaczSignature.check(LIST, digest(_ -> {}))).doesNotThrowAnyException();
    }

    @Test
    void aKeyThatNobodyKnowsMustAtLeastFit() throws GeneralSecurityException {
        byte[] signed = signedByAKey();

        assertThatCode(() -> WaczSignature.check(LIST, signed)).doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        WaczSignature.check(LIST, changed(signed, "publicKey", signedByAKey())))
                .hasMessageContaining("not that of the key beside it");
    }

    @Test
    void whatWasSignedByACertificateStaysSo() throws IOException {
        byte[] list = packed("datapackage.json");
        byte[] signed = packed(WaczSignature.FILE);

        assertThatCode(() -> WaczSignature.check(list, signed)).doesNotThrowAnyException();
        assertThatThrownBy(() -> WaczSignature.check(LIST, signed))
                .hasMessageContaining("has not the digest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    signature  | MEQCIDm1nNy4oq7uJYmu4Sl5qGlYo3TFPbbYNsNttxqkQPNuAiB99UbfqRjAPhTLT+I6qpYbFZQ9GJviVCD+1l4LxAyw4Q== | not that of the key beside it
                    signature  | bm8=                 | cannot be checked
                    signature  | *                    | cannot be checked
                    domainCert | no certificate       | cannot be checked
                    created    | yesterday            | cannot be checked
                    created    | 2032-01-18T19:00:12Z | no known authority vouches
                    hash       | sha256:00            | is not what was signed
                    """)
    void aChangedSignatureIsNone(String field, String value, String why) throws IOException {
        ObjectNode digest = (ObjectNode) JSON.readTree(packed(WaczSignature.FILE));
        ((ObjectNode) digest.get("signedData")).put(field, value);

        assertThatThrownBy(() ->
                        WaczSignature.check(
                                packed("datapackage.json"), JSON.writeValueAsBytes(digest)))
                .isInstanceOf(IntakeRefusedException.class)
                .hasMessageContaining(why);
    }

    private static byte[] signedByAKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPair keys = generator.generateKeyPair();
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(keys.getPrivate());
        signature.update(("sha256:" + Digest.of(LIST).hex()).getBytes(US_ASCII));
        String made = Base64.getEncoder().encodeToString(signature.sign());
        return digest(whole ->
                whole.putObject("signedData")
                        .put("hash", "sha256:" + Digest.of(LIST).hex())
                        .put("signature", made)
                        .put(
                                "publicKey",
                                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())));
    }

    private static byte[] changed(byte[] signed, String field, byte[] other) throws IOException {
        ObjectNode digest = (ObjectNode) JSON.readTree(signed);
        ((ObjectNode) digest.get("signedData"))
                .set(field, JSON.readTree(other).get("signedData").get(field));
        return JSON.writeValueAsBytes(digest);
    }

    private static byte[] digest(Consumer<ObjectNode> also) {
        ObjectNode digest = JSON.createObjectNode();
        digest.put("path", "datapackage.json").put("hash", "sha256:" + Digest.of(LIST).hex());
        also.accept(digest);
        return digest.toString().getBytes(UTF_8);
    }

    private static byte[] packed(String name) throws IOException {
        Path file =
                Path.of("src/test/resources/lurewatch/crawler/intake/valid_signed_example_1.wacz");
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }
}
