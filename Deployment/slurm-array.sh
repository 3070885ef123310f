#!/usr/bin/env bash
# One shard of a job file for each task of an array, and a whole batch behind them that sums up:
#   Deployment/slurm-submit.sh nightly.toml 8
# or alone: sbatch --array=1-8 Deployment/slurm-array.sh nightly.toml
#SBATCH --job-name=tearsheet
#SBATCH --cpus-per-task=4
#SBATCH --mem-per-cpu=100M
#SBATCH --time=02:00:00
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
set -euo pipefail

job=${1:?the job file is missing: sbatch --array=1-8 slurm-array.sh JOB.toml}
count=${SLURM_ARRAY_TASK_COUNT:?this is a script for an array: sbatch --array=1-8 slurm-array.sh JOB.toml}
step=${SLURM_ARRAY_TASK_STEP:-1}
index=$(((SLURM_ARRAY_TASK_ID - SLURM_ARRAY_TASK_MIN) / step + 1))

# Tearsheet takes as many processors as the task may use. Instead of this shell it gets the signal that Slurm sends a minute
# before the end: then it finishes the reports that are running, and the next submission goes on from there.
exec tearsheet nightly "$job" --shard "$index/$count" --log-format json
