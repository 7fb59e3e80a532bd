package lurewatch.searchcli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A time-stamping authority on the loopback address, with a certificate of its own; how it answers
/// is said by the path that is asked.
final class TimeStampAuthority implements Closeable {
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
    private static final String SIGNATURE = "SHA256withRSA";

    private final Instant time;
    private final KeyPair rootKeys = keys();
    private final KeyPair keys = keys();
    private final X509Certificate root;
    private final X509Certificate certificate;
    private final AtomicLong serial = new AtomicLong(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    TimeStampAuthority(Instant time) {
        this.time = time;
        try {
            root =
                    certified(
                            "CN=Root of stamps",
                            rootKeys,
                            "CN=Root of stamps",
                            KeyPurposeId.anyExtendedKeyUsage);
            certificate =
                    certified(
                            "CN=Stamps",
                            keys,
                            "CN=Root of stamps",
                            KeyPurposeId.id_kp_timeStamping);
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private X509Certificate certified(String name, KeyPair of, String issuer, KeyPurposeId use)
            throws Exception {
        boolean isRoot = name.equals(issuer);
        var builder =
                new JcaX509v3CertificateBuilder(
                        new X500Principal(issuer),
                        BigInteger.valueOf(isRoot ? 1 : 2),
                        Date.from(time.minusSeconds(86_400)),
                        Date.from(time.plusSeconds(86_400L * 3650)),
                        new X500Principal(name),
                        of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isRoot));
        if (isRoot) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        } else {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(use));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder(SIGNATURE)
                                        .build(rootKeys.getPrivate())));
    }

    String url(String how) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + how;
    }

    /// The certificate that vouches for it.
    String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            String how = exchange.getRequestURI().getPath().substring(1);
            byte[] answer;
            try {
                answer = answer(how, new TimeStampRequest(request));
            } catch (Exception e) {
                throw new IOException(e);
            }
            if (how.equals("silent")) {
                await();
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(how.equals("broken") ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private void await() {
        try {
            closed.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] answer(String how, TimeStampRequest request) throws Exception {
        return switch (how) {
            case "garbage" -> "<html>Payment required</html>".getBytes(StandardCharsets.UTF_8);
            case "oversized" -> new byte[1 << 20];
            case "trailing" -> {
                byte[] good = stamped(request);
                yield Arrays.copyOf(good, good.length + 1);
            }
            case "other-number" ->
                    stamped(
                            asking(
                                    request.getMessageImprintDigest(),
                                    request.getNonce().add(BigInteger.ONE)));
            case "no-number" -> stamped(asking(request.getMessageImprintDigest()));
            case "other-digest" ->
                    stamped(
                            asking(
                                    MessageDigest.getInstance("SHA-256").digest(new byte[1]),
                                    request.getNonce()));
            case "refused" ->
                    responses().generateRejectedResponse(new Exception("not today")).getEncoded();
            default -> stamped(request);
        };
    }

    private static TimeStampRequest asking(byte[] digest, BigInteger number) throws Exception {
        return generator().generate(NISTObjectIdentifiers.id_sha256, digest, number);
    }

    private static TimeStampRequest asking(byte[] digest) throws Exception {
        return generator().generate(NISTObjectIdentifiers.id_sha256, digest);
    }

    private static TimeStampRequestGenerator generator() {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator;
    }

    private byte[] stamped(TimeStampRequest request) throws Exception {
        return responses()
                .generate(request, BigInteger.valueOf(serial.getAndIncrement()), Date.from(time))
                .getEncoded();
    }

    private TimeStampResponseGenerator responses() throws Exception {
        TimeStampTokenGenerator tokens =
                new TimeStampTokenGenerator(
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .build(SIGNATURE, keys.getPrivate(), certificate),
                        new JcaDigestCalculatorProviderBuilder()
                                .build()
                                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                        POLICY);
        tokens.addCertificates(new JcaCertStore(List.of(certificate, root)));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
