#!/usr/bin/env bash
# Counts the instructions of an audit of 10,000 received invoices, which a busy machine changes
# nothing of, and fails where they are more than 2 % above the count in instructions.txt. The count
# is of one toolchain and its libraries: with others it is printed and not judged.
# usage: instructions.sh PROGRAM [--record]
set -euo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
command -v valgrind >/dev/null || { echo "There is no valgrind here: apt-get install valgrind"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 "$here/draw.py" extract 10000
# Valgrind 3.19 cannot read the debug information of Swift 6.
strip --strip-debug -o mirror-audit "$program"
status=0
SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file=profile \
  ./mirror-audit run --extract extract --out out >/dev/null 2>valgrind.log || status=$?
if [ "$status" != 2 ]; then cat valgrind.log; echo "The audit ended with exit code $status."; exit 1; fi
count=$(sed -n 's/.*refs: *//p' valgrind.log | tr -d ', ')
tools="$(swift --version 2>/dev/null | head -1), sqlite $(pkg-config --modversion sqlite3), \
libxml2 $(pkg-config --modversion libxml-2.0), $(valgrind --version)"
if [ "${2:-}" = --record ]; then
  printf '%s\n%s\n' "$count" "$tools" >"$here/instructions.txt"
  echo "Recorded: $count"
  exit 0
fi
{ read -r held; read -r held_tools; } <"$here/instructions.txt"
if [ "$tools" != "$held_tools" ]; then
  echo "$count instructions, with $tools; $held are held with $held_tools: not judged."
  exit 0
fi
awk -v now="$count" -v held="$held" 'BEGIN {
  printf "%.1f million instructions, %+.2f %% of the %.1f million held\n",
    now / 1e6, (now / held - 1) * 100, held / 1e6
  if (now > held * 1.02) { print "That is more than 2 % above: mend it, or record it with its reason (make record-instructions)."; exit 1 }
}'
