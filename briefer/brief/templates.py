"""Brief templates: sections and what goes into them, in YAML, with sandboxed Jinja2 in their texts.

A section's ``blocks`` are recipes. One with ``role`` and ``text`` is standing text; one with ``pull`` takes entries
from the base: ``questions`` (each with the prompt for its answer and the material that answers it), ``own-positions``
(of the delegation), ``positions``, ``facts``, ``figures`` (facts with numbers), ``timeline`` (facts by date) or
``contested`` (disputed entries and outside voices: what others may confront us with).
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from msgspec import Meta, Struct, field
from yaml.nodes import Node, ScalarNode

from briefer import yamlfile, yamltext
from briefer.brief.model import Block, BlockRole, Brief, Section, SectionRole
from briefer.errors import BrieferError, Fault, Place, UsageError, did_you_mean, sentence
from briefer.knowledge.entries import Id, Stance
from briefer.text import slug

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

Pull = Literal["questions", "own-positions", "positions", "facts", "figures", "timeline", "contested"]
#: What a text in a template may speak of.
VARIABLES = ("topic", "topics", "meeting", "delegation", "questions", "as_of", "question")


class Recipe(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What makes one block, or a run of them."""

    role: BlockRole | None = None
    text: str | None = None
    pull: Pull | None = None
    as_: Annotated[BlockRole, Meta(description="the role of the pulled blocks")] | None = field(default=None, name="as")
    limit: Annotated[int, Meta(ge=0)] | None = None
    """How many entries at the most."""
    answer: str | None = None
    """With ``pull: questions``: the prompt for each answer."""
    material: Annotated[int, Meta(ge=0)] | None = None
    """With ``pull: questions``: how many entries stand beneath each."""
    stances: tuple[Stance, ...] = ()
    tags: tuple[str, ...] = ()


class SectionRecipe(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A section and its recipes."""

    id: Id
    role: SectionRole
    title: str
    disclosable: bool = True
    minutes: float | None = None
    words: int | None = None
    blocks: tuple[Recipe, ...] = ()


class Template(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A brief's shape."""

    template: Id
    title: str
    summary: str = ""
    bodies: tuple[str, ...] = ()
    """The working parties it was made for; none where it serves any."""
    sections: tuple[SectionRecipe, ...]


class TemplateFile(NamedTuple):
    """A template with where it was read."""

    template: Template
    path: Path
    name: str
    """The file as messages call it."""
    layer: str


class Templates(NamedTuple):
    """All templates, later layers over earlier ones, and the faults of those that do not load."""

    files: Mapping[str, TemplateFile]
    faults: tuple[Fault, ...]

    def get(self, name: str) -> TemplateFile:
        """A template by id; raises UsageError with the nearest names, or with its fault where it is broken."""
        if name in self.files:
            return self.files[name]
        broken = [f for f in self.faults if Path(f.file).stem == name]
        if broken:
            raise yamlfile.first_fault(broken)
        raise UsageError(f"There is no template “{name}”", todo=sentence(did_you_mean(name, list(self.files))))


def load(folders: list[tuple[str, Path]], shown: Any) -> Templates:
    """The templates of each folder (label, path), lowest layer first; ``shown`` names a path in messages."""
    found: dict[str, TemplateFile] = {}
    faults: list[Fault] = []
    for label, folder in folders:
        for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
            name = shown(path, label)
            loaded = read(path, name)
            faults += loaded.faults
            if loaded.value is not None and not loaded.faults:
                found[loaded.value.template] = TemplateFile(loaded.value, path, name, label)
            else:  # one's own template with a fault is told, not passed over for the one beneath it
                found.pop(path.stem, None)
    return Templates(found, tuple(faults))


def read(path: Path, name: str) -> yamlfile.Loaded:
    """One template file, its texts compiled, with all faults."""
    try:
        return yamlfile.load(yamlfile.read_text(path, name), name, Template, _further)
    except yamlfile.Refused as refused:
        return yamlfile.Loaded(None, refused.faults)


def _further(template: Template, node: Node, name: str) -> list[Fault]:
    faults: list[Fault] = []
    if template.template != Path(name).stem:
        message = (
            f"The template is called “{template.template}” but its file {Path(name).name}; give both the same name"
        )
        faults.append(yamlfile.fault_at(yamlfile.at(node, "template"), name, "error", "file-name", message))
    seen: set[str] = set()
    for i, section in enumerate(template.sections):
        if section.id in seen:
            message = f"Two sections are called “{section.id}”; rename one"
            faults.append(
                yamlfile.fault_at(yamlfile.at(node, "sections", i, "id"), name, "error", "duplicate-id", message)
            )
        seen.add(section.id)
        for j, recipe in enumerate(section.blocks):
            at: tuple[str | int, ...] = ("sections", i, "blocks", j)
            if (recipe.pull is None) == (recipe.role is None):
                message = "A block is either role: and text:, or pull: with its options; write one of the two"
                faults.append(yamlfile.fault_at(yamlfile.at(node, *at), name, "error", "recipe", message))
            for key, text in (("text", recipe.text), ("answer", recipe.answer)):
                if text is not None and (fault := _compile(text, yamlfile.at(node, *at, key), name)):
                    faults.append(fault)
    return faults


_environment: SandboxedEnvironment | None = None


def _jinja() -> SandboxedEnvironment:
    """The sandbox: made when the first text is rendered, since Jinja2 is slow to import."""
    global _environment
    if _environment is None:
        from briefer.brief import sandbox

        _environment = sandbox.environment()
    return _environment


def _has_jinja(text: str) -> bool:
    return "{{" in text or "{%" in text or "{#" in text


def _compile(text: str, node: Node | None, name: str) -> Fault | None:
    if not _has_jinja(text):
        return None
    from jinja2 import TemplateSyntaxError, meta

    try:
        tree = _jinja().parse(text)
        unknown = meta.find_undeclared_variables(tree) - set(VARIABLES)
        if unknown:
            word = sorted(unknown)[0]
            line = next((n for n, part in enumerate(text.split("\n"), 1) if re.search(rf"\b{word}\b", part)), 1)
            message = f"“{word}” is not known to templates; {did_you_mean(word, list(VARIABLES))}"
            return _text_fault(node, name, line, message)
        _jinja().from_string(tree)
    except TemplateSyntaxError as error:
        message = f"This text has a Jinja error: {error.message or 'not readable'}"
        return _text_fault(node, name, error.lineno, message)
    return None


def _text_fault(node: Node | None, name: str, line: int, message: str) -> Fault:
    at = _line_in_file(node, line)
    first = node is not None and at == node.start_mark.line + 1
    return Fault(name, at, node.start_mark.column + 1 if node is not None and first else 1, "error", "jinja", message)


def _line_in_file(node: Node | None, line: int) -> int:
    """The line of the file for a line of a text; only a literal block (``|``) has its lines where the text has them."""
    if node is None:
        return line
    style = node.style if isinstance(node, ScalarNode) else None
    begins = int(node.start_mark.line) + (2 if style in ("|", ">") else 1)
    return begins + line - 1 if style == "|" else begins


def render(text: str, file: TemplateFile, where: tuple[str | int, ...], values: Mapping[str, Any]) -> str:
    """A template's text with its variables filled in; raises BrieferError with file and line."""
    if not _has_jinja(text):
        return text
    from jinja2 import TemplateError, UndefinedError
    from jinja2.exceptions import SecurityError

    from briefer.brief import sandbox

    try:
        return _jinja().from_string(text).render(**values, **{sandbox.ROUNDS: count().__next__})
    except RecursionError as error:
        line, message = _raised_at(error), "it calls itself without end"
    except SecurityError as error:
        line, message = _raised_at(error), f"it does what templates may not do ({error})"
    except UndefinedError as error:
        line, message = _raised_at(error), _undefined(str(error))
    except TemplateError as error:
        line, message = getattr(error, "lineno", None) or _raised_at(error), str(error)
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, OverflowError) as error:
        line, message = _raised_at(error), str(error)
    text_of_file = yamlfile.read_text(file.path, file.name)
    node = yamlfile.at(yamlfile.compose(text_of_file, file.name), *where)
    place = Place(file.name, _line_in_file(node, line), 1)
    raise BrieferError(f"A text of this template has a Jinja error: {message}", where=place, todo="Mend the template")


