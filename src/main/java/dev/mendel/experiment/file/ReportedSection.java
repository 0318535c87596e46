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
    private static final List<String> FIELDS =
            List.of("by", "name", "of", "own", "measure", "percent", "deviation", "parameters");
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
        Map<String, Value> of = values(fields.find("of"), space);
        Map<String, Value> own = values(fields.find("own"), space);
        Optional<Double> percent = fields.require("percent", "percent: 91.1").flatMap(ReportedSection::percent);
        Optional<Double> deviation = fields.find("deviation").flatMap(ReportedSection::percent);
        Optional<Long> parameters = fields.find("parameters").flatMap(field -> field.whole(0, Long.MAX_VALUE));
        String by = text(fields, "by", "who reported it, such as Deng & Li", "");
        String name = text(fields, "name", "the name of a system such as Siamese", "");
        String measure = text(fields, "measure", "a measure such as " + Reported.USUAL_MEASURE, Reported.USUAL_MEASURE);
        return percent.map(number -> new Reported(
                by,
                name,
                of,
                own,
                measure,
                number,
                deviation.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                parameters.map(OptionalLong::of).orElse(OptionalLong.empty())));
    }

    private static Map<String, Value> values(Optional<Field> field, Optional<DeclaredSpace> space) {
        var values = new LinkedHashMap<String, Value>();
        field.flatMap(group -> group.members("values such as {system: siamese}"))
                .orElse(List.of())
                .forEach(member -> space.ifPresentOrElse(
                        known -> values.putAll(ConfigurationsSection.values(List.of(member), known)),
                        () -> Values.any(member)));
        return values;
    }

    private static String text(Fields fields, String name, String allowed, String usual) {
        return fields.find(name).flatMap(field -> field.text(allowed)).orElse(usual);
    }

    private static Optional<Double> percent(Field field) {
        return field.number(number -> number >= 0 && number <= 100, "a number from 0 to 100");
    }

    /// A figure as the file writes it, by field.
    static Map<String, String> write(Reported figure) {
        var fields = new LinkedHashMap<String, String>();
        if (!figure.by().isEmpty()) {
            fields.put("by", PlainWord.write(figure.by()));
        }
        if (!figure.name().isEmpty()) {
            fields.put("name", PlainWord.write(figure.name()));
        }
        fields.put("of", Written.values(figure.of()));
        if (!figure.own().isEmpty()) {
            fields.put("own", Written.values(figure.own()));
        }
        fields.put("measure", PlainWord.write(figure.measure()));
        fields.put("percent", Written.number(figure.percent()));
        figure.deviation().ifPresent(deviation -> fields.put("deviation", Written.number(deviation)));
        figure.parameters().ifPresent(count -> fields.put("parameters", Long.toString(count)));
        return fields;
    }
}
