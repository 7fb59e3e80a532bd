package lurewatch.indexer.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Block;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Context;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.detect.Cases;
import lurewatch.indexer.detect.Detector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comments under a text do to it.
class PartsTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

    private static final String NEWS =
            "Police said 40 people were rescued from a compound in Myawaddy on Monday. Officials said they had answered ads for office work.";

    /// So much of it that a short ad beside it does not decide what the whole is.
    private static final String LONG_NEWS =
            NEWS
                    + " A spokesman for the ministry told reporters that 12 suspects were arrested and charged."
                    + " According to court documents, the victims were beaten. Reuters could not verify the figures.";

    private static final String LURE =
            "Chat operators wanted in Poipet, free flight ticket and room, 1500 usd, no experience, Telegram @sample_c1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Comments (2)",
                "댓글 2",
                "留言",
                "评论区：",
                "コメント",
                "Bình luận",
                "ความคิดเห็น 3",
                "Komentar teratas",
                "Mga komento",
                "Комментарии",
                "Comentários:",
                "Commentaires",
                "टिप्पणियाँ",
                "التعليقات",
            })
    void aLureUnderNewsIsFound(String heading) {
        Assessment assessment =
                assess(NEWS + "\n\n" + heading + "\nann: how sad\nhr_asia: " + LURE);
        assertThat(assessment.assessmentClass()).isEqualTo(AssessmentClass.LURE);
        assertThat(assessment.context()).isEqualTo(Context.NONE);
        assertThat(
                        assessment.contributions().stream()
                                .mapToDouble(Assessment.Contribution::points)
                                .sum())
                .isCloseTo(assessment.score(), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LONG_NEWS + "\n\n" + LURE,
                LURE + "\n\n" + LONG_NEWS,
                LONG_NEWS + "\n\nThe ministry said more raids would follow.\n\n" + LURE,
            })
    void aLureBesidePastedNewsIsFound(String text) {
        Assessment assessment = assess(text);
        assertThat(assessment.assessmentClass()).isEqualTo(AssessmentClass.LURE);
        assertThat(assessment.context()).isEqualTo(Context.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LONG_NEWS + " One of the ads read:\n\n" + LURE,
                LONG_NEWS + "\n\n\"" + LURE + "\"",
                LONG_NEWS
                        + "\n\n"
                        + LURE
                        + "\n\nThat is how the ad read, according to police, who warned against it.",
            })
    void newsThatQuotesALureStaysNoLure(String text) {
        assertThat(assess(text).assessmentClass()).isNotEqualTo(AssessmentClass.LURE);
    }

    @Test
    void aWarningUnderALureLeavesItALure() {
        String answer = "Beware of this! Scam alert, do not fall for it, report to police.";
        assertThat(assess(LURE).assessmentClass()).isEqualTo(AssessmentClass.LURE);
        Assessment assessment = assess(LURE + "\n\nComments\nbob: " + answer);
        assertThat(assessment.assessmentClass()).isEqualTo(AssessmentClass.LURE);
        assertThat(assessment.context()).isEqualTo(Context.NONE);
    }

    @Test
    void aWarningThatQuotesALureStaysAWarning() {
        Assessment assessment =
                assess(
                        "Warning to job seekers: beware of posts such as\n\n\""
                                + LURE
                                + "\"\n\nDo not fall for them, report to police.");
        assertThat(assessment.context()).isEqualTo(Context.WARNING);
        assertThat(assessment.assessmentClass()).isNotEqualTo(AssessmentClass.LURE);
    }

    @Test
    void commentsOfAPageArePartsOfTheirOwn() {
        JobPosting posting =
                posting(
                        List.of(
                                new Block(Block.Kind.TITLE, "Raid\u200B in Myawaddy"),
                                new Block(Block.Kind.BODY, NEWS),
                                new Block(Block.Kind.COMMENT, "so sad"),
                                new Block(Block.Kind.COMMENT, LURE)));
        Assessment assessment = DETECTOR.assess(posting);
        assertThat(assessment.context()).isEqualTo(Context.NONE);
        assertThat(assessment.assessmentClass()).isEqualTo(AssessmentClass.LURE);
    }

    @Test
    void anAdThatAsksForCommentsIsOneText() {
        assertThat(Parts.of("Chat job in Poipet.\nComment below and I will message you").comments())
                .isEmpty();
    }

    private static Assessment assess(String text) {
        return DETECTOR.assess(text, Optional.empty());
    }

    private static JobPosting posting(List<Block> blocks) {
        return new JobPosting(
                PostingId.of("news", "https://news.example/1"),
                new CaptureId(1),
                "news",
                "https://news.example/1",
                "Raid",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                blocks,
                List.of(),
                Particulars.UNKNOWN);
    }
}
