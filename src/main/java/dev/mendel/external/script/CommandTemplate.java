package dev.mendel.external.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The command line and the environment of a program, with placeholders for the values of a trial.
///
/// @param words the program and its arguments
/// @param environment variables that the program gets beside those of Mendel, by name
public record CommandTemplate(List<Template> words, Map<String, Template> environment) {
    /// Words that a shell leaves as they are.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./=:,@%+-]+");

    public CommandTemplate {
        words = List.copyOf(words);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /// The template of such texts.
    public static CommandTemplate of(List<String> words, Map<String, String> environment) {
        var templates = new LinkedHashMap<String, Template>();
        environment.forEach((name, text) -> templates.put(name, Template.of(text)));
        return new CommandTemplate(words.stream().map(Template::of).toList(), templates);
    }

    /// The names of all placeholders.
    public Set<String> names() {
        return Stream.concat(words.stream(), environment.values().stream())
                .flatMap(template -> template.names().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Whether something of a trial has its place in it, so that each evaluation has a command of its own. The
    /// number of a worker is none of these.
    public boolean isOfTrials() {
        return names().stream().anyMatch(name -> !name.equals(Filling.WORKER));
    }

    /// The words with their values. A word of which a value is missing is left out, and the option before it
    /// too where nothing is left of its words: `--layers {layers}`.
    public List<String> command(Filling filling) {
        var command = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isFlag() || !isBare(i, filling)) {
                words.get(i).fill(filling).ifPresent(command::add);
            }
        }
        return command;
    }

    /// The variables with their values, in order; empty for one of which a value is missing.
    public Map<String, Optional<String>> variables(Filling filling) {
        var variables = new LinkedHashMap<String, Optional<String>>();
        environment.forEach((name, template) -> variables.put(name, template.fill(filling)));
        return variables;
    }

    /// The command as it is typed into a shell, with the variables before it.
    public String shown(Filling filling) {
        Stream<String> set = variables(filling).entrySet().stream()
                .flatMap(variable -> variable.getValue().map(text -> variable.getKey() + "=" + quoted(text)).stream());
        return Stream.concat(set, command(filling).stream().map(CommandTemplate::quoted))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /// Whether the words that follow an option have placeholders, and all of them are left out.
    private boolean isBare(int option, Filling filling) {
        List<Template> values = words.subList(option + 1, words.size()).stream()
                .takeWhile(word -> !word.names().isEmpty())
                .toList();
        return !values.isEmpty() && values.stream().allMatch(word -> word.isAbsent(filling));
    }
}
