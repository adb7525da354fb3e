#!/usr/bin/env bash
# Makes docs/pictures/note-page-1.png out of the worked example, through Word and LibreOffice.
set -euo pipefail
cd "$(dirname "$0")/.."
room="$(mktemp -d)"
trap 'rm -rf "$room"' EXIT
.venv/bin/briefer --workspace . export examplia-emwp-2025-06-10 -o "$room/note.docx" >/dev/null
soffice "-env:UserInstallation=file://$room/profile" --headless --convert-to pdf --outdir "$room" "$room/note.docx" >/dev/null
pdftoppm -r 80 -f 1 -l 1 -png -singlefile "$room/note.pdf" docs/pictures/note-page-1
