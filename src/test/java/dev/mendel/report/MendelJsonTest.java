package dev.mendel.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendel.space.Configuration;
import dev.mendel.space.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MendelJsonTest {
    private record Some(double wallSeconds, @Nullable Double test, List<Double> folds, Configuration configuration) {}

    private static Some some() {
        var values = new LinkedHashMap<String, Value>();
        values.put("word", new Value.Text("a \"b\""));
        values.put("whole", new Value.Whole(3));
        values.put("real", new Value.Real(1e-7));
        values.put("flag", new Value.Flag(true));
        return new Some(Double.NaN, null, List.of(0.5, Double.POSITIVE_INFINITY), new Configuration(values));
    }

    @Test
    void programsReadNamesWithHyphensAndNullForWhatIsNoNumber() {
        assertThat(MendelJson.line(some()))
                .isEqualTo("{\"wall-seconds\":null,\"folds\":[0.5,null],\"configuration\":"
                        + "{\"word\":\"a \\\"b\\\"\",\"whole\":3,\"real\":1.0E-7,\"flag\":true}}");
    }

    @Test
    void pagesReadTheNamesOfRecords() {
        assertThat(MendelJson.ofRecords(some())).startsWith("{\"wallSeconds\":null,\"test\":null,");
    }

    @Test
    void aPageIsNotEndedByWhatItShows(@TempDir Path folder) throws Exception {
        Map<String, String> data = Map.of("failure", "<!--<script> </script>");
        Path page = Page.RUN.write(folder.resolve("page.html"), "a page", data);
        assertThat(Files.readString(page)).contains("{\"failure\":\"\\u003c!--\\u003cscript> \\u003c/script>\"}");
    }
}
