package dev.mendel.report;

import static dev.mendel.space.Spaces.categorical;
import static dev.mendel.space.Spaces.when;
import static dev.mendel.space.Spaces.wholes;

import dev.mendel.space.Condition;
import dev.mendel.space.Configuration;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.Ordered;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Spaces;
import dev.mendel.trial.Direction;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FakeObjective;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Goal;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Limit;
import dev.mendel.trial.Objective;
import dev.mendel.trial.Score;
import dev.mendel.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Objectives of each kind and direction that cost nothing. Their values need nothing but exact arithmetic, so
/// they are the same on every machine.
@SuppressWarnings("ImmutableEnumChecker") // a space never changes
public enum SampleObjective {
    /// Networks for digit pairs: three folds, losses and accuracies after each epoch.
    PAIRS_MAXIMISED(Direction.MAXIMISE, 3, Spaces.mentha()) {
        @Override
        FoldResult value(Trial trial, int fold) throws EvaluationException {
            Configuration configuration = trial.configuration();
            double rate = configuration.real("learning-rate");
            if (rate > 0.9) {
                throw new EvaluationException("the training diverged: in epoch 3 the loss is NaN");
            }
            double score = 0.93 - rate / 2 + (configuration.has("lambda") ? 0.04 : 0) + noise(trial, fold) / 50;
            List<FoldResult.Epoch> epochs = List.of(
                    new FoldResult.Epoch(1, 2 - score, Map.of("accuracy", score / 2)),
                    new FoldResult.Epoch(2, 1.5 - score, Map.of("accuracy", score - 0.05)),
                    new FoldResult.Epoch(3, 1.2 - score, Map.of("accuracy", score)));
            return new FoldResult(
                    new Score(score), Map.of("digit accuracy", score - 0.1), epochs, Duration.ofMillis(3));
        }
    },

    /// A program that is evaluated once, and tells a value every fifth epoch but no loss.
    PROGRAM_MAXIMISED(Direction.MAXIMISE, 1, programs()) {
        @Override
        FoldResult value(Trial trial, int fold) throws EvaluationException {
            double score = 40 - cost(trial) / 4 + noise(trial, fold);
            var epochs = new ArrayList<FoldResult.Epoch>();
            for (int epoch = 5; epoch <= 25; epoch += 5) {
                epochs.add(new FoldResult.Epoch(epoch, Double.NaN, Map.of("value", score - 30.0 / epoch)));
            }
            return new FoldResult(new Score(score), Map.of(), epochs, Duration.ofMillis(20));
        }
    },

    /// A program whose value is a cost, evaluated twice; its curves are losses.
    PROGRAM_MINIMISED(Direction.MINIMISE, 2, programs()) {
        @Override
        FoldResult value(Trial trial, int fold) throws EvaluationException {
            double cost = 100 + cost(trial) + noise(trial, fold);
            var epochs = new ArrayList<FoldResult.Epoch>();
            for (int epoch = 0; epoch < 6; epoch++) {
                epochs.add(new FoldResult.Epoch(epoch, cost * (1 + 1.0 / (epoch + 1))));
            }
            return new FoldResult(new Score(cost), Map.of("megabytes", cost * 3), epochs, Duration.ofMillis(20));
        }
    },

    /// A program whose value is a cost, which tells what it uses: three objectives, one of them limited too.
    PROGRAM_FRONT(Direction.MINIMISE, 1, programs()) {
        @Override
        FoldResult value(Trial trial, int fold) throws EvaluationException {
            double cost = 100 + cost(trial) + noise(trial, fold);
            double threads = trial.configuration().real("threads");
            double batch = trial.configuration().real("batch");
            return new FoldResult(
                    new Score(cost),
                    Map.of("bytes", 100 + threads * batch, "speed", threads * 3 - cost(trial)),
                    List.of(),
                    Duration.ofMillis(20));
        }

        @Override
        public Goals goals() {
            return new Goals(
                    List.of(
                            new Goal("cost", Direction.MINIMISE, Scale.LINEAR),
                            new Goal("bytes", Direction.MINIMISE, Scale.LOG),
                            new Goal("speed", Direction.MAXIMISE, Scale.LINEAR)),
                    List.of(new Limit("bytes", Limit.Side.AT_MOST, 9000)));
        }
    },

