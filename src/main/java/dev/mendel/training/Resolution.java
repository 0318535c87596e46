package dev.mendel.training;

import dev.mendel.space.Configuration;
import java.util.Map;
import java.util.OptionalDouble;

/// Turns values by name into what they mean.
///
/// @param values of all settings that have one, and of whatever names the tower holds
/// @param towers by name
record Resolution(Configuration values, Map<String, TowerPattern> towers) {

    PairSettings settings() {
        return new PairSettings(
                whole(Setting.EPOCHS),
                whole(Setting.BATCH),
                network(),
                Word.parse(Loss.class, text(Setting.COMPARISON_LOSS)),
                Word.parse(Loss.class, text(Setting.CLASS_LOSS)),
                real(Setting.LAMBDA),
                optimizer());
    }

    int whole(Setting setting) {
        return Math.toIntExact(values.whole(setting.label()));
    }

    boolean flag(Setting setting) {
        return values.flag(setting.label());
    }

    TowerPattern pattern() {
        TowerPattern pattern = towers.get(text(Setting.TOWER));
        if (pattern == null) {
            throw new IllegalArgumentException(
                    "tower: " + text(Setting.TOWER) + " is not one of " + String.join(", ", towers.keySet()));
        }
        return pattern;
    }

    private Network network() {
        Tower tower = pattern().tower(values::find);
        if (values.has(Setting.MODEL.label())) {
            PairModel model = Word.parse(PairModel.class, text(Setting.MODEL));
            return new Network(tower, model.sharing(), head(model.head()), model.auxiliary());
        }
        return new Network(
                tower,
                Word.parse(Sharing.class, text(Setting.SHARING)),
                head(Word.parse(HeadKind.class, text(Setting.HEAD))),
                flag(Setting.AUXILIARY));
    }

    private Head head(HeadKind kind) {
        return kind.head(whole(Setting.HEAD_UNITS));
    }

    private Optimizer optimizer() {
        OptionalDouble weightDecay = values.has(Setting.WEIGHT_DECAY.label())
                ? OptionalDouble.of(real(Setting.WEIGHT_DECAY))
                : OptionalDouble.empty();
        return Word.parse(OptimizerKind.class, text(Setting.OPTIMIZER))
                .optimizer(real(Setting.LEARNING_RATE), real(Setting.MOMENTUM), weightDecay);
    }

    private String text(Setting setting) {
        return values.text(setting.label());
    }

    private double real(Setting setting) {
        return values.real(setting.label());
    }
}
