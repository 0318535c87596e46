package dev.mendel.bench.landscape;

import dev.mendel.space.Categorical;
import dev.mendel.space.Condition;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.IntegerRange;
import dev.mendel.space.Ordered;
import dev.mendel.space.RealRange;
import dev.mendel.space.Scale;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A kind of landscape, from which many can be drawn.
public enum Family {
    /// Rosenbrock's valley in the plane, turned, moved and of 30 to 300 times its floor's curvature: the floor
    /// is easily found, and long to follow.
    VALLEY {
        @Override
        public Landscape draw(RandomGenerator random) {
            Cube cube = Cube.of(2);
            double[] bottom = inside(2, 0.2, random);
            double turn = 2 * Math.PI * random.nextDouble();
            double cos = StrictMath.cos(turn);
            double sin = StrictMath.sin(turn);
            double steepness = 30 * StrictMath.pow(10, random.nextDouble());
            return cube.landscape(0, at -> {
                double east = 4 * (at[0] - bottom[0]);
                double north = 4 * (at[1] - bottom[1]);
                double x = 1 + cos * east - sin * north;
                double y = 1 + sin * east + cos * north;
                return (1 - x) * (1 - x) + steepness * (y - x * x) * (y - x * x);
            });
        }
    },

    /// The least of 0.1 + the distance from one place and four times the distance from another: the deeper
    /// basin is the narrower one.
    TWO_BASINS {
        @Override
        public Landscape draw(RandomGenerator random) {
            Cube cube = Cube.of(2);
            double[] wide = inside(2, 0.1, random);
            double[] deep = inside(2, 0.1, random);
            while (distance(wide, deep) < 0.3) {
                deep = inside(2, 0.1, random);
            }
            double[] bottom = deep;
            return cube.landscape(0, at -> Math.min(0.1 + distance(at, wide), 4 * distance(at, bottom)));
        }
    },

    /// A quadratic form in six dimensions whose axes are turned at random and a thousand times as steep as each
    /// other.
    ELLIPSOID {
        @Override
        public Landscape draw(RandomGenerator random) {
            Cube cube = Cube.of(6);
            double[] bottom = inside(6, 0.2, random);
            double[][] axes = Rotation.draw(6, random);
            return cube.landscape(0, at -> {
                double sum = 0;
                for (int axis = 0; axis < axes.length; axis++) {
                    double along = 0;
                    for (int d = 0; d < at.length; d++) {
                        along += axes[axis][d] * (at[d] - bottom[d]);
                    }
                    sum += StrictMath.pow(1000, axis / 5.0) * along * along;
                }
                return sum;
            });
        }
    },

    /// Stairs down to a place, in five dimensions: nothing but steps tells the direction.
    STEPS {
        @Override
        public Landscape draw(RandomGenerator random) {
            Cube cube = Cube.of(5);
            double[] bottom = inside(5, 0.1, random);
            double[] weights = new double[5];
            Arrays.setAll(weights, _ -> StrictMath.pow(10, random.nextDouble()));
            return cube.landscape(0, at -> {
                double sum = 0;
                for (int d = 0; d < at.length; d++) {
                    sum += weights[d] * Math.floor(12 * Math.abs(at[d] - bottom[d]));
                }
                return sum;
            });
        }
    },

    /// Plateaus of heights drawn at random, eight by eight, and a pit of radius 0.05 in one of them.
    NEEDLE {
        @Override
        public Landscape draw(RandomGenerator random) {
            Cube cube = Cube.of(2);
            double[] heights = new double[64];
            Arrays.setAll(heights, _ -> 1 + random.nextDouble());
            double[] needle = inside(2, 0.1, random);
            return cube.landscape(0, at -> {
                double away = distance(at, needle) / 0.05;
                int place = 8 * Math.min(7, (int) (8 * at[0])) + Math.min(7, (int) (8 * at[1]));
                return away < 1 ? away : heights[place];
            });
        }
    },

