package lurewatch.crawler.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lurewatch.crawler.intake.IntakeRefusedException.Kind;
import lurewatch.indexer.LowerCase;

/// A WACZ: a zip file of WARC files with a list of what it holds and their digests. All of the list
/// is checked before anything is taken, and so is its signature, where it has one. Nothing is
/// unpacked to disk, so that no name in it can reach one; a name that tries is a reason to refuse
/// the file.
final class WaczFile {
    private static final int MOST_ENTRIES = 100_000;
    private static final int LONGEST_LIST = 16 << 20;
    private static final long FREE_OF_RATIO = 16 << 20;

    /// What web archives are compressed to is a tenth; a zip bomb's members are a thousandth.
    private static final int MOST_RATIO = 200;

    private static final String LIST = "datapackage.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZipFile zip;

    private WaczFile(ZipFile zip) {
        this.zip = zip;
    }

    static void read(Path file, IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException, IntakeRefusedException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new WaczFile(zip).read(options, sink);
        } catch (ZipException e) {
            throw new IntakeRefusedException(
                    Kind.NOT_WHOLE, "not a whole zip file: " + e.getMessage());
        }
    }

    private void read(IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException, IntakeRefusedException {
        List<ZipEntry> warcs = warcs();
        checkList(warcs);
        for (ZipEntry warc : warcs) {
            WarcRecords.read(WarcBytes.of(zip, warc), warc.getName(), options, sink);
        }
    }

    private List<ZipEntry> warcs() throws IntakeRefusedException {
        if (zip.size() > MOST_ENTRIES) {
            throw IntakeRefusedException.unusable("more than " + MOST_ENTRIES + " files in it");
        }
        List<ZipEntry> warcs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            requireHarmless(entry);
            if (!names.add(entry.getName())) {
                throw IntakeRefusedException.unusable("two files of one name: " + entry.getName());
            }
            String name = LowerCase.of(entry.getName());
            if (name.endsWith(".warc") || name.endsWith(".warc.gz")) {
                warcs.add(entry);
            }
        }
        if (warcs.isEmpty()) {
            throw IntakeRefusedException.unusable("no WARC file in it");
        }
        return warcs;
    }

    private static void requireHarmless(ZipEntry entry) throws IntakeRefusedException {
        String name = entry.getName();
        boolean leaves = name.startsWith("/") || name.contains("\\") || name.contains(":");
        for (String step : name.split("/", -1)) {
            leaves |= step.equals("..");
        }
        if (leaves) {
            throw IntakeRefusedException.unusable("a name that leaves the package: " + name);
        }
        long size = entry.getSize();
        if (size < 0
                || (size > FREE_OF_RATIO
                        && size / Math.max(1, entry.getCompressedSize()) > MOST_RATIO)) {
            throw IntakeRefusedException.unusable(
                    name + " would unpack to " + size + " bytes, out of all proportion");
        }
    }

    /// Every file that the list names must be there, as long and with the digest that it says.
    private void checkList(List<ZipEntry> warcs) throws IOException, IntakeRefusedException {
        ZipEntry entry = zip.getEntry(LIST);
        if (entry == null) {
            throw IntakeRefusedException.unusable("there is no " + LIST + " in it");
        }
        byte[] list = bytes(entry);
        ZipEntry signature = zip.getEntry(WaczSignature.FILE);
        if (signature != null) {
            WaczSignature.check(list, bytes(signature));
        }
        JsonNode resources = json(list).path("resources");
        Set<String> listed = new HashSet<>();
        for (JsonNode resource : resources) {
            check(resource);
            listed.add(resource.path("path").asText());
        }
        for (ZipEntry warc : warcs) {
            if (!listed.contains(warc.getName())) {
                throw notWhole(warc.getName() + " is there and not listed in " + LIST);
            }
        }
    }

    private static JsonNode json(byte[] list) throws IOException, IntakeRefusedException {
        try {
            return JSON.readTree(list);
        } catch (JsonProcessingException e) {
            throw notWhole(LIST + " is no JSON: " + e.getOriginalMessage());
        }
    }

    private byte[] bytes(ZipEntry entry) throws IOException, IntakeRefusedException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LONGEST_LIST + 1);
            if (bytes.length > LONGEST_LIST) {
                throw IntakeRefusedException.unusable(entry.getName() + " is longer than any list");
            }
            return bytes;
        }
    }

    private void check(JsonNode resource) throws IOException, IntakeRefusedException {
        String path = resource.path("path").asText();
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw notWhole(path + " is listed and not there");
        }
        JsonNode stats = resource.path("stats");
        String hash = resource.path("hash").asText(stats.path("hash").asText());
        long bytes = resource.path("bytes").asLong(stats.path("bytes").asLong(-1));
        int colon = hash.indexOf(':');
        String algorithm =
                colon < 0 ? resource.path("hashing").asText("sha256") : hash.substring(0, colon);
        if (bytes != entry.getSize()) {
            throw notWhole(path + " is of " + entry.getSize() + " bytes, listed with " + bytes);
        }
        if (!digest(entry, algorithm).equalsIgnoreCase(hash.substring(colon + 1))) {
            throw notWhole(path + " has not the digest that it is listed with");
        }
    }

    private String digest(ZipEntry entry, String algorithm)
            throws IOException, IntakeRefusedException {
        MessageDigest digest;
        try {
            digest =
                    MessageDigest.getInstance(
                            algorithm.toUpperCase(Locale.ROOT).replaceFirst("^SHA-?", "SHA-"));
        } catch (NoSuchAlgorithmException _) {
            throw IntakeRefusedException.unusable("a digest of unknown kind: " + algorithm);
        }
        byte[] chunk = new byte[1 << 16];
        long left = entry.getSize();
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                left -= read;
                if (left < 0) {
                    throw notWhole(entry.getName() + " unpacks to more than it says");
                }
                digest.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static IntakeRefusedException notWhole(String why) {
        return new IntakeRefusedException(Kind.NOT_WHOLE, why);
    }
}
