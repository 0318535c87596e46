package dev.mendel.model;

import dev.mendel.training.network.Head;
import dev.mendel.training.network.Network;
import dev.mendel.training.network.Sharing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A network as a module of Python that builds it from PyTorch's own layers and loads its weights.
final class PythonForm {
    private static final String TEMPLATE = "model.py";
    private static final String INDENT = " ".repeat(8);

    private PythonForm() {}

    /// @param classes whether the network names digits
    static String of(Network network, boolean classes, Description description) {
        Map<String, Sequential> parts = Tensors.parts(network);
        String built = parts.entrySet().stream()
                .flatMap(part -> part.getValue().python(part.getKey()))
                .collect(Collectors.joining("\n"));
        return template()
                .replace("@TITLE@", Description.ANSWERS)
                .replace("@ABOUT@", description.about())
                .replace("@PARTS@", built)
                .replace("@FORWARD@", forward(network, classes, parts));
    }

    private static String forward(Network network, boolean classes, Map<String, Sequential> parts) {
        if (network.sharing() == Sharing.JOINT) {
            String both = through(parts, "projection", through(parts, "tower", "torch.cat([first, second], 1)"));
            return INDENT + "return self.head(" + both + ".flatten(1)), None, None";
        }
        boolean own = network.sharing() == Sharing.SEPARATE;
        String tower = INDENT + "first, second = self.tower(first), self." + (own ? "tower2" : "tower") + "(second)\n";
        String digits = classes ? sides(parts, "classifier", own) : "None, None";
        if (network.head() instanceof Head.LessOrEqual) {
            return tower + INDENT + "return None, " + digits;
        }
        return tower + INDENT + "compared = torch.cat([" + sides(parts, "projection", own) + "], 1)\n" + INDENT
                + "return self.head(compared), " + digits;
    }

    /// A part applied to the features of both digits.
    private static String sides(Map<String, Sequential> parts, String name, boolean own) {
        return through(parts, name, "first") + ".flatten(1), " + through(parts, own ? name + "2" : name, "second")
                + ".flatten(1)";
    }

    /// A part applied to something; the thing itself where the network has no such part.
    private static String through(Map<String, Sequential> parts, String name, String input) {
        return parts.containsKey(name) ? "self." + name + "(" + input + ")" : input;
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(PythonForm.class.getResourceAsStream(TEMPLATE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Mendel's own " + TEMPLATE + " can't be read", e);
        }
    }
}
