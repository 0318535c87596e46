package dev.mendel.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mendel.report.Browser;
import dev.mendel.report.MendelJson;
import dev.mendel.report.SampleObjective;
import dev.mendel.report.SampleRun;
import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.space.Configuration;
import dev.mendel.store.StoredRun;
import dev.mendel.store.StoredTrial;
import dev.mendel.trial.Direction;
import dev.mendel.trial.FoldResult;
import dev.mendel.trial.Outcome;
import dev.mendel.trial.Rungs;
import dev.mendel.trial.Score;
import dev.mendel.trial.Seed;
import dev.mendel.trial.Trial;
import dev.mendel.trial.TrialId;
import dev.mendel.trial.evaluate.FoldRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingViewTest {
    private static final int FOLDS = 2;

    @TempDir
    Path folder;

    /// Two folds, each with so many epochs, which take a second each.
    private static StoredTrial trial(int id, int epochs, Outcome outcome) {
        return trial(id, FOLDS, epochs, outcome, null);
    }

    private static StoredTrial trial(int id, int folds, int epochs, Outcome outcome, @Nullable String from) {
        Trial trial = Trial.of(new TrialId(id), new Configuration(Map.of()), new Seed(1));
        var result = new FoldResult(new Score(1), Map.of(), List.of(), Duration.ofSeconds(Math.max(1, epochs)));
        return new StoredTrial(
                trial,
                0,
                IntStream.range(0, folds)
                        .mapToObj(fold -> new FoldRun(trial, fold, result, 1, Instant.EPOCH))
                        .toList(),
                Optional.of(outcome),
                (long) folds * epochs,
                Optional.ofNullable(from));
    }

    private static Outcome finished(double... rungs) {
        return new Outcome.Finished(List.of(FoldResult.of(1)), Rungs.of(rungs));
    }

    private static Outcome stopped(double... rungs) {
        return new Outcome.Stopped(Rungs.of(rungs));
    }

    /// Epochs that are told at each so-manieth.
    private static StoppingView view(Direction direction, int step, StoredTrial... trials) {
        List<FoldResult.Epoch> told = IntStream.rangeClosed(1, 9)
                .mapToObj(epoch -> new FoldResult.Epoch(epoch * step, Double.NaN))
                .toList();
        return StoppingView.of(List.of(trials), direction, _ -> Map.of(0, told, 1, told));
    }

    private static StoppingView race(Direction direction) {
        return view(
                direction,
                1,
                trial(1, 9, finished(0.5, 0.7)),
                trial(2, 1, stopped(0.2)),
                trial(3, 3, stopped(0.4, 0.6)),
                trial(4, 2, new Outcome.Failed(0, "diverged", Duration.ZERO, Rungs.of(0.9))),
                trial(5, 1, stopped(0.1)));
    }

    @Test
    void countsWhoCameToEachRungAndWhoWasStoppedThere() {
        StoppingView view = race(Direction.MAXIMISE);
        assertThat(view.epochs()).isTrue();
        assertThat(view.rungs()).containsExactly(new StoppingView.Rung(1, 5, 2), new StoppingView.Rung(3, 2, 1));
        assertThat(view.ended()).isEqualTo(1);
    }

    @Test
    void valuesAreTheObjectivesOwnInBothDirections() {
        assertThat(race(Direction.MAXIMISE).lines())
                .contains(
                        new StoppingView.Line(1, List.of(0.5, 0.7), false),
                        new StoppingView.Line(3, List.of(0.4, 0.6), true),
                        new StoppingView.Line(4, List.of(0.9), false));
        assertThat(race(Direction.MINIMISE).lines())
                .contains(
                        new StoppingView.Line(1, List.of(-0.5, -0.7), false),
                        new StoppingView.Line(3, List.of(-0.4, -0.6), true));
    }

    @Test
    void savingIsWhatStoppedTrialsWouldStillHaveTaken() {
        for (Direction direction : Direction.values()) {
            StoppingView.Saving saving = race(direction).saving();
            // two folds: 9 + 1 + 3 + 2 + 1 epochs were done, and 8 + 6 + 8 were not
            assertThat(saving.passes()).isEqualTo(32);
            assertThat(saving.wholePasses()).isEqualTo(32 + 44);
            assertThat(saving.seconds()).isEqualTo(32);
            assertThat(saving.wholeSeconds()).isCloseTo(32 + 44, within(1e-9));
        }
    }

    @Test
    void epochsThatAreToldNowAndThenCountAllThatWereDone() {
        StoppingView view = view(Direction.MAXIMISE, 10, trial(1, 9, finished(0.5)), trial(2, 3, stopped(0.1)));
        assertThat(view.rungs()).containsExactly(new StoppingView.Rung(30, 2, 1));
        assertThat(view.saving().passes()).isEqualTo(240);
        assertThat(view.saving().wholePasses()).isEqualTo(360);
    }

    @Test
    void withoutEpochsFoldsAreCounted() {
        StoppingView view = view(
                Direction.MAXIMISE,
                1,
                trial(1, 4, 0, finished(0.5), null),
                trial(2, 1, 0, stopped(0.1), null),
                trial(3, 1, 0, stopped(0.2), "another-run"));
        assertThat(view.epochs()).isFalse();
        assertThat(view.rungs()).containsExactly(new StoppingView.Rung(1, 3, 2));
        assertThat(view.saving()).isEqualTo(new StoppingView.Saving(5, 8, 5, 8));
    }

    @Test
    void savingIsNotKnownBeforeATrialHasComeToItsEndOrWhereEpochsAreNotTold() {
        assertThat(view(Direction.MAXIMISE, 1, trial(1, 3, stopped(0.5)))
                        .saving()
                        .wholePasses())
                .isNaN();
        StoppingView untold = view(Direction.MAXIMISE, 1, trial(1, 0, finished(0.5)), trial(2, 0, stopped(0.1)));
        assertThat(untold.rungs().getFirst().at()).isNaN();
        assertThat(untold.saving().wholeSeconds()).isNaN();
    }

    private Browser.Opened open(SampleObjective sample, Subject subject, RunKind kind) throws Exception {
        try (StoredRun run = SampleRun.racing(folder, sample, kind, 60)) {
            Path page = RunReport.write(run, new RunDescription("", sample.space(), Budget.NONE, subject));
            return new Browser(folder).open(page, "light");
        }
    }

    @Test
    void pageShowsTheRaceAndStoppedTrialsAreNoFailures() throws Exception {
        Browser.Opened pairs = open(SampleObjective.PAIRS_MAXIMISED, Subject.PAIRS, RunKind.EVOLUTION);
        assertThat(pairs.empty()).isEmpty();
        assertThat(pairs.dom())
                .contains("What stopping saved", "after 1 fold", "stopped at rung 1", " stopped", "Scores on the way");
        Browser.Opened program = open(SampleObjective.PROGRAM_MINIMISED, Subject.PROGRAM, RunKind.RANDOM);
        assertThat(program.empty()).isEmpty();
        assertThat(program.dom())
                .contains("after 1 evaluation", "Values on the way")
                .doesNotContain("fold");
    }

    @Test
    void withoutStoppedTrialsThePageHasNoSuchSection() {
        SampleObjective sample = SampleObjective.PAIRS_MAXIMISED;
        try (StoredRun run = SampleRun.of(folder, sample, RunKind.RANDOM, 30)) {
            var description = new RunDescription("", sample.space(), Budget.NONE, Subject.PAIRS);
            assertThat(MendelJson.ofRecords(RunView.of(run, description))).doesNotContain("\"stopping\"");
        }
    }
}
