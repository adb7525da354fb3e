"""Templates: layers, faults with their lines, what a text may not do, and a brief's shape kept for the next meeting."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer import workspace as workspaces
from briefer.brief import edit, making, shape, templates
from briefer.brief.draft import Order, draft
from briefer.brief.making import Wanted
from briefer.brief.model import Block, Brief, Section
from briefer.brief.templates import TemplateFile, Templates
from briefer.errors import BrieferError, UsageError
from briefer.knowledge.base import Knowledge

Make = Callable[..., Path]


def template(*texts: str, name: str = "mine", title: str = "Mine") -> str:
    """A template of one section with these texts, each written as given (with quotes or as a block)."""
    head = f"template: {name}\ntitle: {title}\nsections:\n  - id: one\n    role: free\n    title: One\n    blocks:\n"
    return head + "".join(f"      - role: text\n        text: {text}\n" for text in texts)


def composed(root: Path, name: str = "mine", **wanted: Any) -> Brief:
    return making.compose(workspaces.read(str(root)), Wanted(("lamps",), template=name, as_of="2025-06-12", **wanted))


def refused(root: Path, name: str = "mine") -> str:
    with pytest.raises(BrieferError) as caught:
        composed(root, name)
    message = str(caught.value)
    assert "\n" not in message
    return message


LITERAL = "|\n          Lamps of today.\n          {}\n"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('"{% if %}"', 9, "Jinja"),
        ('"{{ topic.title"', 9, "Jinja"),
        ('"{{ topic.title | shout }}"', 9, "shout"),
        ('"{{ topci.title }}"', 9, "topci.*did you mean topic"),
        ('"{{ topic.tilte }}"', 9, "tilte"),
        ('"{{ topic.__class__.__mro__ }}"', 9, "__class__"),
        ('"{{ topics.append(1) }}"', 9, "append"),
        ('"{{ meeting.date }}"', 9, "meeting.*{% if meeting %}"),
        ('"{{ question.text }}"', 9, "question"),
        ('"{{ 1 / 0 }}"', 9, "zero"),
        ("\"{% include '/etc/passwd' %}\"", 9, "Jinja"),
        ('"{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"', 9, "rounds"),
        ('"{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}"', 9, "without end"),
        ('"{% for t in topics recursive %}{{ loop(topics) }}{% endfor %}"', 9, "without end"),
        ("\"{{ 'lamp' * 1000000000000 }}\"", 9, "small numbers"),
        ('"{{ 9 ** 9 ** 9 }}"', 9, "small numbers"),
        ("\"{{ '%0999999999d' % 1 }}\"", 9, "small numbers"),
        ('"Escaped\\n{{ topic.tilte }}"', 9, "tilte"),
        (LITERAL.format("{{ topic.tilte }}"), 11, "tilte"),
        (LITERAL.format("{{ topci }}"), 11, "topci"),
        (LITERAL.format("{% endif %}"), 11, "endif"),
    ],
)
def test_a_broken_text_is_told_with_file_and_line(workspace: Make, text: str, line: int, said: str) -> None:
    message = refused(workspace({"templates/mine.yaml": template(text)}))
    assert message.startswith(f"templates/mine.yaml, line {line}")
    assert re.search(said, message), message


def test_the_line_is_that_of_the_text_at_fault_among_many(workspace: Make) -> None:
    message = refused(
        workspace({"templates/mine.yaml": template("Fine.", '"{{ topic.title }}"', '"{{ topic.nope }}"')})
    )
    assert message.startswith("templates/mine.yaml, line 13")


@pytest.mark.parametrize(
    ("broken", "line", "code"),
    [
        ("template: mine\ntitle: Mine\n", 1, "missing-key"),
        (template("x").replace("role: free", "role: fre"), 5, "type"),
        (template("x").replace("    title: One", "    titel: One"), 6, "unknown-key"),
        (template("x", name="yours"), 1, "file-name"),
        (template("x") + "  - id: one\n    role: free\n    title: Again\n", 10, "duplicate-id"),
        (template("x") + "      - role: text\n        pull: facts\n", 10, "recipe"),
        (template("x") + "      - limit: 3\n", 10, "recipe"),
        (template("x") + "      - pull: everything\n", 10, "type"),
    ],
)
def test_a_template_that_is_none_is_told_with_its_line(workspace: Make, broken: str, line: int, code: str) -> None:
    root = workspace({"templates/mine.yaml": broken})
    found = workspaces.read(str(root)).templates().faults
    assert (line, code) in {(f.line, f.code) for f in found}
    assert all(f.file == "templates/mine.yaml" for f in found)
    assert "templates/mine.yaml, line " in refused(root)


def test_what_has_no_value_is_written_as_nothing(workspace: Make) -> None:
    root = workspace({"templates/mine.yaml": template('"In {{ meeting.place }}{% if meeting %}!{% endif %}"')})
    meeting = "meeting: quiet\nbody: LWP\ndate: 2025-06-12\nitems:\n  - {title: Lamps, topics: [lamps]}\n"
    (root / "knowledge/meetings/quiet.yaml").write_text(meeting)
    brief = making.compose(workspaces.read(str(root)), Wanted((), meeting="quiet", template="mine"))
    assert brief.sections[0].blocks[0].text == "In !"


def test_a_text_may_speak_of_topics_questions_and_the_meeting(workspace: Make) -> None:
    topics = "{% for t in topics %}{{ loop.index }}. {{ t.title }} ({{ t.bodies|join }}){% endfor %}"
    text = f'"{topics}, {{{{ questions|length }}}}, {{{{ as_of }}}}, {{{{ delegation }}}}"'
    brief = composed(workspace({"templates/mine.yaml": template(text)}), delegation="Examplia")
    assert brief.sections[0].blocks[0].text == "1. Coastal lamps (LWP), 2, 12 June 2025, Examplia"


def test_a_later_layer_overrides_a_template_by_id_and_adds_others(workspace: Make) -> None:
    root = workspace({
        "briefer.yaml": "layers: [shipped, knowledge]\n",
        "templates/scene-setter.yaml": template("Our own scene.", name="scene-setter", title="Our scene-setter"),
        "templates/mine.yaml": template("x"),
    })  # fmt: skip
    found = workspaces.read(str(root)).templates()
    assert {"speaking-note", "full-brief", "scene-setter", "mine"} <= set(found.files)
    assert found.get("scene-setter").template.title == "Our scene-setter"
    assert found.get("speaking-note").layer == "shipped"


def test_ones_own_broken_template_is_told_and_not_passed_over_for_the_shipped_one(workspace: Make) -> None:
    broken = template('"{% if %}"', name="speaking-note")
    root = workspace({"briefer.yaml": "layers: [shipped, knowledge]\n", "templates/speaking-note.yaml": broken})
    assert refused(root, "speaking-note").startswith("templates/speaking-note.yaml, line 9")


def test_an_unknown_template_is_told_with_the_nearest_names(workspace: Make) -> None:
    with pytest.raises(UsageError, match=r"no template “mien”. Did you mean mine\?$"):
        composed(workspace({"templates/mine.yaml": template("x")}), "mien")


# --- a brief's shape, kept -------------------------------------------------------------------------------------------


def kept(brief: Brief, tmp_path: Path, name: str = "kept") -> TemplateFile:
    """The brief's shape written as a template and read again."""
    path = tmp_path / f"{name}.yaml"
    path.write_text(shape.dump(shape.of(brief, name)), "utf-8")
    loaded = templates.read(path, f"templates/{name}.yaml")
    assert not loaded.faults, path.read_text("utf-8")
    return TemplateFile(loaded.value, path, f"templates/{name}.yaml", "knowledge")


