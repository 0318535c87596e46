package dev.mendel.space;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An arithmetic expression of hyperparameters and numbers, in doubles: the same to the bit on every machine.
/// [Object#toString] is a text of it that reads back as the same expression.
sealed interface Expression {

    /// A finite number.
    record Constant(double number) implements Expression {
        @Override
        public String toString() {
            return written(number);
        }
    }

    /// The value of a hyperparameter.
    record Name(String name) implements Expression {
        @Override
        public String toString() {
            return name;
        }
    }

    /// The negative of an expression that is no number.
    record Negative(Expression of) implements Expression {
        @Override
        public String toString() {
            return "-" + (of instanceof Operation ? "(" + of + ")" : of);
        }
    }

    /// Two expressions and what is done with them.
    record Operation(Expression left, Operator operator, Expression right) implements Expression {
        @Override
        public String toString() {
            return inner(left, false) + " " + operator + " " + inner(right, true);
        }

        /// A part of this, in parentheses where it would be read otherwise without.
        private String inner(Expression part, boolean after) {
            return part instanceof Operation inside
                            && (after ? inside.operator.rank <= operator.rank : inside.operator.rank < operator.rank)
                    ? "(" + part + ")"
                    : part.toString();
        }
    }

    /// What is done with two numbers; those of a higher rank first.
    enum Operator {
        PLUS("+", 1),
        MINUS("-", 1),
        TIMES("*", 2),
        DIVIDED("/", 2);

        private final String sign;
        private final int rank;

        Operator(String sign, int rank) {
            this.sign = sign;
            this.rank = rank;
        }

        private double of(double left, double right) {
            return switch (this) {
                case PLUS -> left + right;
                case MINUS -> left - right;
                case TIMES -> left * right;
                case DIVIDED -> left / right;
            };
        }

        @Override
        public String toString() {
            return sign;
        }
    }

    /// The number that this comes to.
    ///
    /// @param values numbers for all its names
    default double of(Map<String, Value> values) {
        return switch (this) {
            case Constant(double number) -> number;
            case Name(String name) -> number(name, values.get(name));
            case Negative(Expression of) -> -of.of(values);
            case Operation(Expression left, Operator operator, Expression right) ->
                operator.of(left.of(values), right.of(values));
        };
    }

    /// The hyperparameters that it names, as often as it does.
    default Stream<String> names() {
        return switch (this) {
            case Constant _ -> Stream.of();
            case Name(String name) -> Stream.of(name);
            case Negative(Expression of) -> of.names();
            case Operation(Expression left, Operator _, Expression right) -> Stream.concat(left.names(), right.names());
        };
    }

    /// The shortest text of a number; whole ones without a point.
    static String written(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? (number == 0 && 1 / number < 0 ? "-0" : Long.toString((long) number))
                : Json.number(number);
    }

    private static double number(String name, @Nullable Value value) {
        return switch (value) {
            case Value.Whole(long number) -> (double) number;
            case Value.Real(double number) -> number;
            case null, default -> throw new IllegalArgumentException(name + " is no number: " + value);
        };
    }
}
