package dev.mendel.trial;

import dev.mendel.space.Configuration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// An objective whose answers a test writes, and which remembers what it was asked.
///
/// @param longest a fold takes a random number of milliseconds, at most this many
/// @param calls every fold that was begun, in the order of beginning
public record FakeObjective(int folds, Answer answer, int longest, Queue<Call> calls) implements Objective {

    /// What a fold comes to.
    public interface Answer {
        FoldResult of(Trial trial, int fold) throws EvaluationException, InterruptedException;
    }

    /// A fold that was asked for.
    public record Call(Configuration configuration, int fold) {}

    /// An objective that answers at once.
    public static FakeObjective of(int folds, Answer answer) {
        return new FakeObjective(folds, answer, 0, new ConcurrentLinkedQueue<>());
    }

    /// An objective whose folds score what the configuration is worth, give or take a hundredth that comes from
    /// the trial's seed.
    public static FakeObjective worth(int folds, ToDoubleFunction<Configuration> worth) {
        return of(folds, noisy(worth));
    }

    /// Scores what the configuration is worth, give or take a hundredth that comes from the trial's seed.
    public static Answer noisy(ToDoubleFunction<Configuration> worth) {
        return (trial, fold) -> {
            double noise = trial.seed().derive("fold", fold).random().nextDouble() - 0.5;
            return FoldResult.of(worth.applyAsDouble(trial.configuration()) + noise / 50);
        };
    }

    /// The same answers, each after a random time of at most that many milliseconds.
    public FakeObjective taking(int milliseconds) {
        return new FakeObjective(folds, answer, milliseconds, new ConcurrentLinkedQueue<>());
    }

    /// The configurations that were asked for, each once, in the order in which they first were.
    public List<Configuration> configurations() {
        return calls.stream().map(Call::configuration).distinct().toList();
    }

    /// How often each fold was begun.
    public Map<Call, Long> counts() {
        return calls.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        calls.add(new Call(trial.configuration(), fold));
        if (longest > 0) {
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest * 1_000_000L)));
        }
        return answer.of(trial, fold);
    }
}
