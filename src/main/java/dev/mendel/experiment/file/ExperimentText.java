package dev.mendel.experiment.file;

import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.Reported;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.PlainWord;
import dev.mendel.external.CommandSettings;
import dev.mendel.external.JavaSettings;
import dev.mendel.search.Budget;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.space.Categorical;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Ordered;
import dev.mendel.space.Range;
import dev.mendel.space.Scale;
import dev.mendel.space.Value;
import dev.mendel.training.settings.DigitPairsSettings;
import dev.mendel.training.settings.Setting;
import dev.mendel.training.settings.TowerPattern;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes experiments as files.
public final class ExperimentText {
    private ExperimentText() {}

    public static String of(Experiment experiment) {
        var out = new StringBuilder("# as Mendel read it; what digit-pairs leaves out is as usual\n");
        line(out, "experiment", PlainWord.write(experiment.name()));
        if (!experiment.description().isEmpty()) {
            line(out, "description", PlainWord.write(experiment.description()));
        }
        line(out, "objective", "");
        switch (experiment.objective()) {
            case ObjectiveSettings.DigitPairs(var settings) -> line(out, "  digit-pairs", group(digitPairs(settings)));
            case ObjectiveSettings.Command command ->
                command(command).forEach((key, value) -> line(out, "  " + key, value));
            case ObjectiveSettings.Java java -> java(java).forEach((key, value) -> line(out, "  " + key, value));
        }
        line(out, "space", "");
        for (Hyperparameter hyperparameter : experiment.space().hyperparameters()) {
            line(out, "  " + hyperparameter.name(), group(hyperparameter(hyperparameter)));
        }
        if (!experiment.initial().isEmpty()) {
            line(out, "initial", "");
            experiment
                    .initial()
                    .forEach(values ->
                            out.append("  - ").append(group(words(values))).append('\n'));
        }
        if (!experiment.configurations().isEmpty()) {
            line(out, "configurations", "");
            experiment
                    .configurations()
                    .forEach(each -> out.append("  - ")
                            .append(group(words(each.values())))
                            .append('\n'));
        }
        if (!experiment.reported().isEmpty()) {
            line(out, "reported", "");
            experiment
                    .reported()
                    .forEach(figure ->
                            out.append("  - ").append(group(reported(figure))).append('\n'));
        }
        line(out, "evolution", group(evolution(experiment.evolution())));
        line(out, "budget", group(budget(experiment.budget())));
        line(out, "seed", Long.toString(experiment.seed().value()));
        return out.toString();
    }

    /// A line of the file; with nothing behind the colon it begins a section.
    private static void line(StringBuilder out, String key, String value) {
        out.append(key).append(value.isEmpty() ? ":" : ": ").append(value).append('\n');
    }

    private static String group(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static Map<String, String> words(Map<String, Value> values) {
        var words = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> words.put(name, word(value)));
        return words;
    }

    private static Map<String, String> hyperparameter(Hyperparameter hyperparameter) {
        var fields = new LinkedHashMap<String, String>();
        switch (hyperparameter) {
            case Categorical h -> {
                fields.put("choices", list(h.values()));
                if (!h.equivalent().isEmpty()) {
                    fields.put(
                            "equivalent",
                            h.equivalent().stream()
                                    .map(ExperimentText::list)
                                    .collect(Collectors.joining(", ", "[", "]")));
                }
            }
            case Ordered h -> fields.put("ordered", list(h.values()));
            case Range h -> {
                fields.put(h.takesReals() ? "real" : "integer", list(List.of(h.lowest(), h.highest())));
                range(h.scale(), h.gridded(), fields);
            }
        }
        hyperparameter.defaultValue().ifPresent(value -> fields.put("default", word(value)));
        if (!hyperparameter.condition().all().isEmpty()) {
            var when = new LinkedHashMap<String, String>();
            hyperparameter
                    .condition()
                    .all()
                    .forEach(requirement -> when.put(requirement.name(), list(requirement.allowed())));
            fields.put("when", group(when));
        }
        return fields;
    }

    private static void range(Scale scale, @Nullable List<Value> grid, Map<String, String> fields) {
        fields.put("scale", Field.written(scale));
        if (grid != null) {
            fields.put("grid", list(grid));
        }
    }

    private static Map<String, String> command(ObjectiveSettings.Command objective) {
        CommandSettings settings = objective.settings();
        var fields = new LinkedHashMap<String, String>();
        fields.put(CommandReader.COMMAND, words(settings.command()));
        fields.put(CommandReader.DIRECTION, Field.written(objective.direction()));
        fields.put(CommandReader.REPEATS, Integer.toString(settings.repeats()));
        fields.put(CommandReader.DIRECTORY, PlainWord.write(settings.directory().toString()));
        fields.put(CommandReader.PROCESSES, Field.written(settings.processes()));
        settings.timeout().ifPresent(limit -> fields.put(CommandReader.TIMEOUT, TimeText.write(limit)));
        settings.value().ifPresent(name -> fields.put(CommandReader.VALUE, PlainWord.write(name)));
        return fields;
    }

