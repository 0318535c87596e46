package dev.mendel.draft;

import dev.mendel.experiment.yaml.PlainWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a draft says of a program: the hyperparameters that its options are taken for.
///
/// @param suggestions the hyperparameters, in the order of the options; names unique
/// @param seed the words of the command that pass the seed; empty where no option takes it
/// @param leftOut the flags of options that are taken for no hyperparameter
public record Draft(List<Suggestion> suggestions, List<String> seed, List<String> leftOut) {
    /// Names that placeholders have for every trial.
    private static final Set<String> FACTS = Set.of("trial", "repeat", "seed", "worker", "configuration");

    private static final int LONGEST_NAME = 64;

    public Draft {
        suggestions = List.copyOf(suggestions);
        seed = List.copyOf(seed);
        leftOut = List.copyOf(leftOut);
    }

    /// The draft of a program whose options are known; those that its command gives already stay as they are.
    public static Draft of(List<HelpOption> options, List<String> command) {
        Set<String> given = HelpText.given(command);
        var suggestions = new ArrayList<Suggestion>();
        var leftOut = new ArrayList<String>();
        var names = new HashSet<>(FACTS);
        List<String> seed = List.of();
        for (HelpOption option : options) {
            if (given.contains(option.flag())) {
                continue;
            }
            Optional<String> domain = Guess.domain(option);
            if (seed.isEmpty() && Guess.isSeed(option)) {
                seed = words(option, "seed");
            } else if (domain.isPresent()) {
                suggestions.add(suggestion(option, domain.get(), name(option, names)));
            } else if (!option.name().equals("help") && !option.name().equals("h")) {
                leftOut.add(option.flag());
            }
        }
        return new Draft(suggestions, seed, leftOut);
    }

    private static Suggestion suggestion(HelpOption option, String domain, String name) {
        return new Suggestion(name, domain, words(option, name), usual(option, domain), comment(option.description()));
    }

    /// The option's name as hyperparameters are named, with a number where it is taken.
    private static String name(HelpOption option, Set<String> taken) {
        String plain = option.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String base = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - 3));
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "-" + i;
        }
        return name;
    }

    private static List<String> words(HelpOption option, String name) {
        if (option.isSwitch()) {
            String yes = "{" + name + "?" + option.flag();
            return List.of(option.negation().map(no -> yes + ":" + no).orElse(yes) + "}");
        }
        String place = "{" + name + "}";
        return option.attached() ? List.of(option.flag() + "=" + place) : List.of(option.flag(), place);
    }

    /// The program's own value, where it is one of the domain's.
    private static Optional<String> usual(HelpOption option, String domain) {
        if (option.isSwitch()) {
            String word = option.usual().orElse("false").toLowerCase(Locale.ROOT);
            return Optional.of(Boolean.toString(word.equals("true") || word.equals(option.name())));
        }
        return option.usual()
                .filter(word -> option.choices().isEmpty() || option.choices().contains(word))
                .map(word -> domain.startsWith("{choices") ? PlainWord.write(word) : word)
                .filter(word -> !domain.startsWith("{integer") || word.matches("-?[0-9]+"));
    }

    private static String comment(String description) {
        String plain = description
                .replaceAll("\\p{Cntrl}|#", " ")
                .replaceAll(" +", " ")
                .strip();
        return plain.length() > 80 ? plain.substring(0, 79).strip() + "…" : plain;
    }
}
