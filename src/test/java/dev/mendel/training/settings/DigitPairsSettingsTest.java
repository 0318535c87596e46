package dev.mendel.training.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendel.space.Categorical;
import dev.mendel.space.Configuration;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.Value;
import dev.mendel.training.Examples;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.Head;
import dev.mendel.training.network.Loss;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.Optimizer;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Sharing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FixedSettingsTest {
    private static final DigitPairsSettings DEFAULTS = DigitPairsSettings.DEFAULTS;

    @Nested
    class Resolving {
        @Test
        void nothingSaidIsTheReferenceTraining() {
            PairSettings settings = DEFAULTS.resolve(new Configuration(Map.of()));
            assertThat(settings)
                    .isEqualTo(new PairSettings(
                            Engine.BLOCKS,
                            25,
                            100,
                            new Network(
                                    Examples.tower(NamedTowers.REFERENCE.lines().toArray(String[]::new)),
                                    Sharing.SHARED,
                                    new Head.Perceptron(10),
                                    true),
                            Loss.CROSS_ENTROPY,
                            Loss.CROSS_ENTROPY,
                            1,
                            new Optimizer.Adam(1e-3, 0)));
            assertThat(DEFAULTS.pairs()).isEqualTo(1000);
            assertThat(DEFAULTS.folds()).isEqualTo(3);
        }

        @Test
        void theConfigurationGoesBeforeWhatWasSaid() {
            DigitPairsSettings said =
                    DEFAULTS.with("epochs", new Value.Whole(3)).with("batch", new Value.Whole(50));
            PairSettings settings = said.resolve(new Configuration(Map.of("epochs", new Value.Whole(7))));
            assertThat(settings.epochs()).isEqualTo(7);
            assertThat(settings.batch()).isEqualTo(50);
        }

        @Test
        void aModelFixesSharingHeadAndAuxiliary() {
            assertThat(model("naive"))
                    .returns(Sharing.SEPARATE, Network::sharing)
                    .returns(new Head.LessOrEqual(), Network::head)
                    .returns(true, Network::auxiliary);
            assertThat(model("sharing"))
                    .returns(Sharing.SHARED, Network::sharing)
                    .returns(new Head.Perceptron(10), Network::head)
                    .returns(false, Network::auxiliary);
            assertThat(model("auxiliary"))
                    .returns(Sharing.SEPARATE, Network::sharing)
                    .returns(true, Network::auxiliary);
            assertThat(model("neither"))
                    .returns(Sharing.SEPARATE, Network::sharing)
                    .returns(false, Network::auxiliary);
            assertThat(model("both")).returns(Sharing.SHARED, Network::sharing).returns(true, Network::auxiliary);
        }

        @Test
        void weightDecayIsPyTorchsWhereNoneIsSaid() {
            assertThat(optimizer(Map.of("optimizer", new Value.Text("adamw"))))
                    .isEqualTo(new Optimizer.AdamW(1e-3, 0.01));
            assertThat(optimizer(Map.of("optimizer", new Value.Text("adagrad"))))
                    .isEqualTo(new Optimizer.Adagrad(1e-3, 0));
            assertThat(optimizer(Map.of(
                            "optimizer", new Value.Text("sgd"),
                            "momentum", new Value.Real(0.9),
                            "weight-decay", new Value.Real(0.1),
                            "learning-rate", new Value.Whole(1))))
                    .isEqualTo(new Optimizer.Sgd(1, 0.9, 0.1));
        }

        @Test
        void aTowerIsFilledFromTheConfiguration() {
            DigitPairsSettings said = DEFAULTS.withTower(
                            "mine", TowerPattern.of("linear {units}", "batch-norm if {normalised}", "linear 10"))
                    .with("tower", new Value.Text("mine"));
            var configuration =
                    new Configuration(Map.of("units", new Value.Whole(7), "normalised", new Value.Flag(false)));
            assertThat(said.resolve(configuration).network().tower())
                    .isEqualTo(Examples.tower("linear 7", "linear 10"));
        }

        private static Network model(String word) {
            return DEFAULTS.resolve(new Configuration(Map.of("model", new Value.Text(word))))
                    .network();
        }

        private static Optimizer optimizer(Map<String, Value> values) {
            return DEFAULTS.resolve(new Configuration(values)).optimizer();
        }
    }

    @Nested
    class Faults {
        @Test
        void whatIsSaidIsCheckedAtOnce() {
            assertThatThrownBy(() -> DEFAULTS.with("epoch", new Value.Whole(3)))
                    .hasMessageStartingWith(
                            "no such setting; known are pairs, folds, rounds, engine, curves, times, epochs, batch, system, tower,");
            assertThatThrownBy(() -> DEFAULTS.with("engine", new Value.Text("torch")))
                    .hasMessage("torch is not one of blocks, pytorch");
            assertThatThrownBy(() -> DEFAULTS.with("batch", new Value.Whole(0)))
                    .hasMessage("0 is not a whole number from 1");
            assertThatThrownBy(() -> DEFAULTS.with("tower", new Value.Text("tall")))
                    .hasMessage("tall is not one of reference, small, mentha, deng-li, papadopoulos, kim, kim-deeper");
        }

        @Test
        void aHyperparameterMustBeKnownAndInItsDomain() {
            assertThat(DEFAULTS.fault(Categorical.of("optimiser", new Value.Text("sgd"))))
                    .hasValueSatisfying(fault -> assertThat(fault).startsWith("no such setting; known are pairs,"));
            assertThat(DEFAULTS.fault(Categorical.of("optimizer", new Value.Text("sgd"), new Value.Text("rmsprop"))))
                    .contains("rmsprop is not one of sgd, adam, adamw, adagrad");
            assertThat(DEFAULTS.fault(RealRange.of("optimizer", 0, 1, Scale.LINEAR)))
                    .contains("a range of numbers cannot stand here; list choices, each one of sgd, adam, adamw,"
                            + " adagrad");
            assertThat(DEFAULTS.fault(RealRange.of("lambda", -0.5, 1, Scale.LINEAR)))
                    .contains("-0.5 is not a number >= 0.0");
            assertThat(DEFAULTS.fault(RealRange.of("learning-rate", 0, 1, Scale.LINEAR)))
                    .contains("0.0 is not a number > 0.0");
            assertThat(DEFAULTS.fault(RealRange.of("momentum", 0, 1, Scale.LINEAR)))
                    .contains("1.0 is not a number from 0.0 to less than 1.0");
            assertThat(DEFAULTS.fault(IntegerRange.of("batch", 0, 10, Scale.LINEAR)))
                    .contains("0 is not a whole number from 1");
            assertThat(DEFAULTS.fault(RealRange.of("batch", 1, 10, Scale.LINEAR)))
                    .contains("a range of real numbers cannot stand here; it takes a whole number from 1");
            assertThat(DEFAULTS.fault(IntegerRange.of("folds", 2, 10, Scale.LINEAR)))
                    .contains("the same for all trials; fix it under the objective instead");
            assertThat(DEFAULTS.fault(Categorical.of("learning-rate", new Value.Whole(1), new Value.Real(0.1))))
                    .isEmpty();
        }

        @Test
        void aNameInATowerIsAHyperparameterTooAndItsValuesMustFit() {
            DigitPairsSettings said = DEFAULTS.withTower("mine", TowerPattern.of("conv {channels} 3x3", "dropout {p}"));
            assertThat(said.fault(IntegerRange.of("channels", 1, 64, Scale.LOG)))
                    .isEmpty();
            assertThat(said.fault(IntegerRange.of("channels", 0, 64, Scale.LINEAR)))
                    .contains("\"conv 0 3x3\": channels is a whole number from 1, found: 0");
            assertThat(said.fault(RealRange.of("p", 0, 1, Scale.LINEAR)))
                    .contains("\"dropout 1.0\": a dropout probability is from 0 to less than 1, found: 1.0");
        }

        @Test
        void namesThatContradictOrLackAreAConflict() {
            assertThat(DEFAULTS.conflict(List.of("model", "auxiliary")))
                    .contains("model fixes sharing, head and auxiliary; auxiliary cannot stand beside it");
            assertThat(DEFAULTS.with("head", new Value.Text("linear")).conflict(List.of("model")))
                    .contains("model fixes sharing, head and auxiliary; head cannot stand beside it");
            DigitPairsSettings said = DEFAULTS.withTower("mine", TowerPattern.of("linear {units}"))
                    .with("tower", new Value.Text("mine"));
            assertThat(said.conflict(List.of("lambda")))
                    .contains("the layers name {units}, which is no hyperparameter");
            assertThat(said.conflict(List.of("units"))).isEmpty();
            assertThat(DEFAULTS.conflict(List.of("model", "lambda"))).isEmpty();
        }
    }
}
