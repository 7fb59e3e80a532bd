package lurewatch.indexer.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lurewatch.indexer.Digest;
import lurewatch.indexer.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelFileIT {
    private static final List<TrainingAd> ADS = SampleAds.of(20, 1);

    @TempDir private Path folder = Path.of("");

    @Test
    void aModelJudgesTheSameWhenReadBack() throws IOException {
        FraudModel made = new FraudTrainer(ADS, 7).train("0123");
        Files.write(folder.resolve(FraudModel.FILE), made.bytes());
        FraudModel read = FraudModel.read(folder).orElseThrow();
        assertThat(read.card()).isEqualTo(made.card());
        assertThat(read.card().seed()).isEqualTo(7);
        assertThat(read.card().data()).isEqualTo("0123");
        assertThat(read.version()).isEqualTo(made.version());
        assertThat(read.bytes()).isEqualTo(made.bytes());
        for (TrainingAd ad : ADS) {
            assertThat(read.score(ad.text())).isEqualTo(made.score(ad.text()));
            assertThat(read.score(ad.text(), ad.particulars()))
                    .isEqualTo(made.score(ad.text(), ad.particulars()));
        }
    }

    @Test
    void aFolderWithoutAModelHasNone() {
        assertThat(FraudModel.read(folder)).isEmpty();
        assertThat(FraudModel.read(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void aDamagedOneIsNamed() throws IOException {
        Path file = folder.resolve(FraudModel.FILE);
        byte[] bytes = new FraudTrainer(ADS, 7).train("0123").bytes();
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertRefused("damaged or no model");
        Files.write(file, new byte[0]);
        assertRefused("damaged or no model");
        byte[] head = "something else entirely\n".getBytes(StandardCharsets.UTF_8);
        byte[] digest = Digest.sha256().digest(head);
        byte[] whole = Arrays.copyOf(head, head.length + digest.length);
        System.arraycopy(digest, 0, whole, head.length, digest.length);
        Files.write(file, whole);
        assertRefused("not a model of this version");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> FraudModel.read(folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(FraudModel.FILE)
                .hasMessageContaining(why);
    }

    /// The one that an operator gets.
    @Test
    void theShippedOneTellsTheTwoApart() {
        FraudModel shipped =
                FraudModel.read(
                                Path.of(
                                        System.getProperty("lurewatch.root", ".."),
                                        "config",
                                        "models"))
                        .orElseThrow();
        assertThat(shipped.card().ads()).isEqualTo(1149);
        assertThat(
                        shipped.score(
                                        "Home based data entry clerks wanted! Earn up to $2500 per"
                                                + " week from home, no experience required. Start"
                                                + " immediately, apply at #URL_0000000000000000#")
                                .orElseThrow()
                                .probability())
                .isGreaterThan(0.8);
        assertThat(
                        shipped.score(
                                        "We're a funded startup and love our users. You'll join our"
                                                + " product team in Berlin to design and build web"
                                                + " interfaces with JavaScript, and share what you learn"
                                                + " with the engineers of our community.")
                                .orElseThrow()
                                .probability())
                .isLessThan(0.3);
    }
}
