package dev.mendel.experiment.file;

import static dev.mendel.experiment.file.FaultLines.assertFaults;
import static dev.mendel.experiment.file.FaultLines.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.ExperimentException;
import dev.mendel.search.Budget;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetSectionTest {
    private static final String HEAD = """
            experiment: x
            objective: {digit-pairs: {}}
            space: {epochs: {ordered: [1, 2]}}
            """;

    @Test
    void limitsAreRead() throws ExperimentException {
        assertThat(read("budget: {generations: 0, trials: 50, time: 1h30m}"))
                .isEqualTo(new Budget(0, 50, Duration.ofMinutes(90)));
    }

    @Test
    void whatIsLeftOutIsThirtyGenerations() throws ExperimentException {
        var usual = new Budget(30, Budget.UNLIMITED, Budget.FOREVER);
        assertThat(read("")).isEqualTo(usual);
        assertThat(read("budget: {}")).isEqualTo(usual);
    }

    @Test
    void generationsAreUnlimitedWhereSomethingElseIsLimited() throws ExperimentException {
        assertThat(read("budget: {trials: 5}")).isEqualTo(Budget.NONE.withTrials(5));
    }

    @Test
    void oneLimitIsEnough() throws ExperimentException {
        assertThat(read("budget: {generations: unlimited, time: 90s}"))
                .isEqualTo(Budget.NONE.withTime(Duration.ofSeconds(90)));
    }

    @Test
    void stagnationAndTargetAreReadAndWrittenBack() throws ExperimentException {
        Budget budget = read("budget: {stagnation: 50 trials, target: 0.95}");
        assertThat(budget).isEqualTo(Budget.NONE.withStagnation(50).withTarget(0.95));
        assertThat(read("budget: {stagnation: 50}")).isEqualTo(Budget.NONE.withStagnation(50));
        assertThat(read("budget: {target: -3}"))
                .isEqualTo(Budget.NONE.withGenerations(30).withTarget(-3.0));
        assertThat(read("budget: " + BudgetSection.write(budget).toString().replace("=", ": ")))
                .isEqualTo(budget);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    budget: {generations: -1}                   | x.yaml:4: budget.generations: -1 is not a whole number from 0, or unlimited
                    budget: {generations: unlimited}            | x.yaml:4: budget: has no limit, so a search might never end; limit generations, trials, time or stagnation
                    budget: {generations: unlimited, trials: unlimited, time: unlimited} | x.yaml:4: budget: has no limit, so a search might never end; limit generations, trials, time or stagnation
                    budget: {generations: unlimited, trials: 0} | x.yaml:4: budget.trials: 0 is not a whole number from 1, or unlimited
                    budget: {trials: 0}                         | x.yaml:4: budget.trials: 0 is not a whole number from 1, or unlimited
                    budget: {time: 0s}                          | x.yaml:4: budget.time: 0s is not a time such as 90s, 5m, 2h or 1h30m, above zero and up to 876000h, or unlimited
                    budget: {time: -5m}                         | x.yaml:4: budget.time: -5m is not a time such as 90s, 5m, 2h or 1h30m, above zero and up to 876000h, or unlimited
                    budget: {time: 90}                          | x.yaml:4: budget.time: 90 is not a time such as 90s, 5m, 2h or 1h30m, above zero and up to 876000h, or unlimited
                    budget: {time: 5 minutes}                   | x.yaml:4: budget.time: 5 minutes is not a time such as 90s, 5m, 2h or 1h30m, above zero and up to 876000h, or unlimited
                    budget: {time: ""}                          | x.yaml:4: budget.time: "" is not a time such as 90s, 5m, 2h or 1h30m, above zero and up to 876000h, or unlimited
                    budget: {time: }                            | x.yaml:4: budget.time: has no value; it takes a time such as 90s, 5m, 2h or 1h30m, above zero and up to 876000h, or unlimited
                    budget: {time: 999999h}                     | x.yaml:4: budget.time: 999999h is not a time such as 90s, 5m, 2h or 1h30m, above zero and up to 876000h, or unlimited
                    budget: {time: 876001h}                     | x.yaml:4: budget.time: 876001h is not a time such as 90s, 5m, 2h or 1h30m, above zero and up to 876000h, or unlimited
                    budget: {generations: 1e3}                  | x.yaml:4: budget.generations: 1e3 is not a whole number from 0, or unlimited
                    budget: {generations: 9223372036854775807}  | x.yaml:4: budget: has no limit, so a search might never end; limit generations, trials, time or stagnation
                    budget: {generations: 9223372036854775808}  | x.yaml:4: budget.generations: 9223372036854775808 is too large a whole number
                    budget: {generation: 5}                     | x.yaml:4: budget.generation: is not known here (did you mean "generations"?); allowed are generations, trials, time, grace, stagnation, target
                    budget: {target: 0.9, generations: unlimited} | x.yaml:4: budget: has no limit, so a search might never end; limit generations, trials, time or stagnation
                    budget: {target: high}                      | x.yaml:4: budget.target: high is not a number: the objective's value at which to end
                    budget: {target: .inf}                      | x.yaml:4: budget.target: .inf is not a finite number
                    budget: {stagnation: 0}                     | x.yaml:4: budget.stagnation: 0 is not a number of trials such as 50 trials, or unlimited
                    budget: {stagnation: 5 generations}         | x.yaml:4: budget.stagnation: 5 generations is not a number of trials such as 50 trials, or unlimited
                    budget: 30                                  | x.yaml:4: budget: 30 is not limits such as {generations: 30}
                    budget:                                     | x.yaml:4: budget: has no value; it takes limits such as {generations: 30}
                    budget: []                                  | x.yaml:4: budget: a list is not limits such as {generations: 30}
                    budget: {generations: "5"}                  | x.yaml:4: budget.generations: "5" is not a whole number from 0, or unlimited
                    """)
    void faultsAreTold(String written, String faults) {
        assertFaults(HEAD + text(written), faults);
    }

    private static Budget read(String budget) throws ExperimentException {
        return ExperimentFile.parse("x.yaml", HEAD + budget, List.of()).budget().withFailures(Budget.UNLIMITED);
    }
}
