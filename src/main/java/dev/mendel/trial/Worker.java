package dev.mendel.trial;

/// Tells which worker evaluates on the current thread.
public final class Worker {
    private static final ScopedValue<Integer> NUMBER = ScopedValue.newInstance();

    private Worker() {}

    /// The number of the worker that evaluates, from 1; 1 outside of any.
    public static int current() {
        return NUMBER.orElse(1);
    }

    /// Works as a worker.
    public static void run(int number, Runnable work) {
        ScopedValue.where(NUMBER, number).run(work);
    }
}
