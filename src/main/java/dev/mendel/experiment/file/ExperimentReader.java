package dev.mendel.experiment.file;

import dev.mendel.experiment.Enqueued;
import dev.mendel.experiment.Experiment;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.experiment.ObjectiveSettings;
import dev.mendel.experiment.Precautions;
import dev.mendel.experiment.Reported;
import dev.mendel.experiment.file.space.ConfigurationsSection;
import dev.mendel.experiment.file.space.DeclaredSpace;
import dev.mendel.experiment.file.space.RulesSection;
import dev.mendel.experiment.file.space.SpaceSection;
import dev.mendel.experiment.file.space.Values;
import dev.mendel.experiment.yaml.Faults;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.Literal;
import dev.mendel.experiment.yaml.Node;
import dev.mendel.experiment.yaml.Overrides;
import dev.mendel.experiment.yaml.Place;
import dev.mendel.experiment.yaml.YamlReader;
import dev.mendel.search.Budget;
import dev.mendel.search.Stopping;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.space.Configuration;
import dev.mendel.space.Rules;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.trial.Goals;
import dev.mendel.trial.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads experiment files.
///
/// ```yaml
/// experiment: quickstart
/// objective:
///   digit-pairs: {pairs: 300}
/// space:
///   optimizer: {choices: [sgd, adam]}
/// ```
final class ExperimentReader {
    private static final List<String> SECTIONS = List.of(
            "experiment",
            "description",
            "objective",
            "space",
            "forbidden",
            "where",
            "initial",
            "enqueued",
            "configurations",
            "reported",
            "evolution",
            "budget",
            "stopping",
            GoalsSection.OBJECTIVES,
            GoalsSection.CONSTRAINTS,
            "failures",
            "seed");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
    private static final Seed USUAL_SEED = new Seed(1);

    private final Faults faults = new Faults();
    private final Folders folders;

    private ExperimentReader(Folders folders) {
        this.folders = folders;
    }

    /// The experiment in a text.
    ///
    /// @param file the text's name in messages
    /// @throws ExperimentException as for [ExperimentFile#read]
    static Experiment parse(String file, String text, List<String> settings, Folders folders)
            throws ExperimentException {
        var reader = new ExperimentReader(folders);
        Node root = YamlReader.read(text, new Place.InFile(file), "", reader.faults);
        Optional<Experiment> experiment = reader.experiment(Overrides.apply(root, settings, reader.faults))
                .map(read -> read.withText(text));
        if (!reader.faults.isEmpty()) {
            throw new ExperimentException(reader.faults.inOrder());
        }
        return experiment.orElseThrow(() -> new IllegalStateException("no experiment, and nothing wrong"));
    }

    private Optional<Experiment> experiment(Node root) {
        if (root instanceof Node.Scalar scalar && Literal.of(scalar) instanceof Literal.Nothing) {
            faults.add(root.place(), "is empty; an experiment file begins with `experiment: NAME`");
            return Optional.empty();
        }
        return Field.root(root, faults)
                .fields("an experiment: fields such as `experiment: quickstart`")
                .flatMap(fields -> experiment(fields.only(SECTIONS)));
    }

