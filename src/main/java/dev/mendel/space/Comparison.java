package dev.mendel.space;

import java.util.Arrays;
import java.util.Optional;

/// A comparison of two numbers. None but `!=` holds of what is no number, as of 0 / 0.
enum Comparison {
    AT_MOST("<=") {
        @Override
        boolean holds(double left, double right) {
            return left <= right;
        }
    },
    AT_LEAST(">=") {
        @Override
        boolean holds(double left, double right) {
            return left >= right;
        }
    },
    EQUAL("==") {
        @Override
        boolean holds(double left, double right) {
            return left == right;
        }
    },
    DIFFERENT("!=") {
        @Override
        boolean holds(double left, double right) {
            return left != right;
        }
    },
    BELOW("<") {
        @Override
        boolean holds(double left, double right) {
            return left < right;
        }
    },
    ABOVE(">") {
        @Override
        boolean holds(double left, double right) {
            return left > right;
        }
    };

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    abstract boolean holds(double left, double right);

    static Optional<Comparison> of(String sign) {
        return Arrays.stream(values()).filter(each -> each.sign.equals(sign)).findFirst();
    }

    @Override
    public String toString() {
        return sign;
    }
}
