package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.Block;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particular;
import lurewatch.indexer.Particulars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"microdata", "rdfa", "jsonld"})
    void readsTheSameExampleInThreeSyntaxes(String syntax) {
        JobPosting posting =
                only(Pages.extract(Pages.fixture("schemaorg-eg0028-" + syntax + ".html")));

        assertThat(posting.title()).isEqualTo("Software Engineer");
        assertThat(posting.location()).contains("Kirkland, WA");
        assertThat(posting.salary()).contains("USD 100000");
        assertThat(posting.postedAt()).contains(Instant.parse("2011-10-31T00:00:00Z"));
        assertThat(posting.url()).isEqualTo(Pages.URL);
        assertThat(Pages.text(posting, Block.Kind.BODY))
                .contains("develop in-house tools", "Minumum 3 years", "Medical, Life, Dental");
    }

    @Test
    void readsAllThatAPostingSays() {
        JobPosting posting =
                only(
                        json(
                                """
                                {"@context":"https://schema.org","@type":["Thing","JobPosting"],
                                 "title":"TM 상담원","datePosted":"2026-10-30",
                                 "description":"&lt;p&gt;월 500 보장&lt;/p&gt;&lt;p&gt;숙식 &amp;amp; 항공권&lt;/p&gt;",
                                 "hiringOrganization":{"@type":"Organization","name":"Example Co","sameAs":"https://t.me/example_co"},
                                 "jobLocation":[{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Sihanoukville","addressCountry":{"@type":"Country","name":"KH"}}},
                                                {"@type":"Place","name":"Bavet"}],
                                 "baseSalary":{"@type":"MonetaryAmount","currency":"KRW","value":{"@type":"QuantitativeValue","value":1500000,"unitText":"MONTH"}},
                                 "applicationContact":{"@type":"ContactPoint","telephone":"+855 96 000 0000","email":"hr@jobs.example"},
                                 "jobBenefits":"비자 지원"}\
                                """));

        assertThat(posting.employer()).contains("Example Co");
        assertThat(posting.location()).contains("Sihanoukville, KH / Bavet");
        assertThat(posting.salary()).contains("KRW 1500000 MONTH");
        assertThat(Pages.text(posting, Block.Kind.BODY)).isEqualTo("월 500 보장\n숙식 & 항공권\n비자 지원");
        assertThat(Pages.text(posting, Block.Kind.FIELD))
                .contains("+855 96 000 0000", "hr@jobs.example");
        assertThat(Pages.targets(posting)).containsExactly("https://t.me/example_co");
    }

    /// An amount left empty gives none; what is not marked up is unknown, not lacking.
    @Test
    void tellsWhichParticularsAreGiven() {
        JobPosting posting =
                only(
                        json(
                                """
                                {"@context":"https://schema.org","@type":"JobPosting","title":"Clerk",
                                 "description":"An office job.","qualifications":"None","industry":" ",
                                 "hiringOrganization":{"@type":"Organization","name":"Example Co",
                                   "logo":{"@type":"ImageObject","url":"https://example.org/l.png"}},
                                 "baseSalary":{"@type":"MonetaryAmount","currency":"USD","value":{}}}\
                                """));

        assertThat(posting.particulars())
                .isEqualTo(Particulars.given(Set.of(Particular.REQUIREMENTS, Particular.LOGO)));
    }

    @Test
    void readsWhatParticularsSay() {
        JobPosting posting =
                only(
                        json(
                                """
                                {"@context":"https://schema.org","@type":"JobPosting","title":"Clerk",
                                 "description":"An office job.","qualifications":"None",
                                 "employmentType":["FULL_TIME","TEMPORARY"],
                                 "occupationalCategory":"Customer &amp; client service",
                                 "experienceRequirements":{"@type":"OccupationalExperienceRequirements","monthsOfExperience":12},
                                 "educationRequirements":{"@type":"EducationalOccupationalCredential","credentialCategory":"high school"}}\
                                """));

        assertThat(posting.particulars().said())
                .isEqualTo(
                        Map.of(
                                Particular.EMPLOYMENT_TYPE,
                                "FULL_TIME, TEMPORARY",
                                Particular.EXPERIENCE,
                                "12",
                                Particular.EDUCATION,
                                "high school",
                                Particular.FUNCTION,
                                "Customer & client service"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'currency':'USD','value':{'minValue':40.00,'maxValue':50.00,'unitText':'HOUR'}} | USD 40.00-50.00 HOUR",
                "{'currency':'USD','value':{'minValue':40,'unitText':'HOUR'}} | USD 40 HOUR",
                "{'currency':'VND','value':20000000} | VND 20000000",
                "{'minValue':1000,'maxValue':1000} | EUR 1000",
                "'''$3000 per month''' | EUR $3000 per month",
                "2500 | EUR 2500",
            })
    void readsEveryFormOfSalary(String salary, String expected) {
        String posting =
                "{'@type':'JobPosting','title':'x','description':'y','salaryCurrency':'EUR','baseSalary':"
                        + salary
                        + "}";

        assertThat(only(json(posting)).salary()).contains(expected);
    }

    /// What people write into JSON-LD, each still a posting titled "Driver".
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'@type':'JobPosting','title':'Driver','description':'d'}]",
                "{'@graph':[{'@type':'WebPage'},{'@type':'JobPosting','title':'Driver','description':'d'}]}",
                "{'@type':'WebPage','mainEntity':{'@type':'JobPosting','title':'Driver','description':'d'}}",
                "{'@type':'http://schema.org/JobPosting','title':'Driver','description':'d'}",
                "{'@type':'schema:JobPosting','schema:title':'Driver','description':'d'}",
                "<!-- {'@type':'JobPosting','title':'Driver','description':'d'} -->",
                "<!-- a job -->{'@type':'JobPosting','title':'Driver','description':'d'}",
                "//<![CDATA[\n{'@type':'JobPosting','title':'Driver','description':'d'}\n//]]>",
                "{'@type':'JobPosting',/* c */'title':'Driver', // d\n'description':'d',}",
                "{'@type':'JobPosting','title':'Driver','description':'two\nlines\tand a tab'}",
                "{'@type':'JobPosting','title':'Driver','description':'d'};",
                "null{'@type':'JobPosting','title':'Driver','description':'d'}",
                "{'@type':'JobPosting','title':'Driver','description':'d'} trailing",
            })
    void toleratesHowPeopleWriteJson(String json) {
        assertThat(only(json(json)).title()).isEqualTo("Driver");
    }

    @Test
    void followsReferencesWithinThePage() {
        JobPosting posting =
                only(
                        json(
                                "{'@graph':[{'@type':'Organization','@id':'#o','name':'Example Co'},"
                                        + "{'@type':'JobPosting','title':'x','hiringOrganization':{'@id':'#o'}}]}"));

        assertThat(posting.employer()).contains("Example Co");
    }

    @Test
    void recordsABrokenScriptAndReadsTheNext() {
        Extraction extraction =
                Pages.extract(
                        script("{\"@type\":\"JobPosting\", \"title\": \"a \"quoted\" one\"}")
                                + script(
                                        "{'@type':'JobPosting','title':'Driver','description':'d'}"));

        assertThat(extraction.failures()).singleElement().asString().startsWith("json-ld 1: ");
        assertThat(extraction.postings()).singleElement().returns("Driver", JobPosting::title);
    }

    @Test
    void tellsSeveralPostingsApartButLetsNoPageSpeakForAnotherHost() {
        Extraction extraction =
                json(
                        "[{'@type':'JobPosting','title':'a','description':'d','url':'/ads/1'},"
                                + "{'@type':'JobPosting','title':'b','description':'d','url':'https://other.example/2'},"
                                + "{'@type':'JobPosting','title':'c','description':'d'}]");

        assertThat(extraction.postings())
                .extracting(JobPosting::url)
                .satisfiesExactly(
                        url -> assertThat(url).isEqualTo("https://jobs.example/ads/1"),
                        url -> assertThat(url).startsWith(Pages.URL + "#"),
                        url -> assertThat(url).startsWith(Pages.URL + "#"))
                .doesNotHaveDuplicates();
    }

    @Test
    void readsWhatThePageShowsBesideAnInnocentDescription() {
        JobPosting posting =
                only(
                        Pages.extract(
                                script(
                                                "{'@type':'JobPosting','title':'Driver','description':'Drive a van.'}")
                                        + "<h1>Driver</h1><p>Drive a van.<p>Write to <a href='https://t.me/example_x'>us</a>"));

        assertThat(Pages.text(posting, Block.Kind.BODY)).isEqualTo("Drive a van.\nWrite to us");
        assertThat(Pages.targets(posting)).contains("https://t.me/example_x");
    }

    private static Extraction json(String json) {
        return Pages.extract(script(json));
    }

    private static String script(String json) {
        return "<script type='application/ld+json'>" + json + "</script>";
    }

    private static JobPosting only(Extraction extraction) {
        assertThat(extraction.failures()).isEmpty();
        assertThat(extraction.postings()).hasSize(1);
        return extraction.postings().getFirst();
    }
}
