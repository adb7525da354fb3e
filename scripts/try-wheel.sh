#!/usr/bin/env bash
# A wheel built from the tree, installed into an empty environment and used in an empty folder, works.
set -euo pipefail
cd "$(dirname "$0")/.."
room="$(mktemp -d)"
trap 'rm -rf "$room"' EXIT
.venv/bin/python -m build --wheel --outdir "$room/dist" . >"$room/build.log" 2>&1 || { cat "$room/build.log"; exit 1; }
python3 -m venv "$room/venv"
"$room/venv/bin/python" -m pip --disable-pip-version-check install --quiet --constraint constraints.txt "$room"/dist/*.whl
mkdir "$room/empty"
cd "$room/empty"
export BRIEFER_CONFIG_DIR="$room/config"
briefer="$room/venv/bin/briefer"
"$briefer" --version
"$briefer" topics --json | "$room/venv/bin/python" -c 'import json, sys; assert len(json.load(sys.stdin)) == 24'
test -z "$(ls -A .)"   # reading creates nothing
"$briefer" init . >/dev/null
"$briefer" check >/dev/null
"$briefer" new --topic csdp-jha-synergies --template speaking-note --name note >/dev/null
"$briefer" export note -o note.docx >/dev/null
"$room/venv/bin/python" -m zipfile -t note.docx >/dev/null
"$room/venv/bin/python" - <<'PYTHON'
import asyncio
from briefer.tui.app import BrieferApp

async def look():
    app = BrieferApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*"csdp")
        await pilot.pause(0.5)
        assert "CSDP" in app.export_screenshot(), "the screen does not find the shipped topics"

asyncio.run(look())
PYTHON
echo "the wheel works in an empty folder"
