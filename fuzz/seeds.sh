#!/usr/bin/env bash
# Makes the seeds of every target from the shipped files; run it once before fuzzing.
set -euo pipefail
cd "$(dirname "$0")"
for target in yaml rule standard law quote audit diff editor; do mkdir -p "corpus/$target"; done

# A seed is called by its content, so that the same is kept once.
seed() {
  local text="corpus/$1/new"
  cat > "$text"
  mv "$text" "corpus/$1/$(cksum < "$text" | tr -d ' ')"
}
between() { printf '\n%%%%%%\n'; }

for file in ../frameworks/*.yaml ../checklists/*.yaml ../examples/*/*.yaml ../examples/*/*/*.yaml \
  ../tests/hostile/world/*.yaml ../tests/hostile/world/*/*.yaml; do
  [ -f "$file" ] && seed yaml < "$file"
done
# Each block of the pages of faults is a small file of some kind.
awk '/^```[a-z]/ { kind = substr($1, 4); text = ""; open = kind != "diagnostics"; next }
     /^```$/ { if (open) { n++; printf "%s", text > ("corpus/yaml/fault-" n); close("corpus/yaml/fault-" n) } open = 0; next }
     open { text = text $0 "\n" }' ../tests/faults/*.md
grep -ohE 'rule: [a-z].*' ../checklists/*.yaml | sed -E 's/^rule: //; s/ +\}$//' | sort -u | while IFS= read -r rule; do
  printf '%s' "$rule" | seed rule
done
world=../tests/hostile/world
{ cat $world/vocabulary.yaml; between; cat $world/standard.yaml; between; cat $world/decisions.yaml; } | seed standard
{ between; cat ../checklists/annex-d.yaml; between; } | seed standard
for file in $world/*.md ../examples/*/*.md ../examples/*/*/*.md; do [ -f "$file" ] && seed law < "$file"; done
for file in ../tests/texts/*.md ../examples/*/*/*.md $world/frameworks/texts/*.md; do
  [ -f "$file" ] || continue
  { cat "$file"; between; printf 'art. 3(1)(a)'; between; printf 'Whoever [...] recruits [...] is punished'; } | seed quote
done
for file in ../frameworks/*.yaml; do seed audit < "$file"; done
for file in $world/frameworks/*.yaml; do
  { cat "$file"; between; cat $world/vocabulary.yaml; between; cat $world/standard.yaml; } | seed audit
done
{ cat ../frameworks/thailand.yaml; between; cat ../frameworks/malaysia.yaml; } | seed diff
{ cat ../frameworks/viet-nam.yaml; between; sed 's/verified/reported/; s/2004/2005/' ../frameworks/viet-nam.yaml; } | seed diff

message() { printf 'Content-Length: %s\r\n\r\n%s' "$(printf '%s' "$1" | wc -c)" "$1"; }
open() {
  printf '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///%s","text":"%s"}}}' "$1" "$2"
}
ask() {
  printf '{"jsonrpc":"2.0","id":2,"method":"textDocument/%s","params":{"textDocument":{"uri":"file:///a.yaml"},"position":{"line":%s,"character":%s}}}' "$1" "$2" "$3"
}
for what in completion hover definition codeLens; do
  {
    message '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}'
    message "$(open a.yaml 'framework: XAA\nname: A\nreviewed: 2009-01-01\ncoverage: partial\nlaws:\n  a:\n    title: T\n    kind: act\n    source: s\n    provisions:\n      - at: s. 1\n        says: { child-definition: { age-below: 18 } }\n')"
    message "$(ask "$what" 11 20)"
    message '{"jsonrpc":"2.0","id":3,"method":"shutdown"}'
    message '{"jsonrpc":"2.0","method":"exit"}'
  } | seed editor
done
