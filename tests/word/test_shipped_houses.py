"""The shipped house styles are ours, made by a script, and the Word room is light to import."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest
from conftest import Note, q

from briefer.word.house import SHIPPED
from briefer.word.selfcheck import check

HOUSES = ("plain", "compact", "large-print")


def _opened(name):
    return Note((SHIPPED / f"{name}.docx").read_bytes())


def test_the_committed_files_are_what_the_script_makes(repository):
    spec = importlib.util.spec_from_file_location("make_houses", repository / "scripts" / "make_house_styles.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert set(script.DESIGNS) == set(HOUSES)
    for name, design in script.DESIGNS.items():
        assert script.make(design) == (SHIPPED / f"{name}.docx").read_bytes()


@pytest.mark.parametrize("name", HOUSES)
def test_a_house_style_names_no_author_and_has_no_thumbnail(name):
    note = _opened(name)
    assert not any(name.startswith("docProps") for name in note.parts)
    assert check(note.data) == []


@pytest.mark.parametrize("name", HOUSES)
def test_the_styles_have_words_own_names(name):
    styles = _opened(name).xml("word/styles.xml").iter(q("style"))
    names = {s.get(q("styleId")): s.find(q("name")).get(q("val")) for s in styles}
    own = {"Heading1": "heading 1", "Title": "Title", "FootnoteText": "footnote text", "Header": "header",
           "FootnoteReference": "footnote reference", "Hyperlink": "Hyperlink"}  # fmt: skip
    assert own.items() <= names.items()
    assert {"Question", "Answer", "SpeakingText", "Material", "Prompt", "Note", "Notice", "TableText"} <= names.keys()


def test_importing_the_room_brings_no_heavy_library(repository):
    code = "import sys, briefer.word.docx; print([m for m in ('docx', 'lxml', 'jinja2', 'textual', 'yaml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
