package lurewatch.searchcli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.Particular;
import lurewatch.indexer.Particulars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FraudFileTest {
    @TempDir private Path folder = Path.of("");

    /// An empty cell says that the ad lacks something, a column that is not there says nothing;
    /// what is said is kept of those that boards name in a word or two.
    @Test
    void readsWhatParticularsSay() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("ads.csv"),
                        """
                        title,company_profile,description,requirements,benefits,fraudulent,group_id,industry,function,has_company_logo
                        Clerk,,An office job,A degree,,0,g1,Banking,,1
                        """);
        FraudFile ads = FraudFile.read(file);
        assertThat(ads.ads()).hasSize(1);
        assertThat(ads.ads().getFirst().text()).isEqualTo("Clerk\nAn office job\nA degree");
        assertThat(ads.ads().getFirst().particulars())
                .isEqualTo(
                        new Particulars(
                                Set.of(
                                        Particular.REQUIREMENTS,
                                        Particular.INDUSTRY,
                                        Particular.LOGO),
                                Set.of(
                                        Particular.EMPLOYER_PROFILE,
                                        Particular.BENEFITS,
                                        Particular.FUNCTION),
                                Map.of(Particular.INDUSTRY, "Banking")));
    }
}
