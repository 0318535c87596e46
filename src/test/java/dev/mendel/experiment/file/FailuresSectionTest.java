package dev.mendel.experiment.file;

import static dev.mendel.experiment.file.FaultLines.assertFaults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.search.Budget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresSectionTest {
    private static final String HEAD = """
            experiment: x
            objective: {digit-pairs: {}}
            space: {epochs: {ordered: [1, 2]}}
            """;

    @Test
    void settingsAreRead() throws ExperimentException {
        assertRead("failures: {stop-after: 10, retry: 1}", 10, 1);
        assertRead("failures: {stop-after: unlimited}", Budget.UNLIMITED, 0);
    }

    @Test
    void whatIsLeftOutIsFiftyInARowAndNotTriedAgain() throws ExperimentException {
        assertRead("", 50, 0);
        assertRead("failures: {}", 50, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    failures: {stop-after: 0}    | x.yaml:4: failures.stop-after: 0 is not a whole number from 1, or unlimited
                    failures: {stop-after: soon} | x.yaml:4: failures.stop-after: soon is not a whole number from 1, or unlimited
                    failures: {retry: -1}        | x.yaml:4: failures.retry: -1 is not a whole number from 0 to 1000
                    failures: {retry: 1001}      | x.yaml:4: failures.retry: 1001 is not a whole number from 0 to 1000
                    failures: {retyr: 1}         | x.yaml:4: failures.retyr: is not known here (did you mean "retry"?); allowed are stop-after, retry
                    failures: 10                 | x.yaml:4: failures: 10 is not settings such as {stop-after: 10, retry: 1}
                    """)
    void faultsAreTold(String written, String faults) {
        assertFaults(HEAD + written, faults);
    }

    private static void assertRead(String failures, long stopAfter, int retry) throws ExperimentException {
        Experiment read = ExperimentFile.parse("x.yaml", HEAD + failures, List.of());
        assertThat(read.budget().failures()).isEqualTo(stopAfter);
        assertThat(read.precautions().retry()).isEqualTo(retry);
    }
}
