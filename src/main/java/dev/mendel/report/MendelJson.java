package dev.mendel.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Mendel's JSON: records by the names of their components, values of hyperparameters as JSON's own, and null
/// for NaN and infinities, which JSON lacks. Thread-safe.
public final class MendelJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])([A-Z])");

    /// Who reads it.
    private enum Reader {
        /// Scripts, which use the components' names.
        PAGES,
        /// Programs: names with hyphens, and nothing where there is nothing to say.
        PROGRAMS
    }

    /// Makes what a record's component holds, a map's entries or a record's components, part of the object
    /// itself.
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Inline {}

    private final JsonGenerator out;
    private final Reader reader;

    private MendelJson(JsonGenerator out, Reader reader) {
        this.out = out;
        this.reader = reader;
    }

    /// As one line, the names as they stand in the records.
    public static String ofRecords(Object value) {
        return written(value, Reader.PAGES, false);
    }

    /// As one line for programs: `elapsed-seconds`, and no entry for null.
    public static String line(Object value) {
        return written(value, Reader.PROGRAMS, false);
    }

    /// The same on several lines.
    public static String lines(Object value) {
        return written(value, Reader.PROGRAMS, true);
    }

    private static String written(Object value, Reader reader, boolean pretty) {
        var text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            if (pretty) {
                out.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            new MendelJson(out, reader).write(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can't be written", e);
        }
        return text.toString();
    }

    private void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Double number -> number(number);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case BigInteger number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            case String text -> out.writeString(text);
            case Enum<?> constant -> out.writeString(constant.name());
            case Instant instant -> out.writeString(instant.toString());
            case Value.Text(String text) -> out.writeString(text);
            case Value.Whole(long number) -> out.writeNumber(number);
            case Value.Real(double number) -> number(number);
            case Value.Flag(boolean flag) -> out.writeBoolean(flag);
            case Configuration configuration -> write(configuration.values());
            case Map<?, ?> map -> {
                out.writeStartObject();
                entries(map);
                out.writeEndObject();
            }
            case Collection<?> list -> {
                out.writeStartArray();
                for (Object item : list) {
                    write(item);
                }
                out.writeEndArray();
            }
            case Record object -> {
                out.writeStartObject();
                components(object);
                out.writeEndObject();
            }
            default -> array(value);
        }
    }

    private void number(double number) throws IOException {
        if (Double.isFinite(number)) {
            out.writeNumber(number);
        } else {
            out.writeNull();
        }
    }

    private void array(Object array) throws IOException {
        if (!array.getClass().isArray()) {
            throw new IllegalArgumentException("no JSON can be made of " + array.getClass());
        }
        out.writeStartArray();
        for (int i = 0; i < Array.getLength(array); i++) {
            write(Array.get(array, i));
        }
        out.writeEndArray();
    }

    private void entries(Map<?, ?> map) throws IOException {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            entry(String.valueOf(entry.getKey()), entry.getValue());
        }
    }

    /// The components in their order.
    private void components(Record object) throws IOException {
        for (RecordComponent component : object.getClass().getRecordComponents()) {
            Object value = read(component, object);
            if (component.getAccessor().isAnnotationPresent(Inline.class)) {
                inline(value);
            } else {
                entry(name(component.getName()), value);
            }
        }
    }

    private void inline(Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> entries(map);
            case Record object -> components(object);
            default -> throw new IllegalArgumentException("no part of an object: " + value.getClass());
        }
    }

    private void entry(String name, @Nullable Object value) throws IOException {
        if (value != null || reader == Reader.PAGES) {
            out.writeFieldName(name);
            write(value);
        }
    }

    private String name(String component) {
        return reader == Reader.PAGES
                ? component
                : CAPITAL.matcher(component).replaceAll("-$1").toLowerCase(Locale.ROOT);
    }

    private static Object read(RecordComponent component, Record object) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component can't be read: " + component, e);
        }
    }
}
