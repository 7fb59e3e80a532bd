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
import lurewatch.indexer.text.LegibleText;

/// An assessment as one line of JSON. A signal that stands in several places is listed once for
/// each, so that every object of `signals` has one quote. All offsets count UTF-16 units of the
/// text that was assessed; a contact that only a link carries has -1. What is not legible as it
/// stands has `read_as` too.
public final class AssessmentJson {
    private AssessmentJson() {}

    /// An input that was assessed.
    ///
    /// @param idLiteral the input's id as JSON, quotes included where it is a string
    /// @param text the text that offsets count in
    public static String of(String idLiteral, String text, Assessment assessment) {
        return line(idLiteral, text, assessment).toString();
    }

    /// The same with the text, for readers who do not have it already.
    public static String withText(String idLiteral, String text, Assessment assessment) {
        return line(idLiteral, text, assessment).put("text", text).toString();
    }

    private static JsonLine line(String idLiteral, String text, Assessment assessment) {
        return members(JsonLine.versioned().putLiteral("id", idLiteral), text, assessment);
    }

    /// An input that could not be assessed.
    public static String failure(String idLiteral, long lineNumber, String error) {
        return JsonLine.versioned()
                .putLiteral("id", idLiteral)
                .put("line", lineNumber)
                .put("error", error)
                .toString();
    }

    /// @param text the text that was assessed
    static JsonLine members(JsonLine line, String text, Assessment assessment) {
        Optional<LegibleText> legible = LegibleText.of(text);
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
                                                .map(quote -> signal(signal, quote, legible)))
                                .toList(),
                        object -> object)
                .putObjects("contacts", assessment.contacts(), contact -> contact(contact, legible))
                .putObjects("places", assessment.places(), place -> place(place, legible))
                .putObjects("pay", assessment.pay(), pay -> pay(pay, legible))
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

    private static String signal(Signal signal, Evidence quote, Optional<LegibleText> legible) {
        return JsonLine.object(line ->
                evidence(
                        line.put("id", signal.id())
                                .put("weight", signal.weight())
                                .put("reason", signal.reason()),
                        quote,
                        legible));
    }

    private static String contact(Contact contact, Optional<LegibleText> legible) {
        return JsonLine.object(line -> {
            line.put("kind", contact.kind().label())
                    .put("value", contact.value())
                    .put("raw", contact.raw())
                    .put("start", contact.start())
                    .put("end", contact.end())
                    .put("confidence", contact.confidence());
            readAs(line, legible.filter(_ -> contact.isInText()), contact.start(), contact.end());
        });
    }

    private static String place(Place place, Optional<LegibleText> legible) {
        return JsonLine.object(line ->
                evidence(
                        line.put("id", place.id())
                                .put("name", place.name())
                                .put("role", place.role().label())
                                .put("country", place.country())
                                .put("risk", place.risk()),
                        place.evidence(),
                        legible));
    }

    private static String pay(Pay pay, Optional<LegibleText> legible) {
        return JsonLine.object(line ->
                evidence(
                        line.put("low", pay.low().toPlainString())
                                .put("high", pay.high().toPlainString())
                                .put("currency", pay.currency())
                                .put("period", pay.period().map(Pay.Period::label))
                                .putLiteral("usd_month", number(pay, Pay.UsdMonth::low))
                                .putLiteral("usd_month_high", number(pay, Pay.UsdMonth::high)),
                        pay.evidence(),
                        legible));
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

    private static void evidence(JsonLine line, Evidence evidence, Optional<LegibleText> legible) {
        line.put("quote", evidence.quote())
                .put("start", evidence.start())
                .put("end", evidence.end());
        readAs(line, legible, evidence.start(), evidence.end());
    }

    private static void readAs(JsonLine line, Optional<LegibleText> legible, int start, int end) {
        legible.flatMap(text -> text.wordsOf(start, end))
                .ifPresent(words -> line.put("read_as", words));
    }
}
