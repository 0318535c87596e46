package dev.mendel.trial;

import java.util.Optional;

/// Which values of an objective are better. Inside, a score is always what is maximised; whoever shows a value
/// to somebody or takes one from somebody translates it here, and nowhere else.
public enum Direction {
    /// More is better: an accuracy. Scores are the values themselves.
    MAXIMISE,
    /// Less is better: a loss. Scores are the values with the other sign.
    MINIMISE;

    /// What values are called where they are shown: of what is maximised they are scores.
    public String noun() {
        return this == MAXIMISE ? "score" : "value";
    }

    /// What a value counts for.
    ///
    /// @throws IllegalArgumentException if it is NaN or infinite
    public Score score(double value) {
        return new Score(turned(value));
    }

    /// The objective's own value behind a score, or behind a mean of scores; NaN stays NaN.
    public double value(double score) {
        return turned(score) + 0.0;
    }

    /// The objective's own value behind a score.
    public double value(Score score) {
        return value(score.value());
    }

    /// An objective that answers with scores, of one that answers with its own values. Closed with it.
    public Objective turn(Objective valued) {
        return this == MAXIMISE ? valued : new Turned(valued);
    }

    private double turned(double number) {
        return switch (this) {
            case MAXIMISE -> number;
            case MINIMISE -> -number;
        };
    }

    /// Minimises another objective's values by maximising their negations.
    private record Turned(Objective valued) implements Objective {
        @Override
        public int folds() {
            return valued.folds();
        }

        @Override
        public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
            return turned(valued.evaluate(trial, fold));
        }

        @Override
        public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
            return valued.test(trial).map(Turned::turned);
        }

        @Override
        public void close() {
            valued.close();
        }

        private static FoldResult turned(FoldResult result) {
            return new FoldResult(
                    MINIMISE.score(result.score().value()), result.measures(), result.epochs(), result.time());
        }
    }
}
