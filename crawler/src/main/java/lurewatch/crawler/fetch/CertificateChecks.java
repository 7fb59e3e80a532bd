package lurewatch.crawler.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import lurewatch.indexer.Digest;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;

/// Says of a TLS connection what a careful browser would have said, for the record.
final class CertificateChecks {
    /// Connections come again soon or not at all.
    private static final int KNOWN = 1_000;

    /// A certificate may be made for each connection and name its owner on thirty pages.
    private static final int LONGEST = 500;

    private final X509TrustManager authorities = authorities();
    private final DefaultHostnameVerifier hostNames = new DefaultHostnameVerifier();
    private final Cache<List<String>, Map<String, String>> known =
            Caffeine.newBuilder().maximumSize(KNOWN).expireAfterWrite(Duration.ofHours(1)).build();

    /// Metadata fields: protocol, the certificate's subject, issuer and digest, and what the check
    /// said.
    Map<String, String> of(SSLSession session, String host) {
        try {
            List<X509Certificate> chain =
                    Stream.of(session.getPeerCertificates())
                            .map(CertificateChecks::x509)
                            .flatMap(Optional::stream)
                            .toList();
            if (chain.isEmpty()) {
                return Map.of("tls-verdict", "no certificate");
            }
            String digest = Digest.of(chain.getFirst().getEncoded()).hex();
            return known.get(
                    List.of(host, digest, session.getProtocol()),
                    _ -> described(chain, digest, session.getProtocol(), host));
        } catch (SSLPeerUnverifiedException | CertificateException e) {
            return Map.of("tls-verdict", "no certificate: " + e.getMessage());
        }
    }

    private Map<String, String> described(
            List<X509Certificate> chain, String digest, String protocol, String host) {
        String names =
                chain.stream()
                        .map(c -> shortened(c.getSubjectX500Principal().getName()))
                        .collect(Collectors.joining(" < "));
        X509Certificate first = chain.getFirst();
        return Map.of(
                "tls-protocol", protocol,
                "tls-subject", shortened(first.getSubjectX500Principal().getName()),
                "tls-chain", shortened(names),
                "tls-issuer", shortened(first.getIssuerX500Principal().getName()),
                "tls-certificate", "sha256:" + digest,
                "tls-verdict", shortened(answer(chain, host)));
    }

    static String shortened(String said) {
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }

    private String answer(List<X509Certificate> chain, String host) {
        try {
            // What TLS 1.3 says of every certificate: its key signs.
            authorities.checkServerTrusted(chain.toArray(new X509Certificate[0]), "UNKNOWN");
            hostNames.verify(host, chain.getFirst());
            return "trusted";
        } catch (CertificateException e) {
            return "not trusted: " + e.getMessage();
        } catch (SSLException e) {
            return "wrong host: " + e.getMessage();
        }
    }

    private static Optional<X509Certificate> x509(Certificate certificate) {
        return certificate instanceof X509Certificate x509 ? Optional.of(x509) : Optional.empty();
    }

    private static X509TrustManager authorities() {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return x509;
                }
            }
            throw new IllegalStateException("this Java has no certificate authorities");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no certificate authorities", e);
        }
    }
}
