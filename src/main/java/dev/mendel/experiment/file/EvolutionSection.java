package dev.mendel.experiment.file;

import dev.mendel.experiment.file.space.Written;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.Node;
import dev.mendel.search.genetic.EvolutionSettings;
import dev.mendel.search.genetic.EvolutionSettings.Diversity;
import dev.mendel.search.genetic.EvolutionSettings.Duplicates;
import dev.mendel.search.genetic.EvolutionSettings.Scaling;
import dev.mendel.search.genetic.EvolutionSettings.Screening;
import dev.mendel.search.surrogate.Acquisition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the section `evolution`: the name of an evolution, or fields of which those left out are as in the
/// default.
final class EvolutionSection {
    private static final List<String> FIELDS = List.of(
            "population",
            "children",
            "elite",
            "tournament",
            "crossover",
            "mutations",
            "step",
            "reset",
            "duplicates",
            "diversity",
            "screening");
    private static final EvolutionSettings USUAL = EvolutionSettings.defaults();

    /// More individuals, rivals or mutations than anybody can want are taken for a typing error.
    private static final int MOST = 100_000;

    /// The model's work grows with the number of evaluations that it learns from.
    private static final int MOST_SCREENED = 10_000;

    private static final int MOST_NEAR = 1000;

    /// Stored texts tell every setting.
    private static final Pattern WITHOUT_NEAR =
            Pattern.compile("(?m)^evolution: .*\\bscreening: \\{(?![^}]*\\bnear: )");

    private EvolutionSection() {}

    /// The settings; the default where something is wrong with them.
    static EvolutionSettings read(Field field) {
        String allowed = "one of default, mentha, or fields such as population";
        if (field.node() instanceof Node.Scalar) {
            return field.text(allowed)
                    .flatMap(name -> named(name, field, allowed))
                    .orElse(USUAL);
        }
        return field.fields(allowed)
                .flatMap(fields -> settings(fields.only(FIELDS)))
                .orElse(USUAL);
    }

    private static Optional<EvolutionSettings> named(String name, Field field, String allowed) {
        return switch (name) {
            case "default" -> Optional.of(USUAL);
            case "mentha" -> Optional.of(EvolutionSettings.mentha());
            default -> {
                field.refuse(allowed);
                yield Optional.empty();
            }
        };
    }

    private static Optional<EvolutionSettings> settings(Fields fields) {
        int population = whole(fields, "population", 2, MOST, USUAL.population());
        int mostElite = fields.sound("population") ? population - 1 : MOST;
        int elite = whole(fields, "elite", 0, mostElite, USUAL.elite());
        int most = population - Math.max(elite, 1);
        int mostChildren = fields.sound("population", "elite") ? most : MOST;
        int children = whole(fields, "children", 1, mostChildren, Math.min(USUAL.children(), most));
        int tournament = whole(fields, "tournament", 1, MOST, USUAL.tournament());
        double crossover = share(fields, "crossover", USUAL.crossover());
        int mutations = whole(fields, "mutations", 0, MOST, USUAL.mutations());
        double step = fields.number("step", number -> number > 0, "a number above 0", USUAL.step());
        double reset = share(fields, "reset", USUAL.reset());
        Duplicates duplicates = fields.word("duplicates", Duplicates.class, USUAL.duplicates());
        Diversity diversity =
                fields.find("diversity").map(EvolutionSection::diversity).orElse(USUAL.diversity());
        Screening screening =
                fields.find("screening").map(EvolutionSection::screening).orElse(USUAL.screening());
        return fields.sound(FIELDS.toArray(String[]::new))
                ? Optional.of(new EvolutionSettings(
                        population,
                        children,
                        elite,
                        tournament,
                        crossover,
                        mutations,
                        step,
                        reset,
                        duplicates,
                        diversity,
                        screening))
                : Optional.empty();
    }

    private static Diversity diversity(Field field) {
        return field.fields("fields such as {individuality: 0.75}")
                .map(fields -> fields.only(List.of("individuality", "scaling", "sharing")))
                .map(fields -> new Diversity(
                        fields.number(
                                "individuality",
                                number -> number >= 0,
                                "a number from 0",
                                USUAL.diversity().weight()),
                        fields.word("scaling", Scaling.class, USUAL.diversity().scaling()),
                        share(fields, "sharing", USUAL.diversity().radius())))
                .orElse(USUAL.diversity());
    }

    private static Screening screening(Field field) {
        return field.fields("fields such as {candidates: 32}")
                .map(fields -> fields.only(List.of("candidates", "newcomers", "trials", "acquisition", "near")))
                .map(fields -> new Screening(
                        whole(fields, "candidates", 1, MOST, USUAL.screening().candidates()),
                        fields.number(
                                "newcomers",
                                number -> number >= 0 && number < 1,
                                "a number from 0 to below 1",
                                USUAL.screening().newcomers()),
                        whole(
                                fields,
                                "trials",
                                0,
                                MOST_SCREENED,
                                USUAL.screening().trials()),
                        fields.word(
                                "acquisition",
                                Acquisition.class,
                                USUAL.screening().acquisition()),
                        whole(fields, "near", 0, MOST_NEAR, USUAL.screening().near())))
                .orElse(USUAL.screening());
    }

    private static int whole(Fields fields, String name, int low, int high, int otherwise) {
        return (int) fields.whole(name, low, high, otherwise);
    }

    private static double share(Fields fields, String name, double otherwise) {
        return fields.number(name, number -> number >= 0 && number <= 1, "a number from 0 to 1", otherwise);
    }

    /// What the text of a stored run means by not saying it: one that was stored before there was `near` goes
    /// on without it.
    static List<String> older(String text) {
        return WITHOUT_NEAR.matcher(text).find() ? List.of("evolution.screening.near=0") : List.of();
    }

    /// Settings of an evolution as a file writes them, by name.
    static Map<String, String> write(EvolutionSettings settings) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("population", Integer.toString(settings.population()));
        fields.put("children", Integer.toString(settings.children()));
        fields.put("elite", Integer.toString(settings.elite()));
        fields.put("tournament", Integer.toString(settings.tournament()));
        fields.put("crossover", Written.number(settings.crossover()));
        fields.put("mutations", Integer.toString(settings.mutations()));
        fields.put("step", Written.number(settings.step()));
        fields.put("reset", Written.number(settings.reset()));
        fields.put("duplicates", Field.written(settings.duplicates()));
        var diversity = new LinkedHashMap<String, String>();
        diversity.put("individuality", Written.number(settings.diversity().weight()));
        diversity.put("scaling", Field.written(settings.diversity().scaling()));
        diversity.put("sharing", Written.number(settings.diversity().radius()));
        fields.put("diversity", Written.group(diversity));
        var screening = new LinkedHashMap<String, String>();
        screening.put("candidates", Integer.toString(settings.screening().candidates()));
        screening.put("newcomers", Written.number(settings.screening().newcomers()));
        screening.put("trials", Integer.toString(settings.screening().trials()));
        screening.put("acquisition", Field.written(settings.screening().acquisition()));
        screening.put("near", Integer.toString(settings.screening().near()));
        fields.put("screening", Written.group(screening));
        return fields;
    }
}
