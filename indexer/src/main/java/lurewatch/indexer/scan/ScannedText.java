package lurewatch.indexer.scan;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// One text with its views and all that the scanner found, shared by the detectors.
public record ScannedText(TextViews views, ActiveLanguages languages, List<Match> matches) {
    public ScannedText {
        matches = List.copyOf(matches);
    }

    public String raw() {
        return views.raw();
    }

    public Optional<String> language() {
        return languages.main();
    }

    public Evidence quote(Match match) {
        return Evidence.in(raw(), match.start(), match.end());
    }

    /// What the raw text shows from `start` to `end` of a view.
    public Evidence quote(View view, int start, int end) {
        return Evidence.in(raw(), view.rawStart(start), view.rawEnd(end));
    }

    /// The cues, in text order.
    public List<Match> cues() {
        return matches.stream()
                .filter(m -> m.target() instanceof Target.OfCue)
                .sorted(Matches.IN_TEXT_ORDER)
                .toList();
    }
}
