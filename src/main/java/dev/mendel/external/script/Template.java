package dev.mendel.external.script;

import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text with placeholders: `--lr={learning-rate}`. Immutable.
///
/// A placeholder is a name in braces. `{name?yes:no}` stands for one of two texts, by a value that is true or
/// false; `:no` may be missing. `{{name}}` is the text `{name}`, and what a shell writes as `${name}` stays as
/// it is, as does everything in braces that is no name.
public final class Template {
    private static final String NAME = "[A-Za-z][A-Za-z0-9._-]*";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?<literal>\\{" + NAME + "(?:\\?[^{}]*)?\\})\\}"
            + "|\\$\\{[^{}]*\\}"
            + "|\\{(?<name>" + NAME + ")(?<either>\\?(?<yes>[^{}:]*)(?::(?<no>[^{}]*))?)?\\}");
    private static final Pattern FLAG = Pattern.compile("--?[A-Za-z].*");

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /// A part of the text.
    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Placed(String name) implements Part {}

    private record Either(String name, String yes, String no) implements Part {}

    /// The template that a text is. Every text is one.
    public static Template of(String text) {
        var parts = new ArrayList<Part>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            parts.add(new Literal(text.substring(end, matcher.start())));
            parts.add(part(matcher));
            end = matcher.end();
        }
        parts.add(new Literal(text.substring(end)));
        return new Template(parts);
    }

    private static Part part(Matcher found) {
        @Nullable String literal = found.group("literal");
        @Nullable String name = found.group("name");
        if (name == null) {
            return new Literal(literal == null ? found.group() : literal);
        }
        if (found.group("either") == null) {
            return new Placed(name);
        }
        @Nullable String no = found.group("no");
        return new Either(name, found.group("yes"), no == null ? "" : no);
    }

    /// The names of its placeholders, in order.
    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        for (Part part : parts) {
            switch (part) {
                case Placed(String name) -> names.add(name);
                case Either(String name, String _, String _) -> names.add(name);
                case Literal _ -> {}
            }
        }
        return names;
    }

    /// The names of which it wants to know whether they are true.
    public Set<String> switches() {
        var names = new LinkedHashSet<String>();
        parts.forEach(part -> {
            if (part instanceof Either(String name, String _, String _)) {
                names.add(name);
            }
        });
        return names;
    }

    /// Whether one of its placeholders has no value.
    boolean isAbsent(Filling filling) {
        return names().stream().anyMatch(name -> filling.find(name).isEmpty());
    }

    /// Whether it is the name of an option: `-l` or `--layers`, without placeholders.
    boolean isFlag() {
        return names().isEmpty() && FLAG.matcher(literal()).matches();
    }

    /// The text with its values; empty where one of them is missing, or a placeholder of two texts leaves
    /// nothing.
    ///
    /// @throws IllegalArgumentException if it asks whether a value is true that is neither true nor false
    Optional<String> fill(Filling filling) {
        if (isAbsent(filling)) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Literal(String literal) -> literal;
                        case Placed(String name) ->
                            filling.find(name).orElseThrow().plain();
                        case Either(String name, String yes, String no) -> isTrue(name, filling) ? yes : no;
                    });
        }
        return text.isEmpty() && !switches().isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static boolean isTrue(String name, Filling filling) {
        Value value = filling.find(name).orElseThrow();
        if (value instanceof Value.Flag(boolean flag)) {
            return flag;
        }
        throw new IllegalArgumentException(
                "{" + name + "?…} asks whether " + name + " is true, and it is " + value.display());
    }

    private String literal() {
        var text = new StringBuilder();
        parts.forEach(part -> {
            if (part instanceof Literal(String literal)) {
                text.append(literal);
            }
        });
        return text.toString();
    }
}
