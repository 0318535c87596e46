package dev.mendel.external.script;

/// A text for patterns that may take for ever: reading it ends with a [Late] when its time is up, or the
/// reading thread is interrupted. For one thread.
public final class Watched implements CharSequence {
    /// The number of characters that are read without a look at the clock.
    private static final int UNWATCHED = 4096;

    private final CharSequence text;
    private final long deadline;
    private int read;

    /// A text was not read to its end.
    public static final class Late extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// @param deadline by the clock of [System#nanoTime]
    public Watched(CharSequence text, long deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public char charAt(int index) {
        if (++read % UNWATCHED == 0 && (Thread.currentThread().isInterrupted() || deadline - System.nanoTime() < 0)) {
            throw new Late();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
