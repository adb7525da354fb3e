"""A ministry's file asks by Jinja whether a section says something, and has its own heading only then."""

from __future__ import annotations

import ministry
import pytest
from conftest import Note
from msgspec.structs import replace
from word_briefs import brief, rich, section

from briefer.brief.model import Block
from briefer.errors import BrieferError
from briefer.word import house
from briefer.word.docx import render


@pytest.fixture
def paper(tmp_path):
    def make(*lines: str, headings: tuple[str, ...] = ()):
        def fill(document):
            for line in lines:
                (document.add_heading(line, 1) if line in headings else document.add_paragraph(line))
            document.add_paragraph("{{ note }}")

        return ministry.letterhead(tmp_path / "mfa.docx", fill=fill)

    return make


def read(path, made=None, **how) -> list[str]:
    return [t for t in Note(render(made or rich(), style=house.load(path), **how)).paragraphs() if t.strip()]


def without(role: str):
    return replace(rich(), sections=tuple(s for s in rich().sections if s.role != role))


LINES = ("{% if red_lines %}", "Our red lines", "{{ red_lines }}", "{% endif %}")


def test_a_condition_on_a_section_holds_where_it_says_something(paper, run):
    path = paper(*LINES)
    texts = read(path)
    at = texts.index("Our red lines")
    assert "Conclusions that name liaison officers." in texts[at : at + 8] and not any("{" in t for t in texts)
    assert "Red lines and fallbacks" not in texts
    assert "Our red lines" not in read(path, without("red-lines"))
    ran = run("template", "check", path)
    assert ran.code == 0 and "red-lines (asked for by Jinja)" in ran.out and "error" not in ran.out


def test_what_is_still_to_be_filled_in_is_something_to_say_to_colleagues_only(paper):
    made = brief(section("red-lines", Block(id="prompt1", role="prompt", text="Which?")), section("free"))
    path = paper(*LINES)
    assert "Our red lines" in read(path, made)
    assert "Our red lines" not in read(path, made, final=True)


@pytest.mark.parametrize("role", ["red-lines", "do-not-raise"])
def test_a_section_without_a_word_says_nothing(role, paper):
    path = paper(*LINES)
    assert "Our red lines" not in read(path, brief(section("red-lines"), section("free")))


@pytest.mark.parametrize("line", [
    "{% if top_lines and red_lines %}", "{% if not abbreviations or top_lines %}", "{%p if top-lines %}", "{% if note %}",
    "{% if header_box and contents %}",
])  # fmt: skip
def test_conditions_may_be_put_together(line, paper):
    assert "Said" in read(paper(line, "Said", "{% endif %}"))


def test_the_other_case_has_words_of_its_own(paper):
    path = paper("{% if red_lines %}", "{{ red_lines }}", "{% else %}", "We have no red lines.", "{% endif %}")
    assert "We have no red lines." not in read(path)
    assert "We have no red lines." in read(path, without("red-lines"))


def test_condition_and_section_may_share_a_paragraph(paper):
    path = paper("{% if red_lines %}{{ red_lines }}{% endif %}")
    assert "Conclusions that name liaison officers." in read(path)
    assert read(path, without("red-lines"))


def test_a_section_is_asked_for_that_has_no_place_of_its_own_and_amid_a_line(paper):
    path = paper("With {{ 'our red lines' if red_lines else 'nothing' }}{% if top_lines %} and lines{% endif %}.")
    assert read(path)[0] == "With our red lines and lines."
    assert read(path, without("red-lines"))[0] == "With nothing and lines."


def test_a_table_cell_whose_condition_does_not_hold_still_ends_with_a_paragraph(tmp_path, ooxml_validator):
    def fill(document):
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "{% if red_lines %}"
        for line in ("{{ red_lines }}", "{% endif %}"):
            cell.add_paragraph(line)
        document.add_paragraph("{{ note }}")

    path = ministry.letterhead(tmp_path / "mfa.docx", fill=fill)
    for made in (rich(), without("red-lines")):
        data = render(made, style=house.load(path))
        (tmp_path / "note.docx").write_bytes(data)
        assert ooxml_validator(tmp_path / "note.docx") == []
        for cell in Note(data).find("//w:tc"):
            assert cell[-1].tag.endswith("}p")


@pytest.mark.parametrize(("line", "told"), [
    ("{% if red_lines == 'none' %}x{% endif %}", "only ask whether it says something"),
    ("{% for line in top_lines %}x{% endfor %}", "only ask whether it says something"),
    ("{% if red_line %}x{% endif %}", "“red_line” is not known; did you mean red_lines?"),
    ("We hold {{ red_lines }}", "“red_lines” is more than a line; put it in a paragraph of its own"),
    ("We hold {{ red_lines|upper }}", "“red_lines” is more than a line; put it in a paragraph of its own"),
])  # fmt: skip
def test_what_cannot_be_done_with_a_section_is_told(line, told, paper, run):
    path = paper(line)
    ran = run("template", "check", path)
    assert ran.code == 1 and told in ran.out
    with pytest.raises(BrieferError):
        house.load(path)
