package dev.mendel.run;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.space.Choice;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.NetworkTable;
import dev.mendel.training.network.PairSettings;
import dev.mendel.training.network.Regime;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The networks of an experiment as tables: one for each way that its choices of system, layers, model and
/// parts of it can go together under the rules; all else is at its default, or drawn once.
public final class NetworkTables {
    private static final List<Setting> DECISIVE = List.of(
            Setting.SYSTEM,
            Setting.TOWER,
            Setting.PROJECTION,
            Setting.CLASSIFIER,
            Setting.MODEL,
            Setting.SHARING,
            Setting.HEAD,
            Setting.AUXILIARY);

    private NetworkTables() {}

    /// The lines of all tables. Equal networks are told once.
    public static List<String> of(Experiment experiment) {
        if (!(experiment.objective() instanceof ObjectiveSettings.DigitPairs(DigitPairsSettings settings))) {
            return List.of("no networks: the objective is not digit-pairs");
        }
        var lines = new ArrayList<String>();
        var seen = new HashSet<Network>();
        for (Configuration configuration : configurations(experiment)) {
            try {
                PairSettings resolved = settings.resolve(configuration);
                Network network = resolved.network();
                if (seen.add(network)) {
                    lines.add(configuration.toString());
                    NetworkTable.of(network).forEach(line -> lines.add("  " + line));
                    if (!resolved.regime().equals(Regime.PLAIN)) {
                        lines.add("  trained with "
                                + String.join(", ", resolved.regime().parts()));
                    }
                    lines.add("");
                }
            } catch (IllegalArgumentException e) {
                lines.add(configuration.toString());
                lines.add("  no network: " + e.getMessage());
                lines.add("");
            }
        }
        return lines;
    }

    private static List<Configuration> configurations(Experiment experiment) {
        SearchSpace space = experiment.space();
        List<Map<String, Value>> all = List.of(Map.of());
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            boolean decisive = Setting.find(hyperparameter.name())
                    .filter(DECISIVE::contains)
                    .isPresent();
            if (decisive && hyperparameter instanceof Choice choice) {
                all = all.stream()
                        .flatMap(given -> choice.values().stream().map(value -> and(given, choice.name(), value)))
                        .toList();
            }
        }
        return all.stream()
                .filter(given -> space.fault(given, experiment.seed().random()).isEmpty())
                .map(given ->
                        space.canonical(space.complete(given, experiment.seed().random())))
                .distinct()
                .toList();
    }

    private static Map<String, Value> and(Map<String, Value> given, String name, Value value) {
        var more = new LinkedHashMap<>(given);
        more.put(name, value);
        return more;
    }
}
