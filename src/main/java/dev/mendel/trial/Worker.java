package dev.mendel.trial;

import java.util.Map;

/// Tells which worker evaluates on the current thread.
public final class Worker {
    private static final ScopedValue<Integer> NUMBER = ScopedValue.newInstance();
    private static final ScopedValue<Map<String, String>> ENVIRONMENT = ScopedValue.newInstance();

    private Worker() {}

    /// The number of the worker that evaluates, from 1; 1 outside of any.
    public static int current() {
        return NUMBER.orElse(1);
    }

    /// The variables that the worker's programs get beside those of this process, such as the GPUs that are its
    /// own.
    public static Map<String, String> environment() {
        return ENVIRONMENT.orElse(Map.of());
    }

    /// Works as a worker.
    public static void run(int number, Runnable work) {
        run(number, Map.of(), work);
    }

    /// Works as a worker whose programs get some variables.
    public static void run(int number, Map<String, String> environment, Runnable work) {
        ScopedValue.where(NUMBER, number).where(ENVIRONMENT, environment).run(work);
    }
}
