"""The base document is ours, made by the script beside it, and the Word room is light to import."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

from conftest import Note, q

from briefer.word.package import BASE
from briefer.word.selfcheck import check


def test_the_committed_base_is_what_the_script_makes(repository):
    spec = importlib.util.spec_from_file_location("make_base", repository / "scripts" / "make_base_document.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.make() == BASE.read_bytes()


def test_the_base_names_no_author_and_has_no_thumbnail():
    note = Note(BASE.read_bytes())
    assert not any(name.startswith("docProps") for name in note.parts)
    assert check(note.data) == []


def test_the_styles_a_house_relies_on_have_words_own_names():
    styles = Note(BASE.read_bytes()).xml("word/styles.xml").iter(q("style"))
    names = {s.get(q("styleId")): s.find(q("name")).get(q("val")) for s in styles}
    own = {"Heading1": "heading 1", "Title": "Title", "FootnoteText": "footnote text", "Header": "header",
           "FootnoteReference": "footnote reference", "Hyperlink": "Hyperlink"}  # fmt: skip
    assert own.items() <= names.items()
    assert {"Question", "Answer", "SpeakingText", "Material", "Prompt", "Note", "Notice", "TableText"} <= names.keys()


def test_importing_the_room_brings_no_heavy_library(repository):
    code = "import sys, briefer.word.docx; print([m for m in ('docx', 'lxml', 'jinja2', 'textual', 'yaml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
