package dev.mendel.external;

import dev.mendel.trial.Trial;

/// A request to a program, one line of JSON:
/// `{"trial":12,"repeat":0,"seed":1804289383,"configuration":{"optimizer":"adam","layers":3}}`.
///
/// The seed is from 0 to 2³¹ − 1, which every library takes, and another one for each trial and repeat; it
/// derives from the trial's. Hyperparameters that take no part are absent. Where the number of epochs is said,
/// it is in the request (`"epochs":9`).
final class Request {
    private static final long MOST = 0x7fff_ffffL;

    private Request() {}

    /// The seed of a repeat.
    static long seed(Trial trial, int repeat) {
        return trial.seed().derive("repeat", repeat).value() & MOST;
    }

    static String line(Trial trial, int repeat, CommandSettings.Steps steps) {
        return "{\"trial\":" + trial.id() + ",\"repeat\":" + repeat + ",\"seed\":" + seed(trial, repeat)
                + (steps.epochs() == 1 ? "" : ",\"epochs\":" + steps.epochs())
                + ",\"configuration\":" + trial.configuration().json() + "}";
    }

    /// What a program that listens is told after an epoch of a request, one line of JSON:
    /// `{"trial":12,"repeat":0,"continue":true}`.
    ///
    /// @param word `continue`, or `stop`
    static String decision(Answer.Asked asked, String word) {
        return "{\"trial\":" + asked.trial() + ",\"repeat\":" + asked.repeat() + ",\"" + word + "\":true}";
    }
}
