package dev.mendel.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void trialsAreWhole() {
        assertThat(Places.TRIALS.of(1234.9)).isEqualTo(1234);
        assertThat(Places.TRIALS.text(1234)).isEqualTo("1,234");
        assertThat(Places.TRIALS.of(0.4)).isEqualTo(1);
    }

    @Test
    void shortTimesAreToldApart() {
        assertThat(Places.SECONDS.text(Places.SECONDS.of(12345.6))).isEqualTo("12,345 s");
        assertThat(Places.SECONDS.text(Places.SECONDS.of(1.23456))).isEqualTo("1.23 s");
        assertThat(Places.SECONDS.text(Places.SECONDS.of(0.000123456))).isEqualTo("0.000123 s");
        assertThat(Places.SECONDS.text(Places.SECONDS.of(0))).isEqualTo("0 s");
    }
}
