package dev.mendel.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.report.Browser;
import dev.mendel.report.SampleObjective;
import dev.mendel.report.SampleRun;
import dev.mendel.search.Budget;
import dev.mendel.search.RunKind;
import dev.mendel.store.StoredRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page in the words and measures of each kind of objective.
class SubjectsTest {
    @TempDir
    Path folder;

    private StoredRun run(SampleObjective sample) {
        return SampleRun.of(folder, sample, RunKind.EVOLUTION, 30);
    }

    private static RunDescription description(SampleObjective sample, Subject subject) {
        return new RunDescription("", sample.space(), Budget.NONE, subject);
    }

    private RunView view(SampleObjective sample, Subject subject) {
        try (StoredRun run = run(sample)) {
            return RunView.of(run, description(sample, subject));
        }
    }

    private String page(SampleObjective sample, Subject subject) throws Exception {
        try (StoredRun run = run(sample)) {
            Browser.Opened opened =
                    new Browser(folder).open(RunReport.write(run, description(sample, subject)), "light");
            assertThat(opened.empty()).isEmpty();
            return opened.dom();
        }
    }

    @Test
    void epochsHaveTheirOwnNumbersAndOnlyWhatWasMeasured() {
        List<CurvesView.Epoch> epochs = view(SampleObjective.PROGRAM_MAXIMISED, Subject.PROGRAM)
                .curves()
                .getFirst()
                .folds()
                .getFirst();
        assertThat(epochs).extracting(CurvesView.Epoch::number).containsExactly(5, 10, 15, 20, 25);
        assertThat(epochs).allSatisfy(epoch -> assertThat(epoch.measures()).containsOnlyKeys("value"));
    }

    @Test
    void rangesOfWholeNumbersSaySo() {
        assertThat(view(SampleObjective.PROGRAM_MINIMISED, Subject.PROGRAM).hyperparameters())
                .filteredOn(HyperparameterView::whole)
                .extracting(HyperparameterView::name)
                .containsExactly("threads", "batch");
    }

    @Test
    void onlyNetworksHaveFoldsAndTrainings() throws Exception {
        assertThat(page(SampleObjective.PAIRS_MAXIMISED, Subject.PAIRS))
                .contains("mean over 3 folds ± their standard deviation", "in trainings", "Folds of the best");
        assertThat(page(SampleObjective.PROGRAM_MINIMISED, Subject.PROGRAM))
                .contains("mean over 2 evaluations", "in evaluations", "Evaluations of the best")
                .doesNotContain("fold", "training", "pairs");
    }

    @Test
    void oneEvaluationHasNoDeviation() throws Exception {
        assertThat(page(SampleObjective.FUNCTION_MINIMISED, Subject.FUNCTION))
                .contains("The winner's value is optimistic")
                .doesNotContain("±", "0.0000", "fold", "training", "pairs");
    }
}
