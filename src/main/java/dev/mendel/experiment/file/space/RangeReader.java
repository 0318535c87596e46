package dev.mendel.experiment.file.space;

import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.space.Condition;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.Stepped;
import dev.mendel.space.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads ranges of numbers, `[low, high]`.
final class RangeReader {
    /// Up to here every whole number is a real number too, which scales count on.
    private static final long MOST = 1L << 53;

    /// The two ends of a range.
    private record Ends<N>(Field lowField, N low, Field highField, N high) {}

    private RangeReader() {}

    static Optional<Hyperparameter> integer(String name, Field range, Fields fields) {
        Optional<Scale> scale = scale(fields);
        Optional<Field> step = fields.find("step");
        return ends(range, end -> end.whole(-MOST, MOST))
                .filter(ends -> rising(ends) && scale.filter(s -> fits(ends, s)).isPresent())
                .flatMap(ends -> step.isEmpty()
                        ? Optional.of(new IntegerRange(
                                name, ends.low(), ends.high(), scale.orElseThrow(), null, Condition.ALWAYS, null))
                        : step.get()
                                .whole(1, ends.high() - ends.low())
                                .map(Value.Whole::new)
                                .flatMap(by -> stepped(name, ends, Value.Whole::new, by, step.get(), scale)));
    }

    static Optional<Hyperparameter> real(String name, Field range, Fields fields) {
        Optional<Scale> scale = scale(fields);
        Optional<Field> step = fields.find("step");
        return ends(range, end -> end.number(_ -> true, "a number"))
                .filter(ends -> rising(ends) && scale.filter(s -> fits(ends, s)).isPresent())
                .flatMap(ends -> step.isEmpty()
                        ? Optional.of(new RealRange(
                                name, ends.low(), ends.high(), scale.orElseThrow(), null, Condition.ALWAYS, null))
                        : step.get()
                                .number(by -> by > 0 && by <= ends.high() - ends.low(), allowedStep(ends))
                                .map(Value.Real::new)
                                .flatMap(by -> stepped(name, ends, Value.Real::new, by, step.get(), scale)));
    }

    private static String allowedStep(Ends<?> ends) {
        return "a number more than 0, up to the range's "
                + ends.highField().node().shown() + " - "
                + ends.lowField().node().shown();
    }

    private static <N> Optional<Hyperparameter> stepped(
            String name, Ends<N> ends, Function<N, Value> value, Value by, Field step, Optional<Scale> scale) {
        if (scale.filter(Scale.LINEAR::equals).isEmpty()) {
            step.fault("steps are equal differences, so the scale is linear; without a step it may be log");
            return Optional.empty();
        }
        try {
            return Optional.of(Stepped.of(name, value.apply(ends.low()), value.apply(ends.high()), by));
        } catch (IllegalArgumentException e) {
            step.fault(step.node().shown() + " is too small, or too large, for numbers of this size");
            return Optional.empty();
        }
    }

    private static Optional<Scale> scale(Fields fields) {
        return fields.find("scale").map(field -> field.word(Scale.class)).orElse(Optional.of(Scale.LINEAR));
    }

    private static <N> Optional<Ends<N>> ends(Field range, Function<Field, Optional<N>> number) {
        String allowed = "a range [low, high]";
        Optional<List<Field>> items = range.items(allowed);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        if (items.get().size() != 2) {
            range.fault("a list of " + items.get().size() + " is not " + allowed);
            return Optional.empty();
        }
        Field low = end(range, items.get().getFirst(), "low");
        Field high = end(range, items.get().getLast(), "high");
        Optional<N> lowest = number.apply(low);
        Optional<N> highest = number.apply(high);
        return lowest.flatMap(from -> highest.map(to -> new Ends<>(low, from, high, to)));
    }

    /// An end goes by its name: `space.learning-rate.low`.
    private static Field end(Field range, Field item, String name) {
        String parent = range.path().substring(0, range.path().lastIndexOf('.') + 1);
        return new Field(name, parent + name, item.key(), item.node(), item.faults());
    }

    private static <N extends Number> boolean rising(Ends<N> ends) {
        double width = ends.high().doubleValue() - ends.low().doubleValue();
        if (!(width > 0)) {
            ends.lowField().refuse("< " + ends.highField().node().shown() + " (high)");
        } else if (Double.isInfinite(width)) {
            ends.highField()
                    .fault("is too far from low " + ends.lowField().node().shown());
        }
        return width > 0 && Double.isFinite(width);
    }

    private static <N extends Number> boolean fits(Ends<N> ends, Scale scale) {
        double low = ends.low().doubleValue();
        if (scale == Scale.LINEAR) {
            return true;
        }
        if (!(low > 0)) {
            ends.lowField().refuse("> 0 (log scale)");
            return false;
        }
        if (Double.isInfinite(ends.high().doubleValue() / low)) {
            ends.highField()
                    .fault("is too far from low " + ends.lowField().node().shown() + " (log scale)");
            return false;
        }
        return true;
    }
}
