package dev.mendel.draft;

import dev.mendel.experiment.yaml.PlainWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A hyperparameter as a person says it in a few words: `lr 1e-4 1 log`, `layers 1 8`, `kind plain deep`.
public final class Varied {
    /// What is allowed, for messages.
    public static final String ALLOWED =
            "a name and a range such as `lr 1e-4 1 log` or `layers 1 8`, or a name and at least two words such as `kind plain deep`";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern NUMBER = Pattern.compile("-?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    private static final Pattern TOKEN = Pattern.compile("((?:[^\\s\"']|\"[^\"]*\"|'[^']*')+)\\s*");

    private Varied() {}

    /// The hyperparameter; empty where the words are none.
    ///
    /// @param option whether its value is passed by an option of its name
    public static Optional<Suggestion> of(String line, boolean option) {
        List<String> words = List.of(line.strip().split("[\\s,]+", -1));
        if (words.size() < 3 || !NAME.matcher(words.getFirst()).matches()) {
            return Optional.empty();
        }
        String name = words.getFirst();
        return domain(words.subList(1, words.size()))
                .map(domain -> new Suggestion(
                        name,
                        domain,
                        option ? List.of("--" + name, "{" + name + "}") : List.of(),
                        Optional.empty(),
                        ""));
    }

    private static Optional<String> domain(List<String> words) {
        boolean log = words.size() == 3 && words.getLast().equals("log");
        boolean listed = words.size() > 2 && !log;
        if (listed
                || !words.stream()
                        .limit(2)
                        .allMatch(word -> NUMBER.matcher(word).matches())) {
            return Optional.of(
                    words.stream().map(PlainWord::write).collect(Collectors.joining(", ", "{choices: [", "]}")));
        }
        double low = Double.parseDouble(words.get(0));
        double high = Double.parseDouble(words.get(1));
        if (low >= high || (log && low <= 0)) {
            return Optional.empty();
        }
        boolean whole =
                words.stream().limit(2).allMatch(word -> WHOLE.matcher(word).matches());
        return Optional.of("{" + (whole ? "integer" : "real") + ": [" + words.get(0) + ", " + words.get(1) + "]"
                + (log ? ", scale: log}" : "}"));
    }

    /// The words of a command line, as a shell splits it, without what else a shell does.
    ///
    /// @return empty where a quote has no end
    public static Optional<List<String>> command(String line) {
        String text = line.strip();
        Matcher matcher = TOKEN.matcher(text);
        var words = new ArrayList<String>();
        int at = 0;
        while (at < text.length() && matcher.find(at) && matcher.start() == at) {
            words.add(matcher.group(1).replaceAll("\"([^\"]*)\"|'([^']*)'", "$1$2"));
            at = matcher.end();
        }
        return at == text.length() ? Optional.of(words) : Optional.empty();
    }
}
