package dev.mendel.experiment.file.space;

import dev.mendel.experiment.file.space.DeclaredSpace.Declaration;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Literal;
import dev.mendel.experiment.yaml.Nearest;
import dev.mendel.experiment.yaml.Node;
import dev.mendel.experiment.yaml.PlainWord;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Rule;
import dev.mendel.space.Rules;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the sections `forbidden` and `where`: rules between hyperparameters.
///
/// @param space as far as it could be read; without it only the form is checked
public record RulesSection(Optional<DeclaredSpace> space) {
    private static final String COMBINATION = "a combination such as {optimizer: sgd, learning-rate: \"> 0.3\"}";
    private static final String CONDITION = "a condition such as hidden2 <= hidden1";
    private static final Pattern COMPARING = Pattern.compile("\\s*[<>=!].*", Pattern.DOTALL);

    /// The rules that could be read.
    public static Rules read(Optional<Field> forbidden, Optional<Field> where, Optional<DeclaredSpace> space) {
        var section = new RulesSection(space);
        return new Rules(
                forbidden.map(section::forbidden).orElse(List.of()),
                where.map(section::where).orElse(List.of()));
    }

    private List<Rule.Forbidden> forbidden(Field field) {
        return field.items("a list, each " + COMBINATION).orElse(List.of()).stream()
                .flatMap(item -> combination(item).stream())
                .toList();
    }

    private Optional<Rule.Forbidden> combination(Field item) {
        Optional<List<Field>> members = item.members(COMBINATION);
        if (members.isEmpty()) {
            return Optional.empty();
        }
        if (members.get().isEmpty()) {
            item.fault("is empty, and would forbid everything; it takes " + COMBINATION);
            return Optional.empty();
        }
        var parts = new ArrayList<Rule.Part>();
        for (Field member : members.get()) {
            part(member).ifPresent(parts::add);
        }
        return parts.size() == members.get().size() ? Optional.of(new Rule.Forbidden(parts)) : Optional.empty();
    }

    private Optional<Rule.Part> part(Field member) {
        if (space.isEmpty()) {
            return Optional.empty();
        }
        Optional<Declaration> declaration = space.get().find(member.name());
        if (declaration.isEmpty()) {
            member.faults().add(member.key(), member.path(), "no such hyperparameter" + question(member.name()));
        }
        return declaration.flatMap(Declaration::read).flatMap(hyperparameter -> part(member, hyperparameter));
    }

    private static Optional<Rule.Part> part(Field member, Hyperparameter hyperparameter) {
        if (member.node() instanceof Node.Scalar scalar
                && Literal.of(scalar) instanceof Literal.Word(String word)
                && COMPARING.matcher(word).matches()
                && !hyperparameter.contains(new Value.Text(word))) {
            return compared(member, word, hyperparameter);
        }
        Optional<List<Field>> items =
                member.itemOrItems(hyperparameter.allowed() + ", nor a list of such values or a comparison");
        if (items.isPresent() && items.get().isEmpty()) {
            member.fault("an empty list forbids no value; name at least one");
            return Optional.empty();
        }
        return items.flatMap(fields -> Values.distinct(fields, item -> Values.of(item, hyperparameter)))
                .map(values -> new Rule.OneOf(
                        hyperparameter.name(),
                        values.stream()
                                .map(hyperparameter::canonical)
                                .distinct()
                                .toList()));
    }

    private static Optional<Rule.Part> compared(Field member, String text, Hyperparameter hyperparameter) {
        if (!hyperparameter.isNumeric()) {
            member.fault(
                    text + " compares numbers, and " + member.name() + " is no number but " + hyperparameter.allowed());
            return Optional.empty();
        }
        Optional<Rule.Part> part = Rule.Compared.of(member.name(), text).map(compared -> compared);
        if (part.isEmpty()) {
            member.refuse("a comparison such as \"> 0.3\", with <, <=, > or >= and a number");
        }
        return part;
    }

    private List<Rule.Where> where(Field field) {
        return field.itemOrItems(CONDITION + ", nor a list of them").orElse(List.of()).stream()
                .flatMap(item -> item.text(CONDITION).flatMap(text -> condition(item, text)).stream())
                .toList();
    }

    private Optional<Rule.Where> condition(Field item, String text) {
        try {
            Rule.Where condition = Rule.Where.of(text);
            boolean sound = true;
            for (String name : condition.names()) {
                sound &= isNumber(name, item);
            }
            return sound ? Optional.of(condition) : Optional.empty();
        } catch (IllegalArgumentException e) {
            item.fault(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private boolean isNumber(String name, Field item) {
        if (space.isEmpty()) {
            return false;
        }
        Optional<Declaration> declaration = space.get().find(name);
        if (declaration.isEmpty()) {
            item.fault("no such hyperparameter: " + name + question(name)
                    + (name.contains("-") ? "; a minus has spaces round it" : ""));
            return false;
        }
        Optional<Hyperparameter> other = declaration.get().read().filter(hyperparameter -> !hyperparameter.isNumeric());
        other.ifPresent(hyperparameter -> item.fault(name + " is no number but " + hyperparameter.allowed()
                + "; `forbidden` takes combinations of any values"));
        return other.isEmpty();
    }

    private String question(String name) {
        List<String> names = space.map(DeclaredSpace::names).orElse(List.of());
        return Nearest.question(name, names) + "; the space has " + String.join(", ", names);
    }

    /// A forbidden combination as the file writes it, by name.
    public static Map<String, String> write(Rule.Forbidden rule) {
        var parts = new LinkedHashMap<String, String>();
        for (Rule.Part part : rule.parts()) {
            parts.put(
                    part.name(),
                    switch (part) {
                        case Rule.OneOf(String _, List<Value> values)
                        when values.size() == 1 -> Written.word(values.getFirst());
                        case Rule.OneOf(String _, List<Value> values) -> Written.list(values);
                        case Rule.Compared compared -> PlainWord.write(compared.text());
                    });
        }
        return parts;
    }
}
