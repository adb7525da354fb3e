"""What breaks careless writers: an error in a sentence or a valid file, never a broken one, never a lost old one."""

from __future__ import annotations

import errno
import os
import tracemalloc

import pytest
from word_briefs import brief, council, rich, section

from briefer import files
from briefer.brief.model import Block
from briefer.errors import BrieferError
from briefer.word import house, markdown, webpage
from briefer.word.docx import render
from briefer.word.export import FORMATS, export
from briefer.word.outline import outline
from briefer.word.selfcheck import check


def many(count):
    blocks = (
        Block(id=f"fact{i:06d}", role="fact", text=f"Fact {i}.", sources=(council(f"para. {i}"),)) for i in range(count)
    )
    return brief(section("background", *blocks), section("sources"))


def test_five_thousand_footnotes(opened):
    note = opened(many(5000))
    assert check(note.data) == []
    assert len(note.footnotes) == 5000
    assert note.footnotes[5000] == "Council 9375/25 (note 1), para. 4999."


@pytest.mark.sdk
def test_five_thousand_footnotes_before_the_validator(ooxml_validator, tmp_path):
    path = tmp_path / "note.docx"
    path.write_bytes(render(many(5000), final=True))
    assert ooxml_validator(path) == []


def test_more_footnotes_than_word_can_number_are_refused_in_a_sentence():
    sources = tuple(council(f"para. {i}") for i in range(8200))
    blocks = (Block(id=f"fact0{i}", role="fact", text="x", sources=sources) for i in range(4))
    with pytest.raises(BrieferError, match="more than 32767 footnotes"):
        render(brief(section("background", *blocks)))


@pytest.mark.parametrize("text", [
    "x" * 10_000, "R&D <b> &amp; ]]> \"'", "\x00\x07\x0b\ud800\udfff\ufffe", "", "   \n\n ", "[^99] [^1]", "**" * 500, "\\" * 99,
    "‮right to left‬ שלום", "👩‍👩‍👧" * 50, "{{ 7*7 }} {% for %}", "\ue000note\ue001",
])  # fmt: skip
def test_any_text_anywhere_gives_a_sound_file_in_every_format(text):
    blocks = [
        Block(id=f"block{i:02d}", role=role, text=text, sources=(council(text), council("x")))
        for i, role in enumerate(
            ("question", "answer", "point", "text", "fact", "position", "figure", "row", "prompt", "note")
        )
    ]
    sections = [section(role, *(blocks if role == "free" else ()), title=text) for role in
                ("header", "objective", "free", "red-lines", "sources", "abbreviations", "report-back")]  # fmt: skip
    made = brief(*sections, title=text, delegation=text, drafter=text, marking=None, acronyms={text: text})
    for name in ("plain", "large-print"):
        assert check(render(made, style=house.load(house.find(name)))) == []
    note = outline(made, final=False)
    assert markdown.render(note).decode() and webpage.render(note).decode()


@pytest.mark.parametrize("to", [f for f in FORMATS if f != "pdf"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_disk_that_refuses_leaves_the_old_note_and_nothing_half_written(number, to, monkeypatch, tmp_path):
    target = export(rich(), tmp_path, to=to)
    old = target.read_bytes()

    def refuse(_handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files.os, "fsync", refuse)
    with pytest.raises(BrieferError) as refused:
        export(rich(), target, final=True, force=True, to=to)
    assert str(target) in str(refused.value)
    assert target.read_bytes() == old
    assert list(tmp_path.iterdir()) == [target]


def test_memory_grows_with_the_note_and_not_faster():
    def peak(count):
        made = many(count)
        tracemalloc.start()
        render(made)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(50)
    assert peak(2000) < 6 * peak(500)


def test_two_blocks_with_one_id_are_refused_in_every_format(tmp_path):
    twins = brief(section("background", *(Block(id="fact01", role="fact", text="x") for _ in range(2))))
    for to in ("docx", "md", "html"):
        with pytest.raises(BrieferError, match="Two blocks carry the id"):
            export(twins, tmp_path, to=to)
    assert list(tmp_path.iterdir()) == []
