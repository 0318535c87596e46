package dev.mendel.training.settings;

import dev.mendel.space.Choice;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Range;
import dev.mendel.space.Value;
import dev.mendel.training.network.Named;
import java.util.List;
import java.util.Optional;

/// The values that a setting can take.
sealed interface Domain {

    record Words(List<String> words) implements Domain {}

    record WholeNumbers(int least) implements Domain {}

    /// Numbers from `least` on, with or without itself, to below `limit`.
    record Numbers(double least, boolean included, double limit) implements Domain {
        boolean contains(double number) {
            return (included ? number >= least : number > least) && number < limit;
        }
    }

    record Flags() implements Domain {}

    static Domain wholeFrom(int least) {
        return new WholeNumbers(least);
    }

    static Domain above(double least) {
        return new Numbers(least, false, Double.POSITIVE_INFINITY);
    }

    static Domain from(double least) {
        return new Numbers(least, true, Double.POSITIVE_INFINITY);
    }

    static Domain between(double least, double limit) {
        return new Numbers(least, true, limit);
    }

    static <W extends Enum<W> & Named> Domain words(Class<W> type) {
        return new Words(Named.all(type));
    }

    default boolean contains(Value value) {
        return switch (this) {
            case Words(List<String> words) -> value instanceof Value.Text(String text) && words.contains(text);
            case WholeNumbers(int least) ->
                value instanceof Value.Whole(long number) && number >= least && number <= Integer.MAX_VALUE;
            case Numbers numbers ->
                switch (value) {
                    case Value.Real(double number) -> numbers.contains(number);
                    case Value.Whole(long number) -> numbers.contains((double) number);
                    case Value.Text _, Value.Flag _ -> false;
                };
            case Flags _ -> value instanceof Value.Flag;
        };
    }

    /// The allowed values, for messages.
    default String allowed() {
        return switch (this) {
            case Words(List<String> words) -> "one of " + String.join(", ", words);
            case WholeNumbers(int least) -> "a whole number from " + least;
            case Numbers(double least, boolean included, double limit)
            when limit < Double.POSITIVE_INFINITY -> "a number from " + least + " to less than " + limit;
            case Numbers(double least, boolean included, double _) -> "a number " + (included ? ">= " : "> ") + least;
            case Flags _ -> "true or false";
        };
    }

    /// The fault of a value, if it has one.
    default Optional<String> fault(Value value) {
        return contains(value) ? Optional.empty() : Optional.of(value.display() + " is not " + allowed());
    }

    /// The fault of a hyperparameter that is to vary here, if it has one.
    default Optional<String> fault(Hyperparameter hyperparameter) {
        return switch (hyperparameter) {
            case Choice choice ->
                choice.values().stream().flatMap(value -> fault(value).stream()).findFirst();
            case Range range ->
                switch (this) {
                    case Numbers _ -> ends(range.lowest(), range.highest());
                    case WholeNumbers _ when !range.takesReals() -> ends(range.lowest(), range.highest());
                    case WholeNumbers _, Words _, Flags _ -> Optional.of(notARange());
                };
        };
    }

    private Optional<String> ends(Value low, Value high) {
        return fault(low).or(() -> fault(high));
    }

    private String notARange() {
        return this instanceof WholeNumbers
                ? "a range of real numbers cannot stand here; it takes " + allowed()
                : "a range of numbers cannot stand here; list choices, each " + allowed();
    }
}
