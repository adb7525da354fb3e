"""A brief's shape, kept as a template for the next meeting: sections, order, standing text, what is pulled where."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from briefer import yamltext
from briefer.brief import notemarks, particular
from briefer.brief.last_words import LAST
from briefer.brief.model import Block, Brief, Section
from briefer.brief.prompt_words import begins_unasked
from briefer.brief.templates import Pull, Recipe, SectionRecipe, Template, has_placeholders
from briefer.text import slug


def of(brief: Brief, name: str, title: str | None = None, was: Template | None = None) -> Template:
    """The shape of a brief as a template: its sections, their order, its standing text; not its answers or entries.

    What was filled in goes back to the prompt that asked for it. A text with a date, the number of a paper or a person's
    name becomes a prompt with dots in their place. Runs of pulled entries become one ``pull``, the questions with their
    answers become ``pull: questions``; where the brief's own template ``was`` has the same, its rules are kept.
    """
    body = brief.meeting.body if brief.meeting and brief.meeting.body else None
    rules = {s.id: s.blocks for s in was.sections} if was else {}
    kept = [s for s in brief.sections if s.id != LAST]
    return Template(
        template=name,
        title=title or name.replace("-", " ").capitalize(),
        summary=f"Kept from the brief “{particular.title_without(brief.title)}”.",
        bodies=(body,) if body else (),
        sections=tuple(
            _section_shape(s, name, brief, rules.get(s.id, ())) for s, name in zip(kept, _ids(kept), strict=True)
        ),
    )


def _ids(sections: Sequence[Section]) -> list[str]:
    """The ids of a brief's sections as a template may have them; a person may have written others by hand."""
    ids: list[str] = []
    for section in sections:
        name = slug(section.id)
        ids.append(next(n for n in (name, *(f"{name}-{i}" for i in range(2, len(ids) + 3))) if n not in ids))
    return ids


def _section_shape(section: Section, name: str, brief: Brief, rules: Sequence[Recipe]) -> SectionRecipe:
    own = (brief.delegation or "").casefold()
    recipes: list[Recipe] = []
    asks = section.role == "speaking-note" or any(b.role == "question" and b.entry for b in section.blocks)
    answered = {b.question for b in section.blocks if b.question}
    if asks:
        per_question = [sum(1 for b in section.blocks if b.question == q and b.entry) for q in answered] or [4]
        recipes.append(Recipe(pull="questions", answer=ANSWER, material=max(per_question)))
    for block in section.blocks:
        pulled = block.role == "question" and block.entry
        recipe = _block_shape(block, section, own) if not pulled and not block.question else None
        if recipe is None:
            continue
        last = recipes[-1] if recipes else None
        if last and recipe.pull and (last.pull, last.as_) == (recipe.pull, recipe.as_):
            recipes[-1] = Recipe(pull=recipe.pull, as_=recipe.as_, limit=(last.limit or 0) + 1)
        else:
            recipes.append(recipe)
    recipes = [_without_the_day(_as_ruled(r, rules), brief) for r in recipes]
    return SectionRecipe(
        id=name, role=section.role, title=particular.title_without(section.title), disclosable=section.disclosable,
        minutes=section.minutes, words=section.words, blocks=tuple(recipes),
    )  # fmt: skip


def _as_ruled(recipe: Recipe, rules: Sequence[Recipe]) -> Recipe:
    """What the brief's own template has for the same kind of entries, with its tags, stances, limit and prompts."""
    if recipe.pull is None:
        return recipe
    return next((r for r in rules if (r.pull, r.as_) == (recipe.pull, recipe.as_)), recipe)


def _without_the_day(recipe: Recipe, brief: Brief) -> Recipe:
    """Standing text that names a day, a paper or a person becomes what is to be filled in next time."""
    if recipe.text is None or has_placeholders(recipe.text):
        return recipe
    text = particular.without(recipe.text, (brief.drafter, brief.cleared_by))
    return recipe if text == recipe.text else replace(recipe, role="prompt", text=text)


ANSWER = "Our answer, as it will be spoken."


def _block_shape(block: Block, section: Section, own: str) -> Recipe | None:
    if not block.entry:
        if (block.prompt or block.text).startswith(begins_unasked()):
            return None  # asked again where nothing is asked
        if block.made_from:
            return Recipe(role="prompt" if block.prompt else block.role, text=block.made_from)
        if block.prompt:
            return Recipe(role="prompt", text=_raw(block.prompt))
        if not block.text.strip() or block.role == "answer" or block.carries:
            return None
        return Recipe(role=block.role, text=_raw(notemarks.unmarked(block.text)))
    kinds: dict[str, Pull] = {"figures": "figures", "state-of-play": "timeline", "defensives": "contested"}
    kind: Pull = kinds.get(section.role, "facts")
    if block.pulled and block.pulled.actor and kind != "contested":
        mine = section.role == "objective" or block.pulled.actor.casefold() == own
        kind = "own-positions" if mine else "positions"
    return Recipe(pull=kind, as_=None if block.role in ("fact", "position") else block.role, limit=1)


def _raw(text: str) -> str:
    """Text that a person wrote, so that Jinja leaves it alone: every brace that would begin something is spelled out."""
    return re.sub(r"\{(?=[{%#])", "{{ '{' }}", text)


def dump(template: Template) -> str:
    """The YAML text of a template."""
    data = msgspec.to_builtins(template)
    for section in data["sections"]:
        if isinstance(section.get("minutes"), float) and section["minutes"].is_integer():
            section["minutes"] = int(section["minutes"])
    return yamltext.block(data)