    private static Map<String, String> java(ObjectiveSettings.Java objective) {
        JavaSettings settings = objective.settings();
        var fields = new LinkedHashMap<String, String>();
        fields.put(JavaReader.JAVA, PlainWord.write(settings.type()));
        fields.put(
                JavaReader.JAR,
                words(settings.jars().stream().map(Path::toString).toList()));
        if (!settings.settings().values().isEmpty()) {
            var said = new LinkedHashMap<String, String>();
            settings.settings().values().forEach((name, value) -> said.put(PlainWord.write(name), word(value)));
            fields.put(JavaReader.SETTINGS, group(said));
        }
        fields.put(CommandReader.DIRECTION, Field.written(objective.direction()));
        fields.put(CommandReader.REPEATS, Integer.toString(settings.repeats()));
        return fields;
    }

    private static String words(List<String> words) {
        return words.stream().map(PlainWord::write).collect(Collectors.joining(", ", "[", "]"));
    }

    private static Map<String, String> digitPairs(DigitPairsSettings settings) {
        var fields = new LinkedHashMap<String, String>();
        var towers = new LinkedHashMap<String, String>();
        settings.towers().forEach((name, tower) -> {
            if (!DigitPairsSettings.DEFAULTS.towers().containsKey(name)
                    && !DigitPairsReader.isOwnName(name, settings)) {
                towers.put(PlainWord.write(name), lines(tower));
            }
        });
        if (!towers.isEmpty()) {
            fields.put(DigitPairsReader.TOWERS, group(towers));
        }
        if (!settings.systems().isEmpty()) {
            var systems = new LinkedHashMap<String, String>();
            settings.systems()
                    .forEach((name, said) -> systems.put(PlainWord.write(name), group(settings(settings, said))));
            fields.put(DigitPairsReader.SYSTEMS, group(systems));
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
                fields.put(setting.label(), own == null ? word(value) : lines(own));
            }
        }
        return fields;
    }

    /// The layers that are written out where they are used; null for those with a name of their own.
    private static @Nullable TowerPattern ownLayers(DigitPairsSettings settings, Value name) {
        return name instanceof Value.Text(String text) && DigitPairsReader.isOwnName(text, settings)
                ? settings.towers().get(text)
                : null;
    }

    private static String lines(TowerPattern tower) {
        return list(tower.lines().stream().<Value>map(Value.Text::new).toList());
    }

    private static Map<String, String> reported(Reported figure) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("of", group(words(figure.of())));
        fields.put("measure", PlainWord.write(figure.measure()));
        fields.put("percent", number(figure.percent()));
        figure.deviation().ifPresent(deviation -> fields.put("deviation", number(deviation)));
        figure.parameters().ifPresent(count -> fields.put("parameters", Long.toString(count)));
        return fields;
    }

    /// Settings of an evolution as a file writes them, by name.
    public static Map<String, String> evolution(EvolutionSettings settings) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("population", Integer.toString(settings.population()));
        fields.put("children", Integer.toString(settings.children()));
        fields.put("elite", Integer.toString(settings.elite()));
        fields.put("tournament", Integer.toString(settings.tournament()));
        fields.put("crossover", number(settings.crossover()));
        fields.put("mutations", Integer.toString(settings.mutations()));
        fields.put("step", number(settings.step()));
        fields.put("reset", number(settings.reset()));
        fields.put("duplicates", Field.written(settings.duplicates()));
        var diversity = new LinkedHashMap<String, String>();
        diversity.put("individuality", number(settings.diversity().weight()));
        diversity.put("scaling", Field.written(settings.diversity().scaling()));
        diversity.put("sharing", number(settings.diversity().radius()));
        fields.put("diversity", group(diversity));
        var screening = new LinkedHashMap<String, String>();
        screening.put("candidates", Integer.toString(settings.screening().candidates()));
        screening.put("newcomers", number(settings.screening().newcomers()));
        screening.put("trials", Integer.toString(settings.screening().trials()));
        screening.put("acquisition", Field.written(settings.screening().acquisition()));
        fields.put("screening", group(screening));
        return fields;
    }

    private static Map<String, String> budget(Budget budget) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("generations", limit(budget.generations()));
        fields.put("trials", limit(budget.trials()));
        fields.put(
                "time", budget.time().equals(Budget.FOREVER) ? BudgetReader.UNLIMITED : TimeText.write(budget.time()));
        return fields;
    }

    private static String limit(long limit) {
        return limit == Budget.UNLIMITED ? BudgetReader.UNLIMITED : Long.toString(limit);
    }

    private static String number(double number) {
        return word(new Value.Real(number));
    }

    static String list(List<Value> values) {
        return values.stream().map(ExperimentText::word).collect(Collectors.joining(", ", "[", "]"));
    }

    static String word(Value value) {
        return value instanceof Value.Text(String text) ? PlainWord.write(text) : value.toString();
    }
}
