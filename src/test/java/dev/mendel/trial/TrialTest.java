package dev.mendel.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final Configuration X1 = new Configuration(Map.of("x", new Value.Whole(1)));
    private static final Configuration X2 = new Configuration(Map.of("x", new Value.Whole(2)));

    private static Seed seed(long id, Configuration configuration, long experiment) {
        return Trial.of(new TrialId(id), configuration, new Seed(experiment)).seed();
    }

    @Nested
    class Seeds {
        @Test
        void deriveFromTheExperimentAndTheConfigurationAsEverywhere() {
            assertThat(seed(3, X1, -7)).isEqualTo(new Seed(-761934836457104232L));
        }

        @Test
        void areTheSameWhateverTheNumber() {
            assertThat(seed(1, X1, 1)).isEqualTo(seed(99, X1, 1));
        }

        @Test
        void differWithConfigurationAndExperiment() {
            assertThat(seed(1, X1, 1)).isNotEqualTo(seed(1, X2, 1)).isNotEqualTo(seed(1, X1, 2));
        }
    }

    @Nested
    class Numbers {
        @Test
        void beginAtOne() {
            assertThat(new TrialId(1)).hasToString("1");
            assertThatThrownBy(() -> new TrialId(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("trials are numbered from 1, found: 0");
        }

        @Test
        void areOrdered() {
            assertThat(new TrialId(2)).isLessThan(new TrialId(10));
        }
    }
}
