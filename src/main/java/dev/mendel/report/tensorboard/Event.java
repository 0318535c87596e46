package dev.mendel.report.tensorboard;

import java.time.Instant;

/// One summary at one step: a number of a curve, a text, or a record of the HParams dashboard.
///
/// @param value a message `Summary.Value`
record Event(Instant time, long step, Proto value) {
    private static final int STRING = 7;
    private static final int FLOAT = 1;
    private static final int CLASS_SCALAR = 1;
    private static final int CLASS_TENSOR = 2;

    /// A number of the curve `tag`, in single precision: TensorBoard's data server passes over any other scalar.
    static Event scalar(Instant time, long step, String tag, double number) {
        Proto metadata = metadata("scalars", new byte[0], CLASS_SCALAR);
        return new Event(
                time, step, new Proto().text(1, tag).single(2, (float) number).message(9, metadata));
    }

    /// A text, which the text dashboard shows.
    static Event text(Instant time, long step, String tag, String text) {
        Proto tensor = new Proto().whole(1, STRING).message(2, new Proto()).text(8, text);
        return new Event(time, step, tensor(tag, tensor, metadata("text", new byte[0], CLASS_TENSOR)));
    }

    /// A record of the HParams dashboard, which reads it from the metadata of a tensor without elements.
    static Event hparams(Instant time, String tag, Proto content) {
        Proto empty = new Proto().message(2, new Proto().whole(1, 0));
        Proto tensor = new Proto().whole(1, FLOAT).message(2, empty);
        return new Event(time, 0, tensor("_hparams_/" + tag, tensor, metadata("hparams", content.bytes(), 0)));
    }

    /// A time as TensorBoard counts it.
    static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }

    /// The message `Event`.
    Proto proto() {
        return new Proto().real(1, seconds(time)).whole(2, step).message(5, new Proto().message(1, value));
    }

    private static Proto tensor(String tag, Proto tensor, Proto metadata) {
        return new Proto().text(1, tag).message(8, tensor).message(9, metadata);
    }

    private static Proto metadata(String plugin, byte[] content, int dataClass) {
        return new Proto()
                .message(1, new Proto().text(1, plugin).bytes(2, content))
                .whole(4, dataClass);
    }
}