    /// Alternatives, ordered values, whole numbers and numbers on a log scale, of which those that take part
    /// depend on the alternative.
    MIXED {
        @Override
        public Landscape draw(RandomGenerator random) {
            int kinds = 4;
            var hyperparameters = new ArrayList<Hyperparameter>();
            hyperparameters.add(Categorical.of("kind", letters(kinds)));
            hyperparameters.add(Categorical.of("extra", letters(3)));
            hyperparameters.add(new Ordered(
                    "level",
                    IntStream.range(0, 8)
                            .mapToObj(i -> (Value) new Value.Whole(i))
                            .toList(),
                    Condition.ALWAYS,
                    null));
            hyperparameters.add(RealRange.of("rate", 1e-5, 1, Scale.LOG));
            for (int kind = 0; kind < kinds; kind++) {
                var only = new Condition(List.of(new Condition.Requirement("kind", List.of(letter(kind)))));
                hyperparameters.add(new IntegerRange("n" + kind, 1, 1000, Scale.LOG, null, only, null));
                hyperparameters.add(new RealRange("x" + kind, 0, 1, Scale.LINEAR, null, only, null));
            }
            double[] offsets = numbers(kinds, 0, 0.4, random);
            double[] extras = numbers(3, 0, 0.3, random);
            offsets[random.nextInt(kinds)] = 0;
            extras[random.nextInt(3)] = 0;
            double[] rates = inside(kinds, 0.1, random);
            double[] levels = inside(kinds, 0.1, random);
            double[] numbers = inside(kinds, 0.1, random);
            double[] places = inside(kinds, 0.1, random);
            double coupling = random.nextDouble() - 0.5;
            var space = new SearchSpace(hyperparameters);
            double least = IntStream.range(0, kinds)
                    .mapToDouble(kind -> offsets[kind]
                            + nearest(levels[kind], 0, 7, i -> i / 7.0)
                            + nearest(numbers[kind], 1, 1000, i -> StrictMath.log10(i) / 3))
                    .min()
                    .orElseThrow();
            return new Landscape(space, least, configuration -> {
                int kind = index(configuration, "kind");
                double rate = (StrictMath.log10(configuration.real("rate")) + 5) / 5 - rates[kind];
                double level = configuration.whole("level") / 7.0 - levels[kind];
                double number = StrictMath.log10(configuration.real("n" + kind)) / 3 - numbers[kind];
                double x = configuration.real("x" + kind) - places[kind] - coupling * rate;
                return offsets[kind]
                        + extras[index(configuration, "extra")]
                        + 2 * rate * rate
                        + level * level
                        + number * number
                        + 4 * x * x;
            });
        }
    };

    /// One of its landscapes.
    public abstract Landscape draw(RandomGenerator random);

    /// The name, for people: `two-basins`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The family of that word; empty if there is none.
    public static Optional<Family> find(String word) {
        return Arrays.stream(values())
                .filter(family -> family.word().equals(word))
                .findFirst();
    }

    /// A place in the unit cube, not nearer to its sides than the margin.
    private static double[] inside(int dimensions, double margin, RandomGenerator random) {
        return numbers(dimensions, margin, 1 - margin, random);
    }

    private static double[] numbers(int count, double low, double high, RandomGenerator random) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, _ -> low + (high - low) * random.nextDouble());
        return numbers;
    }

    private static double distance(double[] one, double[] other) {
        double squares = 0;
        for (int d = 0; d < one.length; d++) {
            squares += (one[d] - other[d]) * (one[d] - other[d]);
        }
        return Math.sqrt(squares);
    }

    /// The square of the least distance of a place from those of some whole numbers.
    private static double nearest(double place, int from, int to, IntToDoubleFunction places) {
        return IntStream.rangeClosed(from, to)
                .mapToDouble(i -> Math.abs(places.applyAsDouble(i) - place))
                .map(away -> away * away)
                .min()
                .orElseThrow();
    }

    private static Value[] letters(int count) {
        return IntStream.range(0, count).mapToObj(Family::letter).toArray(Value[]::new);
    }

    private static Value letter(int index) {
        return new Value.Text(String.valueOf((char) ('a' + index)));
    }

    private static int index(Configuration configuration, String name) {
        return configuration.text(name).charAt(0) - 'a';
    }
}
