package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SignalsCommandIT {
    private static Cli.Run signals(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "signals";
        all[1] = "--config";
        all[2] = Folders.shippedConfig().toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Cli.inPipe().run(all);
    }

    @Test
    void printsDefinitionSourceSentencesAndPhrasesByLanguage() {
        Cli.Run run = signals("passport_retention");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Employer keeps passport/phone.", "retention of identity documents")
                .containsPattern("phrases +\\d+: \\d+ [a-z]{2}\\S*, \\d+ ")
                .containsPattern("raised by +Company keeps your passport")
                .containsPattern("not by +Keep your passport in the hotel safe");
    }

    @Test
    void saysThatABehaviouralSignalIsSeenInOtherPostings() {
        assertThat(signals("burst_crosspost").out()).contains("other postings that are known");
    }

    @Test
    void givesTheSameToPrograms() throws IOException {
        Cli.Run run = signals("passport_retention", "--format", "jsonl");
        JsonNode signal = new ObjectMapper().readTree(run.out());
        assertThat(signal.path("raised_by")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(signal.path("not_by")).isNotEmpty();
        assertThat(signal.path("phrases").path("ko").asInt()).isPositive();
    }

    @Test
    void listsThemAllAndKnowsNoOther() {
        assertThat(signals().out()).contains("pay_too_high", "ctx_fiction");
        assertThat(signals("no_such").code()).isEqualTo(1);
    }
}
