package dev.mendel.trial;

import java.util.Optional;

/// The direction in which values of an objective are better. Inside, a score is always maximised; values are
/// turned to scores, and back to be shown, here and nowhere else.
public enum Direction {
    /// More is better: an accuracy. Scores are the values themselves.
    MAXIMISE,
    /// Less is better: a loss. Scores are the values with the other sign.
    MINIMISE;

    /// The noun for values where they are shown: those of a maximised objective are scores.
    public String noun() {
        return this == MAXIMISE ? "score" : "value";
    }

    /// The score of a value.
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
        public int epochs() {
            return valued.epochs();
        }

        @Override
        public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
            return turned(valued.evaluate(trial, fold));
        }

        @Override
        public Attempt begin(Trial trial, int fold) throws EvaluationException, InterruptedException {
            return new TurnedAttempt(valued.begin(trial, fold));
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

    private record TurnedAttempt(Attempt valued) implements Attempt {
        @Override
        public Progress advance(int epochs) throws EvaluationException, InterruptedException {
            return valued.advance(epochs);
        }

        @Override
        public FoldResult result() throws EvaluationException, InterruptedException {
            return Turned.turned(valued.result());
        }

        @Override
        public void close() {
            valued.close();
        }
    }
}
