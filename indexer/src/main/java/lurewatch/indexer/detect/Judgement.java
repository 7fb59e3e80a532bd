package lurewatch.indexer.detect;

import java.util.List;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Context;

/// What a text, or one part of it, is taken for.
record Judgement(Findings findings, Context context, Score score) {
    /// Of a text that could not be judged.
    static final Judgement NOTHING =
            new Judgement(
                    new Findings(), Context.NONE, new Score(0, AssessmentClass.LOW, List.of()));

    /// Whether a person should look.
    boolean isWorthALook() {
        return score.assessmentClass() != AssessmentClass.LOW;
    }
}
