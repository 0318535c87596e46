package dev.mendel.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.search.Budget;
import dev.mendel.trial.Seed;
import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @ParameterizedTest
    @CsvSource({
        "90s, PT1M30S",
        "5m, PT5M",
        "2h, PT2H",
        "1h30m, PT1H30M",
        "0.5s, PT0.5S",
        "1h0m0.000000001s, PT1H0.000000001S"
    })
    void timesAreRead(String text, Duration time) {
        assertThat(TimeText.read(text)).hasValue(time);
    }

    @Test
    void timesAreWrittenAlikeInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(TimeText.write(Duration.ofMillis(1500))).isEqualTo("1.5s");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0s",
                "0h0m",
                "90",
                "s",
                "h",
                "5 m",
                "30m1h",
                "1d",
                "-5m",
                ".5s",
                "1.s",
                "1.5m",
                "1e3s",
                "876000h1s",
                "5M"
            })
    void whatMeansNoTimeIsNone(String text) {
        assertThat(TimeText.read(text)).isEmpty();
    }

    @Test
    void theLongestTimeIsRead() {
        assertThat(TimeText.read("876000h")).hasValue(Budget.FOREVER);
    }

    @Test
    void everyTimeReadsBack() {
        RandomGenerator random = new Seed(1).random();
        for (int i = 0; i < 1000; i++) {
            long nanos = random.nextBoolean() ? random.nextInt(1_000_000_000) : 0;
            Duration time = Duration.ofSeconds(random.nextLong(Budget.FOREVER.toSeconds()), nanos)
                    .plusNanos(1);
            assertThat(TimeText.read(TimeText.write(time))).hasValue(time);
        }
    }
}
