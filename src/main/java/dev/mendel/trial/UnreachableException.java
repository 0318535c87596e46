package dev.mendel.trial;

/// The machine that was to evaluate a trial could not be reached, which says nothing of the trial: the
/// evaluation is to be made again, later or elsewhere.
public final class UnreachableException extends EvaluationException {
    private static final long serialVersionUID = 1;

    public UnreachableException(String message) {
        super(message);
    }
}
