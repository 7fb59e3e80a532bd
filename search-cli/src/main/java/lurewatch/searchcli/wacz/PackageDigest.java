package lurewatch.searchcli.wacz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import lurewatch.indexer.Digest;
import lurewatch.searchcli.custody.SigningKey;
import org.jspecify.annotations.Nullable;

/// `datapackage-digest.json`: the digest of the list of all files, and the signature over it.
///
/// Signed is the digest as it stands here. WACZ's own form of signature, `signedData`, allows ECDSA
/// keys only, so ours has a name of its own and readers of WACZ see an unsigned file.
final class PackageDigest {
    private PackageDigest() {}

    static String of(Digest described, String created, String software, Optional<Signer> signer)
            throws IOException {
        ObjectNode digest = unsigned(described.toString());
        if (signer.isPresent()) {
            byte[] message = described.toString().getBytes(StandardCharsets.UTF_8);
            sign(
                    digest,
                    created,
                    software,
                    signer.get().key().name(),
                    signer.get().publicKey(),
                    signer.get().key().sign(message));
        }
        return written(digest);
    }

    /// A key with its public half, encoded.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Signer(SigningKey key, byte[] publicKey) {}

    /// What the file must be, given what it and the description say where one is free to say it.
    static String again(JsonNode read, JsonNode description) throws IOException {
        ObjectNode digest = unsigned(read.path("hash").asText());
        JsonNode signed = read.path(WaczFile.SIGNED);
        if (signed.isObject()) {
            try {
                byte[] key = bytes(signed, "publicKey");
                sign(
                        digest,
                        description.path("created").asText(),
                        description.path("software").asText(),
                        SigningKey.nameOf(SigningKey.publicOf(key)),
                        key,
                        bytes(signed, "signature"));
            } catch (GeneralSecurityException | IOException e) {
                return "";
            }
        }
        return written(digest);
    }

    /// What a member of a signature holds; anybody may have written it.
    static byte[] bytes(JsonNode signed, String member) throws IOException {
        byte @Nullable [] bytes = signed.path(member).binaryValue();
        if (bytes == null) {
            throw new IOException("a signature without " + member);
        }
        return bytes;
    }

    private static ObjectNode unsigned(String hash) {
        return WaczFile.JSON.createObjectNode().put("path", WaczFile.PACKAGE).put("hash", hash);
    }

    private static void sign(
            ObjectNode digest,
            String created,
            String software,
            String name,
            byte[] key,
            byte[] signature) {
        digest.putObject(WaczFile.SIGNED)
                .put("hash", digest.path("hash").asText())
                .put("created", created)
                .put("software", software)
                .put("key", name)
                .put("publicKey", key)
                .put("signature", signature);
    }

    private static String written(ObjectNode digest) throws IOException {
        return WaczFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(digest) + "\n";
    }
}
