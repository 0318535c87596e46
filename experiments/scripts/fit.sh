#!/bin/bash
# Positional arguments: threads, block.
set -euo pipefail
threads=$1 block=$2
echo "threads $threads, block $block"
awk -v t="$threads" -v b="$block" 'BEGIN { x = log(b) / log(2) - 8; print (t - 6) * (t - 6) / 10 + x * x + 1 }'
