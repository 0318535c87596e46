package dev.mendel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.experiment.yaml.Fault;
import dev.mendel.experiment.yaml.Faults;
import dev.mendel.experiment.yaml.Place;
import dev.mendel.imports.Csv.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private final Faults faults = new Faults();

    private List<Csv.Row> rows(String text) {
        return Csv.read(text, new Place.InFile("t.csv"), faults);
    }

    private List<List<String>> cells(String text) {
        List<List<String>> cells = rows(text).stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
        assertThat(faults.inOrder()).isEmpty();
        return cells;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2", "a;b\n1;2\n", "a\tb\n\n1\t2\n", "\"a\",b\n\"1\",2"})
    void cellsAreSeparatedAsTheFirstLineIs(String text) {
        assertThat(cells(text)).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void quotesHoldSeparatorsLineBreaksAndQuotes() {
        assertThat(cells("a,b\n\"1,2\",\"x\ny \"\"z\"\"\"\n")).contains(List.of("1,2", "x\ny \"z\""));
    }

    @Test
    void emptyCellsAreCellsAtTheEndToo() {
        assertThat(cells("a,b,c\n,,\n\"\",1,")).contains(List.of("", "", ""), List.of("", "1", ""));
    }

    @Test
    void aCellKnowsItsLineAndItsCharacter() {
        List<Csv.Row> rows = rows("a,b\n\"x\r\ny\",é😀,2\nlast,1\n");
        assertThat(rows.stream().map(Csv.Row::line)).containsExactly(1, 2, 4);
        assertThat(rows.get(1).cells().stream().map(Cell::place).map(Place::toString))
                .containsExactly("t.csv:2:1", "t.csv:3:4", "t.csv:3:7");
    }

    @Test
    void aQuoteThatIsNotClosedIsToldWhereItOpens() {
        rows("a,b\n1,\"2\n3,4\n");
        assertThat(faults.inOrder().stream().map(Fault::toString))
                .containsExactly("t.csv:2:3: the quote that opens here is not closed");
    }

    @Test
    void textBehindAClosingQuoteIsAFault() {
        rows("a,b\n\"1\"x,2\n");
        assertThat(faults.inOrder().stream().map(Fault::toString))
                .containsExactly(
                        "t.csv:2:4: there is text behind a closing quote; a quote within quotes is written twice");
    }

    @Test
    void nothingHasNoRows() {
        assertThat(cells("")).isEmpty();
        assertThat(cells("\n\r\n\n")).isEmpty();
    }
}
