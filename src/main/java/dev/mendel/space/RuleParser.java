package dev.mendel.space;

import dev.mendel.space.Expression.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a condition such as `layers * width <= 4096`: a comparison of two sums.
///
/// ```text
/// condition = sum (<= | < | >= | > | == | !=) sum
/// sum       = product ((+ | -) product)*
/// product   = factor ((* | /) factor)*
/// factor    = name | number | ( sum ) | - factor
/// ```
///
/// Names hold `-` and `.`, so what stands directly after a name's letter belongs to it: `a - b` is a difference,
/// `a-b` a name.
final class RuleParser {
    private static final String NUMBER = "(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";
    private static final Pattern WORD =
            Pattern.compile("(?<name>[A-Za-z][A-Za-z0-9._-]*)|(?<number>" + NUMBER + ")|[<>=!]=?|[-+*/()]");
    private static final Pattern COMPARED = Pattern.compile("\\s*(<=|>=|<|>)\\s*([-+]?" + NUMBER + ")\\s*");
    private static final String SIGNS = "<=, <, >=, >, == or !=";
    private static final int MOST_WORDS = 500;
    private static final int DEEPEST = 50;

    private final List<String> words;
    private int next;
    private int depth;

    private RuleParser(List<String> words) {
        this.words = words;
    }

    /// @throws IllegalArgumentException if it is none, with a message that tells what is wrong
    static Rule.Where where(String text) {
        var parser = new RuleParser(words(text));
        Expression left = parser.sum();
        Comparison comparison = parser.comparison();
        Expression right = parser.sum();
        parser.end();
        return new Rule.Where(left, comparison, right);
    }

    /// A comparison with a number, such as `> 0.3`; empty if the text is none.
    static Optional<Rule.Compared> compared(String name, String text) {
        Matcher matcher = COMPARED.matcher(text);
        if (!matcher.matches() || !Double.isFinite(Double.parseDouble(matcher.group(2)))) {
            return Optional.empty();
        }
        return Comparison.of(matcher.group(1))
                .map(sign -> new Rule.Compared(name, sign, Double.parseDouble(matcher.group(2))));
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        Matcher matcher = WORD.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            if (!matcher.find(at) || matcher.start() != at) {
                throw wrong(
                        "\"" + text.substring(at, text.offsetByCodePoints(at, 1)) + "\" is not understood; there are"
                                + " names, numbers, + - * / and parentheses, compared by " + SIGNS);
            }
            words.add(matcher.group());
            at = matcher.end();
        }
        if (words.size() > MOST_WORDS) {
            throw wrong("has " + words.size() + " names, numbers and signs; at most " + MOST_WORDS + " are read");
        }
        return words;
    }

    private Expression sum() {
        Expression sum = product();
        while (is("+") || is("-")) {
            Operator operator = take().equals("+") ? Operator.PLUS : Operator.MINUS;
            sum = new Expression.Operation(sum, operator, product());
        }
        return sum;
    }

    private Expression product() {
        Expression product = factor();
        while (is("*") || is("/")) {
            Operator operator = take().equals("*") ? Operator.TIMES : Operator.DIVIDED;
            product = new Expression.Operation(product, operator, factor());
        }
        return product;
    }

    private Expression factor() {
        if (next == words.size()) {
            throw wrong((next == 0 ? "is empty" : "ends after \"" + words.getLast() + "\"") + expected());
        }
        String word = take();
        char first = word.charAt(0);
        if (isLetter(first)) {
            return new Expression.Name(word);
        }
        if (first == '.' || (first >= '0' && first <= '9')) {
            return number(word);
        }
        if (!word.equals("(") && !word.equals("-")) {
            throw wrong("\"" + word + "\" stands " + (next == 1 ? "first" : "after \"" + words.get(next - 2) + "\"")
                    + expected());
        }
        if (++depth > DEEPEST) {
            throw wrong("has more than " + DEEPEST + " parentheses in each other");
        }
        Expression inner = word.equals("(") ? closed() : negative(factor());
        depth--;
        return inner;
    }

    private Expression closed() {
        Expression sum = sum();
        if (!is(")")) {
            throw wrong("a ( is not closed");
        }
        take();
        return sum;
    }

    private static Expression negative(Expression of) {
        return of instanceof Expression.Constant(double number)
                ? new Expression.Constant(-number)
                : new Expression.Negative(of);
    }

    private static Expression number(String word) {
        double number = Double.parseDouble(word);
        if (Double.isInfinite(number)) {
            throw wrong(word + " is too large for a number");
        }
        return new Expression.Constant(number);
    }

    private Comparison comparison() {
        if (next == words.size()) {
            throw wrong("compares nothing; a condition is such as hidden2 <= hidden1");
        }
        String word = take();
        return Comparison.of(word).orElseThrow(() -> wrong(between(word, " or " + SIGNS)));
    }

    private void end() {
        if (next < words.size()) {
            String word = take();
            throw wrong(
                    Comparison.of(word).isPresent()
                            ? "\"" + word + "\" is a second comparison; write two conditions"
                            : between(word, ""));
        }
    }

    /// What is wrong with a word where an operator should be.
    private String between(String word, String more) {
        return word.equals("=")
                ? "\"=\" is no comparison; equal is =="
                : "\"" + word + "\" stands after \"" + words.get(next - 2) + "\", where + - * /" + more + " should be";
    }

    private static String expected() {
        return ", where a name, a number or ( should be";
    }

    private boolean is(String word) {
        return next < words.size() && words.get(next).equals(word);
    }

    private String take() {
        return words.get(next++);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(message);
    }
}
