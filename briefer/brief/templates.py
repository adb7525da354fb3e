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
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from msgspec import Meta, Struct, field
from yaml.nodes import Node, ScalarNode

from briefer import yamlfile, yamltext
from briefer.brief.model import Block, BlockRole, Brief, Section, SectionRole
from briefer.errors import BrieferError, Fault, Place, UsageError, did_you_mean, nearest
from briefer.knowledge.entries import Id, Stance

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
        raise UsageError(f"There is no template “{name}”", todo=did_you_mean(name, list(self.files)).capitalize())


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
        from jinja2 import StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        _environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
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
        _jinja().from_string(text)
    except TemplateSyntaxError as error:
        message = f"This text has a Jinja error: {error.message or 'not readable'}"
        return _text_fault(node, name, error.lineno, message)
    return None


def _text_fault(node: Node | None, name: str, line: int, message: str) -> Fault:
    at = _line_in_file(node, line)
    return Fault(name, at, 1 if node is None or line > 1 else node.start_mark.column + 1, "error", "jinja", message)


def _line_in_file(node: Node | None, line: int) -> int:
    """The line of the file for a line of a text: a block scalar begins on the line after its ``|`` or ``>``."""
    if node is None:
        return line
    below = 1 if isinstance(node, ScalarNode) and node.style in ("|", ">") else 0
    return int(node.start_mark.line) + below + line


def render(text: str, file: TemplateFile, where: tuple[str | int, ...], values: Mapping[str, Any]) -> str:
    """A template's text with its variables filled in; raises BrieferError with file and line."""
    if not _has_jinja(text):
        return text
    from jinja2 import TemplateError, UndefinedError
    from jinja2.exceptions import SecurityError

    try:
        return _jinja().from_string(text).render(**values)
    except RecursionError:
        line, message = 1, "it calls itself without end"
    except SecurityError as error:
        line, message = _raised_at(error), f"it does what templates may not do ({error})"
    except UndefinedError as error:
        line, message = _raised_at(error), f"{error}"
        known = re.search(r"'(\w+)'$|attribute '(\w+)'", str(error))
        if known and (near := nearest(known[1] or known[2], list(VARIABLES))):
            message += f"; known are {', '.join(near)}"
    except TemplateError as error:
        line, message = getattr(error, "lineno", None) or _raised_at(error), str(error)
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, OverflowError) as error:
        line, message = _raised_at(error), str(error)
    text_of_file = yamlfile.read_text(file.path, file.name)
    node = yamlfile.at(yamlfile.compose(text_of_file, file.name), *where)
    place = Place(file.name, _line_in_file(node, line), 1)
    raise BrieferError(f"A text of this template has a Jinja error: {message}", where=place, todo="Mend the template")


def _raised_at(error: BaseException) -> int:
    frames = [f.lineno or 1 for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
    return frames[-1] if frames else 1


# --- a brief's shape, kept ------------------------------------------------------------------------------------------


def from_brief(brief: Brief, name: str, title: str | None = None) -> Template:
    """The shape of a brief as a template: its sections, their order, its standing text; not its answers or entries.

    Runs of pulled entries become one ``pull``, the questions with their answers become ``pull: questions``.
    """
    body = brief.meeting.body if brief.meeting and brief.meeting.body else None
    return Template(
        template=name,
        title=title or name.replace("-", " ").capitalize(),
        summary=f"Kept from the brief “{brief.title}”.",
        bodies=(body,) if body else (),
        sections=tuple(_section_shape(s) for s in brief.sections),
    )


def _section_shape(section: Section) -> SectionRecipe:
    recipes: list[Recipe] = []
    asks = any(b.role == "question" for b in section.blocks)
    answered = {b.question for b in section.blocks if b.question}
    if asks:
        per_question = [sum(1 for b in section.blocks if b.question == q and b.entry) for q in answered] or [4]
        recipes.append(Recipe(pull="questions", answer=_ANSWER, material=max(per_question)))
    for block in section.blocks:
        recipe = _block_shape(block, section) if block.role != "question" and not block.question else None
        if recipe is None:
            continue
        last = recipes[-1] if recipes else None
        if last and recipe.pull and (last.pull, last.as_) == (recipe.pull, recipe.as_):
            recipes[-1] = Recipe(pull=recipe.pull, as_=recipe.as_, limit=(last.limit or 0) + 1)
        else:
            recipes.append(recipe)
    return SectionRecipe(
        id=section.id, role=section.role, title=section.title, disclosable=section.disclosable,
        minutes=section.minutes, words=section.words, blocks=tuple(recipes),
    )  # fmt: skip


_ANSWER = "Our answer, as it will be spoken."


def _block_shape(block: Block, section: Section) -> Recipe | None:
    if not block.entry:
        if not block.text.strip() or block.role == "answer":
            return None
        return Recipe(role=block.role, text=_raw(block.text))
    if block.pulled and block.pulled.actor:
        return Recipe(pull="contested" if section.role == "defensives" else "positions", as_=block.role, limit=1)
    kinds: dict[str, Pull] = {"figures": "figures", "state-of-play": "timeline", "defensives": "contested"}
    return Recipe(pull=kinds.get(section.role, "facts"), as_=block.role, limit=1)


def _raw(text: str) -> str:
    """Text that a person wrote, so that Jinja leaves it alone."""
    return "{% raw %}" + text + "{% endraw %}" if _has_jinja(text) else text


def dump(template: Template) -> str:
    """The YAML text of a template."""
    import msgspec

    data = msgspec.to_builtins(template)
    for section in data["sections"]:
        if isinstance(section.get("minutes"), float) and section["minutes"].is_integer():
            section["minutes"] = int(section["minutes"])
    return yamltext.block(data)
