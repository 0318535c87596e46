package dev.mendel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Budget BUDGET = new Budget(5, 40, Duration.ofMinutes(3));

    @Test
    void changesOneLimitAtATime() {
        assertThat(BUDGET.withGenerations(6)).isEqualTo(new Budget(6, 40, Duration.ofMinutes(3)));
        assertThat(BUDGET.withTrials(41)).isEqualTo(new Budget(5, 41, Duration.ofMinutes(3)));
        assertThat(BUDGET.withTime(Duration.ofMinutes(4))).isEqualTo(new Budget(5, 40, Duration.ofMinutes(4)));
    }

    @Test
    void mayLimitASearchToItsFirstPopulation() {
        assertThat(BUDGET.withGenerations(0).generations()).isZero();
    }

    @Test
    void refusesNegativeGenerations() {
        assertThatThrownBy(() -> BUDGET.withGenerations(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("generations: -1 is not 0 or more");
    }

    @Test
    void refusesNoTrials() {
        assertThatThrownBy(() -> BUDGET.withTrials(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("trials: 0 is not 1 or more");
    }

    @Test
    void refusesNoTime() {
        assertThatThrownBy(() -> BUDGET.withTime(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time: PT0S is not more than none");
        assertThatThrownBy(() -> BUDGET.withTime(Duration.ofSeconds(-1)))
                .hasMessage("time: PT-1S is not more than none");
    }
}
