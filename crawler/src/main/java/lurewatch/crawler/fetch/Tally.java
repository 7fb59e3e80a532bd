package lurewatch.crawler.fetch;

import java.util.concurrent.atomic.LongAdder;
import lurewatch.crawler.fetch.CrawlEngine.Stats;

/// Counts how fetches end.
final class Tally {
    private final LongAdder answered = new LongAdder();
    private final LongAdder captured = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder forbidden = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void count(FetchOutcome outcome) {
        switch (outcome) {
            case FetchOutcome.Captured(FetchedExchange exchange) -> {
                captured.increment();
                count(exchange);
            }
            case FetchOutcome.Answered answer -> count(answer.exchange());
            case FetchOutcome.Disallowed _, FetchOutcome.Refused _ -> forbidden.increment();
            case FetchOutcome.Failed _, FetchOutcome.RobotsUnreachable _ -> failed.increment();
            case FetchOutcome.RobotsRead _,
                    FetchOutcome.RobotsMoved _,
                    FetchOutcome.Crowded _,
                    FetchOutcome.OutOfTurn _,
                    FetchOutcome.Aborted _ -> {
                // No page was asked for.
            }
        }
    }

    private void count(FetchedExchange exchange) {
        answered.increment();
        bytes.add(exchange.body().length);
    }

    Stats stats(int running) {
        return new Stats(
                answered.sum(),
                captured.sum(),
                failed.sum(),
                forbidden.sum(),
                bytes.sum(),
                running);
    }
}
