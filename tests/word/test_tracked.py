"""A Word file with tracked changes: accepted it is the new note, rejected the old one, whatever lies between them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from conftest import Note, q
from msgspec.structs import replace
from redlined import Settled
from test_outside_judges import every_role_everywhere, rows
from word_briefs import awkward, brief, council, regulation, rich, section

from briefer.brief import edit, whole
from briefer.brief.marking import high_water
from briefer.brief.model import Block, Brief, Kept, MeetingRef, Source
from briefer.word import house, tracked
from briefer.word.docx import render


def agrees(old: Brief, new: Brief, style: house.House | None = None) -> bytes:
    """The file made of both, once it is proved to hold both."""
    made = tracked.render(old, new, style=style)
    for accept, one in ((True, new), (False, old)):
        settled = Settled(made, accept=accept)
        plain = Settled(render(one, style=style), accept=accept)
        assert settled.says == plain.says
        assert settled.left_over == set()
        for frame in ("header1", "footer1"):
            # Each page carries the higher marking of the two, whichever version is left.
            if f"word/{frame}.xml" in Note(made).parts and high_water(old) == high_water(new):
                assert settled.frame(frame) == plain.frame(frame)
    return made


def reworked() -> tuple[Brief, Brief]:
    """A brief, and the same after some days of work: words, forms, sources, rows, sections, header."""
    old = replace(rich(), meeting=MeetingRef(body="EMWP", date="2026-03-04", place="Brussels"))
    new = edit.set_text(old, "answer1", "Thank you, Chair. We see a *clear* gain where a mission works from **one picture**.\n"
                        "We would start small: two liaison officers, a review after six months.\nAnd a third line.")  # fmt: skip
    new = edit.set_text(new, "prompt3", "We want indicators that statisticians stand behind.")
    new = edit.remove(new, "fact11")
    new, _ = edit.add(
        new, "text", "A new point, with **weight**.", section="speaking-note", after="fact12", question="quest1"
    )
    new, _ = edit.cite(new, "answer2", regulation("Article 70"))
    new = edit.set_text(
        new, "answer2", "Advice[^1] and training are where missions add most.\n- Mandates should say so plainly."
    )
    new = edit.move(new, "topli2", -1)
    new = whole.retitle(new, "top-lines", "What to land")
    new = whole.remove(new, "handling")
    new, made = whole.new_section(new, "Afterwards", after="speaking-note")
    new, _ = edit.add(new, "text", "A last word.", section=made)
    meeting = replace(new.meeting, date="2026-03-05", place="Luxembourg")
    return old, replace(new, title="Another title", state="clearance", version=2, meeting=meeting)


def test_a_brief_reworked_for_days() -> None:
    made = agrees(*reworked())
    note = Note(made)
    assert note.find("//w:ins") and note.find("//w:del") and note.find("//w:footnoteReference")
    idents = [n.get(q("id")) for tag in ("ins", "del", "pPrChange") for n in note.document.iter(q(tag))]
    idents += [n.get(q("id")) for tag in ("ins", "del") for n in note.xml("word/footnotes.xml").iter(q(tag))]
    idents += [n.get(q("id")) for n in note.document.iter(q("bookmarkStart"))]
    assert len(idents) == len(set(idents)) > 20


def test_only_words_that_changed_are_marked() -> None:
    old = brief(section("background", Block(id="aaaaaa", role="text", text="We pay for **two** lamps, and for oil.")))
    new = edit.set_text(old, "aaaaaa", "We pay for **three** lamps, and for gas.")
    note = Note(agrees(old, new))
    assert ["".join(t.text for t in n.iter(q("delText"))) for n in note.find("//w:del")] == ["two", "oil"]
    assert ["".join(t.text for t in n.iter(q("t"))) for n in note.find("//w:ins")] == ["three", "gas"]


def test_nothing_is_marked_between_a_brief_and_itself() -> None:
    note = Note(agrees(rich(), rich()))
    assert not note.find("//w:ins") and not note.find("//w:del") and not note.find("//w:pPrChange")


def test_a_source_that_goes_takes_its_footnote_along_and_gives_its_full_form_on() -> None:
    def cited(*blocks: Block) -> Brief:
        return brief(section("background", *blocks), section("sources"))

    first = Block(id="aaaaaa", role="text", text="One.", sources=(council("para. 1"),))
    second = Block(id="bbbbbb", role="text", text="Two.", sources=(council("para. 2"), regulation("Article 1")))
    made = agrees(cited(first, second), cited(second))
    assert len(Note(made).footnotes) == 3
    agrees(cited(second), cited(first, second))
    agrees(cited(second, first), cited(first, second))
    agrees(cited(first), cited())
    agrees(cited(), cited(first, second))


def test_changes_carry_the_drafter_only_where_one_is_named_and_the_day_it_was_kept() -> None:
    old, new = reworked()
    note = Note(tracked.render(old, replace(new, drafter=None)))
    assert {n.get(q("author")) for n in note.find("//w:ins | //w:del")} == {"briefer version 2"}
    assert {n.get(q("date")) for n in note.find("//w:ins | //w:del")} == {"2026-03-02T00:00:00Z"}
    named = replace(new, drafter="A. Drafter", kept=Kept(on="2026-03-03"))
    note = Note(tracked.render(old, named))
    assert {n.get(q("author")) for n in note.find("//w:ins | //w:del")} == {"A. Drafter"}
    assert {n.get(q("date")) for n in note.find("//w:ins | //w:del")} == {"2026-03-03T00:00:00Z"}


def test_the_same_versions_give_the_same_bytes() -> None:
    assert tracked.render(*reworked()) == tracked.render(*reworked())


def test_what_was_limite_is_marked_so_though_only_its_deletion_shows() -> None:
    secret = Block(id="aaaaaa", role="fact", text="Known to few.", sources=(council(),))
    open_ = Block(id="bbbbbb", role="fact", text="Known to all.", sources=(regulation(),))
    old = brief(section("figures", secret, open_), marking="LIMITE")
    new = brief(section("figures", open_), marking="PUBLIC", own_marking="PUBLIC")
    assert "LIMITE" in Note(tracked.render(old, new)).parts["word/header1.xml"].decode()


@pytest.mark.parametrize("name", ["compact", "large-print"])
def test_in_other_houses_too(name: str) -> None:
    agrees(*reworked(), house.load(house.SHIPPED / f"{name}.docx"))


@pytest.mark.parametrize("form", ["endnotes", "numbers"])
def test_with_sources_in_other_places(form: str) -> None:
    plain = house.plain()
    agrees(*reworked(), replace(plain, look=replace(plain.look, sources=form)))


@pytest.mark.parametrize("language", ["fr", "de"])
def test_in_other_languages(language: str) -> None:
    old, new = reworked()
    agrees(replace(old, language=language), replace(new, language=language))


def test_everything_at_once_comes_and_goes() -> None:
    for one, other in ((rows(), brief()), (every_role_everywhere(), rows()), (awkward(), rich()), (rich(), awkward())):
        agrees(one, replace(other, markings=("PUBLIC", "LIMITE")))
        agrees(other, one)


WORDS = ["lamp", "oil", "**bold**", "*slanted*", "12", "and", "the", "coast,", "keepers.", "שלום", "R&D <b>", "“said”"]


def meddled(one: Brief, lot: random.Random) -> Brief:
    """The brief after some changes that anybody might make."""
    for _ in range(lot.randint(1, 12)):
        blocks = [b.id for s in one.sections for b in s.blocks]
        filled = [s.id for s in one.sections if s.role not in ("header", "sources", "abbreviations")]
        text = "\n".join(" ".join(lot.choices(WORDS, k=lot.randint(1, 9))) for _ in range(lot.randint(1, 3)))
        match lot.randint(0, 7) if blocks else 2:
            case 0 | 1:
                ident = lot.choice(blocks)
                said = edit.find(one, ident)[1].text.split(" ")
                said[lot.randrange(len(said)) :][:1] = []
                said.insert(lot.randint(0, len(said)), lot.choice(WORDS))
                one = edit.set_text(one, ident, " ".join(said))
            case 2:
                one, _made = edit.add(one, lot.choice(["text", "point", "row"]), text, section=lot.choice(filled))
            case 3:
                one = edit.remove(one, lot.choice(blocks))
            case 4:
                one = edit.move(one, lot.choice(blocks), lot.choice([-2, -1, 1, 2]))
            case 5:
                source = lot.choice(
                    [council("para. 9"), regulation(), Source(paper="x", title="A <title>", url="https://a.eu/b")]
                )
                one, number = edit.cite(one, ident := lot.choice(blocks), source)
                one = edit.set_text(one, ident, f"{edit.find(one, ident)[1].text}[^{number}]")
            case 6:
                one = edit.set_text(one, lot.choice(blocks), text)
            case _:
                one = whole.move(one, lot.choice(one.sections).id, lot.choice([-1, 1]))
    return one


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_changed_both_versions_are_in_it(seed: int) -> None:
    lot = random.Random(seed)
    old = meddled(lot.choice([rich(), rows()]), lot)
    agrees(old, meddled(old, lot))


@pytest.mark.sdk
@pytest.mark.parametrize("seed", [None, *range(4)])
def test_the_sdk_validator_finds_no_fault(seed, ooxml_validator, tmp_path: Path) -> None:
    old, new = reworked()
    if seed is not None:
        new = meddled(old, random.Random(seed))
    path = tmp_path / "compared.docx"
    path.write_bytes(tracked.render(old, new))
    assert ooxml_validator(path) == []


@pytest.mark.office
def test_libreoffice_reads_all_of_it(soffice, tmp_path: Path) -> None:
    path = tmp_path / "compared.docx"
    old, new = reworked()
    path.write_bytes(tracked.render(old, replace(new, drafter=None)))
    again = Note(soffice(path, "docx").read_bytes())
    gone = ["".join(t.text or "" for t in n.iter(q("delText"))) for n in again.find("//w:del")]
    assert "Recommendation and handling" in gone
    assert {n.get(q("author")) for n in again.find("//w:ins")} == {"briefer version 2"}
