package dev.mendel.model;

import dev.mendel.json.JsonTree;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import dev.mendel.training.network.Head;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Tower;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.Setting;
import dev.mendel.training.settings.TowerPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A network as `model.json` has it, with the words of experiment files.
///
/// @param projection absent where the head takes the tower's features themselves
/// @param classifier absent where the classes are the tower's features themselves
/// @param headUnits of a perceptron; absent for other heads
/// @param auxiliary whether class losses took part
/// @param classes whether the digits' classes were learnt, so that the network can name digits
record NetworkForm(
        List<String> tower,
        @Nullable List<String> projection,
        @Nullable List<String> classifier,
        String sharing,
        String head,
        @Nullable Integer headUnits,
        boolean auxiliary,
        boolean classes,
        String engine) {

    static NetworkForm of(PairSettings settings) {
        Network network = settings.network();
        Head head = network.head();
        return new NetworkForm(
                lines(network.tower()),
                linesOrNothing(network.projection()),
                linesOrNothing(network.classifier()),
                network.sharing().word(),
                switch (head) {
                    case Head.LessOrEqual _ -> "less-or-equal";
                    case Head.Linear _ -> "linear";
                    case Head.Perceptron _ -> "perceptron";
                },
                head instanceof Head.Perceptron(int hidden) ? hidden : null,
                network.auxiliary(),
                network.auxiliary() && (settings.lambda() > 0 || head instanceof Head.LessOrEqual),
                settings.engine().word());
    }

    /// The network in a file.
    ///
    /// @throws IllegalArgumentException if something is missing or of another kind
    static NetworkForm of(JsonTree json) {
        JsonTree units = json.path("head-units");
        return new NetworkForm(
                lines(json, "tower"),
                !json.path("projection").isMissing() ? lines(json, "projection") : null,
                !json.path("classifier").isMissing() ? lines(json, "classifier") : null,
                required(json, "sharing", JsonTree::isText, "a word").text(),
                required(json, "head", JsonTree::isText, "a word").text(),
                units.isLong() ? (Integer) Math.toIntExact(units.whole()) : null,
                required(json, "auxiliary", JsonTree::isFlag, "true or false").flag(),
                required(json, "classes", JsonTree::isFlag, "true or false").flag(),
                required(json, "engine", JsonTree::isText, "a word").text());
    }

    private static List<String> lines(JsonTree json, String name) {
        var lines = new ArrayList<String>();
        required(json, name, JsonTree::isList, "a list of layers")
                .items()
                .forEach(line -> lines.add(line.isText() ? line.text() : line.toString()));
        return lines;
    }

    private static JsonTree required(JsonTree json, String name, Predicate<JsonTree> holds, String allowed) {
        JsonTree found = json.path(name);
        if (!holds.test(found)) {
            String shown = found.isMissing() ? "is missing" : "is " + found;
            throw new IllegalArgumentException(name + " " + shown + "; allowed is " + allowed);
        }
        return found;
    }

    /// The settings of a training that makes such a network; those that do not shape it are as usual.
    ///
    /// @throws IllegalArgumentException if there is no such network: which part, what was found, what is
    ///     allowed
    PairSettings settings() {
        DigitPairsSettings settings = DigitPairsSettings.DEFAULTS;
        settings = layers(settings, Setting.TOWER, tower);
        settings = layers(settings, Setting.PROJECTION, projection);
        settings = layers(settings, Setting.CLASSIFIER, classifier);
        settings = text(settings, Setting.SHARING, sharing);
        settings = text(settings, Setting.HEAD, head);
        settings = text(settings, Setting.ENGINE, engine);
        settings = with(settings, Setting.AUXILIARY, new Value.Flag(auxiliary));
        if (headUnits != null) {
            settings = with(settings, Setting.HEAD_UNITS, new Value.Whole(headUnits));
        }
        return settings.resolve(new Configuration(Map.of()));
    }

    private static DigitPairsSettings layers(
            DigitPairsSettings settings, Setting setting, @Nullable List<String> lines) {
        if (lines == null) {
            return settings;
        }
        String name = "the model's " + setting.label();
        try {
            return text(settings.withTower(name, new TowerPattern(lines)), setting, name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting.label() + ": " + e.getMessage(), e);
        }
    }

    private static DigitPairsSettings text(DigitPairsSettings settings, Setting setting, String value) {
        return with(settings, setting, new Value.Text(value));
    }

    private static DigitPairsSettings with(DigitPairsSettings settings, Setting setting, Value value) {
        try {
            return settings.with(setting.label(), value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting.label() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable List<String> linesOrNothing(Tower tower) {
        return tower.layers().isEmpty() ? null : lines(tower);
    }

    /// Files write powers of ten with a small e.
    private static List<String> lines(Tower tower) {
        return tower.layers().stream()
                .map(layer -> layer.toString().replace('E', 'e'))
                .toList();
    }
}
