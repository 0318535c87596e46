package dev.mendel.serve;

import dev.mendel.store.RunDirectory;
import dev.mendel.store.RunPulse;
import dev.mendel.store.StoreException;
import org.jspecify.annotations.Nullable;

/// Looks whether a run has changed. A run that can't be looked at is tried again each time.
final class RunLook implements Watch.Look {
    private final RunDirectory directory;
    private @Nullable RunPulse pulse;

    RunLook(RunDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Object now() {
        try {
            RunPulse open = pulse == null ? RunPulse.of(directory) : pulse;
            pulse = open;
            return open.beat();
        } catch (StoreException e) {
            close();
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() {
        RunPulse open = pulse;
        pulse = null;
        if (open != null) {
            open.close();
        }
    }
}
