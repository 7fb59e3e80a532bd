package lurewatch.indexer.stamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.Digest;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/// An authority's word that it saw a digest at a time, once it was found to be that.
///
/// @param time when, by the authority's clock
/// @param signer the subject of the certificate that signed
public record StampToken(Instant time, String signer) {
    /// Real answers have a few thousand bytes.
    public static final int LONGEST = 64 * 1024;

    private static final int NONCE_BITS = 64;
    private static final int LONGEST_CHAIN = 8;

    /// A request for a stamp of that message: its SHA-256 and a number that the answer must have;
    /// asks for the authority's certificates too.
    public static byte[] request(byte[] message) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        BigInteger nonce = new BigInteger(NONCE_BITS, new SecureRandom());
        try {
            return generator
                    .generate(NISTObjectIdentifiers.id_sha256, sha256(message), nonce)
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request that cannot be encoded", e);
        }
    }

    /// The stamp in an answer to a request, from whoever that certificate vouches for.
    ///
    /// @throws StampException where it is none, or not of that, or not theirs
    public static StampToken of(byte[] answer, byte[] request, X509Certificate anchor)
            throws StampException {
        TimeStampResponse response = response(answer);
        try {
            response.validate(new TimeStampRequest(request)); // status, number, digest, policy
        } catch (TSPException | IOException e) {
            throw new StampException("the answer does not fit the request: " + e.getMessage(), e);
        }
        return checked(response, anchor);
    }

    /// The stamp of a message, offline.
    ///
    /// @throws StampException where it is none, or not of that, or not theirs
    public static StampToken ofMessage(byte[] answer, byte[] message, X509Certificate anchor)
            throws StampException {
        TimeStampResponse response = response(answer);
        TimeStampToken token = response.getTimeStampToken();
        if (token == null) {
            throw new StampException("no stamp was granted: " + response.getStatusString());
        }
        boolean isOfSha256 =
                NISTObjectIdentifiers.id_sha256.equals(
                        token.getTimeStampInfo().getMessageImprintAlgOID());
        if (!isOfSha256
                || !MessageDigest.isEqual(
                        token.getTimeStampInfo().getMessageImprintDigest(), sha256(message))) {
            throw new StampException("the stamp is of something else");
        }
        return checked(response, anchor);
    }

    /// A certificate in PEM.
    public static X509Certificate certificate(byte[] pem) throws StampException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new StampException("no certificate in PEM", e);
        }
    }

    private static TimeStampResponse response(byte[] answer) throws StampException {
        if (answer.length > LONGEST) {
            throw new StampException("longer than any answer: " + answer.length + " bytes");
        }
        try (ASN1InputStream in = new ASN1InputStream(answer)) {
            in.readObject();
            if (in.read() >= 0) {
                throw new StampException("something follows the answer");
            }
            return new TimeStampResponse(answer);
        } catch (TSPException | IOException | RuntimeException e) {
            // The decoder says in several ways that it cannot.
            throw new StampException("no answer of a time-stamping authority", e);
        }
    }

    private static StampToken checked(TimeStampResponse response, X509Certificate anchor)
            throws StampException {
        TimeStampToken token = response.getTimeStampToken();
        if (token == null) {
            throw new StampException("no stamp was granted: " + response.getStatusString());
        }
        try {
            List<X509Certificate> certificates = certificates(token, anchor);
            X509Certificate signer = signer(token, certificates);
            SignerInformationVerifier verifier =
                    new JcaSimpleSignerInfoVerifierBuilder().build(signer);
            token.validate(verifier); // signature, signed attributes, use, validity at that time
            requireChain(signer, certificates, anchor, token.getTimeStampInfo().getGenTime());
            return new StampToken(
                    token.getTimeStampInfo().getGenTime().toInstant(),
                    signer.getSubjectX500Principal().getName());
        } catch (TSPException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            throw new StampException(
                    "not signed by whom the certificate vouches for: " + e.getMessage(), e);
        }
    }

    private static List<X509Certificate> certificates(TimeStampToken token, X509Certificate anchor)
            throws GeneralSecurityException {
        List<X509Certificate> all = new ArrayList<>();
        all.add(anchor);
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        Store<X509CertificateHolder> enclosed = token.getCertificates();
        for (X509CertificateHolder holder : enclosed.getMatches(null)) {
            all.add(converter.getCertificate(holder));
        }
        return all;
    }

    private static X509Certificate signer(TimeStampToken token, List<X509Certificate> certificates)
            throws StampException {
        X509CertSelector selector = new X509CertSelector();
        selector.setSerialNumber(token.getSID().getSerialNumber());
        for (X509Certificate certificate : certificates) {
            if (selector.match(certificate) && isNamed(token, certificate)) {
                return certificate;
            }
        }
        throw new StampException("the certificate that signed is not enclosed");
    }

    private static boolean isNamed(TimeStampToken token, X509Certificate certificate) {
        try {
            return token.getSID().match(new X509CertificateHolder(certificate.getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            return false; // not even a certificate: it signed nothing
        }
    }

    /// From the signer by way of what is enclosed to the anchor, all valid at that time. Whether
    /// one was revoked is not asked: that would need a network.
    private static void requireChain(
            X509Certificate signer,
            Collection<X509Certificate> certificates,
            X509Certificate anchor,
            Date time)
            throws GeneralSecurityException, StampException {
        if (signer.equals(anchor)) {
            signer.checkValidity(time);
            return;
        }
        List<X509Certificate> chain = new ArrayList<>();
        X509Certificate last = signer;
        while (!last.getIssuerX500Principal().equals(anchor.getSubjectX500Principal())) {
            chain.add(last);
            last = issuer(last, certificates);
            if (chain.size() > LONGEST_CHAIN) {
                throw new StampException("its chain does not end");
            }
        }
        chain.add(last);
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(time);
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    private static X509Certificate issuer(
            X509Certificate of, Collection<X509Certificate> certificates) throws StampException {
        return certificates.stream()
                .filter(each -> each.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
                .filter(each -> !each.equals(of))
                .findFirst()
                .orElseThrow(() -> new StampException("its chain leads to nobody who is trusted"));
    }

    private static byte[] sha256(byte[] message) {
        return HexFormat.of().parseHex(Digest.of(message).hex());
    }
}
