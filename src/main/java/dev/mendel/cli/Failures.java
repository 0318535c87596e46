package dev.mendel.cli;

import dev.mendel.cli.session.Screen;
import dev.mendel.data.DataException;
import dev.mendel.experiment.ExperimentException;
import dev.mendel.model.ModelException;
import dev.mendel.store.StoreException;
import dev.mendel.trial.ObjectiveException;
import dev.mendel.trial.evaluate.SiteException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Objects;
import org.apache.logging.log4j.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns exceptions into messages and exit codes: a mistake of the user is told without a stack trace and exits
/// 2; a bug goes to the log with its stack trace and exits 1.
final class Failures {
    static final int BUG = 1;
    static final int MISTAKE = 2;

    private Failures() {}

    /// @throws ParameterException with the message if something does not hold that was typed
    static void require(CommandSpec command, boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(command.commandLine(), otherwise);
        }
    }

    static int mistyped(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        told("mendel: " + message(e), err);
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return MISTAKE;
    }

    /// A mistake in what was typed. Unknown options are named alone, without the words after them.
    private static String message(ParameterException e) {
        List<String> options = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().stream()
                        .filter(word -> word.startsWith("-"))
                        .toList()
                : List.of();
        return options.isEmpty() ? String.valueOf(e.getMessage()) : "unknown option " + String.join(", ", options);
    }

    static int thrown(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        return switch (e) {
            case ExperimentException faults -> {
                faults.faults().stream().map(Object::toString).forEach(fault -> told(fault, err));
                yield MISTAKE;
            }
            case StoreException mistake -> mistake(mistake, err);
            case DataException mistake -> mistake(mistake, err);
            case SiteException mistake -> mistake(mistake, err);
            case ObjectiveException mistake -> mistake(mistake, err);
            case ModelException mistake -> mistake(mistake, err);
            case IOException mistake -> unreadable(mistake, err);
            case UncheckedIOException mistake -> unreadable(Objects.requireNonNull(mistake.getCause()), err);
            default -> bug(e, err);
        };
    }

    /// The Java machine can't go on: a run is as if it had been interrupted.
    static int exhausted(VirtualMachineError e, PrintWriter err) {
        LogManager.getLogger(Failures.class).error("the Java machine can't go on", e);
        told(
                "mendel: the Java machine can't go on: " + e + ". Finished trials are kept. `resume` goes on with it:"
                        + " with more memory, as MENDEL_HEAP=8g, or with fewer --workers",
                err);
        return BUG;
    }

    /// A file that is not there, or can't be read or written.
    private static int unreadable(IOException e, PrintWriter err) {
        String what = switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder";
            case NotDirectoryException file -> file.getFile() + ": is no folder";
            case AccessDeniedException denied -> denied.getFile() + ": access is denied";
            default -> String.valueOf(e.getMessage());
        };
        told("mendel: " + what, err);
        return MISTAKE;
    }

    private static void told(String line, PrintWriter err) {
        Screen.plain(err).line(line);
    }

    private static int mistake(Exception e, PrintWriter err) {
        told("mendel: " + e.getMessage(), err);
        return MISTAKE;
    }

    private static int bug(Exception e, PrintWriter err) {
        LogManager.getLogger(Failures.class).error("a bug", e);
        err.println("mendel: this is a bug of mendel, not of yours: " + e);
        e.printStackTrace(err);
        return BUG;
    }
}
