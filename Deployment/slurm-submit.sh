#!/usr/bin/env bash
# Submits a job file as an array of shards, and a job that writes the summary of all of them: slurm-submit.sh JOB.toml COUNT
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

job=${1:?the job file is missing: slurm-submit.sh JOB.toml COUNT}
count=${2:?the number of shards is missing: slurm-submit.sh JOB.toml COUNT}

# A mistake is told here and not by every task.
tearsheet nightly "$job" --check >/dev/null

array=$(sbatch --parsable --array="1-$count" "$here/slurm-array.sh" "$job")
# What the shards made stands; the whole batch has only to sum up. It runs whatever became of them, and tells it.
sbatch --parsable --dependency="afterany:${array%%;*}" --job-name=tearsheet-summary \
    --wrap "exec tearsheet nightly $(printf '%q' "$job") --log-format json"
