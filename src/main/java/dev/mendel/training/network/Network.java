package dev.mendel.training.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A pair network. A tower makes features of a digit. The head and the classes are computed from these features
/// themselves, or from the output of further layers, a branch for each.
///
/// @param projection from a digit's features to the head's input; [Tower#NONE] for the features themselves
/// @param classifier from a digit's features to the logits of its classes; [Tower#NONE] for the features themselves
/// @param sharing of tower, projection and classifier alike
/// @param auxiliary whether class losses take part; always so where the head is [Head.LessOrEqual]
public record Network(Tower tower, Tower projection, Tower classifier, Sharing sharing, Head head, boolean auxiliary) {
    /// The number of digit classes.
    public static final int CLASSES = 10;

    /// The number of digits in a pair.
    public static final int SIDES = 2;

    /// The number of answers to a comparison: the first digit is larger, or it is not.
    public static final int ORDERS = 2;

    /// @throws IllegalArgumentException if the parts do not fit together
    public Network {
        if (tower.layers().isEmpty()) {
            throw new IllegalArgumentException("a tower has at least one layer");
        }
        Shape features = tower.output(input(sharing));
        output("projection", projection, features);
        checkClasses(tower, classifier, sharing, head, auxiliary);
        if (head instanceof Head.LessOrEqual && !projection.layers().isEmpty()) {
            throw new IllegalArgumentException(
                    "a less-or-equal head takes the classes of the digits; a projection would learn nothing");
        }
    }

    /// A network whose head and classes both take the tower's output.
    ///
    /// @throws IllegalArgumentException if the parts do not fit together
    public Network(Tower tower, Sharing sharing, Head head, boolean auxiliary) {
        this(tower, Tower.NONE, Tower.NONE, sharing, head, auxiliary);
    }

    private static void checkClasses(Tower tower, Tower classifier, Sharing sharing, Head head, boolean auxiliary) {
        boolean own = !classifier.layers().isEmpty();
        if (!auxiliary && head instanceof Head.LessOrEqual) {
            throw new IllegalArgumentException(
                    "a less-or-equal head learns from class losses alone; it needs the auxiliary loss");
        }
        if (!auxiliary && own) {
            throw new IllegalArgumentException("a classifier learns from the auxiliary loss alone; it needs it");
        }
        if (auxiliary && sharing == Sharing.JOINT) {
            throw new IllegalArgumentException("a joint tower reads both digits at once and names neither: no auxiliary"
                    + " loss and no less-or-equal head can go with it");
        }
        int classes =
                output("classifier", classifier, tower.output(input(sharing))).size();
        if (auxiliary && classes != CLASSES) {
            throw new IllegalArgumentException("a " + (own ? "classifier" : "tower that names digits") + " gives "
                    + CLASSES + " numbers, one for each class; this one gives " + classes);
        }
    }

    private static Shape output(String branch, Tower layers, Shape features) {
        try {
            return layers.output(features);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("in the " + branch + ", " + e.getMessage(), e);
        }
    }

    /// Layers that each digit goes through, and their input.
    ///
    /// @param name `tower`, `projection` or `classifier`
    public record Part(String name, Tower layers, Shape input) {
        private static final String TOWER = "tower";

        /// Whether it leads away from the features, and does not make them.
        boolean leadsAway() {
            return !name.equals(TOWER);
        }
    }

    /// Tower, projection and classifier: the order in which their parameters stand and dropout draws its masks.
    public List<Part> parts() {
        return List.of(
                new Part(Part.TOWER, tower, input()),
                new Part("projection", projection, features()),
                new Part("classifier", classifier, features()));
    }

    /// The part in which a batch of one pair leaves batch normalisation a single number to work with; empty if
    /// there is none. In a shared tower there are two, one of each digit.
    Optional<String> alone() {
        return sharing == Sharing.SHARED
                ? Optional.empty()
                : parts().stream()
                        .filter(part -> normalisesSingles(part.layers(), part.input()))
                        .map(Part::name)
                        .findFirst();
    }

    private static boolean normalisesSingles(Tower layers, Shape input) {
        List<Shape> shapes = layers.shapes(input);
        return IntStream.range(0, layers.layers().size())
                .anyMatch(i -> layers.layers().get(i) instanceof Layer.BatchNorm
                        && shapes.get(i).size() == shapes.get(i).features());
    }

    /// The input shape of a tower.
    public static Shape.Image input(Sharing sharing) {
        return sharing == Sharing.JOINT ? Tower.TWO_DIGITS : Tower.ONE_DIGIT;
    }

    /// The input shape of a tower.
    public Shape.Image input() {
        return input(sharing);
    }

    /// The output shape of a tower.
    public Shape features() {
        return tower.output(input());
    }

    /// Whether each digit is given a number for each class, be it asked to learn them or not.
    public boolean namesDigits() {
        return sharing != Sharing.JOINT && classifier.output(features()).size() == CLASSES;
    }

    /// The number of towers with parameters of their own.
    public int towers() {
        return sharing == Sharing.SEPARATE ? 2 : 1;
    }

    /// The number of inputs of the head.
    public int headInputs() {
        int outputs = projection.output(features()).size();
        return sharing == Sharing.JOINT ? outputs : 2 * outputs;
    }

    /// The number of parameters of a tower, with its projection and classifier.
    int towerParameters() {
        return parts().stream()
                .mapToInt(part -> part.layers().parameters(part.input()))
                .sum();
    }

    /// The number of parameters.
    public int parameters() {
        return towers() * towerParameters() + head.parameters(headInputs());
    }
}
