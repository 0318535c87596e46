package dev.mendel.experiment.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts settings of the command line, such as `budget.trials=50`, into a document before it is read. Values are
/// YAML: `space.batch.ordered=[25, 50]`. Groups that are not there yet are made; a later setting goes before an
/// earlier one.
public final class Overrides {
    private final Faults faults;

    private Overrides(Faults faults) {
        this.faults = faults;
    }

    /// The document with the settings in it.
    public static Node apply(Node root, List<String> settings, Faults faults) {
        var overrides = new Overrides(faults);
        if (!(root instanceof Node.Mapping)) {
            return root;
        }
        Node changed = root;
        for (String setting : settings) {
            changed = overrides.apply(changed, setting);
        }
        return changed;
    }

    private Node apply(Node root, String setting) {
        int equals = setting.indexOf('=');
        String path = equals < 0 ? setting : setting.substring(0, equals);
        var place = new Place.OnCommandLine(Shown.text(path));
        List<String> names = List.of(path.split("\\.", -1));
        if (equals < 0) {
            faults.add(place, "has no \"=\"; write path=value, as in budget.trials=50");
            return root;
        }
        if (names.stream().anyMatch(String::isBlank)) {
            faults.add(place, "a name is missing; write path=value, as in budget.trials=50");
            return root;
        }
        if (names.stream().anyMatch(name -> name.contains("["))) {
            faults.add(place, "entries of lists cannot be set; set the list as a whole");
            return root;
        }
        return put(root, names, 0, YamlReader.read(setting.substring(equals + 1), place, path, faults), place);
    }

    private Node put(Node node, List<String> names, int from, Node value, Place place) {
        if (from == names.size()) {
            return value;
        }
        if (!(node instanceof Node.Mapping mapping)) {
            refuse(node, names.subList(0, from), place);
            return node;
        }
        int to = end(mapping, names, from);
        String name = String.join(".", names.subList(from, to));
        Optional<Node.Entry> old = mapping.find(name);
        Node inner = old.map(Node.Entry::value).orElse(new Node.Mapping(place, List.of()));
        Place key = old.map(Node.Entry::place).orElse(place);
        Node changed = put(inner, names, to, value, place);
        return with(mapping, new Node.Entry(name, to == names.size() ? place : key, changed));
    }

    /// Where the next name ends: a field that is there may have dots in its own name.
    private static int end(Node.Mapping mapping, List<String> names, int from) {
        for (int to = names.size(); to > from + 1; to--) {
            if (mapping.find(String.join(".", names.subList(from, to))).isPresent()) {
                return to;
            }
        }
        return from + 1;
    }

    private void refuse(Node node, List<String> names, Place place) {
        if (!(node instanceof Node.Faulty)) {
            String path = Shown.text(String.join(".", names));
            faults.add(place, path + " is " + node.shown() + " and has no fields; set it as a whole");
        }
    }

    private static Node with(Node.Mapping mapping, Node.Entry entry) {
        var entries = new ArrayList<Node.Entry>();
        mapping.entries().forEach(old -> entries.add(old.name().equals(entry.name()) ? entry : old));
        if (mapping.find(entry.name()).isEmpty()) {
            entries.add(entry);
        }
        return new Node.Mapping(mapping.place(), entries);
    }
}
