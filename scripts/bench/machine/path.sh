#!/bin/bash
# The steps of the README on a machine that has only Node and npm.
#   path.sh PACKED.tgz     chongpai as packed for npm, used in place of its name in the registry
# Each step prints one line: step, name, elapsed seconds, CPU seconds, MB in cache and node_modules.
set -euo pipefail
packed="$1"
log="$HOME/log"
TIMEFORMAT='%R %U %S'
exec 3>&1
chongpai() { npx --yes --package="$packed" chongpai "$@"; }
megabytes() { du -sm "$HOME/.npm/_npx" "${CHONGPAI_CACHE:-build/cache}" 2>>"$log" | awk '{sum += $1} END {print sum + 0}'; }
step() {
  local name="$1" spent
  shift
  echo "== $name: $*" >>"$log"
  exec 4>"$HOME/spent"
  { time "$@" >>"$log" 2>&1 4>&-; } 2>&4 || { printf 'failed\t%s\n' "$name" >&3; tail -20 "$log" >&2; exit 1; }
  exec 4>&-
  read -r -a spent <"$HOME/spent"
  printf 'step\t%s\t%s\t%s\t%s\n' "$name" "${spent[0]}" "$(awk "BEGIN {print ${spent[1]} + ${spent[2]}}")" "$(megabytes)" >&3
}
must() { "$@" || { printf 'failed\t%s\n' "$*" >&3; exit 1; }; }
has() { grep -q "$1" "$2"; }

cd "$HOME"
# Two commands.
step 'npx chongpai new 我的报 (installs it)' chongpai new 我的报 </dev/null
cd 我的报
step 'npx chongpai build (three editions)' chongpai build
must test -s build/jinchang-2025-02-26/zh-Hant-HK.pdf

# A page of your own.
mkdir manuscript/2025-03-01
cat >manuscript/2025-03-01/source.txt <<'TEXT'
我市召开三农工作会议
本报讯（记者 李建华）3 月 1 日，我市
召开农业农村工作会议，总结去年工作，安
排今年任务。市长王琳玺出席会议并讲话。
会议指出，去年全市粮食总产达到 12 万
吨，村集体经济收入增长 8.5%。
会议强调，各县区要抓好春耕备耕，落实各项惠
农政策，确保粮食安全。
TEXT
step 'own page' chongpai build 2025-03-01 --edition zh-Hans
must has '3月1日，我市召开农业农村工作会议' manuscript/2025-03-01/01.md

# Overrides.
echo 'join: [出席会议并讲话。|会议指出]' >manuscript/2025-03-01/overrides.yaml
step 'overrides' chongpai build 2025-03-01 --edition zh-Hans
must has '并讲话。会议指出' manuscript/2025-03-01/01.md

# Names.
step 'names' chongpai names 2025-03-01
must has '王琳璽 = 王琳玺' "$log"
echo '王琳璽' >manuscript/names.txt
step 'Traditional edition with names' chongpai build 2025-03-01 --edition zh-Hant-TW

# A translation.
step 'translate export' chongpai translate export 2025-03-01 --format markdown
awk '/^> /{print; print ""; print "English of line " ++n "."; next} {print}' build/2025-03-01/2025-03-01.en.md >en.md
step 'translate import' chongpai translate import en.md --issue 2025-03-01
must has 'English of line 1' manuscript/2025-03-01/en/01.md
step 'bilingual edition' chongpai build 2025-03-01 --edition zh-Hans+en

# Check.
step 'check' chongpai check build/2025-03-01/zh-Hans+en.pdf --against 2025-03-01 --report

# Restore and convert alone.
chongpai restore - <manuscript/2025-03-01/source.txt >page.md 2>>"$log"
must has '我市召开农业农村' page.md
chongpai convert --to zh-Hant-TW page.md >hant.md 2>>"$log"
must has '農業農村工作會議' hant.md
