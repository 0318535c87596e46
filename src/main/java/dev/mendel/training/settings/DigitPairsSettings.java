package dev.mendel.training.settings;

import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Value;
import dev.mendel.training.network.Engine;
import dev.mendel.training.network.PairSettings;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The settings of an experiment's pair networks that are the same for all trials. The rest comes from each
/// trial's configuration, whose values go before those said here, and from defaults. Immutable.
///
/// @param values the given values, each in its setting's domain
/// @param towers the layers known by name, be they used as tower, projection or classifier; those that Mendel
///     brings come first
/// @param systems the systems known by name: their settings go before `values`
public record DigitPairsSettings(
        Map<Setting, Value> values,
        SequencedMap<String, TowerPattern> towers,
        SequencedMap<String, Map<Setting, Value>> systems) {
    /// Nothing said yet.
    public static final DigitPairsSettings DEFAULTS =
            new DigitPairsSettings(Map.of(), NamedTowers.all(), new LinkedHashMap<>());

    private static final String NOTHING = "nothing";

    public DigitPairsSettings {
        values = Map.copyOf(values);
        systems = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(systems));
        towers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(towers));
    }

    /// These settings and one more.
    ///
    /// @throws IllegalArgumentException if there is no such setting, or it cannot take the value: what was
    ///     found, what is allowed
    public DigitPairsSettings with(String name, Value value) {
        var more = new LinkedHashMap<>(values);
        more.put(checked(name, value), value);
        return new DigitPairsSettings(more, towers, systems);
    }

    /// These settings, with one more system known by name.
    ///
    /// @param settings its settings, by name
    /// @throws IllegalArgumentException if there is no such setting, it cannot take the value, or it cannot
    ///     differ between systems
    public DigitPairsSettings withSystem(String name, Map<String, Value> settings) {
        var said = new LinkedHashMap<Setting, Value>();
        settings.forEach((setting, value) -> said.put(ofASystem(setting, value), value));
        var more = new LinkedHashMap<>(systems);
        more.put(name, said);
        return new DigitPairsSettings(values, towers, more);
    }

    private Setting ofASystem(String name, Value value) {
        Setting setting;
        try {
            setting = checked(name, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
        if (Setting.OF_THE_EXPERIMENT.contains(setting) || setting == Setting.SYSTEM) {
            throw new IllegalArgumentException(name + ": is the same for all systems; say it outside of them");
        }
        return setting;
    }

    private Setting checked(String name, Value value) {
        Setting setting = Setting.find(name)
                .orElseThrow(() -> new IllegalArgumentException("no such setting; known are " + Setting.labels()));
        domain(setting).fault(value).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return setting;
    }

    /// These settings, with one more tower known by name.
    public DigitPairsSettings withTower(String name, TowerPattern tower) {
        var more = new LinkedHashMap<>(towers);
        more.put(name, tower);
        return new DigitPairsSettings(values, more, systems);
    }

    /// The number of pairs for the folds, and the number for the test.
    public int pairs() {
        return said().whole(Setting.PAIRS);
    }

    /// The number of folds into which the pairs are dealt.
    public int folds() {
        return said().whole(Setting.FOLDS);
    }

    /// The number of rounds in which a fixed system is trained.
    public int rounds() {
        return said().whole(Setting.ROUNDS);
    }

    /// The number of epochs of a training, where its configuration does not say another.
    public int epochs() {
        return said().whole(Setting.EPOCHS);
    }

    /// The engine that computes the networks.
    public Engine engine() {
        return said().engine();
    }

    /// Whether rounds are scored after every epoch.
    public boolean curves() {
        return said().flag(Setting.CURVES);
    }

    /// Whether results say what training and answering took.
    public boolean times() {
        return said().flag(Setting.TIMES);
    }

    /// The settings whose effective values differ, by name: `25 there, 10 here`. Defaults are filled in first,
    /// so that writing a default makes no difference.
    public Map<String, String> differences(DigitPairsSettings other) {
        Map<String, String> here = shown();
        Map<String, String> there = other.shown();
        var names = new LinkedHashSet<>(here.keySet());
        names.addAll(there.keySet());
        var differences = new LinkedHashMap<String, String>();
        for (String name : names) {
            String said = here.getOrDefault(name, NOTHING);
            String saidThere = there.getOrDefault(name, NOTHING);
            if (!said.equals(saidThere)) {
                differences.put(name, saidThere + " there, " + said + " here");
            }
        }
        return differences;
    }

    /// All that is said, and the usual where nothing is, by name.
    private Map<String, String> shown() {
        var shown = new LinkedHashMap<String, String>();
        for (Setting setting : Setting.values()) {
            Optional.ofNullable(values.get(setting))
                    .or(setting::defaultValue)
                    .ifPresent(value -> shown.put(setting.label(), value.display()));
        }
        towers.forEach((name, tower) -> shown.put("tower " + name, String.join(", ", tower.lines())));
        systems.forEach((name, said) -> shown.put("system " + name, new TreeMap<>(said).toString()));
        return shown;
    }

    /// The fault of a hyperparameter of an experiment on pair networks, if it has one; without its name.
    public Optional<String> fault(Hyperparameter hyperparameter) {
        Optional<Setting> setting = Setting.find(hyperparameter.name());
        if (setting.filter(Setting.OF_THE_EXPERIMENT::contains).isPresent()) {
            return Optional.of("the same for all trials; fix it under the objective instead");
        }
        return setting.isPresent() ? domain(setting.get()).fault(hyperparameter) : faultInTowers(hyperparameter);
    }

    /// The fault of the names of an experiment's hyperparameters taken together, if there is one: two that fix
    /// the same thing, or a name in layers that none of them has.
    public Optional<String> conflict(Collection<String> names) {
        boolean model = said(Setting.MODEL, names);
        for (Setting part : Setting.PARTS_OF_MODEL) {
            if (model && said(part, names)) {
                return Optional.of(
                        "model fixes sharing, head and auxiliary; " + part.label() + " cannot stand beside it");
            }
        }
        return layersInUse(names).stream()
                .flatMap(tower -> tower.names().stream())
                .filter(name -> !names.contains(name))
                .findFirst()
                .map(name -> "the layers name {" + name + "}, which is no hyperparameter");
    }

    /// The network and training that a configuration describes.
    ///
    /// @throws IllegalArgumentException if the parts of the network it describes do not fit together, or a
    ///     value is not in its setting's domain
    public PairSettings resolve(Configuration configuration) {
        configuration
                .values()
                .forEach((name, value) -> Setting.find(name)
                        .flatMap(setting -> domain(setting).fault(value))
                        .ifPresent(fault -> {
                            throw new IllegalArgumentException(name + ": " + fault);
                        }));
        return resolution(configuration.values()).settings();
    }

    private Resolution said() {
        return resolution(Map.of());
    }

    private Resolution resolution(Map<String, Value> chosen) {
        var all = new LinkedHashMap<String, Value>();
        for (Setting setting : Setting.values()) {
            setting.defaultValue().ifPresent(value -> all.put(setting.label(), value));
        }
        values.forEach((setting, value) -> all.put(setting.label(), value));
        Value system = chosen.getOrDefault(Setting.SYSTEM.label(), values.get(Setting.SYSTEM));
        if (system instanceof Value.Text(String name)) {
            systems.getOrDefault(name, Map.of()).forEach((setting, value) -> all.put(setting.label(), value));
        }
        all.putAll(chosen);
        return new Resolution(new Configuration(all), towers);
    }

    private Domain domain(Setting setting) {
        return switch (setting) {
            case TOWER -> new Domain.Words(List.copyOf(towers.keySet()));
            case PROJECTION, CLASSIFIER ->
                new Domain.Words(Stream.concat(Stream.of(Setting.NONE), towers.keySet().stream())
                        .toList());
            case SYSTEM -> new Domain.Words(List.copyOf(systems.keySet()));
            default -> setting.domain();
        };
    }

    private boolean said(Setting setting, Collection<String> names) {
        return values.containsKey(setting)
                || names.contains(setting.label())
                || systems.values().stream().anyMatch(system -> system.containsKey(setting));
    }

    private Collection<TowerPattern> layersInUse(Collection<String> names) {
        boolean several = said(Setting.SYSTEM, names)
                || Setting.OF_LAYERS.stream().anyMatch(setting -> names.contains(setting.label()));
        return several ? towers.values() : said().patterns();
    }

    private Optional<String> faultInTowers(Hyperparameter hyperparameter) {
        List<TowerPattern> users = towers.values().stream()
                .filter(tower -> tower.names().contains(hyperparameter.name()))
                .toList();
        if (users.isEmpty()) {
            return Optional.of("no such setting; known are " + Setting.labels());
        }
        return users.stream()
                .flatMap(tower -> hyperparameter.extremes().stream()
                        .flatMap(value -> tower.fault(hyperparameter.name(), value).stream()))
                .findFirst();
    }
}
