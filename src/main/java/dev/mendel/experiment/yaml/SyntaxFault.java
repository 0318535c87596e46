package dev.mendel.experiment.yaml;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Says in plain words why a text is no YAML.
final class SyntaxFault {
    private static final String NO_ESCAPE =
            "no such escape in double quotes; write \\\\ for a backslash, or use single quotes";

    private static final Pattern WRONG_ESCAPE =
            Pattern.compile("\\\\(?:x(?!HH)|u(?!HHHH)|U(?!00(?:0H|10)HHHH))".replace("H", "[0-9A-Fa-f]"));

    private SyntaxFault() {}

    /// The first character that YAML does not allow at all.
    static Optional<Fault> unprintable(String text, Place source) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                String message = String.format(Locale.ROOT, "the character U+%04X is not allowed in YAML", c);
                return Optional.of(new Fault(source.column(line, column), "", message));
            }
            line += c == '\n' ? 1 : 0;
            column = c == '\n' ? 1 : column + 1;
        }
        return Optional.empty();
    }

    /// An escape that has not the digits of a character, on which the library breaks: one at the end of the
    /// text, or `\U` with a number beyond all characters. The first that is written so, as far as it can be
    /// told.
    static Fault escape(String text, Place source) {
        Matcher wrong = WRONG_ESCAPE.matcher(text);
        if (!wrong.find()) {
            return new Fault(source, "", NO_ESCAPE);
        }
        String before = text.substring(0, wrong.start());
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        return new Fault(source.column(line, column), "", NO_ESCAPE);
    }

    static Fault of(YamlEngineException e, Place source) {
        if (!(e instanceof MarkedYamlEngineException marked)) {
            return new Fault(source, "", "this is not YAML 1.2");
        }
        String problem = String.valueOf(marked.getProblem());
        String context = String.valueOf(marked.getContext());
        Optional<Mark> mark = beginsEarlier(problem) ? marked.getContextMark() : marked.getProblemMark();
        Place place = mark.or(marked::getProblemMark)
                .map(at -> source.column(at.getLine() + 1, at.getColumn() + 1))
                .orElse(source);
        return new Fault(place, "", words(problem, context));
    }

    /// Whether the mistake is rather where the unfinished thing begins than where its end was missed.
    private static boolean beginsEarlier(String problem) {
        return problem.contains("could not find expected ':'")
                || problem.contains("unexpected end of stream")
                || problem.contains("expected ',' or");
    }

    private static String words(String problem, String context) {
        if (problem.contains("TAB")) {
            return "a tab stands where only spaces may; indent with spaces";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "this \":\" begins no field: the line is indented too far, or a text with \": \" lacks quotes";
        }
        if (problem.contains("could not find expected ':'")) {
            return "this is no field: the \":\" and a space after its name are missing";
        }
        if (problem.contains("expected ',' or ']'")) {
            return "the list that begins here goes wrong: a \",\" or the closing \"]\" is missing";
        }
        if (problem.contains("expected ',' or '}'")) {
            return "the group that begins here goes wrong: a \",\" or the closing \"}\" is missing";
        }
        if (problem.contains("<block end>")) {
            return "this line does not fit the indentation of those before it";
        }
        if (problem.contains("unexpected end of stream") || problem.contains("unexpected document separator")) {
            return "the quotes that begin here are not closed";
        }
        if (problem.contains("sequence entries are not allowed")) {
            return "a list entry \"- \" cannot begin here; give it a line of its own";
        }
        if (problem.contains("escape")) {
            return NO_ESCAPE;
        }
        if (context.contains("scanning an a")) {
            return "\"&\" and \"*\" begin anchors and aliases, which are not read; quote the text";
        }
        if (problem.contains("cannot start any token")) {
            return "no value begins with this character; quote the text";
        }
        if (problem.contains("expected the node content")) {
            return "a value is missing here";
        }
        if (problem.contains("tag handle") || context.contains("tag")) {
            return "\"!\" begins a tag, which are not read; quote the text";
        }
        if (problem.contains("<document start>")) {
            return "no document goes on here: it has ended, or a \"%\" before it needs a line --- behind it";
        }
        return "this is not YAML 1.2";
    }
}
