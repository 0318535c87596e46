package dev.mendel.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import java.io.IOException;
import java.time.Instant;

/// Mendel's JSON: records by the names of their components, values of hyperparameters as JSON's own, and null
/// for NaN and infinities, which JSON lacks. Thread-safe.
public final class MendelJson {
    /// For pages, whose scripts use the components' names.
    private static final ObjectMapper PAGES = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(Double.class, new Finite())
                    .addSerializer(Double.TYPE, new Finite())
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Value.class, new Plain())
                    .addSerializer(Configuration.class, new ByName()));

    /// For programs: names with hyphens, and nothing where there is nothing to say.
    private static final ObjectMapper PROGRAMS = PAGES.copy()
            .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private MendelJson() {}

    /// As one line, the names as they stand in the records.
    public static String ofRecords(Object value) {
        return written(PAGES, value, false);
    }

    /// As one line for programs: `elapsed-seconds`, and no entry for null.
    public static String line(Object value) {
        return written(PROGRAMS, value, false);
    }

    /// The same on several lines.
    public static String lines(Object value) {
        return written(PROGRAMS, value, true);
    }

    private static String written(ObjectMapper mapper, Object value, boolean pretty) {
        try {
            return pretty
                    ? mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value)
                    : mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + value.getClass(), e);
        }
    }

    private static final class Finite extends JsonSerializer<Double> {
        @Override
        public void serialize(Double number, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(number)) {
                json.writeNumber(number);
            } else {
                json.writeNull();
            }
        }
    }

    private static final class Plain extends JsonSerializer<Value> {
        @Override
        public void serialize(Value value, JsonGenerator json, SerializerProvider provider) throws IOException {
            switch (value) {
                case Value.Text(String text) -> json.writeString(text);
                case Value.Whole(long number) -> json.writeNumber(number);
                case Value.Real(double number) -> json.writeNumber(number);
                case Value.Flag(boolean flag) -> json.writeBoolean(flag);
            }
        }
    }

    private static final class ByName extends JsonSerializer<Configuration> {
        @Override
        public void serialize(Configuration configuration, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            provider.defaultSerializeValue(configuration.values(), json);
        }
    }
}
