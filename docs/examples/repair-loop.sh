#!/bin/bash
# The repair loop on the story's books, step by step; `make repair` runs it.
# usage: bin=FOLDER_OF_THE_PROGRAMS repair-loop.sh FOLDER
set -euo pipefail
folder=$1 bin=${bin:?the folder of the built programs}
step() { printf '\n\033[1m%s\033[0m\n' "$*"; }
# 2 says that there is something left, as there should be in this story.
left() { "$@" || [ $? = 2 ]; }

rm -rf "$folder"; mkdir -p "$folder"
step "1. The story is played, and its books are served"
"$bin/economy-sandbox" story --out "$folder"
export MIRROR_ENGINE_TOKEN=story
coproc sandbox { exec "$bin/economy-sandbox" serve --port 0 --db "$folder/books.sqlite" --token story; }
pid=$!
trap 'kill "$pid"' EXIT
read -r address <&"${sandbox[0]}"
echo "$address"
engine() { left "$bin/mirror-engine" "$@" --config "$folder/mirror-engine.toml" --address "$address"; }
plan=$folder/report/repair-plan.xml

step "2. extract, audit, draw the plan"
engine extract --out "$folder/today"
left "$bin/mirror-audit" run --extract "$folder/today" --out "$folder/report" --plan | sed -n '1,/findings$/p'

step "3. A person looks at the plan, approves it and signs it"
"$bin/mirror-audit" plan --show --out "$folder/report" > "$folder/plan.txt"
head -n 20 "$folder/plan.txt"; echo "… $folder/plan.txt"
"$bin/mirror-audit" approve "$plan" --all --by anna@example.com
ssh-keygen -q -t ed25519 -N '' -C anna@example.com -f "$folder/key"
echo "anna@example.com $(cat "$folder/key.pub")" > "$folder/allowed_signers"
printf 'allowed-signers = "allowed_signers"\nplan-max-age-days = 14\n' >> "$folder/mirror-engine.toml"
ssh-keygen -Y sign -q -n mirror-audit-repair -f "$folder/key" "$plan"

step "4. The plan is executed"
engine execute "$plan" --yes | sed -n '1p;$p'

step "5. extract and audit again: what the plan left to hands remains"
engine extract --out "$folder/today"
left "$bin/mirror-audit" run --extract "$folder/today" --out "$folder/report"
