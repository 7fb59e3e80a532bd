package lurewatch.crawler.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.crawler.demo.DemoTexts.EmscadAd;

/// One ad as a board shows it; what its author left empty is empty.
///
/// @param number its number on the board, from 1
/// @param paragraphs its text
/// @param handle a Telegram handle that the board turns into a link
record Ad(
        int number,
        String language,
        String title,
        String employer,
        String location,
        String salary,
        List<String> paragraphs,
        Optional<String> handle,
        Instant posted) {

    Ad {
        paragraphs = List.copyOf(paragraphs);
    }

    static Ad of(int number, DemoCase text, Instant posted) {
        return new Ad(
                number,
                text.language(),
                text.title(),
                "",
                "",
                "",
                List.of(text.text()),
                text.handle(),
                posted);
    }

    /// The same lure again, as somebody copied it here.
    static Ad copyOf(int number, DemoCase text, Instant posted) {
        return new Ad(
                number,
                text.language(),
                "🔥 " + text.title(),
                "",
                "",
                "",
                List.of(text.copied()),
                text.handle(),
                posted);
    }

    static Ad of(int number, EmscadAd ad, Instant posted) {
        return new Ad(
                number,
                "en",
                ad.title(),
                ad.department(),
                ad.location(),
                ad.salaryRange(),
                Stream.of(ad.companyProfile(), ad.description(), ad.requirements(), ad.benefits())
                        .filter(paragraph -> !paragraph.isBlank())
                        .toList(),
                Optional.empty(),
                posted);
    }
}
