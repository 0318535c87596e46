package dev.mendel.search.genetic;

import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.SearchSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether the best trials lie on a plateau: enough of them share the best score, and each hyperparameter with
/// an order has several values among them. One that never differs may be what the score depends on, while
/// another has no effect.
final class Plateau {
    private static final int ENOUGH = 6;

    private final List<String> ordered;
    private final Set<String> differing = new HashSet<>();
    private double best = Double.NEGATIVE_INFINITY;
    private @Nullable Configuration first;
    private int sharing;

    Plateau(SearchSpace space) {
        ordered = space.hyperparameters().stream()
                .filter(Hyperparameter::isOrdered)
                .map(Hyperparameter::name)
                .toList();
    }

    /// Takes in a finished trial, in the order of trials.
    void add(Configuration configuration, double score) {
        Configuration known = first;
        if (known == null || score > best) {
            best = score;
            first = configuration;
            sharing = 1;
            differing.clear();
        } else if (score == best) {
            sharing++;
            ordered.stream()
                    .filter(name -> !known.find(name).equals(configuration.find(name)))
                    .forEach(differing::add);
        }
    }

    boolean isReached() {
        return sharing >= ENOUGH && !ordered.isEmpty() && differing.containsAll(ordered);
    }
}
