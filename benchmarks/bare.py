"""The peers: the least anybody could do for the same result."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml

from briefer.brief.model import Brief


def document_xml(brief: Brief) -> dict[str, str]:
    """Three parts of a Word file as raw strings: the text, its notes, the content types; no styles, no controls."""
    body, notes = [], []
    for section in brief.sections:
        body.append(f"<w:p><w:r><w:t>{escape(section.title)}</w:t></w:r></w:p>")
        for block in section.blocks:
            marks = "".join(
                f'<w:r><w:footnoteReference w:id="{len(notes) + i}"/></w:r>' for i, _ in enumerate(block.sources)
            )
            notes += [
                f"<w:footnote><w:p><w:r><w:t>{escape(f'{s.number}, {s.date}, {s.title}, {s.at}')}</w:t></w:r></w:p></w:footnote>"
                for s in block.sources
            ]
            body.append(f"<w:p><w:r><w:t>{escape(block.text)}</w:t></w:r>{marks}</w:p>")
    return {
        "word/document.xml": "<w:document><w:body>" + "".join(body) + "</w:body></w:document>",
        "word/footnotes.xml": "<w:footnotes>" + "".join(notes) + "</w:footnotes>",
        "[Content_Types].xml": "<Types/>",
    }


def zipped(parts: dict[str, str]) -> bytes:
    """The parts in a zip, compressed as ours are, with the base document's parts copied in."""
    base = Path(__file__).parent.parent / "briefer" / "houses" / "plain.docx"
    out = io.BytesIO()
    with zipfile.ZipFile(base) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in given.namelist():
            if name not in parts:
                archive.writestr(name, given.read(name))
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def saved(data: Any, path: Path) -> None:
    """A durable save with PyYAML's C dumper."""
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)
