package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Block;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Signal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustodyIT {
    @TempDir private static Path data;
    @TempDir private static Path packs;
    @TempDir private Path out;

    private static Path signed = Path.of("");

    @BeforeAll
    static void export() throws IOException {
        World.ofAll().in(data);
        Path archive = Files.createDirectory(data.resolve("archive"));
        StringBuilder ledger = new StringBuilder();
        for (int i = 1; i <= 11; i++) {
            ledger.append(
                    "{\"seq\":%d,\"sha256\":\"%s\",\"payload\":\"%s\"}\n"
                            .formatted(i, Digest.of("record").hex(), Digest.of("payload").hex()));
        }
        Files.writeString(archive.resolve("ledger.jsonl"), ledger);
        assertThat(run("key", "new", "--data", data.toString()).code()).isZero();
        signed = packs.resolve("signed");
        Cli.Run run = exported(signed, data);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("signed with k");
    }

    private static Cli.Run run(String... args) {
        return Cli.inPipe().run(args);
    }

    private static Cli.Run exported(Path place, Path from) {
        return Packs.export(from, place, "opencti");
    }

    private Cli.Run verify(Path pack) {
        return run("verify", pack.toString(), "--data", out.resolve("none").toString());
    }

    @Test
    void findsNothingWrongWithAPackAsItWasMade() {
        Cli.Run run = run("verify", signed.toString(), "--data", data.toString());
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("ok: ", "1 capture proved", "signed with k")
                .doesNotContain("note:");
        assertThat(verify(signed).out()).contains("note: signed with a key that is not one of");
    }

    /// The commands of VERIFY.txt, as a recipient would copy them.
    @Test
    void isCheckedWithCoreutilsAndOpensslAlone() throws Exception {
        String said = Packs.instructionsRun(signed);
        assertThat(said).doesNotContain("IS NOT", "DIFFERS", "FAILED", "rror");
        assertThat(said.lines().filter(line -> line.equals("Signature Verified Successfully")))
                .hasSize(2);
        assertThat(said.lines().filter(line -> line.equals("c1 ok"))).hasSize(2);
        String key = run("key", "list", "--data", data.toString()).out().split(" +", -1)[1];
        assertThat(said.lines()).contains(key);

        Path forged = Folders.copy(signed, out.resolve("forged"));
        Path checkpoint = forged.resolve("custody/checkpoint.txt");
        Files.writeString(
                checkpoint, Files.readString(checkpoint).replaceFirst("root .", "root x"));
        assertThat(Packs.instructionsRun(forged)).contains("IS NOT", "FAILED", "Failure");
    }

    /// Every file: a bit flipped, cut short, taken away; files swapped, added, linked.
    @Test
    void namesWhateverWasTamperedWith() throws IOException {
        long seed = 20261127;
        Random random = new Random(seed);
        List<Path> files;
        try (Stream<Path> all = Files.walk(signed)) {
            files = all.filter(Files::isRegularFile).map(signed::relativize).sorted().toList();
        }
        List<String> missed = new ArrayList<>();
        int number = 0;
        for (Path file : files) {
            for (String how : List.of("flip", "flip", "flip", "cut", "delete", "swap")) {
                Path copy = Folders.copy(signed, out.resolve("m" + number++));
                tamper(copy, file, how, files, random);
                Cli.Run run = verify(copy);
                if (run.code() != 4 || run.out().lines().count() < 2) {
                    missed.add(how + " " + file + " (seed " + seed + ")");
                }
                Folders.delete(copy);
            }
        }
        assertThat(missed).isEmpty();
    }

    private static void tamper(Path pack, Path file, String how, List<Path> files, Random random)
            throws IOException {
        Path target = pack.resolve(file.toString());
        byte[] bytes = Files.readAllBytes(target);
        switch (how) {
            case "flip" -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(target, bytes);
            }
            case "cut" -> Files.write(target, java.util.Arrays.copyOf(bytes, bytes.length - 1));
            case "delete" -> Files.delete(target);
            case "swap" -> {
                Path other =
                        pack.resolve(
                                files.get((files.indexOf(file) + 1) % files.size()).toString());
                byte[] others = Files.readAllBytes(other);
                Files.write(other, bytes);
                Files.write(target, others);
            }
            default -> throw new IllegalArgumentException(how);
        }
    }

    /// Nothing lists the tag manifest's digests again but the signed list, and that not its own and
    /// its signature's.
    @Test
    void saysThatItIsTheTagManifestThatHasAnotherDigest() throws IOException {
        Path copy = Folders.copy(signed, out.resolve("digests"));
        Path manifest = copy.resolve("tagmanifest-sha256.txt");
        String whole = Files.readString(manifest);
        List<String> lines = whole.lines().toList();
        assertThat(whole).contains("  custody/seal.txt\n", "  custody/seal.txt.sig\n");
        for (String line : lines) {
            String other = (line.startsWith("0") ? "1" : "0") + line.substring(1);
            Files.writeString(manifest, whole.replace(line, other));
            assertThat(verify(copy).out())
                    .as(line)
                    .contains("tagmanifest-sha256.txt: has another digest of");
        }
    }

    @Test
    void findsWhatWasAdded() throws IOException {
        Path copy = Folders.copy(signed, out.resolve("added"));
        Files.writeString(copy.resolve("data/extra.txt"), "x");
        Files.createSymbolicLink(copy.resolve("data/link"), Path.of("/etc/hostname"));
        assertThat(verify(copy).out())
                .contains("data/extra.txt: stands in no manifest", "data/link: is a link");
    }

    /// The tag manifest is not signed: whoever adds a file can have it listed there. A stamp of a
    /// checkpoint of one's own making would say that a capture was there long ago.
    @Test
    void findsWhatWasAddedBesideTheSignedFiles() throws Exception {
        Path copy = Folders.copy(signed, out.resolve("beside"));
        Path custody = copy.resolve("custody");
        String leaf = Files.readString(custody.resolve("proofs.txt")).split(" ", -1)[1];
        List<String> added =
                List.of(
                        "NOTE-from-desk.txt",
                        "custody/stamped-long.pem",
                        "custody/stamped-long.tsr",
                        "custody/stamped-proofs.txt",
                        "custody/stamped.txt");
        for (String file : added) {
            Files.writeString(copy.resolve(file), "c1 " + leaf + "\n");
        }
        tagManifestAnew(copy);
        Cli.Run run = verify(copy);
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out())
                .contains(added.stream().map(file -> file + ": was added after signing").toList());
        assertThat(Packs.instructionsRun(copy))
                .contains(added.stream().map(file -> file + " WAS ADDED AFTER SIGNING").toList());
    }

    /// The names of the files that are no payload, as they are now.
    private static void tagManifestAnew(Path pack) throws IOException {
        StringBuilder lines = new StringBuilder();
        try (Stream<Path> all = Files.walk(pack)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = pack.relativize(file).toString();
                if (!name.startsWith("data/") && !name.equals("tagmanifest-sha256.txt")) {
                    lines.append(Digest.of(Files.readAllBytes(file)).hex())
                            .append("  ")
                            .append(name)
                            .append('\n');
                }
            }
        }
        Files.writeString(pack.resolve("tagmanifest-sha256.txt"), lines);
    }

    /// A recipient without Lurewatch sees it, too, whatever the file's name does to a list of
    /// names.
    @Test
    void itsInstructionsNameWhatWasAdded() throws Exception {
        Path own = Files.createDirectory(out.resolve("own"));
        World.ofAll().in(own);
        Path unsigned = Packs.made(own, out.resolve("pack"), "opencti");
        for (Path pack : List.of(signed, unsigned)) {
            assertThat(Packs.instructionsRun(pack)).doesNotContain("WAS ADDED");
            Path copy = Folders.copy(pack, out.resolve("copy"));
            Files.writeString(copy.resolve("data/hits-2.csv"), "id\n");
            Files.createSymbolicLink(copy.resolve("data/link"), Path.of("/etc"));
            Path twice = Files.createDirectory(copy.resolve("data/hits.jsonl\ndata"));
            Files.writeString(twice.resolve("hits.jsonl"), "{}\n");
            Files.writeString(copy.resolve("README.txt"), "x");
            assertThat(Packs.instructionsRun(copy))
                    .contains(
                            "data/hits-2.csv WAS ADDED",
                            "data/link WAS ADDED",
                            "data/hits.jsonl?data/hits.jsonl WAS ADDED",
                            "README.txt WAS ADDED");
            Folders.delete(copy);
        }
    }

    /// Who takes the signature away leaves what says whose it was.
    @Test
    void findsThatASignatureWasTakenAway() throws IOException {
        Path copy = Folders.copy(signed, out.resolve("bare"));
        Path custody = copy.resolve("custody");
        String checkpoint = Files.readString(custody.resolve("checkpoint.txt"));
        String name = checkpoint.strip().substring(checkpoint.indexOf("\nkey ") + 5);
        for (String file :
                List.of("public-key.pem", "seal.txt", "seal.txt.sig", "checkpoint.txt.sig")) {
            Files.delete(custody.resolve(file));
        }
        Path hits = copy.resolve("data/hits.jsonl");
        Files.writeString(hits, Files.readString(hits).replace("hr_lucky88", "hr_lucky99"));
        digestsAnew(copy, "manifest-sha256.txt");
        tagManifestAnew(copy);
        Cli.Run run = verify(copy);
        assertThat(run.code()).as(run.out()).isEqualTo(4);
        assertThat(run.out())
                .contains(
                        "custody/public-key.pem: is missing: the checkpoint was signed with "
                                + name);
    }

    /// Who signs anew with a key of his own has to change what names the key, or it shows.
    @Test
    void findsThatAnotherKeySignedThanTheCheckpointNames() throws IOException {
        Path other = Files.createDirectory(out.resolve("other"));
        World.ofAll().in(other);
        assertThat(run("key", "new", "--data", other.toString()).code()).isZero();
        Path foreign = Packs.made(other, out.resolve("foreign"), "opencti");
        Path copy = Folders.copy(signed, out.resolve("mixed"));
        Path key = Path.of("custody/public-key.pem");
        Files.copy(
                foreign.resolve(key.toString()),
                copy.resolve(key.toString()),
                StandardCopyOption.REPLACE_EXISTING);
        tagManifestAnew(copy);
        assertThat(verify(copy).out())
                .containsPattern("custody/public-key.pem: is another key than k\\w+, which the");
    }

    /// Somebody makes all digests anew, but cannot sign.
    @Test
    void findsAPackThatSomebodyElseMadeAnew() throws IOException {
        Path copy = Folders.copy(signed, out.resolve("anew"));
        Path hits = copy.resolve("data/hits.jsonl");
        Files.writeString(hits, Files.readString(hits).replace("hr_lucky88", "hr_lucky99"));
        digestsAnew(copy, "manifest-sha256.txt");
        digestsAnew(copy, "custody/seal.txt");
        digestsAnew(copy, "tagmanifest-sha256.txt");
        assertThat(verify(copy).code()).isEqualTo(4);
        assertThat(verify(copy).out())
                .contains("custody/seal.txt: is not what its signature was made of");
    }

    private static void digestsAnew(Path pack, String manifest) throws IOException {
        Path file = pack.resolve(manifest);
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String name = line.substring(66);
            lines.add(Digest.of(Files.readAllBytes(pack.resolve(name))).hex() + "  " + name);
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    @Test
    void saysThatAPackIsNotSigned() throws IOException {
        Path unsigned = Files.createDirectory(out.resolve("unsigned"));
        World.ofAll().in(unsigned);
        Cli.Run run = exported(out.resolve("pack"), unsigned);
        assertThat(run.err()).contains("not signed: 'lurewatch key new'");
        Cli.Run check = verify(out.resolve("pack"));
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("note: not signed", "captures have no proof");
    }

    /// A leaf names no capture: without the ledger's line it is the sender who says whose it is.
    @Test
    void saysWhatIsNotProvedWhereTheLinesAreLeftOut() {
        Path masked = Packs.made(data, out.resolve("masked"), "platform-takedown");
        assertThat(masked.resolve("custody/ledger-lines.jsonl")).doesNotExist();
        Cli.Run run = verify(masked);
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .contains(
                        "1 capture with a way to the ledger's root",
                        "note: the captures' lines of the ledger are left out")
                .doesNotContain("proved");
    }

    /// By somebody who makes all digests of an unsigned pack anew.
    @Test
    void findsLinesAndProofsThatWereTakenAway() throws IOException {
        Path own = Files.createDirectory(out.resolve("own"));
        World.ofAll().archivedIn(own);
        Path pack = Packs.made(own, out.resolve("pack"), "opencti");
        assertThat(verify(pack).code()).isZero();
        withoutFirstLine(pack.resolve("custody/ledger-lines.jsonl"));
        tagManifestAnew(pack);
        assertThat(verify(pack).out())
                .contains("custody/ledger-lines.jsonl: lacks the lines of 1 capture");
        withoutFirstLine(pack.resolve("custody/proofs.txt"));
        tagManifestAnew(pack);
        Cli.Run run = verify(pack);
        assertThat(run.code()).as(run.out()).isEqualTo(4);
        assertThat(run.out())
                .contains("data/hits.jsonl: names 1 capture of which there is no proof");
    }

    private static void withoutFirstLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, String.join("\n", lines.subList(1, lines.size())) + "\n");
    }

    /// With the commands of VERIFY.txt, too.
    @Test
    void findsDigestsThatNoLineNames() throws Exception {
        Path own = Files.createDirectory(out.resolve("own"));
        World.ofAll().archivedIn(own);
        Path pack = Packs.made(own, out.resolve("pack"), "opencti");
        assertThat(Packs.instructionsRun(pack)).doesNotContain("IS IN NO LINE");
        Path hits = pack.resolve("data/hits.jsonl");
        String text = Files.readString(hits);
        String digest =
                new ObjectMapper()
                        .readTree(text.lines().findFirst().orElseThrow())
                        .path("captures")
                        .path(0)
                        .path("payload_digest")
                        .asText();
        String other = "ab" + digest.substring(2);
        Files.writeString(hits, text.replace(digest, other));
        digestsAnew(pack, "manifest-sha256.txt");
        tagManifestAnew(pack);
        assertThat(verify(pack).out()).contains("names other digests for c");
        assertThat(Packs.instructionsRun(pack)).contains(other + " IS IN NO LINE");
    }

    @Test
    void replacesAKeyAndLetsTheOldOneSaySo() throws IOException {
        Path other = Files.createDirectory(out.resolve("other"));
        String first = run("key", "new", "--data", other.toString()).out().strip();
        assertThat(run("key", "new", "--data", other.toString()).code()).isEqualTo(2);
        String second = run("key", "rotate", "--data", other.toString()).out().strip();
        assertThat(second).isNotEqualTo(first);
        assertThat(run("key", "list", "--data", other.toString()).out())
                .contains("* " + second, "  " + first);
        Path keys = other.resolve("keys");
        assertThat(keys.resolve(first + ".key.pem")).doesNotExist();
        assertThat(Files.readString(keys.resolve(second + ".succession.txt")))
                .contains("from " + first, "to " + second);
        assertThat(Files.getPosixFilePermissions(keys.resolve(second + ".key.pem"))).hasSize(2);
    }

    /// As after a power cut, or a hand that slipped.
    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN PRIVATE KEY-----\n", "missing"})
    void saysHowToGoOnWithoutASecret(String left) throws IOException {
        Path other = Files.createDirectory(out.resolve("other"));
        World.ofAll().in(other);
        String first = run("key", "new", "--data", other.toString()).out().strip();
        Path secret = other.resolve("keys").resolve(first + ".key.pem");
        if (left.equals("missing")) {
            Files.delete(secret);
        } else {
            Files.writeString(secret, left);
        }
        Cli.Run run = exported(out.resolve("pack"), other);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        first + ".key.pem is no key",
                        "put it back from a copy",
                        "delete " + other.resolve("keys/current"));
        assertThat(run("key", "list", "--data", other.toString()).out()).contains("* " + first);
        assertThat(run("verify", signed.toString(), "--data", other.toString()).code()).isZero();
        Files.delete(other.resolve("keys/current"));
        String second = run("key", "new", "--data", other.toString()).out().strip();
        assertThat(second).startsWith("k").isNotEqualTo(first);
        assertThat(exported(out.resolve("pack"), other).code()).isZero();
    }

    /// Whatever was ended before it was done.
    @Test
    void takesUpAKeyThatWasNotYetInUseAndLeavesNoOtherSecret() throws IOException {
        Path other = Files.createDirectory(out.resolve("other"));
        String first = run("key", "new", "--data", other.toString()).out().strip();
        Path keys = other.resolve("keys");
        Files.delete(keys.resolve("current"));
        assertThat(run("key", "new", "--data", other.toString()).out().strip()).isEqualTo(first);
        byte[] secret = Files.readAllBytes(keys.resolve(first + ".key.pem"));
        String second = run("key", "rotate", "--data", other.toString()).out().strip();
        Files.write(keys.resolve(first + ".key.pem"), secret);
        String third = run("key", "rotate", "--data", other.toString()).out().strip();
        assertThat(third).isNotEqualTo(second);
        try (Stream<Path> files = Files.list(keys)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".key.pem") || name.endsWith(".part"))
                    .containsExactly(third + ".key.pem");
        }
    }

    @Test
    void callsAPostingBackFromWhoeverHadIt() throws IOException {
        Path own = Files.createDirectory(out.resolve("own"));
        World.ofAll().in(own);
        assertThat(exported(out.resolve("before"), own).code()).isZero();
        Path corrections = out.resolve("corrections");
        Cli.Run run = retract("p-lure-e", corrections, own, Folders.shippedConfig());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("p-lure-en is called back; 1 pack held it");
        Path folder;
        try (Stream<Path> all = Files.list(corrections)) {
            folder = all.findFirst().orElseThrow();
        }
        assertThat(Files.readString(folder.resolve("letter.txt")))
                .contains("TLP:AMBER", "p-lure-en", "licensed, checked")
                .containsPattern("(?m)^Date: \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$");
        JsonNode bundle =
                new ObjectMapper()
                        .readTree(Files.readString(folder.resolve("stix-revocation.json")));
        assertThat(Schemas.stix(bundle)).isEmpty();
        JsonNode revoked = bundle.path("objects").valueStream().toList().getLast();
        assertThat(revoked.path("revoked").asBoolean()).isTrue();
        assertThat(Files.readString(out.resolve("before/data/stix-bundle.json")))
                .contains(revoked.path("id").asText());
        assertThat(bundle.toString()).doesNotContain("hr_lucky88");

        assertThat(retract("p-lure-en", corrections, own, Folders.shippedConfig()).code())
                .isEqualTo(2);
        assertThat(exported(out.resolve("after"), own).err()).contains("1 left out: called back");
        assertThat(Files.readString(out.resolve("after/data/hits.jsonl")))
                .doesNotContain("p-lure-en");
    }

    /// What only the posting named falls with it; what another names too stands, less what ties it
    /// to this one. Revoking is for good, so what is said anew has a new id.
    @ParameterizedTest
    @ValueSource(strings = {"standard", "opencti"})
    void callsBackTheContactsThatOnlyThatPostingNamed(String dialect) throws IOException {
        Path own = Files.createDirectory(out.resolve("own"));
        Path config = Folders.copy(Folders.shippedConfig(), out.resolve("config"));
        Path profile = config.resolve("agencies/opencti.yaml");
        Files.writeString(
                profile, Files.readString(profile).replace("stix: opencti", "stix: " + dialect));
        World world =
                World.ofAll()
                        .add(
                                "second",
                                "en",
                                90,
                                Context.NONE,
                                "Chat support",
                                "Free flight, ask hr_lucky88 or golden_line",
                                World.contact(ContactKind.TELEGRAM, "hr_lucky88"),
                                World.contact(ContactKind.LINE, "golden_line"))
                        .in(own);
        List<JsonNode> before = stix(own, config, "before");
        List<JsonNode> first = calledBack("p-lure-en", own, config);
        assertThat(first)
                .extracting(o -> o.path("type").asText())
                .contains("observed-data", "relationship")
                .contains(
                        dialect.equals("opencti")
                                ? new String[] {"indicator", "sighting"}
                                : new String[] {"identity"});
        Set<String> gone = ids(first);
        assertThat(ids(before)).containsAll(gone);
        assertThat(gone).contains(about(before, "+855961234567"));
        assertThat(gone).doesNotContain(about(before, "hr_lucky88"), about(before, "golden_line"));
        assertThat(before)
                .filteredOn(o -> names(o).contains(observed(before, "p-lure-en")))
                .filteredOn(o -> o.path("type").asText().equals("relationship"))
                .isNotEmpty()
                .allSatisfy(o -> assertThat(gone).contains(o.path("id").asText()));
        assertThat(first)
                .allSatisfy(
                        o -> assertThat(created(before, o)).isEqualTo(o.path("created").asText()));

        List<JsonNode> second = calledBack("p-second", own, config);
        assertThat(ids(second))
                .contains(about(before, "hr_lucky88"), about(before, "golden_line"))
                .doesNotContainAnyElementsOf(gone);
        assertThat((first + "" + second).toLowerCase(Locale.ROOT))
                .doesNotContain("hr_lucky88", "golden_line", "961234567", "free flight");

        gone.addAll(ids(second));
        world.add(
                        "third",
                        "en",
                        91,
                        Context.NONE,
                        "Again",
                        "Free flight",
                        World.contact(ContactKind.TELEGRAM, "hr_lucky88"),
                        World.contact(ContactKind.PHONE, "+855961234567"))
                .in(own);
        List<JsonNode> after = stix(own, config, "after");
        assertThat(about(after, "hr_lucky88")).isNotEqualTo(about(before, "hr_lucky88"));
        assertThat(ids(after)).doesNotContainAnyElementsOf(gone);
        List<JsonNode> third = calledBack("p-third", own, config);
        assertThat(ids(third)).contains(about(after, "hr_lucky88"), about(after, "+855961234567"));
    }

    /// Who has counts alone never had the posting, and is not told now which one it was.
    @Test
    void tellsOfCountsThatTheyAreTooHigh() throws IOException {
        Path own = Files.createDirectory(out.resolve("own"));
        World.ofAll().in(own);
        Packs.made(own, out.resolve("numbers"), "ngo-statistics");
        Path corrections = out.resolve("corrections");
        Cli.Run run = retract("p-lure-en", corrections, own, Folders.shippedConfig());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(PackContents.textOf(corrections))
                .contains("TLP:CLEAR", "one too high", "licensed, checked")
                .doesNotContain("p-lure-en", "remove it");
    }

    /// The id of a masked contact would tell whoever guesses the contact that it was that.
    @Test
    void callsBackNoContactThatWasMasked() throws IOException {
        Path own = Files.createDirectory(out.resolve("own"));
        World.ofAll().in(own);
        Packs.made(own, out.resolve("pack"), "opencti", "--redact", "contacts");
        assertThat(calledBack("p-lure-en", own, Folders.shippedConfig()))
                .extracting(o -> o.path("type").asText())
                .containsExactly("observed-data");
    }

    private List<JsonNode> stix(Path own, Path config, String place) throws IOException {
        Path pack = out.resolve(place);
        Packs.made(own, pack, "opencti", "--config", config.toString());
        JsonNode bundle = json(pack.resolve("data/stix-bundle.json"));
        assertThat(Schemas.stix(bundle)).isEmpty();
        return bundle.path("objects").valueStream().toList();
    }

    private static Cli.Run retract(String posting, Path corrections, Path own, Path config) {
        return run(
                "retract",
                posting,
                "--reason",
                "licensed, checked",
                "--out",
                corrections.toString(),
                "--data",
                own.toString(),
                "--config",
                config.toString());
    }

    private List<JsonNode> calledBack(String posting, Path own, Path config) throws IOException {
        Path corrections = out.resolve("corrections of " + posting);
        Cli.Run run = retract(posting, corrections, own, config);
        assertThat(run.code()).as(run.err()).isZero();
        try (Stream<Path> packs = Files.list(corrections)) {
            JsonNode bundle = json(packs.toList().getFirst().resolve("stix-revocation.json"));
            assertThat(Schemas.stix(bundle)).isEmpty();
            return bundle.path("objects").valueStream().filter(o -> o.has("revoked")).toList();
        }
    }

    private static Set<String> ids(List<JsonNode> objects) {
        return objects.stream()
                .map(o -> o.path("id").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The id of what is said of a contact.
    private static String about(List<JsonNode> objects, String contact) {
        return objects.stream()
                .filter(o -> List.of("indicator", "identity").contains(o.path("type").asText()))
                .filter(o -> o.path("name").asText().contains(contact))
                .map(o -> o.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static String observed(List<JsonNode> objects, String posting) {
        return objects.stream()
                .filter(o -> o.path("type").asText().equals("observed-data"))
                .filter(o -> o.toString().contains('"' + posting + '"'))
                .map(o -> o.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode link) {
        return List.of(link.path("source_ref").asText(), link.path("target_ref").asText());
    }

    private static String created(List<JsonNode> objects, JsonNode like) {
        return objects.stream()
                .filter(o -> o.path("id").equals(like.path("id")))
                .map(o -> o.path("created").asText())
                .findFirst()
                .orElseThrow();
    }

    /// An event of its own that extends the one handed on: an import of it overwrites nothing.
    @Test
    void callsAPostingBackFromAMispInstance() throws IOException {
        Path own = Files.createDirectory(out.resolve("own"));
        World.ofAll().in(own);
        Path pack = Packs.made(own, out.resolve("pack"), "misp", "--purpose", "takedown");
        Cli.Run run =
                run(
                        "retract",
                        "p-lure-en",
                        "--reason",
                        "licensed, checked",
                        "--out",
                        out.resolve("corrections").toString(),
                        "--data",
                        own.toString(),
                        "--config",
                        Folders.shippedConfig().toString());
        assertThat(run.code()).as(run.err()).isZero();
        String handedOn = Files.readString(pack.resolve("data/misp-event.json"));
        JsonNode about = json(pack.resolve("data/about.json"));
        JsonNode correction =
                json(
                        out.resolve("corrections")
                                .resolve(about.path("pack").asText())
                                .resolve("misp-correction.json"));
        assertThat(Schemas.misp(correction)).isEmpty();
        JsonNode event = correction.path("Event");
        JsonNode first = new ObjectMapper().readTree(handedOn).path("Event");
        assertThat(event.path("extends_uuid")).isEqualTo(first.path("uuid"));
        assertThat(event.path("uuid")).isNotEqualTo(first.path("uuid"));
        assertThat(event.path("Tag").findValuesAsText("name"))
                .contains("tlp:amber", "PAP:GREEN", "false-positive:risk=\"high\"");
        JsonNode text = event.path("Object").path(0).path("Attribute").path(0).path("value");
        assertThat(text.asText()).contains("p-lure-en", "licensed, checked");
        List<String> named =
                Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}")
                        .matcher(text.asText())
                        .results()
                        .map(MatchResult::group)
                        .toList();
        assertThat(first.path("Object").valueStream())
                .filteredOn(object -> named.contains(object.path("uuid").asText()))
                .extracting(object -> object.path("name").asText())
                .containsExactly("annotation", "url");
        assertThat(correction.toString()).doesNotContain("hr_lucky88", "Free flight");
    }

    /// The query names who is masked, so nothing in the pack tells it and no id is made of it.
    @Test
    void callsAPostingBackFromAnEventWhoseQueryIsMasked() throws IOException {
        Path own = Files.createDirectory(out.resolve("own"));
        World.ofAll()
                .add(
                        "twin",
                        "en",
                        93,
                        Context.NONE,
                        "Chat support",
                        "Free flight, ask @hr_lucky99",
                        World.contact(ContactKind.TELEGRAM, "hr_lucky99"))
                .in(own);
        JsonNode first = masked(own, "@hr_lucky88", "misp", "misp-event.json").path("Event");
        JsonNode other = masked(own, "@hr_lucky99", "misp", "misp-event.json").path("Event");
        JsonNode again = masked(own, "@hr_lucky88", "misp", "misp-event.json").path("Event");
        assertThat(first.toString()).doesNotContain("hr_lucky88");
        assertThat(other.path("uuid")).isNotEqualTo(first.path("uuid"));
        assertThat(again.path("uuid")).isEqualTo(first.path("uuid"));
        assertThat(report(masked(own, "@hr_lucky88", "opencti", "stix-bundle.json")))
                .isNotEqualTo(report(masked(own, "@hr_lucky99", "opencti", "stix-bundle.json")));

        Path corrections = out.resolve("corrections");
        assertThat(retract("p-lure-en", corrections, own, Folders.shippedConfig()).code()).isZero();
        List<Path> written;
        try (Stream<Path> all = Files.walk(corrections)) {
            written = all.filter(file -> file.endsWith("misp-correction.json")).toList();
        }
        assertThat(written).isNotEmpty();
        for (Path file : written) {
            JsonNode event = json(file).path("Event");
            assertThat(event.path("extends_uuid")).isEqualTo(first.path("uuid"));
            assertThat(first.path("Object").valueStream())
                    .filteredOn(object -> event.toString().contains(object.path("uuid").asText()))
                    .extracting(object -> object.path("name").asText())
                    .containsExactly("annotation", "url");
        }
    }

    private JsonNode masked(Path own, String query, String profile, String file)
            throws IOException {
        Path pack = out.resolve("masked" + out.toFile().list().length);
        List<String> args =
                new ArrayList<>(List.of("export", query, "--for", profile, "--redact", "contacts"));
        args.addAll(List.of("--reason", "x", "--out", pack.toString(), "--data", own.toString()));
        args.addAll(List.of("--config", Folders.shippedConfig().toString()));
        if (profile.equals("misp")) {
            args.addAll(List.of("--purpose", "takedown"));
        }
        Cli.Run run = run(args.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return json(pack.resolve("data").resolve(file));
    }

    private static String report(JsonNode bundle) {
        return bundle.path("objects").valueStream().toList().getLast().path("id").asText();
    }

    /// Every desk gets another address some day.
    @Test
    void staysTheSameSenderWhateverItIsCalled() throws IOException {
        Path own = Files.createDirectory(out.resolve("own"));
        World.ofAll().in(own);
        Path config = Folders.copy(Folders.shippedConfig(), out.resolve("config"));
        Set<String> first = ids(stix(own, config, "first"));
        Path event =
                Packs.made(
                        own,
                        out.resolve("event"),
                        "misp",
                        "--purpose",
                        "takedown",
                        "--config",
                        config.toString());
        Path handling = config.resolve("handling.yaml");
        Files.writeString(
                handling,
                Files.readString(handling)
                        .replace("name: Lurewatch desk", "name: Other desk")
                        .replace("desk@example.org", "new@example.org"));
        List<JsonNode> second = stix(own, config, "second");
        assertThat(ids(second)).isEqualTo(first);
        assertThat(second.toString()).contains("Other desk", "new@example.org");

        Path corrections = out.resolve("corrections");
        assertThat(retract("p-lure-en", corrections, own, config).code()).isZero();
        String pack = json(event.resolve("data/about.json")).path("pack").asText();
        JsonNode correction = json(corrections.resolve(pack).resolve("misp-correction.json"));
        assertThat(correction.at("/Event/extends_uuid"))
                .isEqualTo(json(event.resolve("data/misp-event.json")).at("/Event/uuid"));
        try (Stream<Path> all = Files.walk(corrections)) {
            for (Path file : all.filter(f -> f.endsWith("stix-revocation.json")).toList()) {
                assertThat(json(file).path("objects").valueStream())
                        .filteredOn(object -> object.has("revoked"))
                        .isNotEmpty()
                        .allSatisfy(o -> assertThat(first).contains(o.path("id").asText()));
            }
        }
    }

    /// The same question at the same time, once in STIX and once as a table.
    @Test
    void correctsEveryPackOfOneList() throws IOException {
        Path own = Files.createDirectory(out.resolve("own"));
        World.ofAll().in(own);
        Packs.made(own, out.resolve("a"), "opencti", "--format", "stix");
        Packs.made(own, out.resolve("b"), "opencti", "--format", "jsonl");
        Path corrections = out.resolve("corrections");
        Cli.Run run = retract("p-lure-en", corrections, own, Folders.shippedConfig());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("2 packs held it");
        String a = json(out.resolve("a/data/about.json")).path("pack").asText();
        String b = json(out.resolve("b/data/about.json")).path("pack").asText();
        assertThat(a).isNotEqualTo(b);
        assertThat(corrections.resolve(a)).isDirectoryContaining("glob:**/stix-revocation.json");
        assertThat(corrections.resolve(b)).isDirectoryNotContaining("glob:**/stix-revocation.json");
    }

    /// What it said of a posting before it was changed is with the recipient still.
    @Test
    void callsBackTheCountriesOfEveryVersion() throws IOException {
        Path own = Files.createDirectory(out.resolve("own"));
        Instant first = Instant.parse("2026-11-02T00:00:00Z");
        World world = new World().seen(first, first).add(in("Free flight, Cambodia", "KH"));
        world.in(own);
        List<JsonNode> before = stix(own, Folders.shippedConfig(), "before");
        Instant later = first.plusSeconds(86_400);
        world.seen(later, later).add(in("Free flight, Myanmar", "MM")).in(own);
        List<JsonNode> revoked = calledBack("p-moved", own, Folders.shippedConfig());
        assertThat(ids(revoked))
                .containsAll(
                        before.stream()
                                .filter(o -> o.path("type").asText().equals("relationship"))
                                .map(o -> o.path("id").asText())
                                .toList());
        assertThat(revoked)
                .filteredOn(o -> o.path("type").asText().equals("relationship"))
                .hasSize(2);
    }

    private static AssessedPosting in(String text, String country) {
        JobPosting posting =
                new JobPosting(
                        new PostingId("p-moved"),
                        new CaptureId(1),
                        "board",
                        "https://board.example/ads/moved",
                        "Chat support",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, text)),
                        List.of(),
                        Particulars.UNKNOWN);
        Evidence evidence = Evidence.in(text, 0, 4);
        Assessment assessment =
                new Assessment(
                        Optional.of("en"),
                        90,
                        AssessmentClass.LURE,
                        Context.NONE,
                        List.of(new Signal("free_airfare", 0.6, List.of(evidence))),
                        List.of(),
                        List.of(
                                new Place(
                                        "x-" + country,
                                        country,
                                        country,
                                        "high",
                                        PlaceRole.DESTINATION,
                                        evidence)),
                        List.of(),
                        List.of(new Assessment.Contribution("free_airfare", 90)),
                        "rules",
                        List.of());
        return new AssessedPosting(posting, assessment);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file));
    }
}
