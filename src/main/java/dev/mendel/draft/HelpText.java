package dev.mendel.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the options out of help texts as argparse, click, typer, optparse, picocli, commander, clap and Go's
/// flag write them.
public final class HelpText {
    /// The beginning of an option: short names, the long one, its opposite, and the rest of the line. Boxes
    /// that typer draws are taken away before.
    private static final Pattern OPTION = Pattern.compile("^(?<indent> {0,12})\\*? {0,3}"
            + "(?:-[A-Za-z0-9?](?:[ =]<?[A-Za-z0-9_]+>?)?(?:, | ,? ?/ | +))*"
            + "(?<flag>--?[A-Za-z][A-Za-z0-9_.-]*)(?<rest>.*)$");

    private static final Pattern OPPOSITE = Pattern.compile("^(?:, | ?/ ?|\\s{2,})(?<flag>--no-?[A-Za-z0-9_.-]+)");

    /// Further names of the same option, of which the first long one counts.
    private static final Pattern ALIAS = Pattern.compile("^(?:, ?--?[A-Za-z][A-Za-z0-9_.-]*|\\s{2,}-[A-Za-z](?=\\s))");

    private static final List<Pattern> CHOICES = List.of(
            Pattern.compile("\\{([^{}]+,[^{}]*)\\}"),
            Pattern.compile("\\[([^\\[\\]<>=]+\\|[^\\[\\]]*)\\]"),
            Pattern.compile("<([^<>]+\\|[^<>]*)>"),
            Pattern.compile("(?i)\\[possible values: ([^\\]]+)\\]"),
            Pattern.compile("(?i)\\(choices: ([^)]+)\\)"),
            Pattern.compile("(?i)\\(?(?:one of|choose from):? ([^).\\]]+)"));

    private static final Pattern USUAL =
            Pattern.compile("(?i)\\bdefault(?:s to| is|:|=| =)? ?[:=]?[\"'`]?([^\\s\"'`,;)\\]]+)");

    private static final String NUMBER = "-?[0-9.]+(?:e[-+]?[0-9]+)?";
    private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")(<=?)x(?:(<=?)(" + NUMBER + "))?");

    /// How far a bound is moved that is not to be reached itself.
    private static final double BESIDE = 0.001;

    /// A type in a column of its own, as typer writes it.
    private static final Pattern TYPE =
            Pattern.compile("^\\s+(?<type>[A-Z][A-Z_]*(?: [A-Z_]+)*|\\[[^\\]]*\\|[^\\]]*\\])(?=\\s{2}|\\s*$)");

    private HelpText() {}

    /// The options, in their order, each once.
    public static List<HelpOption> options(String help) {
        var options = new LinkedHashMap<String, HelpOption>();
        for (List<String> entry : entries(help)) {
            option(entry).ifPresent(option -> options.putIfAbsent(option.flag(), option));
        }
        return List.copyOf(options.values());
    }

    /// The lines that begin an option, each with those after it that belong to it.
    private static List<List<String>> entries(String help) {
        var entries = new ArrayList<List<String>>();
        int indent = -1;
        for (String drawn : help.lines().toList()) {
            String line = drawn.replaceAll("[│|╭╮╰╯─]+ *$", "")
                    .replaceFirst("^ *[│╭╰]", "")
                    .replace("\t", "        ");
            Matcher option = OPTION.matcher(line);
            if (option.matches() && (indent < 0 || option.group("indent").length() <= indent + 4)) {
                entries.add(new ArrayList<>(List.of(line)));
                indent = option.group("indent").length();
            } else if (indent >= 0 && !line.isBlank() && indent(line) > indent) {
                entries.getLast().add(line);
            } else if (!line.isBlank()) {
                indent = -1;
            }
        }
        return entries;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static Optional<HelpOption> option(List<String> entry) {
        Matcher first = OPTION.matcher(entry.getFirst());
        if (!first.matches()) {
            return Optional.empty();
        }
        String flag = first.group("flag");
        String rest = first.group("rest");
        Optional<String> negation = Optional.empty();
        boolean more = true;
        while (more) {
            Matcher opposite = OPPOSITE.matcher(rest);
            Matcher alias = ALIAS.matcher(rest);
            if (opposite.find()) {
                negation = Optional.of(opposite.group("flag"));
                rest = rest.substring(opposite.end());
            } else if (alias.find()) {
                String other = alias.group().replaceFirst("^[, ]+", "");
                flag = !flag.startsWith("--") && other.startsWith("--") ? other : flag;
                rest = rest.substring(alias.end());
            } else {
                more = false;
            }
        }
        Matcher type = TYPE.matcher(rest);
        int gap = type.find() ? type.end() : gap(rest);
        String metavar = rest.substring(0, gap).strip();
        boolean attached = metavar.startsWith("=") || metavar.startsWith("[=");
        String text = String.join(" ", words(rest.substring(gap), entry.subList(1, entry.size())));
        String all = metavar + "  " + text;
        List<String> choices = choices(all);
        return Optional.of(new HelpOption(
                flag,
                attached,
                negation.filter(no -> choices.isEmpty()),
                metavar.replaceAll("[\\[\\]=<>]", "").strip(),
                choices,
                bound(all, 1, 2, BESIDE),
                bound(all, 4, 3, -BESIDE),
                usual(text),
                text));
    }

    /// The end of the first column: two blanks, or the end of the line.
    private static int gap(String rest) {
        int at = rest.indexOf("  ", rest.startsWith(" ") ? 1 : 0);
        return at < 0 ? rest.length() : at;
    }

    private static List<String> words(String first, List<String> lines) {
        var words = new ArrayList<String>();
        words.add(first);
        words.addAll(lines);
        return words.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private static List<String> choices(String text) {
        return CHOICES.stream()
                .flatMap(pattern -> pattern.matcher(text).results().map(match -> match.group(1)))
                .map(listed -> Arrays.stream(listed.split("[|,]| or ", -1))
                        .map(word -> word.strip().replaceAll("^[\"'`]|[\"'`.]$", ""))
                        .filter(word -> !word.isEmpty() && !word.contains(" ") && !word.equals("..."))
                        .distinct()
                        .toList())
                .filter(words -> words.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<Double> bound(String text, int number, int sign, double beside) {
        return RANGE.matcher(text)
                .results()
                .filter(match -> match.group(number) != null)
                .map(match -> Double.parseDouble(match.group(number))
                        + (match.group(sign).equals("<") ? beside : 0))
                .findFirst();
    }

    private static Optional<String> usual(String text) {
        return USUAL.matcher(text)
                .results()
                .map(match -> match.group(1))
                .map(word -> word.replaceAll("\\.$", ""))
                .filter(word -> !word.isEmpty() && !word.equals("None") && !word.equals("null"))
                .reduce((_, last) -> last);
    }

    /// The options that a command gives already, by flag.
    static Set<String> given(List<String> command) {
        return command.stream()
                .filter(word -> word.startsWith("-"))
                .map(word ->
                        Pattern.compile("^(--?[^=]+)").matcher(word).results().findFirst())
                .flatMap(Optional::stream)
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
