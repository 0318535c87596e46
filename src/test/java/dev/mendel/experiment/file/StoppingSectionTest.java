package dev.mendel.experiment.file;

import static dev.mendel.experiment.file.FaultLines.assertFaults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.search.Stopping;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoppingSectionTest {
    private static final String HEAD = """
            experiment: x
            objective: {digit-pairs: {}}
            space: {epochs: {ordered: [1, 2]}}
            """;

    @Test
    void settingsAreRead() throws ExperimentException {
        assertRead("", Stopping.NONE);
        assertRead("stopping: none", Stopping.NONE);
        assertRead("stopping: rungs", Stopping.RUNGS);
        assertRead("stopping: {}", Stopping.RUNGS);
        assertRead(
                "stopping: {rungs: [1, 4, 9], keep: 0.5, grace: 2}",
                new Stopping(true, List.of(1, 4, 9), 0.5, 2, Stopping.Of.EPOCHS));
        assertRead("stopping: {rungs: [2], of: folds}", new Stopping(true, List.of(2), null, 1, Stopping.Of.FOLDS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    stopping: rung              | x.yaml:4: stopping: rung is not rungs, none, or settings such as {rungs: [1, 3, 9], keep: 0.5, grace: 3}
                    stopping: 3                 | x.yaml:4: stopping: 3 is not rungs, none, or settings such as {rungs: [1, 3, 9], keep: 0.5, grace: 3}
                    stopping: [1, 3]            | x.yaml:4: stopping: a list is not rungs, none, or settings such as {rungs: [1, 3, 9], keep: 0.5, grace: 3}
                    stopping: {rungs: [0]}      | x.yaml:4: stopping.rungs[1]: 0 is not a whole number from 1 to 2147483647
                    stopping: {rungs: [3, 3]}   | x.yaml:4: stopping.rungs[2]: 3 is not a whole number from 4 to 2147483647
                    stopping: {rungs: 3}        | x.yaml:4: stopping.rungs: 3 is not numbers of epochs, or of folds, such as [1, 3, 9]
                    stopping: {keep: 1}         | x.yaml:4: stopping.keep: 1 is not a number above 0 and below 1
                    stopping: {grace: 0}        | x.yaml:4: stopping.grace: 0 is not a whole number from 1 to 2147483647
                    stopping: {of: pairs}       | x.yaml:4: stopping.of: pairs is not one of epochs, folds
                    stopping: {gracee: 5}       | x.yaml:4: stopping.gracee: is not known here (did you mean "grace"?); allowed are rungs, keep, grace, of
                    """)
    void faultsAreTold(String written, String faults) {
        assertFaults(HEAD + written, faults);
    }

    private static void assertRead(String stopping, Stopping expected) throws ExperimentException {
        assertThat(ExperimentFile.parse("x.yaml", HEAD + stopping, List.of()).stopping())
                .isEqualTo(expected);
    }
}
