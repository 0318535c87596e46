package dev.mendel.trial;

import java.util.Optional;

/// An objective whose evaluations fail where they lack a measure that some goals want.
///
/// @param own closed with this
record Judged(Objective own, Goals goals) implements Objective {
    @Override
    public int folds() {
        return own.folds();
    }

    @Override
    public int epochs() {
        return own.epochs();
    }

    @Override
    public FoldResult evaluate(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return judged(own.evaluate(trial, fold), goals);
    }

    @Override
    public Attempt begin(Trial trial, int fold) throws EvaluationException, InterruptedException {
        return new JudgedAttempt(own.begin(trial, fold), goals);
    }

    @Override
    public Optional<FoldResult> test(Trial trial) throws EvaluationException, InterruptedException {
        return own.test(trial);
    }

    @Override
    public void close() {
        own.close();
    }

    private static FoldResult judged(FoldResult result, Goals goals) throws EvaluationException {
        Optional<String> fault = goals.fault(result);
        if (fault.isPresent()) {
            throw new EvaluationException(fault.get());
        }
        return result;
    }

    /// @param own whose results are judged on the way too: that is what a trial is stopped by
    private record JudgedAttempt(Attempt own, Goals goals) implements Attempt {
        @Override
        public Progress advance(int epochs) throws EvaluationException, InterruptedException {
            return own.advance(epochs);
        }

        @Override
        public FoldResult result() throws EvaluationException, InterruptedException {
            return judged(own.result(), goals);
        }

        @Override
        public void close() {
            own.close();
        }
    }
}
