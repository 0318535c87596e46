"""Trains something, in a manner of speaking; knows nothing of who calls it."""
import argparse
import math
import random

parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, required=True)
parser.add_argument("--layers", type=int, default=2)
parser.add_argument("--augment", action="store_true")
parser.add_argument("--seed", type=int, default=0)
args = parser.parse_args()

noise = random.Random(args.seed).gauss(0, 0.001)
loss = (math.log10(args.lr) + 2) ** 2 + 0.1 * abs(args.layers - 4) + (0 if args.augment else 0.5)
print("training", args)
print(loss + noise)