    private Optional<Experiment> experiment(Fields fields) {
        Optional<String> name =
                fields.require("experiment", "experiment: quickstart").flatMap(ExperimentReader::name);
        String description =
                fields.find("description").flatMap(ExperimentReader::line).orElse("");
        Optional<Field> told = fields.require("objective", "objective: {digit-pairs: {pairs: 1000}}");
        Optional<DeclaredSpace> space = fields.require("space", "space: {optimizer: {choices: [sgd, adam]}}")
                .flatMap(SpaceSection::read);
        Rules rules = RulesSection.read(fields.find("forbidden"), fields.find("where"), space);
        GoalsSection goals = GoalsSection.read(fields);
        Optional<ObjectiveSettings> objective = told.flatMap(
                field -> ObjectiveSection.read(field, space, folders).map(read -> goals.answering(read, field)));
        List<Map<String, Value>> initial = fields.find("initial")
                .map(field -> ConfigurationsSection.read(field, space))
                .orElse(List.of());
        List<Enqueued> enqueued = fields.find("enqueued")
                .map(field -> EnqueuedSection.read(field, space))
                .orElse(List.of());
        List<Configuration> configurations = configurations(fields, space);
        List<Reported> reported = fields.find("reported")
                .map(field -> ReportedSection.read(field, space))
                .orElse(List.of());
        EvolutionSettings evolution =
                fields.find("evolution").map(EvolutionSection::read).orElseGet(EvolutionSettings::defaults);
        checkRoom(fields, initial.size(), evolution.population());
        FailuresSection failures = FailuresSection.read(fields.find("failures"));
        Budget budget = BudgetSection.read(fields.find("budget")).withFailures(failures.stopAfter());
        Stopping stopping = StoppingSection.read(fields.find("stopping"));
        Goals judged = objective.map(goals::of).orElse(Goals.NONE);
        checkGoals(fields, judged, evolution);
        checkChildren(fields, enqueued, stopping.on() ? evolution.racing() : evolution.children());
        Seed seed = fields.find("seed")
                .flatMap(field -> field.whole(Long.MIN_VALUE, Long.MAX_VALUE))
                .map(Seed::new)
                .orElse(USUAL_SEED);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        var ruled = new SearchSpace(space.orElseThrow().complete().hyperparameters(), rules);
        new RulesCheck(fields, ruled).check(initial, enqueued, configurations);
        return Optional.of(new Experiment(
                name.orElseThrow(),
                description,
                objective.orElseThrow(),
                ruled,
                initial,
                enqueued,
                configurations,
                reported,
                evolution,
                budget,
                stopping,
                judged,
                new Precautions(
                        failures.retry(),
                        told.filter(ObjectiveSection::isIsolated).isPresent()),
                seed,
                ""));
    }

    /// Configurations given whole: a value for every hyperparameter whose condition holds.
    private List<Configuration> configurations(Fields fields, Optional<DeclaredSpace> space) {
        List<Map<String, Value>> given = fields.find("configurations")
                .map(field -> ConfigurationsSection.read(field, space))
                .orElse(List.of());
        if (!faults.isEmpty() || space.isEmpty()) {
            return List.of();
        }
        var configurations = new ArrayList<Configuration>();
        SearchSpace complete = space.get().complete();
        for (Map<String, Value> values : given) {
            Configuration configuration = complete.canonical(complete.complete(values, USUAL_SEED.random()));
            List<String> missing = configuration.values().keySet().stream()
                    .filter(name -> !values.containsKey(name)
                            && complete.find(name).orElseThrow().defaultValue().isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                fields.find("configurations")
                        .ifPresent(field -> field.fault(
                                "a configuration says nothing of " + missing.getFirst() + ", which has no default"));
            }
            configurations.add(configuration);
        }
        return configurations;
    }

    private static Optional<String> name(Field field) {
        String allowed = "a name: up to 64 letters, digits and -, not beginning with -";
        Optional<String> text = field.text(allowed);
        if (text.isPresent() && !NAME.matcher(text.get()).matches()) {
            field.refuse(allowed);
            return Optional.empty();
        }
        return text;
    }

    private static Optional<String> line(Field field) {
        Optional<String> line =
                field.text("a sentence").map(text -> text.strip().replaceAll("\\s+", " "));
        if (line.isPresent() && !Values.isWritten(line.get())) {
            field.fault("a sentence has no control characters");
        }
        return line;
    }

    private static void checkChildren(Fields fields, List<Enqueued> enqueued, int children) {
        Map<Integer, Long> counts =
                enqueued.stream().collect(Collectors.groupingBy(Enqueued::generation, Collectors.counting()));
        counts.forEach((generation, count) -> {
            if (count > children && fields.sound("enqueued", "evolution")) {
                fields.find("enqueued")
                        .ifPresent(field -> field.fault(count + " configurations for generation " + generation
                                + ", which has room for " + children));
            }
        });
    }

    /// Scores alone tell what individuality is worth.
    private static void checkGoals(Fields fields, Goals goals, EvolutionSettings evolution) {
        if (goals.several() && !evolution.diversity().equals(EvolutionSettings.Diversity.NONE)) {
            fields.find("evolution")
                    .ifPresent(field -> field.fault("has individuality or sharing, which several objectives have not"));
        }
    }

    private static void checkRoom(Fields fields, int given, int population) {
        if (given > population && fields.sound("initial", "evolution")) {
            fields.find("initial")
                    .ifPresent(field -> field.fault(
                            given + " configurations are more than the population's " + population + " individuals"));
        }
    }
}
