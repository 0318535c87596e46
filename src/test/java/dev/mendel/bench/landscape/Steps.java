package dev.mendel.bench.landscape;

import dev.mendel.space.Configuration;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import java.util.HashMap;
import java.util.random.RandomGenerator;

/// Steps of all sizes in the unit cube.
final class Steps {
    private Steps() {}

    static Configuration from(Configuration place, SearchSpace space, RandomGenerator random) {
        double reach = Math.pow(10, -4 * random.nextDouble());
        var values = new HashMap<String, Value>();
        place.values().forEach((name, _) -> {
            double to = place.real(name) + reach * (2 * random.nextDouble() - 1);
            values.put(name, new Value.Real(Math.clamp(to, 0, 1)));
        });
        return space.canonical(space.complete(values, random));
    }
}
