package dev.mendel.experiment.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML document into nodes. Takes the plain part of YAML only: no anchors, aliases or tags, one
/// document, [#DEEPEST] levels, [#MOST] names and values; time and memory are linear in the text.
public final class YamlReader {
    /// The deepest nesting of lists and groups.
    static final int DEEPEST = 16;

    /// The largest number of names, values, lists and groups in a document: more than people write, few enough
    /// for everything that is done with them.
    static final int MOST = 10_000;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setParseComments(false).build();

    private final Place source;
    private final Faults faults;
    private final Iterator<Event> events;

    private int nodes;

    /// The text goes deeper or further than is read.
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        TooMuch(Place place, String message) {
            super(message, null, false, false);
            fault = new Fault(place, "", message);
        }
    }

    private YamlReader(String text, Place source, Faults faults) {
        this.source = source;
        this.faults = faults;
        events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /// The document in a text. An empty text is read as a scalar that means nothing; text that is no YAML, as a
    /// faulty node, and is then among the faults.
    ///
    /// @param source the text's origin, for the places of its nodes
    /// @param path the path of the document's root
    public static Node read(String text, Place source, String path, Faults faults) {
        Optional<Fault> fault = SyntaxFault.unprintable(text, source);
        if (fault.isEmpty()) {
            try {
                return new YamlReader(text, source, faults).document(path);
            } catch (TooMuch e) {
                fault = Optional.of(e.fault);
            } catch (YamlEngineException e) {
                fault = Optional.of(SyntaxFault.of(e, source));
            } catch (NumberFormatException _) {
                fault = Optional.of(SyntaxFault.escape(text, source));
            }
        }
        faults.add(fault.get().place(), fault.get().message());
        return new Node.Faulty(source);
    }

    private Node document(String path) {
        events.next();
        if (!(events.next() instanceof DocumentStartEvent)) {
            return new Node.Scalar(source, "", Node.Style.PLAIN);
        }
        Node root = node(events.next(), path, 0);
        events.next();
        if (events.next() instanceof DocumentStartEvent second) {
            faults.add(place(second), "a second document begins here; a file holds one");
        }
        return root;
    }

    private Node node(Event event, String path, int depth) {
        Place place = place(event);
        if (++nodes > MOST) {
            throw new TooMuch(place, "too much: more than " + MOST + " names and values");
        }
        if (event instanceof NodeEvent named && named.getAnchor().isPresent()) {
            refuseAnchor(named, place, path);
        }
        return switch (event) {
            case AliasEvent _ -> new Node.Faulty(place);
            case ScalarEvent scalar
            when scalar.getTag().isPresent() -> refuseTag(scalar.getTag().get(), place, path);
            case ScalarEvent scalar ->
                new Node.Scalar(place, scalar.getValue(), scalar.isPlain() ? Node.Style.PLAIN : Node.Style.QUOTED);
            case CollectionStartEvent _
            when depth == DEEPEST -> throw new TooMuch(place, "nested too deep: more than " + DEEPEST + " levels");
            case SequenceStartEvent start -> tagged(start, path, sequence(place, path, depth + 1));
            case MappingStartEvent start -> tagged(start, path, mapping(place, path, depth + 1));
            default -> throw new IllegalStateException("a node cannot begin with " + event);
        };
    }

    private Node sequence(Place place, String path, int depth) {
        var items = new ArrayList<Node>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, Field.item(path, items.size()), depth));
        }
        return new Node.Sequence(place, items);
    }

    private Node mapping(Place place, String path, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, path, depth);
            String name = key instanceof Node.Scalar scalar ? scalar.text() : "";
            Node value = node(events.next(), Field.within(path, name), depth);
            if (!(key instanceof Node.Scalar)) {
                refuseKey(key, path);
                continue;
            }
            Place before = seen.putIfAbsent(name, key.place());
            if (before == null) {
                entries.add(new Node.Entry(name, key.place(), value));
            } else {
                faults.add(key.place(), Field.within(path, name), "stands here a second time; first at " + before);
            }
        }
        return new Node.Mapping(place, entries);
    }

    private void refuseKey(Node key, String path) {
        if (!(key instanceof Node.Faulty)) {
            faults.add(key.place(), path, key.shown() + " cannot be the name of a field");
        }
    }

    private Node tagged(CollectionStartEvent start, String path, Node node) {
        return start.getTag().isPresent() ? refuseTag(start.getTag().get(), node.place(), path) : node;
    }

    private Node refuseTag(String tag, Place place, String path) {
        faults.add(place, path, "tags are not read: take out " + Shown.text(tag.replace("tag:yaml.org,2002:", "!!")));
        return new Node.Faulty(place);
    }

    private void refuseAnchor(NodeEvent event, Place place, String path) {
        String name = Shown.text(event.getAnchor().orElseThrow().getValue());
        faults.add(
                place,
                path,
                event instanceof AliasEvent
                        ? "aliases are not read: write out the value of *" + name + ", or quote the text"
                        : "anchors are not read: take out &" + name + ", or quote the text");
    }

    private Place place(Event event) {
        return source.line(event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }
}
