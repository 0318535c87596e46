package dev.mendel.experiment.file;

import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.Literal;
import dev.mendel.search.Budget;
import dev.mendel.space.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the section `budget`.
final class BudgetSection {
    static final String UNLIMITED = "unlimited";

    private static final Pattern TRIALS = Pattern.compile("([1-9][0-9]{0,17})( trials)?");

    private static final Budget USUAL = Budget.NONE.withGenerations(30);

    private BudgetSection() {}

    /// The budget; one that limits neither trials nor time, and says nothing of generations, is 30 generations.
    static Budget read(Optional<Field> field) {
        return field.flatMap(budget -> budget.fields("limits such as {generations: 30}"))
                .map(fields -> read(
                        field.orElseThrow(),
                        fields.only(List.of("generations", "trials", "time", "grace", "stagnation", "target"))))
                .orElse(USUAL);
    }

    private static Budget read(Field field, Fields fields) {
        long trials = fields.find("trials").flatMap(limit -> limit(limit, 1)).orElse(USUAL.trials());
        Duration time = fields.find("time").flatMap(BudgetSection::time).orElse(USUAL.time());
        long stagnation =
                fields.find("stagnation").flatMap(BudgetSection::stagnation).orElse(Budget.UNLIMITED);
        Double target = fields.find("target").flatMap(BudgetSection::target).orElse(null);
        Duration grace = fields.find("grace").flatMap(CommandSection::time).orElse(Duration.ZERO);
        var others = new Budget(Budget.UNLIMITED, trials, time, grace, stagnation, target, Budget.UNLIMITED);
        Budget budget = others.withGenerations(fields.find("generations")
                .flatMap(limit -> limit(limit, 0))
                .orElse(others.isLimited() ? Budget.UNLIMITED : USUAL.generations()));
        if (budget.generations() == Budget.UNLIMITED
                && !budget.isLimited()
                && !field.faults().concern(field.path())) {
            field.fault("has no limit, so a search might never end; limit generations, trials, time or stagnation");
        }
        return budget;
    }

    private static Optional<Long> limit(Field field, long low) {
        String allowed = "a whole number from " + low + ", or " + UNLIMITED;
        Optional<Literal> literal = field.literal(allowed);
        if (literal.isEmpty()) {
            return Optional.empty();
        }
        return switch (literal.get()) {
            case Literal.Whole(long number) when number >= low -> Optional.of(number);
            case Literal.Word(String word) when word.equals(UNLIMITED) -> Optional.of(Budget.UNLIMITED);
            default -> {
                field.refuse(allowed);
                yield Optional.empty();
            }
        };
    }

    private static Optional<Long> stagnation(Field field) {
        String allowed = "a number of trials such as 50 trials, or " + UNLIMITED;
        Optional<String> text = field.text(allowed);
        Optional<Long> limit = text.flatMap(words -> {
            Matcher matcher = TRIALS.matcher(words);
            return words.equals(UNLIMITED)
                    ? Optional.of(Budget.UNLIMITED)
                    : matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
        });
        if (text.isPresent() && limit.isEmpty()) {
            field.refuse(allowed);
        }
        return limit;
    }

    private static Optional<Double> target(Field field) {
        String allowed = "a number: the objective's value at which to end";
        return field.literal(allowed).flatMap(literal -> {
            Optional<Double> number = switch (literal) {
                case Literal.Whole(long whole) -> Optional.of((double) whole);
                case Literal.Real(double real) when Double.isFinite(real) -> Optional.of(real);
                default -> Optional.empty();
            };
            if (number.isEmpty()) {
                field.refuse(allowed);
            }
            return number;
        });
    }

    private static Optional<Duration> time(Field field) {
        String allowed = "a time such as 90s, 5m, 2h or 1h30m, above zero and up to " + TimeText.write(Budget.FOREVER)
                + ", or " + UNLIMITED;
        Optional<String> text = field.text(allowed);
        Optional<Duration> time =
                text.flatMap(word -> word.equals(UNLIMITED) ? Optional.of(Budget.FOREVER) : TimeText.read(word));
        if (text.isPresent() && time.isEmpty()) {
            field.refuse(allowed);
        }
        return time;
    }

    /// The budget as the file writes it, by field.
    static Map<String, String> write(Budget budget) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("generations", limit(budget.generations()));
        fields.put("trials", limit(budget.trials()));
        fields.put("time", budget.time().equals(Budget.FOREVER) ? UNLIMITED : TimeText.write(budget.time()));
        if (budget.grace().isPositive()) {
            fields.put("grace", TimeText.write(budget.grace()));
        }
        if (budget.stagnation() != Budget.UNLIMITED) {
            fields.put("stagnation", budget.stagnation() + " trials");
        }
        if (budget.target() != null) {
            fields.put("target", new Value.Real(budget.target()).display());
        }
        return fields;
    }

    private static String limit(long limit) {
        return limit == Budget.UNLIMITED ? UNLIMITED : Long.toString(limit);
    }
}
