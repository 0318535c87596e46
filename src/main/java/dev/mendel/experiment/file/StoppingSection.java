package dev.mendel.experiment.file;

import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.Literal;
import dev.mendel.search.Stopping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the section `stopping`: `rungs`, `none`, or settings of the rungs.
final class StoppingSection {
    private static final String NONE = "none";
    private static final String RUNGS = "rungs";
    private static final String KEEP = "keep";
    private static final String GRACE = "grace";
    private static final String OF = "of";
    private static final String ALLOWED = "rungs, none, or settings such as {rungs: [1, 3, 9], keep: 0.5, grace: 3}";

    private StoppingSection() {}

    static Stopping read(Optional<Field> field) {
        return field.flatMap(StoppingSection::read).orElse(Stopping.NONE);
    }

    private static Optional<Stopping> read(Field field) {
        if (!field.isScalar()) {
            return field.fields(ALLOWED).map(fields -> read(fields.only(List.of(RUNGS, KEEP, GRACE, OF))));
        }
        return field.literal(ALLOWED).flatMap(literal -> {
            Optional<Stopping> stopping = switch (literal) {
                case Literal.Word(String word) when word.equals(RUNGS) -> Optional.of(Stopping.RUNGS);
                case Literal.Word(String word) when word.equals(NONE) -> Optional.of(Stopping.NONE);
                default -> Optional.empty();
            };
            if (stopping.isEmpty()) {
                field.refuse(ALLOWED);
            }
            return stopping;
        });
    }

    private static Stopping read(Fields fields) {
        List<Integer> rungs = fields.find(RUNGS).flatMap(StoppingSection::rungs).orElse(List.of());
        Double keep = fields.find(KEEP)
                .flatMap(field -> field.number(share -> share > 0 && share < 1, "a number above 0 and below 1"))
                .orElse(null);
        return new Stopping(
                true,
                rungs,
                keep,
                (int) fields.whole(GRACE, 1, Integer.MAX_VALUE, 1),
                fields.word(OF, Stopping.Of.class, Stopping.Of.EPOCHS));
    }

    private static Optional<List<Integer>> rungs(Field field) {
        return field.items("numbers of epochs, or of folds, such as [1, 3, 9]").map(items -> {
            var rungs = new ArrayList<Integer>();
            for (Field item : items) {
                int least = rungs.isEmpty() ? 1 : rungs.getLast() + 1;
                item.whole(least, Integer.MAX_VALUE).ifPresent(rung -> rungs.add(rung.intValue()));
            }
            return rungs;
        });
    }

    /// The section as the file writes it.
    static String write(Stopping stopping) {
        if (!stopping.on()) {
            return NONE;
        }
        var settings = new ArrayList<String>();
        if (!stopping.rungs().isEmpty()) {
            settings.add(RUNGS + ": " + stopping.rungs());
        }
        if (stopping.keep() != null) {
            settings.add(KEEP + ": " + stopping.keep());
        }
        if (stopping.grace() > 1) {
            settings.add(GRACE + ": " + stopping.grace());
        }
        if (stopping.of() != Stopping.Of.EPOCHS) {
            settings.add(OF + ": " + stopping.of().name().toLowerCase(Locale.ROOT));
        }
        return settings.isEmpty() ? RUNGS : "{" + String.join(", ", settings) + "}";
    }
}
