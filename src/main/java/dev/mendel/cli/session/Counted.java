package dev.mendel.cli.session;

import java.math.BigInteger;
import java.util.Locale;

/// Numbers of things as people read them.
public final class Counted {
    private Counted() {}

    /// `1 trial`, `1,200 trials`.
    ///
    /// @param thing one of them; its plural ends with s
    public static String of(long count, String thing) {
        return of(BigInteger.valueOf(count), thing);
    }

    /// The same of a number of any size.
    public static String of(BigInteger count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count.equals(BigInteger.ONE) ? "" : "s");
    }
}
