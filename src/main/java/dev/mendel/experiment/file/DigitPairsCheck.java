package dev.mendel.experiment.file;

import dev.mendel.experiment.file.space.DeclaredSpace;
import dev.mendel.experiment.file.space.DeclaredSpace.Declaration;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Nearest;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.Setting;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds the objective `digit-pairs` and a search space against each other.
///
/// @param field the objective's
/// @param settings the settings that could be read
record DigitPairsCheck(Field field, DigitPairsSettings settings) {
    /// The number of configurations that are tried to find one that describes a network.
    private static final int TRIED = 100;

    /// Reports everything that does not fit.
    void check(DeclaredSpace space) {
        for (Declaration declaration : space.declarations()) {
            declaration.read().filter(this::canBeJudged).ifPresent(read -> check(declaration.field(), read));
        }
        if (field.faults().concern(field.path())) {
            return;
        }
        Optional<String> conflict = settings.conflict(space.names());
        conflict.ifPresent(field::fault);
        boolean wholly = space.declarations().stream()
                .allMatch(declaration -> declaration.read().isPresent()
                        && !field.faults().concern(declaration.field().path()));
        if (conflict.isEmpty() && wholly) {
            SearchSpace complete = space.complete();
            List<Map<String, Value>> systems = complete.find(Setting.SYSTEM.label())
                    .map(system -> system.grid().stream()
                            .map(name -> Map.of(system.name(), name))
                            .toList())
                    .orElse(List.of(Map.of()));
            systems.forEach(system -> checkNetworks(complete, system));
        }
    }

    /// If layers have faults, the hyperparameters that they might name and the names of layers can't be judged.
    private boolean canBeJudged(Hyperparameter hyperparameter) {
        boolean plain = Setting.find(hyperparameter.name())
                .filter(setting -> !Setting.OF_LAYERS.contains(setting))
                .isPresent();
        return plain
                || Stream.concat(
                                Setting.OF_LAYERS.stream().map(Setting::label),
                                Stream.of(DigitPairsSection.TOWERS, DigitPairsSection.SYSTEMS))
                        .noneMatch(name -> field.faults().concern(field.path() + "." + name));
    }

    private void check(Field declared, Hyperparameter hyperparameter) {
        settings.fault(hyperparameter)
                .ifPresent(fault -> declared.faults()
                        .add(declared.key(), declared.path(), fault + question(hyperparameter.name())));
    }

    /// A suggestion for an unknown name.
    private String question(String name) {
        var known = new ArrayList<>(
                Arrays.stream(Setting.values()).map(Setting::label).toList());
        settings.towers().values().forEach(tower -> known.addAll(tower.names()));
        return known.contains(name) ? "" : Nearest.question(name, known);
    }

    /// Some configurations of a space may describe no network, and fail when they are tried; if all seem to,
    /// the file is wrong.
    ///
    /// @param system the system whose networks are looked at, where there are several
    private void checkNetworks(SearchSpace space, Map<String, Value> system) {
        var random = new Seed(0).random();
        Optional<String> first = Optional.empty();
        for (int i = 0; i < TRIED; i++) {
            Configuration configuration = space.canonical(given(space, system, random));
            Optional<String> fault = fault(configuration);
            if (fault.isEmpty()) {
                return;
            }
            first = first.or(() -> fault);
        }
        String which = system.values().stream()
                .map(name -> " of system " + name.display())
                .collect(Collectors.joining());
        first.ifPresent(
                fault -> field.fault("no configuration of the space" + which + " makes a network; for one, " + fault));
    }

    /// A choice of values drawn at random, but for those given.
    private static List<Value> given(SearchSpace space, Map<String, Value> given, RandomGenerator random) {
        var values = new ArrayList<>(space.sample(random));
        for (int i = 0; i < values.size(); i++) {
            values.set(i, given.getOrDefault(space.hyperparameters().get(i).name(), values.get(i)));
        }
        return values;
    }

    private Optional<String> fault(Configuration configuration) {
        try {
            settings.resolve(configuration);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
