package dev.mendel.training;

/// What a pair network is made of.
///
/// @param auxiliary whether class losses take part; always so where the head is [Head.LessOrEqual]
public record Network(Tower tower, Sharing sharing, Head head, boolean auxiliary) {
    /// How many digit classes there are, and numbers a tower gives that names digits.
    public static final int CLASSES = 10;

    /// @throws IllegalArgumentException if the parts do not fit together
    public Network {
        int outputs = tower.output(input(sharing)).size();
        boolean classes = auxiliary || head instanceof Head.LessOrEqual;
        if (head instanceof Head.LessOrEqual && !auxiliary) {
            throw new IllegalArgumentException(
                    "a less-or-equal head learns from class losses alone; it needs the auxiliary loss");
        }
        if (classes && sharing == Sharing.JOINT) {
            throw new IllegalArgumentException("a joint tower reads both digits at once and names neither: no auxiliary"
                    + " loss and no less-or-equal head can go with it");
        }
        if (classes && outputs != CLASSES) {
            throw new IllegalArgumentException("a tower that names digits gives " + CLASSES
                    + " numbers, one for each class; this one gives " + outputs);
        }
    }

    /// What enters a tower.
    public static Shape.Image input(Sharing sharing) {
        return sharing == Sharing.JOINT ? Tower.TWO_DIGITS : Tower.ONE_DIGIT;
    }

    /// What enters a tower.
    public Shape.Image input() {
        return input(sharing);
    }

    /// How many towers there are with parameters of their own.
    public int towers() {
        return sharing == Sharing.SEPARATE ? 2 : 1;
    }

    /// How many numbers enter the head.
    public int headInputs() {
        int outputs = tower.output(input()).size();
        return sharing == Sharing.JOINT ? outputs : 2 * outputs;
    }

    /// How many numbers are learnt.
    public int parameters() {
        return towers() * tower.parameters(input()) + head.parameters(headInputs());
    }
}
