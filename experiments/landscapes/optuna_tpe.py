"""Runs of Optuna's multivariate TPE on the landscapes of `mendel bench search --landscapes`, as comma-separated values.

    pip install optuna
    python3 experiments/landscapes/optuna_tpe.py FAMILY DRAWS 50,100,200 > peers.csv
"""
import csv
import json
import pathlib
import subprocess
import sys
import warnings

import optuna

MENDEL = pathlib.Path(__file__).parents[2] / "mendel"


class Landscapes:
    """Asks `mendel bench landscape`."""

    def __init__(self, family):
        command = [str(MENDEL), "bench", "landscape", family]
        self.process = subprocess.Popen(command, text=True, bufsize=1, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, **request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline() or sys.exit("mendel has ended"))


def suggested(trial, space):
    """A configuration: hyperparameters whose conditions hold, in their order."""
    chosen = {}
    for each in space:
        name = each["name"]
        if not all(chosen.get(condition["param"]) in condition["in"] for condition in each["condition"]):
            continue
        if each["type"] == "int":
            chosen[name] = trial.suggest_int(name, each["low"], each["high"], log=each["log"])
        elif each["type"] == "float":
            chosen[name] = trial.suggest_float(name, each["low"], each["high"], log=each["log"])
        elif each["ordered"]:
            chosen[name] = each["choices"][trial.suggest_int(name, 0, len(each["choices"]) - 1)]
        else:
            chosen[name] = trial.suggest_categorical(name, each["choices"])
    return chosen


def curve(landscapes, draw, trials):
    """The least regret after each trial."""
    space = landscapes.ask(draw=draw)["space"]
    regrets = []

    def objective(trial):
        answer = landscapes.ask(draw=draw, configuration=suggested(trial, space))
        regrets.append(min(answer["regret"], *regrets[-1:]) if regrets else answer["regret"])
        return answer["value"]

    sampler = optuna.samplers.TPESampler(seed=draw, multivariate=True, group=True)
    optuna.create_study(sampler=sampler).optimize(objective, n_trials=trials)
    return regrets


def main(family, draws, budgets):
    warnings.filterwarnings("ignore")
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    landscapes = Landscapes(family)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["task", "method", "trials", "normalized_regret"])
    for draw in range(1, draws + 1):
        regrets = curve(landscapes, draw, max(budgets))
        for budget in budgets:
            out.writerow([f"{family}-{draw}", "optuna-tpe-mvg", budget, f"{regrets[budget - 1]:.6g}"])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sorted(int(budget) for budget in sys.argv[3].split(",")))
