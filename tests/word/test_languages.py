"""A note speaks the language of its brief, from plain YAML files to which a workspace may add."""

from __future__ import annotations

import pytest
from conftest import q
from msgspec.structs import replace
from word_briefs import brief, council, reported, rich, section

from briefer.brief.model import Block, Pulled
from briefer.errors import BrieferError
from briefer.word import languages
from briefer.word.docx import render
from briefer.word.languages import load


def in_language(code, made=None):
    return replace(made or rich(), language=code)


@pytest.mark.parametrize("code", ["fr", "de"])
def test_nothing_english_is_left_in_a_note_of_another_language(code, opened):
    english = load("en")
    same = set(load(code).labels.values()) | set(load(code).sections.values()) | set(load(code).stances.values())
    note = opened(in_language(code))
    own = {p for b in rich().sections for p in [b.title] if p}
    said = note.paragraphs("Heading1") + [c for rows in note.tables().values() for c in rows[0]]
    said += note.paragraphs("MaterialLabel") + note.paragraphs("PromptLabel") + note.paragraphs("BoxLabel")
    for text in (*english.sections.values(), *english.labels.values()):
        if text not in same and text not in own:
            assert text not in said, text


def test_french_headings_labels_dates_and_notices(opened):
    note = opened(in_language("fr"))
    box = dict(note.tables()["Cartouche"])
    assert box["Date et lieu"] == "2 mars 2026, Brussels"
    assert box["Version"] == "2, pour validation"
    assert "Messages clés" in note.paragraphs("Heading1")
    assert note.paragraphs("Heading2")[0] == "Question 1 – Polish Presidency · Réponse\u00a0: 20 secondes"
    assert "Périmé\u00a0: valable jusqu'au 31 janvier 2026." in note.paragraphs("Notice")
    assert "13 novembre 2019" in note.footnotes[3]
    assert note.footnotes[2].startswith("D'après Council 9375/25 (note 1), ")
    assert note.tables()["Qui dit quoi"][1][:2] == ["Polish Presidency", "soutient"]
    assert "page 1 sur 1" in note.text(note.xml("word/footer1.xml"))


def test_german_dates_and_short_sources(opened):
    blocks = [Block(id=f"fact0{i}", role="fact", text="x", sources=(council(f"Ziffer {i}"),)) for i in (1, 2)]
    note = opened(brief(section("background", *blocks), language="de"))
    assert note.footnotes[1].startswith("Council 9375/25, 10. Juni 2025, ")
    assert note.footnotes[2] == "Council 9375/25 (Fn. 1), Ziffer 2."
    via = opened(
        brief(section("background", Block(id="fact01", role="fact", text="x", sources=(reported(),))), language="de")
    )
    assert "wiedergegeben bei Statewatch, 2020, " in via.footnotes[1]


def test_the_titles_of_the_shipped_templates_are_said_in_the_language(opened, repository):
    from briefer import workspace
    from briefer.brief import making
    from briefer.brief.making import Wanted

    place = workspace.read(str(repository))
    for template in ("full-brief", "speaking-note", "scene-setter"):
        drafted = making.compose(place, Wanted(("central-asia",), template=template, as_of="2026-11-23"))
        titles = {s.title for s in drafted.sections}
        for code in ("fr", "de"):
            said = load(code)
            shown = {said.title(s.role, s.title) for s in drafted.sections}
            assert shown & titles <= set(said.sections.values()), shown & titles


def test_a_title_of_ones_own_stays(opened):
    note = opened(brief(section("free", Block(id="text01", role="text", text="x"), title="Chez nous"), language="fr"))
    assert note.paragraphs("Heading1") == ["Chez nous"]


@pytest.mark.parametrize(("code", "text", "said"), [
    ("fr", "2025-06-01", "1er juin 2025"), ("fr", "2025-06-11", "11 juin 2025"), ("de", "2025-06-01", "1. Juni 2025"),
    ("de", "2025-06", "Juni 2025"), ("en", "2025", "2025"), ("en", "some day", "some day"),
])  # fmt: skip
def test_dates(code, text, said):
    assert load(code).date(text) == said


def test_a_workspace_adds_a_language_and_what_it_leaves_out_is_english(tmp_path):
    (tmp_path / "nl.yaml").write_text(
        "language: nl\nname: Nederlands\nregion: NL\nmonths: [januari, februari, maart, april, mei, juni, juli, augustus,"
        " september, oktober, november, december]\nsections: {top-lines: Kernboodschappen}\nlabels: {question: Vraag {number}}\n"
        .replace("Vraag {number}", '"Vraag {number}"'), "utf-8",
    )  # fmt: skip
    said = load("nl", [tmp_path])
    assert (said.tag, said.date("2025-03-01")) == ("nl-NL", "1 maart 2025")
    assert said.sections["top-lines"] == "Kernboodschappen" and said.sections["figures"] == "Key figures"
    assert said.say("question", number=3) == "Vraag 3"
    assert ("nl", "Nederlands") in languages.known([tmp_path])
    (warning,) = languages.check(tmp_path, "languages")
    assert warning.severity == "warning" and warning.code == "untranslated" and warning.file == "languages/nl.yaml"


