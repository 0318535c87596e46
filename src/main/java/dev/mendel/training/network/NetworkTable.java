package dev.mendel.training.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A network as a table for people: a line for each layer, with its output and the number of its parameters.
public final class NetworkTable {
    private static final String ROW = "%-34s %-26s %12s";

    private NetworkTable() {}

    /// The lines of the table.
    public static List<String> of(Network network) {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, ROW, title(network), network.input() + " in", "parameters")
                .stripTrailing());
        for (Network.Part part : network.parts()) {
            if (part.leadsAway() && !part.layers().layers().isEmpty()) {
                lines.add(row(part.name(), part.input() + " in", 0));
            }
            add(part.layers(), part.input(), lines);
        }
        if (network.towers() > 1) {
            lines.add(row("both towers", "", network.towers() * network.towerParameters()));
        }
        var joined = new Shape.Vector(network.headInputs());
        List<Layer> layers = network.head().layers();
        if (layers.isEmpty()) {
            lines.add(row("likelier digits compared", "", 0));
        } else {
            lines.add(row("head", joined + " in", 0));
            add(new Tower(layers), joined, lines);
        }
        lines.add(row("in all", "", network.parameters()));
        return lines;
    }

    private static String title(Network network) {
        String reading = switch (network.sharing()) {
            case SHARED -> "one tower for both digits";
            case SEPARATE -> "a tower for each digit";
            case JOINT -> "one tower for the pair";
        };
        return reading + (network.auxiliary() ? ", classes" : "");
    }

    private static void add(Tower tower, Shape input, List<String> lines) {
        List<Shape> shapes = tower.shapes(input);
        for (int i = 0; i < tower.layers().size(); i++) {
            Layer layer = tower.layers().get(i);
            lines.add(row(
                    layer.toString(),
                    shapes.get(i + 1).toString(),
                    Tower.of(layer).parameters(shapes.get(i))));
        }
    }

    private static String row(String what, String comesOut, int parameters) {
        return String.format(
                        Locale.ROOT,
                        ROW,
                        what,
                        comesOut,
                        parameters == 0 ? "" : String.format(Locale.ROOT, "%,d", parameters))
                .stripTrailing();
    }
}
