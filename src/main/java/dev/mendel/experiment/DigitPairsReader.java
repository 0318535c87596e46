package dev.mendel.experiment;

import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.Node;
import dev.mendel.space.Value;
import dev.mendel.training.FixedSettings;
import dev.mendel.training.Setting;
import dev.mendel.training.TowerPattern;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the objective `digit-pairs`: settings that are the same for all trials, and towers to choose from by
/// name.
final class DigitPairsReader {
    static final String TOWERS = "towers";
    static final String SYSTEMS = "systems";

    /// The name of a tower that is written out where it is used.
    static final String OWN_TOWER = "own";

    private static final String LAYERS = "a list of layers such as [conv 32 3x3, relu, pool 2, linear 10]";
    private static final List<String> SETTINGS =
            Arrays.stream(Setting.values()).map(Setting::label).toList();

    private FixedSettings settings = FixedSettings.DEFAULTS;

    private DigitPairsReader() {}

    /// The settings; empty where something is wrong with them, or with what they are to do with the space.
    static Optional<FixedSettings> read(Field field, Optional<DeclaredSpace> space) {
        Optional<Fields> fields = field.fields("settings such as {pairs: 1000}, or {} for the usual ones");
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        var reader = new DigitPairsReader();
        reader.settings(fields.get());
        space.ifPresent(known -> new DigitPairsCheck(field, reader.settings).check(known));
        return field.faults().concern(field.path()) ? Optional.empty() : Optional.of(reader.settings);
    }

    private void settings(Fields fields) {
        fields.only(Stream.concat(SETTINGS.stream(), Stream.of(TOWERS, SYSTEMS)).toList());
        fields.find(TOWERS)
                .flatMap(towers -> towers.members("a group of towers, each " + LAYERS))
                .orElse(List.of())
                .forEach(this::named);
        fields.find(SYSTEMS)
                .flatMap(systems -> systems.members("a group of systems, each a group of settings"))
                .orElse(List.of())
                .forEach(this::system);
        for (String name : SETTINGS) {
            fields.find(name).ifPresent(field -> setting(field, fields));
        }
        if (fields.sound("pairs", "folds") && settings.folds() > settings.pairs()) {
            fields.find("folds")
                    .or(() -> fields.find("pairs"))
                    .ifPresent(field -> field.fault(
                            settings.folds() + " folds cannot be dealt from " + settings.pairs() + " pairs"));
        }
    }

    private void named(Field tower) {
        String name = tower.name();
        if (settings.towers().containsKey(name)) {
            nameless(tower, "there is another tower of the name " + name);
        } else if (name.equals(OWN_TOWER)) {
            nameless(tower, "is how the tower is called that is written out under `tower`; take another name");
        } else if (!HyperparameterReader.NAME.matcher(name).matches()) {
            nameless(tower, "is no name for a tower: up to 64 letters, digits, - and _, a letter first");
        }
        tower(tower, name);
    }

    private void system(Field system) {
        String name = system.name();
        if (settings.towers().containsKey(name) || name.equals(OWN_TOWER)) {
            nameless(system, "is the name of a tower; take another one");
        } else if (!HyperparameterReader.NAME.matcher(name).matches()) {
            nameless(system, "is no name for a system: up to 64 letters, digits, - and _, a letter first");
        }
        var said = new LinkedHashMap<String, Value>();
        for (Field field :
                system.members("a group of settings such as {model: both}").orElse(List.of())) {
            if (field.name().equals(Setting.TOWER.label()) && field.node() instanceof Node.Sequence) {
                tower(field, name);
                said.put(field.name(), new Value.Text(name));
            } else {
                Values.any(field).ifPresent(value -> said.put(field.name(), value));
            }
        }
        if (!system.faults().concern(system.path())) {
            try {
                settings = settings.withSystem(name, said);
            } catch (IllegalArgumentException e) {
                system.fault(String.valueOf(e.getMessage()));
            }
        }
    }

    private static void nameless(Field tower, String message) {
        tower.faults().add(tower.key(), tower.path(), message);
    }

    private void setting(Field field, Fields fields) {
        boolean tower = field.name().equals(Setting.TOWER.label());
        if (tower && field.node() instanceof Node.Sequence) {
            tower(field, OWN_TOWER);
            if (settings.towers().containsKey(OWN_TOWER)) {
                settings = settings.with(field.name(), new Value.Text(OWN_TOWER));
            }
        } else if (!tower || fields.sound(TOWERS)) {
            Values.any(field).ifPresent(value -> with(field, value));
        }
    }

    private void with(Field field, Value value) {
        try {
            settings = settings.with(field.name(), value);
        } catch (IllegalArgumentException e) {
            field.fault(String.valueOf(e.getMessage()));
        }
    }

    private void tower(Field field, String name) {
        pattern(field).ifPresent(pattern -> settings = settings.withTower(name, pattern));
    }

    private static Optional<TowerPattern> pattern(Field field) {
        Optional<List<Field>> items = field.items(LAYERS);
        if (items.isPresent() && items.get().isEmpty()) {
            field.fault("is an empty list; a tower has at least one layer");
        }
        List<String> lines = items.orElse(List.of()).stream()
                .flatMap(item -> line(item).stream())
                .toList();
        return lines.isEmpty() || lines.size() < items.map(List::size).orElse(0)
                ? Optional.empty()
                : Optional.of(new TowerPattern(lines));
    }

    private static Optional<String> line(Field item) {
        Optional<String> text = item.text("a layer such as conv 32 3x3");
        try {
            text.map(List::of).ifPresent(TowerPattern::new);
            return text;
        } catch (IllegalArgumentException e) {
            item.fault(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
