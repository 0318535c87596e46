package dev.mendel.experiment.file;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mendel.experiment.yaml.Faults;
import dev.mendel.experiment.yaml.Place;
import dev.mendel.experiment.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The schema that editors hold experiment files against.
final class ExperimentSchema {
    static final Path FILE = Path.of("experiments/experiment.schema.json");

    private final Schema schema;

    private ExperimentSchema(Schema schema) {
        this.schema = schema;
    }

    static ExperimentSchema load() throws IOException {
        return new ExperimentSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON));
    }

    /// What an editor would underline in a YAML text.
    List<String> faults(String yaml) {
        String json = JsonText.of(YamlReader.read(yaml, new Place.InFile("text"), "", new Faults()));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
