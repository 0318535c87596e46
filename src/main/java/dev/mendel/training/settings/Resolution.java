package dev.mendel.training.settings;

import dev.mendel.space.Configuration;
import dev.mendel.training.network.Augmentation;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.Head;
import dev.mendel.training.network.Loss;
import dev.mendel.training.network.Named;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.Optimizer;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Regime;
import dev.mendel.training.network.Schedule;
import dev.mendel.training.network.Sharing;
import dev.mendel.training.network.Tower;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Turns values by name into their meaning.
///
/// @param values of all settings that have one, and of whatever names the layers hold
/// @param towers layers by name
record Resolution(Configuration values, Map<String, TowerPattern> towers) {

    PairSettings settings() {
        return new PairSettings(
                engine(),
                whole(Setting.EPOCHS),
                whole(Setting.BATCH),
                network(),
                Named.parse(Loss.class, text(Setting.COMPARISON_LOSS)),
                Named.parse(Loss.class, text(Setting.CLASS_LOSS)),
                real(Setting.LAMBDA),
                optimizer(),
                regime());
    }

    private Regime regime() {
        return new Regime(
                Named.parse(Schedule.class, text(Setting.SCHEDULE)),
                real(Setting.LABEL_SMOOTHING),
                new Augmentation(
                        real(Setting.SHIFT), real(Setting.ROTATION), real(Setting.SCALING), real(Setting.ELASTIC)));
    }

    Engine engine() {
        return Named.parse(Engine.class, text(Setting.ENGINE));
    }

    int whole(Setting setting) {
        return Math.toIntExact(values.whole(setting.label()));
    }

    boolean flag(Setting setting) {
        return values.flag(setting.label());
    }

    /// The layers that settings name.
    List<TowerPattern> patterns() {
        return Setting.OF_LAYERS.stream()
                .flatMap(setting -> pattern(setting).stream())
                .toList();
    }

    private Optional<TowerPattern> pattern(Setting setting) {
        String name = text(setting);
        if (setting != Setting.TOWER && name.equals(Setting.NONE)) {
            return Optional.empty();
        }
        TowerPattern pattern = towers.get(name);
        if (pattern == null) {
            throw new IllegalArgumentException(
                    setting.label() + ": " + name + " is not one of " + String.join(", ", towers.keySet()));
        }
        return Optional.of(pattern);
    }

    private Network network() {
        if (values.has(Setting.MODEL.label())) {
            PairModel model = Named.parse(PairModel.class, text(Setting.MODEL));
            return network(model.sharing(), head(model.head()), model.auxiliary());
        }
        return network(
                Named.parse(Sharing.class, text(Setting.SHARING)),
                head(Named.parse(HeadKind.class, text(Setting.HEAD))),
                flag(Setting.AUXILIARY));
    }

    /// Parts that would learn nothing are left out: a classifier without class losses, a projection without a
    /// head.
    private Network network(Sharing sharing, Head head, boolean auxiliary) {
        return new Network(
                layers(Setting.TOWER),
                head instanceof Head.LessOrEqual ? Tower.NONE : layers(Setting.PROJECTION),
                auxiliary ? layers(Setting.CLASSIFIER) : Tower.NONE,
                sharing,
                head,
                auxiliary);
    }

    private Tower layers(Setting setting) {
        return pattern(setting).map(pattern -> pattern.tower(values::find)).orElse(Tower.NONE);
    }

    private Head head(HeadKind kind) {
        return kind.head(whole(Setting.HEAD_UNITS));
    }

    private Optimizer optimizer() {
        OptionalDouble weightDecay = values.has(Setting.WEIGHT_DECAY.label())
                ? OptionalDouble.of(real(Setting.WEIGHT_DECAY))
                : OptionalDouble.empty();
        return Named.parse(OptimizerKind.class, text(Setting.OPTIMIZER))
                .optimizer(real(Setting.LEARNING_RATE), real(Setting.MOMENTUM), weightDecay);
    }

    private String text(Setting setting) {
        return values.text(setting.label());
    }

    private double real(Setting setting) {
        return values.real(setting.label());
    }
}
