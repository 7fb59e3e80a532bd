package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Place;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.text.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunTogetherTest {
    private static final Detector DETECTOR = Cases.shippedDetector();
    private static final RunTogether RUN_TOGETHER = runTogether();

    private static RunTogether runTogether() {
        return new RunTogether(Rules.read(Cases.SIGNALS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urgenthiringinCambodia,freeflightandaccommodation,salary3000usdmonthly|urgent"
                        + " hiring in Cambodia,free flight and accommodation,salary 3000 usd monthly",
                "dibutuhkanadmindiKamboja,gaji13jutatiketdanmesditanggungkantor|dibutuhkan admin di"
                        + " Kamboja,gaji 13 juta tiket dan mes ditanggung kantor",
                "требуютсямолодыелюдибилетвизапроживаниеоплачиваем"
                        + "|требуются молодые люди билет виза проживание оплачиваем",
                // what follows the first word is a name
                "freeflightandaccommodationforallstaffinCambodia.Telegram@the_free_flight|free"
                        + " flight and accommodation for all staff in"
                        + " Cambodia.Telegram@the_free_flight",
                "freeflightandaccommodationforallstaffinCambodia.Telegramsample_free1|free flight"
                        + " and accommodation for all staff in Cambodia.Telegram sample_free1",
            })
    void partsWordsThatRunTogether(String raw, String parted) {
        assertThat(RUN_TOGETHER.parted(VisibleText.of(raw)).text()).isEqualTo(parted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                "https://jobs.example/careers/customer-service-representative-in-phnom-penh-cambodia",
                "#hiring #jobsincambodia #customerservice #freeflight #telegram",
                "aGlyaW5nIGluIENhbWJvZGlhIHdpdGggZnJlZSBmbGlnaHQgYW5kIGFjY29tbW9kYXRpb24",
                "Hiring in Cambodia, free flight and accommodation.",
            })
    void leavesWhatIsNoStretchOfWords(String raw) {
        assertThat(RUN_TOGETHER.parted(VisibleText.of(raw)).text()).isEqualTo(raw);
    }

    @Test
    void aLureWithoutBlanksIsFoundWithWhatItSays() {
        String text =
                "UrgenthiringCustomerServiceRepresentativesinSihanoukvilleCambodia!"
                        + "Salary3000usdmonthly,freeflightandaccommodation,noexperienceneeded,"
                        + "companywillarrangevisa.Telegram@sample_run1";
        Assessment assessment = DETECTOR.assess(text, Optional.empty());
        assertThat(assessment.assessmentClass()).isEqualTo(AssessmentClass.LURE);
        assertThat(assessment.contacts()).extracting(Contact::key).contains("telegram:sample_run1");
        assertThat(assessment.places()).extracting(Place::id).contains("kh_sihanoukville");
        Quotes.requireTrue(text, assessment);
    }
}
