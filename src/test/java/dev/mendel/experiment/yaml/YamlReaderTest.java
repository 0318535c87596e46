package dev.mendel.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private final Faults faults = new Faults();

    @Test
    void nodesKnowTheirLines() {
        Node root = read("a:\n  b: [1,\n    2]\n");
        assertThat(told()).isEmpty();
        assertThat(root)
                .isEqualTo(new Node.Mapping(
                        line(1),
                        List.of(new Node.Entry(
                                "a",
                                line(1),
                                new Node.Mapping(
                                        line(2),
                                        List.of(new Node.Entry(
                                                "b",
                                                line(2),
                                                new Node.Sequence(
                                                        line(2), List.of(plain(2, "1"), plain(3, "2"))))))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "'a'", "|-\n  a", ">-\n  a"})
    void whatIsNotBareIsQuoted(String written) {
        assertThat(read(written)).isEqualTo(new Node.Scalar(line(1), "a", Node.Style.QUOTED));
    }

    @Test
    void anEmptyTextIsAnEmptyScalar() {
        assertThat(read("# nothing")).isEqualTo(new Node.Scalar(new Place.InFile("x.yaml"), "", Node.Style.PLAIN));
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    a: &b 1                 | x.yaml:1: root.a: anchors are not read: take out &b, or quote the text
                    a: &b [1]               | x.yaml:1: root.a: anchors are not read: take out &b, or quote the text
                    a: *b                   | x.yaml:1: root.a: aliases are not read: write out the value of *b, or quote the text
                    a: [x, *b]              | x.yaml:1: root.a[2]: aliases are not read: write out the value of *b, or quote the text
                    <<: *b                  | x.yaml:1: root.<<: aliases are not read: write out the value of *b, or quote the text
                    &b a: 1                 | x.yaml:1: root: anchors are not read: take out &b, or quote the text
                    a: !!int 1              | x.yaml:1: root.a: tags are not read: take out !!int
                    a: !b [1]               | x.yaml:1: root.a: tags are not read: take out !b
                    a: !!set {b}            | x.yaml:1: root.a: tags are not read: take out !!set
                    !!map {a: 1}            | x.yaml:1: root: tags are not read: take out !!map
                    {a: {b: 1, c: 2, b: 3}} | x.yaml:1: root.a.b: stands here a second time; first at x.yaml:1
                    [{a: 1, a: 2}]          | x.yaml:1: root[1].a: stands here a second time; first at x.yaml:1
                    {"a": 1, a: 2}          | x.yaml:1: root.a: stands here a second time; first at x.yaml:1
                    {[a]: 1}                | x.yaml:1: root: a list cannot be the name of a field
                    {{a: b}: 1}             | x.yaml:1: root: a group of fields cannot be the name of a field
                    """)
    void whatIsNotPlainYamlIsTold(String written, String fault) {
        read(written);
        assertThat(told()).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    [1                  | x.yaml:1:1: the list that begins here goes wrong: a "," or the closing "]" is missing
                    {a: 1               | x.yaml:1:1: the group that begins here goes wrong: a "," or the closing "}" is missing
                    a: "\\UFFFFFFFF"     | x.yaml:1:5: no such escape in double quotes; write \\\\ for a backslash, or use single quotes
                    a: ["b", "é\\u       | x.yaml:1:12: no such escape in double quotes; write \\\\ for a backslash, or use single quotes
                    a: 'b               | x.yaml:1:4: the quotes that begin here are not closed
                    a: b: c             | x.yaml:1:5: this ":" begins no field: the line is indented too far, or a text with ": " lacks quotes
                    a: "\\d"            | x.yaml:1:6: no such escape in double quotes; write \\\\ for a backslash, or use single quotes
                    a: @b               | x.yaml:1:4: no value begins with this character; quote the text
                    a: - b              | x.yaml:1:4: a list entry "- " cannot begin here; give it a line of its own
                    a: *                | x.yaml:1:5: "&" and "*" begin anchors and aliases, which are not read; quote the text
                    ]                   | x.yaml:1:1: a value is missing here
                    a: 1 ;  b: 2        | x.yaml:2:3: this ":" begins no field: the line is indented too far, or a text with ": " lacks quotes
                    a: ; \tb: 1         | x.yaml:2:1: a tab stands where only spaces may; indent with spaces
                    a: 1 ; b            | x.yaml:2:1: this is no field: the ":" and a space after its name are missing
                    a: ;   - 1 ;  - 2   | x.yaml:3:2: this line does not fit the indentation of those before it
                    a: 1 ; --- ; b: 1   | x.yaml:2: a second document begins here; a file holds one
                    a: 1 ; ... ; b      | x.yaml:3:1: no document goes on here: it has ended, or a "%" before it needs a line --- behind it
                    %YAML 3.0 ; --- ; a | x.yaml: this is not YAML 1.2
                    """)
    void mistakesOfSyntaxAreTold(String written, String fault) {
        read(written.replace(" ; ", "\n"));
        assertThat(told()).containsExactly(fault);
    }

    @Test
    void charactersThatYamlForbidsAreTold() {
        read("a: 1\nb: \u0007");
        assertThat(told()).containsExactly("x.yaml:2:4: the character U+0007 is not allowed in YAML");
    }

    @Test
    void sixteenLevelsAreRead() {
        read("[".repeat(16) + "]".repeat(16));
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void deeperNestingIsToldAtOnce(String opening) {
        assertThat(atOnce(opening.repeat(100_000))).containsExactly("x.yaml:1: nested too deep: more than 16 levels");
    }

    @Test
    void aBillionLaughsEndAtOnce() {
        String bomb = IntStream.range(1, 30)
                .mapToObj(i -> "l" + i + ": &l" + i + " [" + ("*l" + (i - 1) + ", ").repeat(9) + "]\n")
                .collect(Collectors.joining());
        assertThat(atOnce("l0: &l0 lol\n" + bomb))
                .hasSize(1 + 29 * 10)
                .startsWith("x.yaml:1: root.l0: anchors are not read: take out &l0, or quote the text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n", "- [a]\n", "- {a: b}\n", "- \n"})
    void moreThanAnybodyWritesIsToldAtOnce(String entry) {
        assertThat(atOnce(entry.repeat(100_000)))
                .singleElement()
                .asString()
                .endsWith(": too much: more than 10000 names and values");
    }

    @Test
    void tenThousandNamesAndValuesAreRead() {
        read("- a\n".repeat(9_999));
        assertThat(told()).isEmpty();
        read("- a\n".repeat(10_000));
        assertThat(told()).hasSize(1);
    }

    private List<String> atOnce(String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(text));
        return told();
    }

    private Node read(String text) {
        return YamlReader.read(text, new Place.InFile("x.yaml"), "root", faults);
    }

    private List<String> told() {
        return faults.inOrder().stream().map(Fault::toString).toList();
    }

    private static Place line(int line) {
        return new Place.OnLine("x.yaml", line);
    }

    private static Node plain(int line, String text) {
        return new Node.Scalar(line(line), text, Node.Style.PLAIN);
    }
}
