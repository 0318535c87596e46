# Arguments: alpha=0.5 depth=3
pairs <- strsplit(commandArgs(trailingOnly = TRUE), "=")
args <- setNames(as.numeric(sapply(pairs, `[`, 2)), sapply(pairs, `[`, 1))
cat("alpha", args[["alpha"]], "depth", args[["depth"]], "\n")
print((args[["alpha"]] - 0.25)^2 + 0.01 * (args[["depth"]] - 6)^2)
