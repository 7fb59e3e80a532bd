package lurewatch.searchcli.render;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.Signal;
import lurewatch.indexer.console.JsonLine;

/// An assessment as one line of JSON. A signal that stands in several places is listed once for
/// each, so that every object of `signals` has one quote. All offsets count UTF-16 units of the
/// text that was assessed; a contact that only a link carries has -1.
public final class AssessmentJson {
    private AssessmentJson() {}

    /// An input that was assessed.
    ///
    /// @param idLiteral the input's id as JSON, quotes included where it is a string
    /// @param text the text that offsets count in, where the reader does not have it already
    public static String of(String idLiteral, Assessment assessment, Optional<String> text) {
        JsonLine line = members(JsonLine.versioned().putLiteral("id", idLiteral), assessment);
        text.ifPresent(raw -> line.put("text", raw));
        return line.toString();
    }

    /// An input that could not be assessed.
    public static String failure(String idLiteral, long lineNumber, String error) {
        return JsonLine.versioned()
                .putLiteral("id", idLiteral)
                .put("line", lineNumber)
                .put("error", error)
                .toString();
    }

    static JsonLine members(JsonLine line, Assessment assessment) {
        return line.put("lang", assessment.language())
                .put("score", assessment.score())
                .putLiteral("fraud_score", fraudScore(assessment))
                .put("class", assessment.assessmentClass().label())
                .put("context", assessment.context().label())
                .put("urgent", assessment.isUrgent())
                .putObjects(
                        "signals",
                        assessment.signals().stream()
                                .flatMap(signal ->
                                        signal.evidence().stream()
                                                .map(quote -> signal(signal, quote)))
                                .toList(),
                        object -> object)
                .putObjects("contacts", assessment.contacts(), AssessmentJson::contact)
                .putObjects("places", assessment.places(), AssessmentJson::place)
                .putObjects("pay", assessment.pay(), AssessmentJson::pay)
                .putObjects(
                        "contributions", assessment.contributions(), AssessmentJson::contribution)
                .putObjects(
                        "fraud_words",
                        assessment.fraud().map(FraudScore::words).orElse(List.of()),
                        AssessmentJson::share)
                .put("rules", assessment.rulesVersion())
                .put("fraud_model", assessment.fraud().map(FraudScore::modelVersion))
                .putStrings("not_assessed", assessment.failures());
    }

    private static String fraudScore(Assessment assessment) {
        return assessment.fraud().map(fraud -> Double.toString(fraud.probability())).orElse("null");
    }

    private static String share(FraudScore.Share share) {
        return JsonLine.object(
                line -> line.put("words", share.words()).put("log_odds", share.logOdds()));
    }

    private static String signal(Signal signal, Evidence quote) {
        return JsonLine.object(line ->
                evidence(
                        line.put("id", signal.id())
                                .put("weight", signal.weight())
                                .put("reason", signal.reason()),
                        quote));
    }

    private static String contact(Contact contact) {
        return JsonLine.object(line ->
                line.put("kind", contact.kind().label())
                        .put("value", contact.value())
                        .put("raw", contact.raw())
                        .put("start", contact.start())
                        .put("end", contact.end())
                        .put("confidence", contact.confidence()));
    }

    private static String place(Place place) {
        return JsonLine.object(line ->
                evidence(
                        line.put("id", place.id())
                                .put("name", place.name())
                                .put("role", place.role().label())
                                .put("country", place.country())
                                .put("risk", place.risk()),
                        place.evidence()));
    }

    private static String pay(Pay pay) {
        return JsonLine.object(line ->
                evidence(
                        line.put("low", pay.low().toPlainString())
                                .put("high", pay.high().toPlainString())
                                .put("currency", pay.currency())
                                .put("period", pay.period().map(Pay.Period::label))
                                .putLiteral("usd_month", number(pay, Pay.UsdMonth::low))
                                .putLiteral("usd_month_high", number(pay, Pay.UsdMonth::high)),
                        pay.evidence()));
    }

    private static String number(Pay pay, ToDoubleFunction<Pay.UsdMonth> end) {
        return pay.usdMonth()
                .map(usd -> BigDecimal.valueOf(end.applyAsDouble(usd)).toPlainString())
                .orElse("null");
    }

    private static String contribution(Assessment.Contribution contribution) {
        return JsonLine.object(line ->
                line.put("id", contribution.signalId()).put("points", contribution.points()));
    }

    private static JsonLine evidence(JsonLine line, Evidence evidence) {
        return line.put("quote", evidence.quote())
                .put("start", evidence.start())
                .put("end", evidence.end());
    }
}
