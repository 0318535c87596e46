package dev.mendel.training;

import dev.mendel.data.DigitPairs;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.settings.PairMeasures;
import dev.mendel.trial.Attempt;
import dev.mendel.trial.EvaluationException;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// A training on some pairs that is scored on others by the share it compares rightly.
final class PairAttempt implements Attempt {
    private final PairSettings settings;
    private final boolean timed;
    private final DigitPairs scoring;
    private final Training training;
    private final List<FoldResult.Epoch> epochs = new ArrayList<>();
    private Duration time;

    /// @param timed whether results say what training and answering took
    /// @param training the pairs to train with
    /// @param scoring the pairs to score by
    /// @param seed decides everything random in it
    PairAttempt(PairSettings settings, boolean timed, DigitPairs training, DigitPairs scoring, Seed seed) {
        var clock = new ThreadClock();
        this.settings = settings;
        this.timed = timed;
        this.scoring = scoring;
        this.training = new Training(settings, training, seed);
        time = clock.time();
    }

    @Override
    public Progress advance(int more) throws EvaluationException, InterruptedException {
        var clock = new ThreadClock();
        try {
            epochs.addAll(training.advance(Math.min(more, settings.epochs() - epochs.size())));
            return new Progress(epochs.size(), epochs.size() == settings.epochs());
        } catch (EvaluationException e) {
            throw e.after(time.plus(clock.time()));
        } finally {
            time = time.plus(clock.time());
        }
    }

    @Override
    public FoldResult result() throws EvaluationException {
        var clock = new ThreadClock();
        try {
            PairScores scores = training.score(scoring);
            Duration answering = clock.time();
            var measures = new LinkedHashMap<>(scores.measures());
            measures.put(PairMeasures.PARAMETERS, (double) settings.network().parameters());
            if (timed) {
                measures.putAll(PairScores.times(time, answering, scoring.count()));
            }
            time = time.plus(clock.time());
            return new FoldResult(new Score(scores.comparison()), measures, epochs, time);
        } catch (EvaluationException e) {
            throw e.after(time.plus(clock.time()));
        }
    }

    /// The network as it is now: a copy.
    TrainedNetwork network() {
        return training.network();
    }

    @Override
    public void close() {
        training.close();
    }
}