def _undefined(said: str) -> str:
    if missing := re.fullmatch(r"'None' has no attribute '(\w+)'", said):
        return f"“{missing[1]}” is asked of a meeting, and this brief has none; write {{% if meeting %}} before it"
    if said == "'question' is undefined":
        return "“question” is known only where an answer is asked for (answer:)"
    return said


def _raised_at(error: BaseException) -> int:
    frames = [f.lineno or 1 for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
    return frames[-1] if frames else 1


# --- a brief's shape, kept ------------------------------------------------------------------------------------------


def from_brief(brief: Brief, name: str, title: str | None = None) -> Template:
    """The shape of a brief as a template: its sections, their order, its standing text; not its answers or entries.

    Runs of pulled entries become one ``pull``, the questions with their answers become ``pull: questions``.
    """
    body = brief.meeting.body if brief.meeting and brief.meeting.body else None
    own = (brief.delegation or "").casefold()
    return Template(
        template=name,
        title=title or name.replace("-", " ").capitalize(),
        summary=f"Kept from the brief “{brief.title}”.",
        bodies=(body,) if body else (),
        sections=tuple(_section_shape(s, name, own) for s, name in zip(brief.sections, _ids(brief), strict=True)),
    )


def _ids(brief: Brief) -> list[str]:
    """The ids of a brief's sections as a template may have them; a person may have written others by hand."""
    ids: list[str] = []
    for section in brief.sections:
        name = slug(section.id)
        ids.append(next(n for n in (name, *(f"{name}-{i}" for i in range(2, len(ids) + 3))) if n not in ids))
    return ids


def _section_shape(section: Section, name: str, own: str) -> SectionRecipe:
    recipes: list[Recipe] = []
    asks = any(b.role == "question" and b.entry for b in section.blocks)
    answered = {b.question for b in section.blocks if b.question}
    if asks:
        per_question = [sum(1 for b in section.blocks if b.question == q and b.entry) for q in answered] or [4]
        recipes.append(Recipe(pull="questions", answer=_ANSWER, material=max(per_question)))
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
    return SectionRecipe(
        id=name, role=section.role, title=section.title, disclosable=section.disclosable,
        minutes=section.minutes, words=section.words, blocks=tuple(recipes),
    )  # fmt: skip


_ANSWER = "Our answer, as it will be spoken."


def _block_shape(block: Block, section: Section, own: str) -> Recipe | None:
    if not block.entry:
        if not block.text.strip() or block.role == "answer":
            return None
        return Recipe(role=block.role, text=_raw(block.text))
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
    import msgspec

    data = msgspec.to_builtins(template)
    for section in data["sections"]:
        if isinstance(section.get("minutes"), float) and section["minutes"].is_integer():
            section["minutes"] = int(section["minutes"])
    return yamltext.block(data)
