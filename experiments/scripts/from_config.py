"""Reads its settings as JSON, logs as logging does: to standard error."""
import json
import logging
import math
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
config = json.loads(sys.argv[sys.argv.index("--config") + 1])
loss = 2.0
for epoch in range(1, 4):
    for step in range(10):
        print(f"\repoch {epoch} [{'#' * step:<10}]", end="")
    loss *= 0.5 + 0.1 * abs(math.log10(config["rate"]) + 2) + 0.01 * abs(config["model.depth"] - 3)
    logging.info("loss after epoch %d = %.6f", epoch, loss)
print()
logging.info("final loss = %.6f", loss + config["model.width"] / 1000)
