package dev.mendel.experiment.file;

import dev.mendel.experiment.Reported;
import dev.mendel.experiment.file.space.ConfigurationsSection;
import dev.mendel.experiment.file.space.DeclaredSpace;
import dev.mendel.experiment.file.space.Values;
import dev.mendel.experiment.file.space.Written;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.PlainWord;
import dev.mendel.space.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Reads the section `reported`: figures that others reported of the experiment's configurations.
final class ReportedSection {
    static final String USUAL_MEASURE = "comparison accuracy";

    private static final List<String> FIELDS = List.of("of", "measure", "percent", "deviation", "parameters");
    private static final String EXAMPLE = "a figure such as {of: {system: siamese}, percent: 91.1}";

    private ReportedSection() {}

    /// @param space empty where it could not be read
    static List<Reported> read(Field reported, Optional<DeclaredSpace> space) {
        return reported.items("a list, each " + EXAMPLE).orElse(List.of()).stream()
                .flatMap(item -> item.fields(EXAMPLE).stream())
                .flatMap(fields -> figure(fields.only(FIELDS), space).stream())
                .toList();
    }

    private static Optional<Reported> figure(Fields fields, Optional<DeclaredSpace> space) {
        var of = new LinkedHashMap<String, Value>();
        fields.find("of")
                .flatMap(field -> field.members("values such as {system: siamese}"))
                .orElse(List.of())
                .forEach(member -> space.ifPresentOrElse(
                        known -> of.putAll(ConfigurationsSection.values(List.of(member), known)),
                        () -> Values.any(member)));
        Optional<Double> percent = fields.require("percent", "percent: 91.1").flatMap(ReportedSection::percent);
        Optional<Double> deviation = fields.find("deviation").flatMap(ReportedSection::percent);
        Optional<Long> parameters = fields.find("parameters").flatMap(field -> field.whole(0, Long.MAX_VALUE));
        String measure = fields.find("measure")
                .flatMap(field -> field.text("a measure such as " + USUAL_MEASURE))
                .orElse(USUAL_MEASURE);
        return percent.map(number -> new Reported(
                of,
                measure,
                number,
                deviation.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                parameters.map(OptionalLong::of).orElse(OptionalLong.empty())));
    }

    private static Optional<Double> percent(Field field) {
        return field.number(number -> number >= 0 && number <= 100, "a number from 0 to 100");
    }

    /// A figure as the file writes it, by field.
    static Map<String, String> write(Reported figure) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("of", Written.values(figure.of()));
        fields.put("measure", PlainWord.write(figure.measure()));
        fields.put("percent", Written.number(figure.percent()));
        figure.deviation().ifPresent(deviation -> fields.put("deviation", Written.number(deviation)));
        figure.parameters().ifPresent(count -> fields.put("parameters", Long.toString(count)));
        return fields;
    }
}