    /// A program that has to keep to a limit, one objective.
    PROGRAM_LIMITED(Direction.MINIMISE, 1, programs()) {
        @Override
        FoldResult value(Trial trial, int fold) throws EvaluationException {
            return PROGRAM_FRONT.value(trial, fold);
        }

        @Override
        public Goals goals() {
            return new Goals(
                    List.of(new Goal("cost", Direction.MINIMISE, Scale.LINEAR)),
                    List.of(new Limit("bytes", Limit.Side.AT_MOST, 1500)));
        }
    },

    /// A function whose values are on both sides of zero, and positive at the best.
    FUNCTION_MAXIMISED(Direction.MAXIMISE, 1, functions()) {
        @Override
        FoldResult value(Trial trial, int fold) {
            return FoldResult.of(3 - bowl(trial));
        }
    },

    /// A function whose values are on both sides of zero, and negative at the best.
    FUNCTION_MINIMISED(Direction.MINIMISE, 1, functions()) {
        @Override
        FoldResult value(Trial trial, int fold) {
            return FoldResult.of(bowl(trial) - 3);
        }
    };

    private final Direction direction;
    private final int folds;
    private final SearchSpace space;

    SampleObjective(Direction direction, int folds, SearchSpace space) {
        this.direction = direction;
        this.folds = folds;
        this.space = space;
    }

    /// The direction of its values.
    public Direction direction() {
        return direction;
    }

    /// What it depends on.
    public SearchSpace space() {
        return space;
    }

    /// The objective, as a search sees it.
    public Objective objective() {
        return direction.turn(FakeObjective.of(folds, this::value));
    }

    /// What its trials are judged by.
    public Goals goals() {
        return Goals.NONE;
    }

    /// The value of a fold, as its user means it.
    abstract FoldResult value(Trial trial, int fold) throws EvaluationException;

    /// Whole numbers on both scales, an order, and a condition.
    private static SearchSpace programs() {
        return SearchSpace.of(
                categorical("solver", "newton", "descent", "annealing"),
                new IntegerRange("threads", 5, 25, Scale.LINEAR, wholes(5, 10, 15, 20, 25), Condition.ALWAYS, null),
                new IntegerRange("batch", 8, 1024, Scale.LOG, wholes(8, 64, 1024), Condition.ALWAYS, null),
                new RealRange("cooling", 0.5, 0.999, Scale.LINEAR, null, when("solver", "annealing"), null),
                new Ordered("effort", Spaces.words("low", "middle", "high"), Condition.ALWAYS, null));
    }

    private static SearchSpace functions() {
        return SearchSpace.of(
                RealRange.of("x", -2, 2, Scale.LINEAR),
                RealRange.of("y", -2, 2, Scale.LINEAR),
                IntegerRange.of("k", 0, 9, Scale.LINEAR));
    }

    private static double cost(Trial trial) throws EvaluationException {
        Configuration configuration = trial.configuration();
        double threads = configuration.real("threads");
        double batch = configuration.real("batch");
        if (threads == 7) {
            throw new EvaluationException("exit code 3: 7 threads are not allowed");
        }
        double cooling = configuration.has("cooling") ? 20 * (1 - configuration.real("cooling")) : 6;
        return Math.abs(threads - 16) + Math.abs(batch - 200) / 40 + cooling;
    }

    private static double bowl(Trial trial) {
        Configuration configuration = trial.configuration();
        double x = configuration.real("x") - 0.5;
        double y = configuration.real("y") + 1;
        double k = configuration.real("k") - 4;
        return x * x + y * y + k * k / 8;
    }

    /// From 0 to 1, by the trial and the fold.
    private static double noise(Trial trial, int fold) {
        return trial.seed().derive("fold", fold).random().nextDouble();
    }
}
