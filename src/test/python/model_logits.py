"""Asks models in Python, each by its own model.py: model_logits.py IMAGES FOLDER..., a line of JSON for each folder."""

import importlib.util
import json
import sys

import torch

for folder in sys.argv[2:]:
    spec = importlib.util.spec_from_file_location("model", folder + "/model.py")
    model = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(model)
    pairs = model.images(sys.argv[1])
    network = model.load()
    with torch.no_grad():
        logits = network(pairs[::2], pairs[1::2])
    flat = [[] if part is None else part.flatten().tolist() for part in logits]
    print(json.dumps({"logits": flat, "answers": model.answers(network, pairs[::2], pairs[1::2])}))
