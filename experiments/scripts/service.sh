# Reads POOL_SIZE, CACHE and CACHE_MB, and simulates a load test.
echo "$RUN_NAME: pool $POOL_SIZE, cache $CACHE ${CACHE_MB:-without a size}" >&2
penalty=40
[ "$CACHE" = lru ] && penalty=$((1024 / ${CACHE_MB:?a cache needs a size}))
awk -v p="$POOL_SIZE" -v c="$penalty" 'BEGIN { x = log(p / 12); printf "requests=1000 p50=%.1f p99=%.2f\n", 5 + x * x, 20 + 9 * x * x + c }'