def test_a_workspace_says_one_word_otherwise(tmp_path):
    (tmp_path / "en.yaml").write_text("language: en\nsections: {top-lines: Key messages}\n", "utf-8")
    assert load("en", [tmp_path]).sections["top-lines"] == "Key messages"
    assert load("en").sections["top-lines"] == "Top lines"


@pytest.mark.parametrize(("text", "line", "told"), [
    ("language: xx\nlabels:\n  quesion: Q\n", 3, "did you mean question"),
    ("language: xx\nlabels:\n  question: Vraag\n", 3, "must hold {number}"),
    ('language: xx\nlabels:\n  question: "Vraag {number"\n', 3, "braces do not match"),
    ('language: xx\nlabels:\n  question: "{number.__class__}"\n', 3, "fills in something else"),
    ("language: xx\nmonths: [a, b]\n", 2, "twelve months"),
    ("language: xx\nlabel: {}\n", 2, "label"),
    ("language: [\n", 2, ""),
])  # fmt: skip
def test_a_fault_in_a_language_file_is_told_with_its_line_and_nothing_is_written(text, line, told, tmp_path):
    (tmp_path / "xx.yaml").write_text(text, "utf-8")
    (fault, *_more) = languages.check(tmp_path, "languages")
    assert (fault.severity, fault.line) == ("error", line)
    assert told in fault.message
    with pytest.raises(BrieferError, match=r"xx\.yaml"):
        render(in_language("xx"), languages=[tmp_path])


@pytest.mark.parametrize("code", ["xx", "tlh-Latn", "not a language", "../../etc/passwd", ""])
def test_a_language_without_a_file_is_said_in_english(code, opened):
    note = opened(in_language(code))
    assert "Top lines" in note.paragraphs("Heading1")


def test_every_shipped_language_says_everything():
    assert languages.check(languages.SHIPPED, "languages") == []
    assert [code for code, _name in languages.known()] == ["de", "en", "fr"]


def test_a_statement_that_is_out_of_date_is_told_in_the_language(opened):
    fact = Block(id="fact01", role="fact", text="x", pulled=Pulled(text="x", valid_until="2025", superseded="neu"))
    assert opened(brief(section("background", fact), language="de")).paragraphs("Notice") == [
        "Überholt: gültig bis 2025.", "Ersetzt: neu.",
    ]  # fmt: skip


def test_words_in_another_language_are_marked_as_such_run_by_run(opened):
    french = "La mission **conseille** les autorités du pays hôte et ne dispose pas de pouvoirs dans cette région."
    english = "The mission advises the authorities of the host country and has no powers of its own in the region."
    blocks = (Block(id="french1", role="text", text=french), Block(id="english", role="text", text=english),
              Block(id="short01", role="text", text="Deux mots"))  # fmt: skip
    for code, other, held in (("en", "fr-FR", "french1"), ("fr", "en-GB", "english"), ("de", "fr-FR", "french1")):
        note = opened(brief(section("background", *blocks), language=code))
        runs = note.control(held).iter(q("r"))
        assert {r.find(f"{q('rPr')}/{q('lang')}").get(q("val")) for r in runs} == {other}
        assert note.control("short01").find(f".//{q('lang')}") is None
    assert opened(brief(section("background", *blocks))).control("english").find(f".//{q('lang')}") is None


@pytest.mark.parametrize(
    ("asked", "code"),
    [("fr", "fr"), ("FR", "fr"), (" French ", "fr"), ("francais", "fr"), ("Deutsch", "de"), ("german", "de"),
     ("fr-be", "fr-BE"), ("Nederlands", "nl"), ("dutch", "nl")],
)  # fmt: skip
def test_a_language_is_known_by_its_code_and_by_its_names(asked, code, tmp_path):
    (tmp_path / "nl.yaml").write_text("language: nl\nname: Nederlands\n", "utf-8")
    assert languages.named(asked, [tmp_path]) == code


@pytest.mark.parametrize(
    ("asked", "said"),
    [("Klingon", "no language “Klingon”.*fr .Français."), ("Frensh", "Did you mean French?"), ("", "needs a language"),
     ("../fr", "no language"), ("nl", "nl.yaml")],
)  # fmt: skip
def test_what_is_no_language_is_said_plainly(asked, said, tmp_path):
    (tmp_path / "nl.yaml").write_text("language: nl\nlabel: {}\n", "utf-8")
    with pytest.raises(BrieferError, match=said):
        languages.named(asked, [tmp_path])
