package dev.mendel.experiment.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses which name was meant.
public final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /// The known name that differs least, if a slip of the fingers could be the difference.
    public static Optional<String> to(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(other -> distance(name, other) <= slips(Math.min(name.length(), other.length())))
                .min(Comparator.comparingInt(other -> distance(name, other)));
    }

    /// A question to end a message with; empty where nothing is near.
    public static String question(String name, Collection<String> known) {
        return to(name, known)
                .map(other -> " (did you mean \"" + other + "\"?)")
                .orElse("");
    }

    /// The number of slips after which two names still are alike; all names of one letter are near each other.
    private static int slips(int length) {
        return length < 2 ? 0 : Math.max(1, length / 3);
    }

    /// The edit distance: letters to insert, leave out, replace or swap with their neighbour, case aside.
    private static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        var cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
