#!/usr/bin/env bash
# Installs what `npm run bench:regenerate -- --adversary` compares and formats with, below .tmp/adversary, where it is absent.
# Versions are the newest; a tool that cannot be installed is left out of the benchmark, which says so.
set -uo pipefail
cd "$(dirname "$0")/.."
scratch=${ADVERSARY_DIR:-.tmp/adversary}
mkdir -p "$scratch"

[ -x "$scratch/venv/bin/djlint" ] || {
  python3 -m venv "$scratch/venv"
  "$scratch/venv/bin/pip" install -q black autopep8 yapf djlint copier
}
[ -d "$scratch/jostraca/node_modules/jostraca" ] ||
  npm install --silent --no-audit --no-fund --prefix "$scratch/jostraca" jostraca
[ -x "$scratch/cargo/bin/mergiraf" ] || {
  command -v cargo >/dev/null && cargo install --quiet --locked --root "$scratch/cargo" mergiraf
}

for tool in venv/bin/djlint venv/bin/copier jostraca/node_modules/jostraca cargo/bin/mergiraf; do
  [ -e "$scratch/$tool" ] || echo "not there: $tool" >&2
done
exit 0
