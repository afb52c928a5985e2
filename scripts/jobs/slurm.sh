#!/bin/bash
# chongpai on Slurm: sbatch slurm.sh, in the folder of a publication (that with manuscript/).
#SBATCH --job-name=chongpai
#SBATCH --array=1-32
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=02:00:00
#SBATCH --output=chongpai-%A-%a.log
#SBATCH --requeue
set -euo pipefail

# Slurm runs a copy of this file elsewhere; the job begins in the folder of `sbatch`.
cd "${SLURM_SUBMIT_DIR:-$PWD}"

# A cache on the node's own disk: browser and fonts are unpacked there once (350 MB), and removed with the job.
cache="$(mktemp -d "${TMPDIR:-/tmp}/chongpai.XXXXXX")"
trap 'rm -rf "$cache"' EXIT
export CHONGPAI_CACHE="$cache"

# `npm install chongpai` in this folder, or a copy elsewhere: CHONGPAI="node /opt/chongpai/scripts/bin.mjs".
${CHONGPAI:-npx chongpai} build \
  --shard "${SLURM_ARRAY_TASK_ID:-1}/${SLURM_ARRAY_TASK_COUNT:-1}" \
  --jobs "${SLURM_CPUS_PER_TASK:-1}" \
  --resume
