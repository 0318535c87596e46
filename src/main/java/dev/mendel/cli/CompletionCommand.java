package dev.mendel.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `mendel completion`.
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print a script by which bash or zsh completes commands, options and names of runs.",
        footer = {"", "Try it: source <(${sys:mendel.command:-./mendel} completion)"})
final class CompletionCommand implements Callable<Integer> {
    /// Lists the runs in the usual folder, the newest first.
    private static final String RUNS = """

            function _mendel_runs() {
              echo latest
              ls -t output 2>/dev/null | while read -r name; do
                [ -f "output/$name/run.db" ] && echo "$name"
              done
            }
            """;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        String script = AutoComplete.bash("mendel", spec.root().commandLine());
        String completed = script.replace('"' + RunNames.MARK + '"', "$(_mendel_runs)");
        spec.commandLine().getOut().print(completed + RUNS);
        return 0;
    }
}
