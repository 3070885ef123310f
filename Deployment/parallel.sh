#!/usr/bin/env bash
# The shards of a job file through GNU parallel, on this machine or on others that see the same folders:
#   parallel.sh JOB.toml COUNT [OPTION-OF-PARALLEL...]     such as --sshloginfile nodes.txt --workdir .
set -euo pipefail

job=${1:?the job file is missing: parallel.sh JOB.toml COUNT}
count=${2:?the number of shards is missing: parallel.sh JOB.toml COUNT}
shift 2

# The exit code is how many shards failed or have a run that does not meet a gate; the whole batch behind them has the verdict.
seq "$count" | parallel --line-buffer "$@" tearsheet nightly "$job" --shard "{}/$count" -q || true
exec tearsheet nightly "$job"