@pytest.mark.parametrize("name", ["speaking-note", "full-brief", "scene-setter"])
def test_a_saved_template_drafts_the_same_shape_again(
    name: str, tmp_path: Path, shipped_base: Knowledge, shipped_templates: Templates
) -> None:
    order = Order(("csdp-jha-synergies",), delegation="Finland")
    first = draft(order, shipped_templates.get(name), shipped_base, "2025-09-01")
    again = draft(order, kept(first, tmp_path), shipped_base, "2025-09-01")

    def shape(brief: Brief) -> list[tuple[Any, ...]]:
        return [(s.id, s.role, s.title, s.disclosable, s.minutes, s.words) for s in brief.sections]

    def standing(brief: Brief) -> list[tuple[str, str, str]]:
        return [(s.id, b.role, b.text) for s in brief.sections for b in s.blocks if not b.entry and not b.question]

    def pulled(brief: Brief) -> list[tuple[str, str | None, str]]:
        return [(s.id, b.entry, b.role) for s in brief.sections for b in s.blocks if b.entry]

    assert shape(again) == shape(first)
    assert standing(again) == standing(first)
    assert [p for p in pulled(again) if p[2] == "question"] == [p for p in pulled(first) if p[2] == "question"]
    if name != "full-brief":
        assert pulled(again) == pulled(first)
    for section, other in zip(first.sections, again.sections, strict=True):
        assert {b.role for b in other.blocks} == {b.role for b in section.blocks}


