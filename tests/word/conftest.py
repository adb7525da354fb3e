"""Opens Word files as a reader does, and finds the outside programs that judge them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import zipfile
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import pytest
from lxml import etree
from pandoc_tree import Read

from briefer.brief.model import Brief
from briefer.word.docx import render

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W, "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}


def q(name: str) -> str:
    return f"{{{W}}}{name}"


class Note:
    """A Word file taken apart: its parts, and what a reader sees in them."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.infos = package.infolist()
            self.parts = {name: package.read(name) for name in package.namelist()}

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    @cached_property
    def document(self) -> etree._Element:
        return self.xml("word/document.xml")

    def find(self, path: str) -> list[etree._Element]:
        return self.document.xpath(path, namespaces=NS)

    @staticmethod
    def text(element: etree._Element) -> str:
        """What is read; footnote marks as [1], the comma between two of them left out."""
        out = []
        for node in element.iter(q("t"), q("tab"), q("br"), q("footnoteReference")):
            if node.tag == q("t"):
                style = node.getparent().find(f"{q('rPr')}/{q('rStyle')}")
                if style is None or style.get(q("val")) != "FootnoteReference":
                    out.append(node.text or "")
            else:
                out.append(
                    "[" + node.get(q("id")) + "]" if node.tag == q("footnoteReference") else "\t\n"[node.tag == q("br")]
                )
        return "".join(out)

    def paragraphs(self, style: str | None = None) -> list[str]:
        where = f"[w:pPr/w:pStyle/@w:val='{style}']" if style else ""
        return [self.text(p) for p in self.find(f"//w:body//w:p{where}")]

    def control(self, block: str) -> etree._Element:
        (found,) = self.find(f"//w:sdt[w:sdtPr/w:tag/@w:val='briefer:{block}']")
        return found

    def held(self, block: str) -> list[str]:
        """The paragraphs within a block's control."""
        return [self.text(p) for p in self.control(block).iter(q("p"))]

    def tables(self) -> dict[str, list[list[str]]]:
        """Tables by caption, each as rows of cell texts."""
        return {
            t.find(f"{q('tblPr')}/{q('tblCaption')}").get(q("val")): [
                ["\n".join(self.text(p) for p in cell.iter(q("p"))) for cell in row.iter(q("tc"))]
                for row in t.iter(q("tr"))
            ]
            for t in self.find("//w:tbl")
        }

    @cached_property
    def footnotes(self) -> dict[int, str]:
        notes = self.xml("word/footnotes.xml").findall(q("footnote"))
        return {int(n.get(q("id"))): self.text(n).strip() for n in notes if n.get(q("type")) in (None, "normal")}


@pytest.fixture
def opened() -> Callable[..., Note]:
    """``opened(brief, final=…)``: the note rendered and taken apart."""

    def make(brief: Brief, *, final: bool = False) -> Note:
        return Note(render(brief, final=final))

    return make


@pytest.fixture(scope="session")
def ooxml_validator() -> Callable[[Path], list[str]]:
    """Microsoft's Open XML SDK validator: the faults it finds in a file."""
    program = os.environ.get("BRIEFER_OOXML_VALIDATOR")
    if not program:
        pytest.skip(
            "BRIEFER_OOXML_VALIDATOR is not set: the Open XML SDK validator is not at hand (.ci/run installs it)"
        )

    def validate(path: Path) -> list[str]:
        done = subprocess.run([program, str(path)], capture_output=True, encoding="utf-8", check=True, timeout=120)
        report = json.loads(done.stdout)
        faults = [f"{path.name}: {e['description']} ({e['xPath']})" for e in report["errors"]]
        return faults or ([] if report["ok"] else [f"{path.name}: refused without a reason"])

    return validate


@pytest.fixture(scope="session")
def pandoc() -> Callable[[Path, str], Read]:
    """pandoc as a second reader: ``pandoc(file, "docx")``."""
    program = os.environ.get("BRIEFER_PANDOC")
    if not program:
        pytest.skip("BRIEFER_PANDOC is not set: pandoc is not at hand (.ci/run installs it)")
    return lambda path, kind: Read(program, path, kind)


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """LibreOffice with a profile of its own: ``soffice(file, "pdf")`` gives the converted file."""
    program = os.environ.get("BRIEFER_SOFFICE")
    if not program:
        pytest.skip("BRIEFER_SOFFICE is not set: LibreOffice is not at hand (.ci/run installs it)")
    profile = tmp_path_factory.mktemp("profile")

    def convert(path: Path, kind: str) -> Path:
        target = path.parent / f"as-{kind}"
        subprocess.run(
            [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind,
             "--outdir", str(target), str(path)],
            capture_output=True, check=True, timeout=180,
        )  # fmt: skip
        return target / f"{path.stem}.{kind}"

    return convert
