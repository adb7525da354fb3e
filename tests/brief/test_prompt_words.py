"""What a shipped template asks for is asked in the language of the brief; what somebody wrote stays as written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from briefer import workspace as workspaces
from briefer.brief import making, prompt_words, shape
from briefer.brief.making import Wanted
from briefer.brief.model import Brief
from briefer.brief.templates import UNASKED
from briefer.init import make as init
from briefer.word import languages

TEMPLATES = ("full-brief", "speaking-note", "scene-setter")
TOPICS = ("csdp-jha-synergies", "euam-iraq-readmission")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    root = tmp_path_factory.mktemp("prompts")
    init(root)
    return workspaces.read(str(root))


def drafted(place, language: str | None = None, template: str = "full-brief", topics=TOPICS) -> Brief:
    return making.compose(place, Wanted(topics, template=template, as_of="2026-11-23", language=language))


def asked(brief: Brief) -> list[str]:
    return [b.text for s in brief.sections for b in s.blocks if b.role in ("prompt", "note") and not b.entry]


def test_every_text_of_a_shipped_template_can_be_said_in_another_language(repository):
    english = prompt_words.in_language("en")
    files = sorted((repository / "templates").glob("*.yaml"))
    blocks = [b for f in files for s in yaml.safe_load(f.read_text("utf-8"))["sections"] for b in s.get("blocks", ())]
    texts = [b["text"] for b in blocks if b.get("role") in ("prompt", "note")]
    texts += [b["answer"] for b in blocks if "answer" in b]
    assert len(texts) > 20
    for text in (*texts, UNASKED, shape.ANSWER):
        assert prompt_words.one_line(text) in english, text


@pytest.mark.parametrize("code", ["fr", "de"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_brief_asks_in_its_language(code, template, place):
    english, other = asked(drafted(place, "en", template)), asked(drafted(place, code, template))
    assert len(english) == len(other) and not set(english) & set(other)


def test_french_and_german_prompts_read_as_people_write_them(place):
    french, german = asked(drafted(place, "fr")), asked(drafted(place, "de"))
    assert "En deux lignes\u00a0: quel résultat visons-nous sur ce point\u00a0?" in french
    assert "**Ligne rouge** …" in french
    assert any(t.startswith("Notre réponse à la question 1, telle qu'elle sera prononcée (environ ") for t in french)
    assert "In zwei Zeilen: Was wollen wir bei diesem Tagesordnungspunkt erreichen?" in german
    assert "Zur Position von Mitgliedstaaten, die hier nicht genannt sind, liegt keine Quelle vor." in german


def test_the_language_of_the_settings_counts_too(place, tmp_path):
    init(tmp_path)
    (tmp_path / "briefer.yaml").write_text("language: de\n", "utf-8")
    assert asked(drafted(workspaces.read(str(tmp_path)))) == asked(drafted(place, "de"))


def test_one_more_file_is_one_more_language_and_what_it_leaves_out_is_asked_in_english(tmp_path):
    init(tmp_path)
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "nl.yaml").write_text(
        'language: nl\nprompts: {third-line: "De derde boodschap."}\n', "utf-8"
    )
    dutch = asked(drafted(workspaces.read(str(tmp_path)), "nl"))
    assert "De derde boodschap." in dutch and "Second thing to land." in dutch


def test_prompts_of_ones_own_template_stay_as_written(tmp_path):
    init(tmp_path)
    own = Path(tmp_path / "templates" / "ours.yaml")
    own.write_text(
        "template: ours\ntitle: Ours\nsections:\n  - id: aim\n    role: objective\n    title: Aim\n    blocks:\n"
        "      - {role: prompt, text: Who decides}\n", "utf-8",
    )  # fmt: skip
    assert asked(drafted(workspaces.read(str(tmp_path)), "fr", "ours")) == ["Who decides"]


def test_what_is_inherited_from_a_shipped_template_is_asked_in_the_language(tmp_path):
    init(tmp_path)
    own = Path(tmp_path / "templates" / "ours.yaml")
    own.write_text("template: ours\ntitle: Ours\nextends: scene-setter\n", "utf-8")
    assert asked(drafted(workspaces.read(str(tmp_path)), "de", "ours")) == ["Was bedeutet das für uns? Ein Satz."]


@pytest.mark.parametrize(("was", "now"), [("en", "fr"), ("fr", "de"), ("de", "en")])
@pytest.mark.parametrize("template", TEMPLATES)
def test_another_language_asks_anew_what_nobody_has_filled_in_or_changed(was, now, template, place):
    before = drafted(place, was, template)
    turned = making.in_its_language(place, replace(before, language=now), before)
    assert turned == drafted(place, now, template)


def test_another_language_leaves_what_somebody_wrote(place):
    brief = drafted(place, "en", "scene-setter")
    mine = "What is it to us and to our neighbours? One sentence."
    sections = tuple(
        replace(s, blocks=tuple(replace(b, text=mine) if b.role == "prompt" else b for b in s.blocks))
        for s in brief.sections
    )
    brief = replace(brief, sections=sections)
    french = replace(brief, language="fr")
    assert making.in_its_language(place, french, brief) == french


def test_what_was_filled_in_is_asked_in_the_new_language_next_time(place):
    brief = drafted(place, "en", "scene-setter")
    sections = tuple(
        replace(s, blocks=tuple(replace(b, role="text", text="Much.", prompt=b.text) if b.role == "prompt" else b
                                for b in s.blocks)) for s in brief.sections
    )  # fmt: skip
    turned = making.in_its_language(place, replace(brief, language="de", sections=sections), brief)
    (one,) = [b for s in turned.sections for b in s.blocks if b.prompt]
    assert (one.text, one.prompt) == ("Much.", "Was bedeutet das für uns? Ein Satz.")


def test_a_brief_whose_topics_are_gone_still_changes_what_speaks_of_none(place):
    brief = replace(drafted(place, "en"), topics=("gone-since",))
    turned = asked(making.in_its_language(place, replace(brief, language="fr"), brief))
    assert "**Ligne rouge** …" in turned and "Third thing to land." not in turned


@pytest.mark.parametrize(("text", "told"), [
    ('prompts: {objectiv: "x"}', "did you mean objective"),
    ('prompts: {answer: "Our answer."}', "must hold"),
    ('prompts: {third-line: "{{ topic.title }}"}', "must hold nothing in braces"),
    ('prompts: {third-line: "{{ topic"}', "must hold nothing in braces"),
])  # fmt: skip
def test_a_fault_among_the_prompts_is_told(text, told, tmp_path):
    (tmp_path / "xx.yaml").write_text(f"language: xx\n{text}\n", "utf-8")
    (fault, *_more) = languages.check(tmp_path, "languages")
    assert fault.severity == "error" and told in fault.message