def test_answers_and_entries_stay_behind_and_standing_text_comes_along(lamps_brief: Brief, tmp_path: Path) -> None:
    text = shape.dump(kept(lamps_brief, tmp_path).template)
    assert "By **post**" not in text
    assert "lamps were lit" not in text
    assert "Which lamps first" not in text
    assert "Second line: with a colon." in text
    assert "What do we want?" in text
    assert "bodies: [LWP]" in text


def test_what_was_filled_in_is_asked_again_at_the_next_meeting(lamps_brief: Brief, tmp_path: Path) -> None:
    filled = edit.set_text(lamps_brief, "aaaaa2", "We want thirteen lamps.")
    objective = kept(filled, tmp_path).template.sections[1]
    assert [(r.role, r.text) for r in objective.blocks] == [("prompt", "What do we want?")]


def test_the_order_of_questions_standing_text_and_entries_is_kept(lamps_brief: Brief, tmp_path: Path) -> None:
    shape = kept(lamps_brief, tmp_path).template
    assert [s.id for s in shape.sections] == [s.id for s in lamps_brief.sections]
    background = next(s for s in shape.sections if s.id == "background")
    assert [(r.pull, r.role) for r in background.blocks] == [("facts", None), (None, "text")]
    speaking = next(s for s in shape.sections if s.id == "speaking")
    assert [(r.pull, r.material) for r in speaking.blocks] == [("questions", 1)]


def test_a_hard_question_of_ones_own_is_not_taken_for_the_papers_questions(lamps_brief: Brief, tmp_path: Path) -> None:
    own = Block(id="hhhhh2", role="question", text="Is oil not too dear?")
    section = Section(id="defensives", role="defensives", title="Defensives", blocks=(own,))
    shape = kept(replace(lamps_brief, sections=(section,)), tmp_path).template
    assert [(r.pull, r.role, r.text) for r in shape.sections[0].blocks] == [(None, "question", "Is oil not too dear?")]


def test_section_ids_written_by_hand_become_ids_that_a_template_may_have(lamps_brief: Brief, tmp_path: Path) -> None:
    odd = tuple(Section(id=i, role="free", title="T") for i in ("Our View", "our-view-2", "our-view", "OUR VIEW", "Öl"))
    shape = kept(replace(lamps_brief, sections=odd), tmp_path).template
    assert len({s.id for s in shape.sections}) == 5


BRACES = st.text(st.sampled_from(list("{}%# -aé\n'\"\\")), max_size=20)


@given(
    text=st.one_of(
        BRACES, st.sampled_from(["{% raw %}{% endraw %}", "{{ topic }}", "{%- endraw -%}", "{{{", "{#", "100 {%"])
    )
)
def test_braces_in_a_persons_text_survive(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip()
    assume(text)
    brief = Brief(
        brief="b", format=1, title="B", as_of="2025",
        sections=(Section(id="s", role="free", title="S", blocks=(Block(id="aaaaa2", role="text", text=text),)),),
    )  # fmt: skip
    file = kept(brief, tmp_path_factory.getbasetemp())
    recipe = file.template.sections[0].blocks[0].text or ""
    assert templates.render(recipe, file, ("sections", 0, "blocks", 0, "text"), {}).strip() == text


def test_what_was_made_from_placeholders_becomes_placeholders_again(
    tmp_path: Path, shipped_base: Knowledge, shipped_templates: Templates
) -> None:
    first = draft(Order(("eubam-libya",)), shipped_templates.get("scene-setter"), shipped_base, "2025-09-01")
    again = draft(Order(("talent-partnerships",)), kept(first, tmp_path), shipped_base, "2025-09-01")
    scene = again.sections[1].blocks[0]
    assert scene.text == shipped_base.topics["talent-partnerships"].summary
