package dev.mendel.cli.session;

/// Commands as the user would type them.
public final class Typed {
    private Typed() {}

    /// `./mendel COMMAND ARGUMENTS`, or however the program was started.
    public static String command(String command, String arguments) {
        return System.getProperty("mendel.command", "./mendel") + " " + command + " " + arguments;
    }
}
