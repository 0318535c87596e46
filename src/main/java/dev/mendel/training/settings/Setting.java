package dev.mendel.training.settings;

import dev.mendel.space.Value;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.Loss;
import dev.mendel.training.network.Schedule;
import dev.mendel.training.network.Sharing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A setting of pair networks, by the name that files use. Each can be fixed for all trials; most can be
/// hyperparameters instead.
@SuppressWarnings("ImmutableEnumChecker") // domains and values are records of immutable parts
public enum Setting {
    /// The number of pairs that the folds share; there are as many test pairs.
    PAIRS("pairs", Domain.wholeFrom(2), new Value.Whole(1000)),
    /// The number of folds.
    FOLDS("folds", Domain.wholeFrom(2), new Value.Whole(3)),
    /// The number of rounds of freshly drawn pairs in which a fixed system is trained.
    ROUNDS("rounds", Domain.wholeFrom(1), new Value.Whole(10)),
    /// The engine that computes the networks and their gradients.
    ENGINE("engine", Domain.words(Engine.class), new Value.Text("blocks")),
    /// Whether rounds are scored after every epoch, for curves.
    CURVES("curves", new Domain.Flags(), new Value.Flag(true)),
    /// Whether results say what training and answering took.
    TIMES("times", new Domain.Flags(), new Value.Flag(false)),
    /// The number of passes over the training pairs.
    EPOCHS("epochs", Domain.wholeFrom(1), new Value.Whole(25)),
    /// The number of pairs in a step.
    BATCH("batch", Domain.wholeFrom(1), new Value.Whole(100)),
    /// A system, by name: other settings in one.
    SYSTEM("system", new Domain.Words(List.of()), null),
    /// A tower, by name.
    TOWER("tower", new Domain.Words(List.of()), new Value.Text("reference")),
    /// The layers between each digit's features and the head, by name.
    PROJECTION("projection", new Domain.Words(List.of()), new Value.Text(Setting.NONE)),
    /// The layers between each digit's features and its classes, by name.
    CLASSIFIER("classifier", new Domain.Words(List.of()), new Value.Text(Setting.NONE)),
    /// One of the report's five models: sharing, head and auxiliary in one.
    MODEL("model", Domain.words(PairModel.class), null),
    /// The sharing of towers between the two images.
    SHARING("sharing", Domain.words(Sharing.class), new Value.Text("shared")),
    /// The head that compares.
    HEAD("head", Domain.words(HeadKind.class), new Value.Text("perceptron")),
    /// The hidden units of a perceptron head.
    HEAD_UNITS("head-units", Domain.wholeFrom(1), new Value.Whole(10)),
    /// Whether class losses take part.
    AUXILIARY("auxiliary", new Domain.Flags(), new Value.Flag(true)),
    /// The loss of the comparison.
    COMPARISON_LOSS("comparison-loss", Domain.words(Loss.class), new Value.Text("cross-entropy")),
    /// The loss of the digit classes.
    CLASS_LOSS("class-loss", Domain.words(Loss.class), new Value.Text("cross-entropy")),
    /// The optimizer.
    OPTIMIZER("optimizer", Domain.words(OptimizerKind.class), new Value.Text("adam")),
    /// The optimizer's learning rate.
    LEARNING_RATE("learning-rate", Domain.above(0), new Value.Real(1e-3)),
    /// The momentum of SGD.
    MOMENTUM("momentum", Domain.between(0, 1), new Value.Real(0)),
    /// The optimizer's weight decay; where none is given, 0.01 for AdamW and 0 for the others.
    WEIGHT_DECAY("weight-decay", Domain.from(0), null),
    /// How the learning rate changes over the training.
    SCHEDULE("schedule", Domain.words(Schedule.class), new Value.Text("constant")),
    /// The share of each truth that the losses of training spread evenly over all classes.
    LABEL_SMOOTHING("label-smoothing", Domain.between(0, 1), new Value.Real(0)),
    /// The most pixels by which training images are shifted along each axis.
    SHIFT("shift", Domain.between(0, 14), new Value.Real(0)),
    /// The most degrees by which training images are turned.
    ROTATION("rotation", Domain.between(0, 180), new Value.Real(0)),
    /// The largest share by which training images grow or shrink.
    SCALING("scaling", Domain.between(0, 1), new Value.Real(0)),
    /// The most pixels by which training images are bent.
    ELASTIC("elastic", Domain.between(0, 14), new Value.Real(0)),
    /// The weight of each class loss beside the comparison's.
    LAMBDA("lambda", Domain.from(0), new Value.Real(1));

    /// The name of no layers at all, which a projection or a classifier may have.
    public static final String NONE = "none";

    /// The settings that name layers; files may write the layers themselves.
    public static final List<Setting> OF_LAYERS = List.of(TOWER, PROJECTION, CLASSIFIER);

    /// The settings that a model fixes.
    static final List<Setting> PARTS_OF_MODEL = List.of(SHARING, HEAD, AUXILIARY);

    /// The settings that are the same for all trials of an experiment.
    static final List<Setting> OF_THE_EXPERIMENT = List.of(PAIRS, FOLDS, ROUNDS, ENGINE, CURVES, TIMES);

    private final String label;
    private final Domain domain;
    private final @Nullable Value defaultValue;

    Setting(String label, Domain domain, @Nullable Value defaultValue) {
        this.label = label;
        this.domain = domain;
        this.defaultValue = defaultValue;
    }

    /// The name that files use.
    public String label() {
        return label;
    }

    /// The setting of that name.
    public static Optional<Setting> find(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.label.equals(name))
                .findFirst();
    }

    /// All names, in order, joined by commas.
    public static String labels() {
        return String.join(", ", Arrays.stream(values()).map(Setting::label).toList());
    }

    Domain domain() {
        return domain;
    }

    Optional<Value> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }
}
