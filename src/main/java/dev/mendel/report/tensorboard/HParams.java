package dev.mendel.report.tensorboard;

import dev.mendel.space.Choice;
import dev.mendel.space.Configuration;
import dev.mendel.space.Hyperparameter;
import dev.mendel.space.Range;
import dev.mendel.space.SearchSpace;
import dev.mendel.space.Value;
import dev.mendel.store.StoredTrial;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// The records of the HParams dashboard: one of the experiment, which tells the hyperparameters and metrics, and
/// two of each trial, which is a session there (`tensorboard/plugins/hparams/api.proto`, `plugin_data.proto`).
final class HParams {
    private static final int SUCCESS = 1;
    private static final int FAILURE = 2;

    private final SearchSpace space;

    /// The type of a hyperparameter's values. The dashboard knows one for each hyperparameter.
    private enum Type {
        STRING(1),
        BOOL(2),
        FLOAT64(3);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        static Type of(Hyperparameter hyperparameter) {
            return switch (hyperparameter) {
                case Range _ -> FLOAT64;
                case Choice choice -> of(choice.values());
            };
        }

        private static Type of(List<Value> values) {
            if (values.stream().allMatch(Value.Flag.class::isInstance)) {
                return BOOL;
            }
            return values.stream().allMatch(value -> Value.number(value) != null) ? FLOAT64 : STRING;
        }
    }

    HParams(SearchSpace space) {
        this.space = space;
    }

    /// The record of the experiment.
    ///
    /// @param metrics the tags of the curves whose last numbers are a session's metrics
    Event experiment(String name, String description, Instant created, List<String> metrics) {
        var experiment = new Proto().text(6, name).text(1, description).real(3, Event.seconds(created));
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            experiment.message(4, info(hyperparameter));
        }
        for (String tag : metrics) {
            experiment.message(5, new Proto().message(1, new Proto().text(2, tag)));
        }
        return Event.hparams(created, "experiment", data(2, experiment));
    }

    /// The record of a trial's begin: its configuration.
    Event begin(Configuration configuration, Instant time) {
        var session = new Proto();
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            configuration
                    .find(hyperparameter.name())
                    .map(value -> value(value, Type.of(hyperparameter)))
                    .map(value -> new Proto().text(1, hyperparameter.name()).message(2, value))
                    .ifPresent(entry -> session.message(1, entry));
        }
        session.real(5, Event.seconds(time));
        return Event.hparams(time, "session_start_info", data(3, session));
    }

    /// The record of a trial's end.
    ///
    /// @param state finished or failed
    Event end(StoredTrial.State state, Instant time) {
        var session = new Proto()
                .whole(1, state == StoredTrial.State.FINISHED ? SUCCESS : FAILURE)
                .real(2, Event.seconds(time));
        return Event.hparams(time, "session_end_info", data(4, session));
    }

    private static Proto data(int field, Proto record) {
        return new Proto().message(field, record);
    }

    private static Proto info(Hyperparameter hyperparameter) {
        Type type = Type.of(hyperparameter);
        var info = new Proto().text(1, hyperparameter.name()).whole(4, type.number);
        switch (hyperparameter) {
            case Range range ->
                info.message(6, new Proto().real(1, number(range.lowest())).real(2, number(range.highest())));
            case Choice choice -> {
                var domain = new Proto();
                choice.grid().forEach(value -> domain.message(1, value(value, type)));
                info.message(5, domain);
            }
        }
        return info;
    }

    /// A message `google.protobuf.Value`.
    private static Proto value(Value value, Type type) {
        return switch (type) {
            case FLOAT64 -> new Proto().real(2, number(value));
            case STRING -> new Proto().text(3, value.display());
            case BOOL -> new Proto().whole(4, value.equals(new Value.Flag(true)) ? 1 : 0);
        };
    }

    private static double number(Value value) {
        BigDecimal number = Value.number(value);
        if (number == null) {
            throw new IllegalArgumentException(value.display() + " is not a number");
        }
        return number.doubleValue();
    }
}
