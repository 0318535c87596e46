"""A program for Mendel to tune: fits a curve through noisy points by gradient descent, and tells how wrong it is.

Reads a line of JSON for each trial, answers in lines of JSON, and needs nothing but Python. After each epoch it reads
whether to go on.
"""
import json
import math
import random
import sys


def points(count, rng):
    """Points of a sine, give or take a little."""
    xs = [rng.uniform(-1, 1) for _ in range(count)]
    return [(x, math.sin(3 * x) + rng.gauss(0, 0.1)) for x in xs]


def features(x, kind, degree):
    if kind == "polynomial":
        return [x**power for power in range(degree + 1)]
    return [1.0] + [f(power * x) for power in range(1, degree + 1) for f in (math.sin, math.cos)]


def mean_squared_error(weights, rows):
    return sum((sum(w * f for w, f in zip(weights, row)) - y) ** 2 for row, y in rows) / len(rows)


def fit(configuration, epochs, rng):
    """Yields the error on held-out points after each epoch."""
    data = points(120, random.Random(1))  # the same points for all trials
    rows = [(features(x, configuration["features"], configuration["degree"]), y) for x, y in data]
    training, held_out = rows[:80], rows[80:]
    weights = [0.0] * len(training[0][0])
    velocity = [0.0] * len(weights)
    momentum = configuration.get("momentum", 0.0)  # absent where the optimizer has none
    for _ in range(epochs):
        rng.shuffle(training)
        for row, y in training:
            miss = sum(w * f for w, f in zip(weights, row)) - y
            for i, f in enumerate(row):
                velocity[i] = momentum * velocity[i] - configuration["learning-rate"] * miss * f
                weights[i] += velocity[i]
        yield mean_squared_error(weights, held_out)


for line in sys.stdin:
    request = json.loads(line)
    asked = {"trial": request["trial"], "repeat": request["repeat"]}  # ties each line to its request

    def say(**answer):
        print(json.dumps({**asked, **answer}), flush=True)

    try:
        for epoch, error in enumerate(fit(request["configuration"], request["epochs"], random.Random(request["seed"])), 1):
            if error > 1000:
                raise OverflowError
            say(epoch=epoch, value=error)
            if "stop" in json.loads(sys.stdin.readline()):
                break
        else:
            say(value=error)
    except OverflowError:
        say(failed="the weights grew beyond all bounds")
