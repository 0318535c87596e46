package dev.mendel.experiment.file;

import dev.mendel.experiment.file.space.DeclaredSpace;
import dev.mendel.experiment.file.space.Values;
import dev.mendel.experiment.file.space.Written;
import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.Nearest;
import dev.mendel.experiment.yaml.PlainWord;
import dev.mendel.external.Script;
import dev.mendel.external.script.Answers;
import dev.mendel.external.script.Filling;
import dev.mendel.external.script.Template;
import dev.mendel.space.Choice;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what belongs to programs that know nothing of Mendel: placeholders in the words of a command,
/// `environment`, `answer` and `epoch`.
final class ScriptSection {
    static final String ENVIRONMENT = "environment";
    static final String ANSWER = "answer";
    static final String EPOCH = "epoch";

    /// All that can stand beside the command for such a program.
    static final List<String> BESIDE = List.of(ENVIRONMENT, ANSWER, EPOCH);

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String VARIABLES = "variables by name such as {LEARNING_RATE: \"{learning-rate}\"}";
    private static final String PATTERN = "a regular expression such as 'accuracy: ([0-9.]+)'";
    private static final Pattern BLANK = Pattern.compile("\\s");

    private final Fields fields;
    private final Optional<DeclaredSpace> space;
    private final Set<String> placed = new LinkedHashSet<>();

    /// @param fields of the objective
    /// @param space the declared hyperparameters; empty if they could not be read
    ScriptSection(Fields fields, Optional<DeclaredSpace> space) {
        this.fields = fields;
        this.space = space;
    }

    /// The settings, whatever is wrong with them noted as faults.
    Script read() {
        return new Script(environment(), answers());
    }

    /// Notes what is wrong with the placeholders of a word of the command.
    ///
    /// @param first whether the word is the program
    void check(Field field, String word, boolean first) {
        Template template = Template.of(word);
        if (first && !template.names().isEmpty()) {
            field.fault("is the program, which has no placeholders; its arguments have");
            return;
        }
        check(field, template);
        if (BLANK.matcher(word).find()) {
            conditional(template)
                    .ifPresent(name -> field.fault("has a place for " + name
                            + ", which takes part under a condition, among other words; give it a word of its own,"
                            + " which is left out with the option before it, or a variable under environment"));
        }
    }

    /// Notes that hyperparameters have no place.
    ///
    /// @param command the field of the command
    void requireAll(Field command) {
        if (space.isEmpty() || placed.contains("configuration")) {
            return;
        }
        List<String> missing = space.get().names().stream()
                .filter(Predicate.not(placed::contains))
                .toList();
        if (!missing.isEmpty()) {
            command.fault("has no place for " + String.join(", ", missing) + "; write {" + missing.getFirst()
                    + "} in a word or under environment, or {configuration} for all as JSON");
        }
    }

    private void check(Field field, Template template) {
        placed.addAll(template.names());
        if (space.isEmpty()) {
            return;
        }
        List<String> known = Stream.concat(space.get().names().stream(), Filling.FACTS.stream())
                .toList();
        for (String name : template.names()) {
            if (!known.contains(name)) {
                field.fault("{" + name + "} is no hyperparameter" + Nearest.question(name, known)
                        + " and none of " + String.join(", ", Filling.FACTS) + "; the text itself is written {{" + name
                        + "}}");
            }
        }
        template.names().stream()
                .filter(space.get().names()::contains)
                .filter(Filling.FACTS::contains)
                .forEach(name -> field.fault("{" + name + "} is a hyperparameter, and of every trial too; give the"
                        + " hyperparameter another name"));
        for (String name : template.switches()) {
            if (known.contains(name)
                    && hyperparameter(name).filter(ScriptSection::isFlag).isEmpty()) {
                field.fault("{" + name + "?…} asks whether " + name + " is true; it takes " + allowed(name));
            }
        }
    }

    private Optional<Hyperparameter> hyperparameter(String name) {
        return space.flatMap(declared -> declared.declarations().stream()
                .filter(each -> each.field().name().equals(name))
                .findFirst()
                .flatMap(DeclaredSpace.Declaration::read));
    }

    private static boolean isFlag(Hyperparameter hyperparameter) {
        return hyperparameter instanceof Choice choice
                && choice.values().stream().allMatch(Value.Flag.class::isInstance);
    }

    private String allowed(String name) {
        return hyperparameter(name).map(Hyperparameter::allowed).orElse("other values");
    }

    /// A hyperparameter of a template that does not always take part.
    private Optional<String> conditional(Template template) {
        return template.names().stream()
                .filter(name -> hyperparameter(name)
                        .filter(found -> !found.condition().all().isEmpty())
                        .isPresent())
                .findFirst();
    }

    private Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        List<Field> members = fields.find(ENVIRONMENT)
                .flatMap(field -> field.members(VARIABLES))
                .orElse(List.of());
        for (Field member : members) {
            if (!VARIABLE.matcher(member.name()).matches()) {
                member.fault("is no name of a variable; allowed are letters, digits and _");
            }
            text(member, "a text such as \"{learning-rate}\"").ifPresent(text -> {
                check(member, Template.of(text));
                environment.put(member.name(), text);
            });
        }
        return environment;
    }

    private Answers answers() {
        Optional<String> answer = pattern(ANSWER, text -> new Answers(text, null));
        Optional<String> epoch = pattern(EPOCH, text -> new Answers(null, text));
        return new Answers(answer.orElse(null), epoch.orElse(null));
    }

    /// A use of a pattern that fails where it is none.
    private interface Trying {
        Answers with(String pattern);
    }

    private Optional<String> pattern(String key, Trying trying) {
        Optional<Field> field = fields.find(key);
        Optional<String> text = field.flatMap(found -> text(found, PATTERN));
        try {
            text.ifPresent(trying::with);
            return text;
        } catch (IllegalArgumentException e) {
            field.ifPresent(found -> found.fault(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static Optional<String> text(Field field, String allowed) {
        Optional<String> text = field.text(allowed);
        if (text.isPresent() && !Values.isWritten(text.get())) {
            field.refuse(allowed);
            return Optional.empty();
        }
        return text;
    }

    /// The settings as the file writes them, by field.
    static Map<String, String> write(Script script) {
        var written = new LinkedHashMap<String, String>();
        if (!script.environment().isEmpty()) {
            var variables = new LinkedHashMap<String, String>();
            script.environment().forEach((name, text) -> variables.put(name, PlainWord.write(text)));
            written.put(ENVIRONMENT, Written.group(variables));
        }
        put(ANSWER, script.answers().answer(), written);
        put(EPOCH, script.answers().epoch(), written);
        return written;
    }

    private static void put(String key, @Nullable String text, Map<String, String> written) {
        if (text != null) {
            written.put(key, PlainWord.write(text));
        }
    }
}
