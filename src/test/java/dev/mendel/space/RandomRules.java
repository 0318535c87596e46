package dev.mendel.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rules of all forms, drawn for a space.
public record RandomRules(RandomGenerator random) {

    /// The space with up to three rules, which leave something to draw; as it is where they would not.
    public SearchSpace over(SearchSpace space) {
        Rules rules = Rules.NONE;
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            rules = rules.and(random.nextBoolean() ? forbidden(space) : where(space));
        }
        var ruled = new SearchSpace(space.hyperparameters(), rules);
        return ruled.fault(random).isEmpty() ? ruled : space;
    }

    private Rule forbidden(SearchSpace space) {
        var left = new ArrayList<>(space.hyperparameters());
        var parts = new ArrayList<Rule.Part>();
        do {
            parts.add(part(left.remove(random.nextInt(left.size()))));
        } while (!left.isEmpty() && random.nextBoolean());
        return new Rule.Forbidden(parts);
    }

    private Rule.Part part(Hyperparameter of) {
        if (of.isNumeric() && random.nextBoolean()) {
            Comparison sign = any(List.of(Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.BELOW, Comparison.ABOVE));
            return new Rule.Compared(of.name(), sign, number(of));
        }
        return new Rule.OneOf(
                of.name(),
                Stream.generate(() -> of.canonical(of.sample(random)))
                        .limit(random.nextInt(1, 4))
                        .distinct()
                        .toList());
    }

    private Rule where(SearchSpace space) {
        List<Hyperparameter> numeric = space.hyperparameters().stream()
                .filter(Hyperparameter::isNumeric)
                .collect(Collectors.toList());
        if (numeric.isEmpty()) {
            return forbidden(space);
        }
        return new Rule.Where(
                new Expression.Name(any(numeric).name()), any(List.of(Comparison.values())), expression(numeric, 3));
    }

    private Expression expression(List<Hyperparameter> numeric, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 2)) {
            case 0 -> new Expression.Constant(number(any(numeric)) * any(List.of(1.0, -1.0, 0.5, 1e-9, 1e20)));
            case 1 -> new Expression.Name(any(numeric).name());
            case 2 ->
                expression(numeric, depth - 1) instanceof Expression.Constant(double number)
                        ? new Expression.Constant(-number)
                        : new Expression.Negative(
                                new Expression.Name(any(numeric).name()));
            default ->
                new Expression.Operation(
                        expression(numeric, depth - 1),
                        any(List.of(Expression.Operator.values())),
                        expression(numeric, depth - 1));
        };
    }

    private double number(Hyperparameter of) {
        return new Expression.Name("x").of(Map.of("x", of.sample(random)));
    }

    private <T> T any(List<T> alternatives) {
        return alternatives.get(random.nextInt(alternatives.size()));
    }
}
