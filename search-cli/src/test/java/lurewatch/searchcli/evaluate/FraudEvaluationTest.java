package lurewatch.searchcli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.learned.TrainingAd;
import org.junit.jupiter.api.Test;

final class FraudEvaluationTest {
    /// A campaign of 30 that nobody recognises, beside four small ones that everybody does: ad by
    /// ad it decides, group by group it is one of three frauds, and without the largest it is gone.
    /// By the text alone nothing is told apart.
    @Test
    void oneLargeCampaignDecidesOnlyTheFirstFigure() {
        FraudEvaluation evaluation = new FraudEvaluation();
        for (int copy = 0; copy < 30; copy++) {
            add(evaluation, "large", true, 0.1);
        }
        add(evaluation, "a", true, 0.9);
        add(evaluation, "b", true, 0.8);
        add(evaluation, "c", false, 0.2);
        add(evaluation, "d", false, 0.3);
        Map<String, Figure.Value> areas =
                evaluation.figures().stream()
                        .filter(f -> f.section().equals("fraud") && f.measure().equals("roc_auc"))
                        .collect(Collectors.toMap(Figure::row, Figure::value));
        assertThat(areas)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "ads", new Figure.Value.Real(2.0 / 32),
                                "ads of groups up to 25", new Figure.Value.Real(1),
                                "groups of copies", new Figure.Value.Real(2.0 / 3),
                                "ads, text alone", new Figure.Value.Real(0.5),
                                "ads of groups up to 25, text alone", new Figure.Value.Real(0.5),
                                "groups of copies, text alone", new Figure.Value.Real(0.5)));
    }

    @Test
    void saysNothingWhereThereIsNothingToSetApart() {
        FraudEvaluation evaluation = new FraudEvaluation();
        add(evaluation, "a", true, 0.9);
        assertThat(evaluation.figures()).isEqualTo(List.of());
    }

    private static void add(FraudEvaluation evaluation, String group, boolean isFraud, double p) {
        TrainingAd ad = new TrainingAd(group, "text", Particulars.UNKNOWN, isFraud);
        evaluation.add(new FraudEvaluation.Answer(ad, p, 0.5));
    }
}
