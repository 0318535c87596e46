"""Makes study.db, with Optuna 5.0.0: python study.py"""

import math
import sqlite3

import optuna

FILE = "study.db"
optuna.logging.set_verbosity(optuna.logging.ERROR)
sampler = optuna.samplers.RandomSampler(seed=1)


def net(trial):
    optimizer = trial.suggest_categorical("optimizer", ["sgd", "adam"])
    rate = trial.suggest_float("lr", 1e-5, 1, log=True)
    layers = trial.suggest_int("layers", 1, 6)
    trial.suggest_int("units", 16, 256, log=True)
    drop = trial.suggest_float("drop", 0, 0.5, step=0.1)
    trial.suggest_categorical("nesterov", [True, False])
    trial.suggest_categorical("decay", [None, 1, 0.5, "1"])
    if optimizer == "sgd":
        trial.suggest_float("momentum", 0, 1)
    value = (math.log10(rate) + 3) ** 2 + layers / 10 + drop
    for step in range(3):
        trial.report(math.nan if trial.number == 1 and step == 1 else value * (4 - step), step)
        if trial.number == 5 and step == 1:
            raise optuna.TrialPruned()
    if trial.number == 7:
        raise ValueError("no")
    return math.inf if trial.number == 8 else value


def study(name, **direction):
    return optuna.create_study(study_name=name, storage="sqlite:///" + FILE, sampler=sampler, **direction)


nets = study("net", direction="minimize")
nets.optimize(net, n_trials=12, catch=(ValueError,))
nets.enqueue_trial(nets.trials[0].params)
nets.optimize(net, n_trials=1)
nets.enqueue_trial({"lr": 0.1})
study("two", directions=["minimize", "maximize"]).optimize(lambda trial: (trial.suggest_float("x", 0, 1), 1.0), 2)

storage = sqlite3.connect(FILE)
storage.execute("pragma page_size = 1024")
storage.execute("vacuum")
