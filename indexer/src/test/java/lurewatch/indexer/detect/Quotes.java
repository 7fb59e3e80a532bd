package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import lurewatch.indexer.Assessment;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Signal;

/// Holds an assessment to its text.
final class Quotes {
    private Quotes() {}

    /// Whatever an assessment quotes stands in the text where it says, and no detector failed.
    static void requireTrue(String text, Assessment assessment) {
        assertThat(assessment.failures()).as(text).isEmpty();
        for (Signal signal : assessment.signals()) {
            for (Evidence evidence : signal.evidence()) {
                assertThat(text.substring(evidence.start(), evidence.end()))
                        .isEqualTo(evidence.quote());
            }
        }
        for (Contact contact : assessment.contacts()) {
            if (contact.isInText()) {
                assertThat(text.substring(contact.start(), contact.end())).isEqualTo(contact.raw());
            }
        }
        assessment
                .places()
                .forEach(place ->
                        assertThat(text.substring(place.evidence().start(), place.evidence().end()))
                                .isEqualTo(place.evidence().quote()));
        assessment
                .pay()
                .forEach(pay ->
                        assertThat(text.substring(pay.evidence().start(), pay.evidence().end()))
                                .isEqualTo(pay.evidence().quote()));
    }
}
