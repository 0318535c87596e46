package dev.mendel.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value of JSON, or none: what is looked for and not there. Immutable.
///
/// @param content a map by name, a list, a text, a number or a boolean; null for JSON's null and for none
/// @param isMissing whether there is none
public record JsonTree(@Nullable Object content, boolean isMissing) {
    private static final JsonFactory STRICT = new JsonFactory();

    /// Python writes NaN and Infinity.
    private static final JsonFactory LENIENT = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final JsonTree NONE = new JsonTree(null, true);

    /// The value that a text is, and nothing else.
    ///
    /// @throws JsonProcessingException if it is no JSON, or goes on after it
    public static JsonTree parse(String text) throws JsonProcessingException {
        return parse(STRICT, text);
    }

    /// Likewise; numbers may be `NaN`, `Infinity` and `-Infinity`.
    public static JsonTree parseLenient(String text) throws JsonProcessingException {
        return parse(LENIENT, text);
    }

    private static JsonTree parse(JsonFactory factory, String text) throws JsonProcessingException {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                return NONE;
            }
            JsonTree tree = value(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "goes on after its end");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can't be read", e);
        }
    }

    private static JsonTree value(JsonParser parser) throws IOException {
        return new JsonTree(
                switch (parser.currentToken()) {
                    case START_OBJECT -> members(parser);
                    case START_ARRAY -> items(parser);
                    case VALUE_STRING -> parser.getText();
                    case VALUE_NUMBER_INT -> whole(parser);
                    case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    default -> null;
                },
                false);
    }

    private static Number whole(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Number) parser.getLongValue();
    }

    private static Map<String, JsonTree> members(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, JsonTree>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<JsonTree> items(JsonParser parser) throws IOException {
        var items = new ArrayList<JsonTree>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }

    /// The member of that name; none in anything that has no such member.
    public JsonTree path(String name) {
        return members().getOrDefault(name, NONE);
    }

    /// The member of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public JsonTree required(String name) {
        JsonTree member = path(name);
        if (member.isMissing()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return member;
    }

    /// The members by name, in their order; none of anything but an object.
    @SuppressWarnings("unchecked")
    public Map<String, JsonTree> members() {
        return content instanceof Map<?, ?> members ? (Map<String, JsonTree>) members : Map.of();
    }

    /// The items of a list; none of anything else.
    @SuppressWarnings("unchecked")
    public List<JsonTree> items() {
        return content instanceof List<?> items ? (List<JsonTree>) items : List.of();
    }

    public boolean isObject() {
        return content instanceof Map;
    }

    public boolean isList() {
        return content instanceof List;
    }

    public boolean isText() {
        return content instanceof String;
    }

    public boolean isFlag() {
        return content instanceof Boolean;
    }

    public boolean isNull() {
        return content == null && !isMissing;
    }

    public boolean isNumber() {
        return content instanceof Number;
    }

    /// Whether it is a number that was written without fraction and exponent.
    public boolean isWhole() {
        return content instanceof Long || content instanceof BigInteger;
    }

    /// Whether it is such a number, and [#whole] is all of it.
    public boolean isLong() {
        return content instanceof Long;
    }

    /// The text as it is, or any other value as JSON writes it; empty for lists, objects and none.
    public String text() {
        return switch (content) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null -> isMissing ? "" : "null";
            default -> "";
        };
    }

    /// The number as it is nearest; 0 for anything else.
    public double number() {
        return content instanceof Number number ? number.doubleValue() : 0;
    }

    /// The number without its fraction; 0 for anything else.
    public long whole() {
        return content instanceof Number number ? number.longValue() : 0;
    }

    /// Whether it is true; false for anything else.
    public boolean flag() {
        return Boolean.TRUE.equals(content);
    }

    /// As JSON shows it, for people.
    @Override
    public String toString() {
        return content instanceof String text
                ? '"' + text + '"'
                : content instanceof Map || content instanceof List ? String.valueOf(content) : text();
    }
}
