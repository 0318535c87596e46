package dev.mendel.experiment.file;

import dev.mendel.experiment.yaml.Field;
import dev.mendel.experiment.yaml.Fields;
import dev.mendel.experiment.yaml.Literal;
import dev.mendel.search.Budget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the section `failures`: how many in a row end a search, and how often a fold is tried again.
///
/// @param stopAfter as [Budget#failures]
/// @param retry as [dev.mendel.trial.Retrying]
record FailuresSection(long stopAfter, int retry) {
    /// The settings where nothing is said.
    static final FailuresSection USUAL = new FailuresSection(50, 0);

    private static final String STOP_AFTER = "stop-after";
    private static final String RETRY = "retry";

    static FailuresSection read(Optional<Field> field) {
        return field.flatMap(failures -> failures.fields("settings such as {stop-after: 10, retry: 1}"))
                .map(fields -> read(fields.only(List.of(STOP_AFTER, RETRY))))
                .orElse(USUAL);
    }

    private static FailuresSection read(Fields fields) {
        long stopAfter = fields.find(STOP_AFTER).flatMap(FailuresSection::limit).orElse(USUAL.stopAfter());
        return new FailuresSection(stopAfter, (int) fields.whole(RETRY, 0, 1000, 0));
    }

    private static Optional<Long> limit(Field field) {
        String allowed = "a whole number from 1, or " + BudgetSection.UNLIMITED;
        return field.literal(allowed).flatMap(literal -> {
            Optional<Long> limit = switch (literal) {
                case Literal.Whole(long number) when number >= 1 -> Optional.of(number);
                case Literal.Word(String word)
                when word.equals(BudgetSection.UNLIMITED) -> Optional.of(Budget.UNLIMITED);
                default -> Optional.empty();
            };
            if (limit.isEmpty()) {
                field.refuse(allowed);
            }
            return limit;
        });
    }

    /// The section as the file writes it, by field.
    static Map<String, String> write(Budget budget, int retry) {
        var fields = new LinkedHashMap<String, String>();
        long limit = budget.failures();
        fields.put(STOP_AFTER, limit == Budget.UNLIMITED ? BudgetSection.UNLIMITED : Long.toString(limit));
        fields.put(RETRY, Integer.toString(retry));
        return fields;
    }
}
