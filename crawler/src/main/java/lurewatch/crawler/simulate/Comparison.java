package lurewatch.crawler.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import lurewatch.crawler.settings.Schedule;

/// Our schedule beside three others at the same budgets on the same webs.
///
/// The others get, for each budget, the setting that captures most on a smaller web of another
/// seed. Ours is as it ships; of the budget it is told, as its operator would.
public final class Comparison {
    /// The web on which settings are chosen is so much smaller.
    private static final double TRIAL = 0.1;

    private static final long TRIAL_SEED = 0;

    private final WorldModel model;
    private final List<Long> seeds;
    private final Schedule schedule;
    private final World trial;

    public Comparison(WorldModel model, double scale, List<Long> seeds, Schedule schedule) {
        this.model = model.scaled(scale);
        this.seeds = List.copyOf(seeds);
        this.schedule = schedule;
        this.trial = new World(this.model.scaled(TRIAL), TRIAL_SEED);
    }

    /// The four schedules at one budget, ours last.
    public List<Row> at(int requestsADay) {
        List<Candidate> chosen = new ArrayList<>();
        for (List<Candidate> settings : Candidate.others()) {
            chosen.add(best(settings, requestsADay));
        }
        chosen.add(Candidate.ours(schedule));
        List<Trial> trials =
                seeds.parallelStream()
                        .map(seed -> {
                            World world = new World(model, seed);
                            return new Trial(
                                    world.urls(),
                                    chosen.stream()
                                            .map(one -> one.on(world, requestsADay))
                                            .toList());
                        })
                        .toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            int index = i;
            List<Result> results = trials.stream().map(t -> t.results().get(index)).toList();
            rows.add(
                    new Row(
                            requestsADay,
                            chosen.get(i).schedule(),
                            chosen.get(i).settings(),
                            trials.stream().mapToInt(Trial::urls).min().orElse(0),
                            mean(results, Result::captured),
                            mean(results, Result::freshness),
                            results));
        }
        return rows;
    }

    private Candidate best(List<Candidate> settings, int requestsADay) {
        return settings.parallelStream()
                .max(
                        Comparator.comparingDouble(
                                one -> one.on(trial, requestsADay * TRIAL).captured()))
                .orElseThrow();
    }

    private static double mean(List<Result> results, ToDoubleFunction<Result> figure) {
        return results.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /// One schedule at one budget.
    ///
    /// @param settings intervals as shares of the even gap
    /// @param urls at least so many pages in each web
    /// @param captured mean over the seeds, like freshness
    public record Row(
            int requestsADay,
            String schedule,
            String settings,
            int urls,
            double captured,
            double freshness,
            List<Result> bySeed) {}

    private record Trial(int urls, List<Result> results) {}

    /// The seeds from 1 on.
    public static List<Long> seeds(int number) {
        return LongStream.rangeClosed(1, number).boxed().toList();
    }
}
