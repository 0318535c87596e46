package dev.mendel.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.mendel.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// One HTML file that needs nothing else: the frame that all pages share, the charts' library, a script for the
/// kind of page, and the data as JSON.
public enum Page {
    /// A search: see [RunReport].
    RUN,
    /// Fixed systems over rounds: see [RoundsReport].
    ROUNDS,
    /// Several runs side by side: see [ComparisonReport].
    COMPARISON;

    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(Double.class, new Finite())
                    .addSerializer(Double.TYPE, new Finite()));

    /// JSON has no NaN: what is no number is null.
    private static final class Finite extends JsonSerializer<Double> {
        @Override
        public void serialize(Double number, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(number)) {
                json.writeNumber(number);
            } else {
                json.writeNull();
            }
        }
    }

    /// Writes the page, replacing one that is there.
    ///
    /// @param title what the browser's tab is called
    /// @param data what the page's script reads, as records or JSON
    /// @throws StoreException if it can't be written
    public Path write(Path file, String title, Object data) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(unfinished, html(title, data));
            return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException(file + ": can't be written: " + e.getMessage(), e);
        }
    }

    private String html(String title, Object data) throws IOException {
        return resource("page.html")
                .replace("<!--TITLE-->", title.replace("&", "&amp;").replace("<", "&lt;"))
                .replace("/*STYLE*/", resource("page.css"))
                .replace("/*ECHARTS*/", resource(ECHARTS))
                .replace("/*FRAME*/", resource("page.js"))
                .replace("/*PAGE*/", resource(name().toLowerCase(Locale.ROOT) + ".js"))
                .replace("/*DATA*/", JSON.writeValueAsString(data).replace("</", "<\\/"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
