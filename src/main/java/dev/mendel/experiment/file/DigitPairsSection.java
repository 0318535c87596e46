package dev.mendel.experiment.file;

import dev.mendel.experiment.file.space.DeclaredSpace;
import dev.mendel.experiment.file.space.HyperparameterSection;
import dev.mendel.experiment.file.space.Values;
import dev.mendel.experiment.file.space.Written;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.Node;
import dev.mendel.experiment.yaml.PlainWord;
import dev.mendel.space.Value;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.Setting;
import dev.mendel.training.settings.TowerPattern;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the objective `digit-pairs`: settings that are the same for all trials, and towers and systems to choose
/// from by name.
final class DigitPairsSection {
    static final String TOWERS = "towers";
    static final String SYSTEMS = "systems";

    /// The name of a tower that is written out where it is used.
    private static final String OWN = "own";

    private static final String LAYERS = "a list of layers such as [conv 32 3x3, relu, pool 2, linear 10]";
    private static final List<String> SETTINGS =
            Arrays.stream(Setting.values()).map(Setting::label).toList();

    private DigitPairsSettings settings = DigitPairsSettings.DEFAULTS;

    private DigitPairsSection() {}

    /// The settings; empty if they have faults, or do not fit the space.
    static Optional<DigitPairsSettings> read(Field field, Optional<DeclaredSpace> space) {
        Optional<Fields> fields = field.fields("settings such as {pairs: 1000}, or {} for the defaults");
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        var reader = new DigitPairsSection();
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
        if (fields.sound("pairs", "folds") && 2L * settings.folds() > settings.pairs()) {
            fields.find("folds")
                    .or(() -> fields.find("pairs"))
                    .ifPresent(field -> field.fault(settings.folds() + " folds need two pairs each, and there are "
                            + settings.pairs() + " pairs"));
        }
    }

    private void named(Field tower) {
        String name = tower.name();
        if (settings.towers().containsKey(name)) {
            nameless(tower, "there is another tower of the name " + name);
        } else if (name.equals(Setting.NONE)) {
            nameless(tower, "is how no layers at all are called; take another name");
        } else if (name.equals(OWN)) {
            nameless(tower, "is how the tower is called that is written out under `tower`; take another name");
        } else if (!HyperparameterSection.NAME.matcher(name).matches()) {
            nameless(tower, "is no name for a tower: up to 64 letters, digits, ., - and _, a letter first");
        }
        layers(tower, name);
    }

    private void system(Field system) {
        String name = system.name();
        if (settings.towers().containsKey(name) || name.equals(OWN)) {
            nameless(system, "is the name of a tower; take another one");
        } else if (!HyperparameterSection.NAME.matcher(name).matches()) {
            nameless(system, "is no name for a system: up to 64 letters, digits, ., - and _, a letter first");
        }
        var said = new LinkedHashMap<String, Value>();
        for (Field field :
                system.members("a group of settings such as {model: both}").orElse(List.of())) {
            if (writtenOut(field)) {
                String own = ownName(field.name(), name);
                layers(field, own);
                said.put(field.name(), new Value.Text(own));
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
        if (writtenOut(field)) {
            String own = ownName(field.name(), OWN);
            layers(field, own);
            if (settings.towers().containsKey(own)) {
                settings = settings.with(field.name(), new Value.Text(own));
            }
        } else if (!namesLayers(field) || fields.sound(TOWERS)) {
            Values.any(field).ifPresent(value -> with(field, value));
        }
    }

    private static boolean namesLayers(Field field) {
        return Setting.OF_LAYERS.stream().anyMatch(setting -> setting.label().equals(field.name()));
    }

    private static boolean writtenOut(Field field) {
        return namesLayers(field) && field.node() instanceof Node.Sequence;
    }

    /// The name of layers that are written out where they are used: a tower is called as its system, or `own`; the
    /// others have a name that no file can give.
    private static String ownName(String setting, String system) {
        return setting.equals(Setting.TOWER.label()) ? system : system + " " + setting;
    }

    /// Whether layers of a name are written out where they are used.
    static boolean isOwnName(String name, DigitPairsSettings settings) {
        return name.equals(OWN) || name.contains(" ") || settings.systems().containsKey(name);
    }

    private void with(Field field, Value value) {
        try {
            settings = settings.with(field.name(), value);
        } catch (IllegalArgumentException e) {
            field.fault(String.valueOf(e.getMessage()));
        }
    }

    private void layers(Field field, String name) {
        pattern(field).ifPresent(pattern -> settings = settings.withTower(name, pattern));
    }

    private static Optional<TowerPattern> pattern(Field field) {
        Optional<List<Field>> items = field.items(LAYERS);
        if (items.isPresent() && items.get().isEmpty()) {
            boolean branch = namesLayers(field) && !field.name().equals(Setting.TOWER.label());
            field.fault("is an empty list; "
                    + (branch ? "write none, or at least one layer" : "a tower has at least one layer"));
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

    /// The settings as the file writes them, by field; defaults are left out.
    static Map<String, String> write(DigitPairsSettings settings) {
        var fields = new LinkedHashMap<String, String>();
        var towers = new LinkedHashMap<String, String>();
        settings.towers().forEach((name, tower) -> {
            if (!DigitPairsSettings.DEFAULTS.towers().containsKey(name) && !isOwnName(name, settings)) {
                towers.put(PlainWord.write(name), lines(tower));
            }
        });
        if (!towers.isEmpty()) {
            fields.put(TOWERS, Written.group(towers));
        }
        if (!settings.systems().isEmpty()) {
            var systems = new LinkedHashMap<String, String>();
            settings.systems()
                    .forEach((name, said) ->
                            systems.put(PlainWord.write(name), Written.group(settings(settings, said))));
            fields.put(SYSTEMS, Written.group(systems));
        }
        fields.putAll(settings(settings, settings.values()));
        return fields;
    }

    private static Map<String, String> settings(DigitPairsSettings settings, Map<Setting, Value> said) {
        var fields = new LinkedHashMap<String, String>();
        for (Setting setting : Setting.values()) {
            Value value = said.get(setting);
            if (value != null) {
                TowerPattern own = Setting.OF_LAYERS.contains(setting) ? ownLayers(settings, value) : null;
                fields.put(setting.label(), own == null ? Written.word(value) : lines(own));
            }
        }
        return fields;
    }

    /// The layers that are written out where they are used; null for those with a name of their own.
    private static @Nullable TowerPattern ownLayers(DigitPairsSettings settings, Value name) {
        return name instanceof Value.Text(String text) && isOwnName(text, settings)
                ? settings.towers().get(text)
                : null;
    }

    private static String lines(TowerPattern tower) {
        return Written.list(tower.lines().stream().<Value>map(Value.Text::new).toList());
    }
}
