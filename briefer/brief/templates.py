"""Brief templates: sections and what goes into them, in YAML, with sandboxed Jinja2 in their texts.

A section's ``blocks`` are recipes. One with ``role`` and ``text`` is standing text; one with ``pull`` takes entries
from the base: ``questions`` (each with the prompt for its answer and the material that answers it), ``own-positions``
(of the delegation), ``positions``, ``facts``, ``figures`` (facts with numbers), ``timeline`` (facts by date) or
``contested`` (disputed entries and outside voices: what others may confront us with).
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from msgspec import Meta, Struct, field
from yaml.nodes import Node, ScalarNode

from briefer import yamlfile
from briefer.brief.model import BlockRole, SectionRole
from briefer.errors import BrieferError, Fault, Place, UsageError, did_you_mean, sentence
from briefer.knowledge.entries import Id, Stance

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

Pull = Literal["questions", "own-positions", "positions", "facts", "figures", "timeline", "contested"]
#: What a delegate is asked for where a topic is on the table without a question.
UNASKED = (
    "No question is on the table{% if topics|length > 1 %} on {{ topic.title }}{% endif %}. "
    "What do we say, as it will be spoken?"
)
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
    unasked: str | None = None
    """With ``pull: questions``: the prompt for a topic on which nothing is asked; ``UNASKED`` where it is left out."""
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
    """A brief's shape, with all that it inherits."""

    template: Id
    title: str
    summary: str = ""
    bodies: tuple[str, ...] = ()
    """The working parties it was made for; none where it serves any."""
    sections: tuple[SectionRecipe, ...]


class SectionFrom(NamedTuple):
    """Where a section of a template comes from."""

    template: str
    layer: str
    path: Path
    name: str
    """The file as messages call it."""
    stands: int
    """Its place among the sections of that file, from 0."""
    changed_by: tuple[str, ...] = ()
    """The templates that changed its title, limits or place since, lowest first."""


class TemplateFile(NamedTuple):
    """A template with where it was read."""

    template: Template
    path: Path
    name: str
    """The file as messages call it."""
    layer: str
    chain: tuple[tuple[str, str], ...] = ()
    """What it extends, the nearest first, each with its layer."""
    sections: tuple[SectionFrom, ...] = ()
    """Where each section comes from, where anything is inherited."""

    def place_of(self, where: tuple[str | int, ...]) -> tuple[Path, str, tuple[str | int, ...]]:
        """The file in which something stands, what messages call it, and its path there."""
        if self.sections and len(where) > 1 and where[0] == "sections" and isinstance(where[1], int):
            origin = self.sections[where[1]]
            return origin.path, origin.name, ("sections", origin.stands, *where[2:])
        return self.path, self.name, where


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
    from briefer.brief import inheriting

    layers = [(label, sorted(folder.glob("*.yaml")) if folder.is_dir() else []) for label, folder in folders]
    return inheriting.resolved([inheriting.layer_of(label, paths, shown) for label, paths in layers])


def read(path: Path, name: str) -> yamlfile.Loaded:
    """One template file by itself, its texts compiled, with all faults."""
    from briefer.brief import inheriting

    layer = inheriting.layer_of("", [path], lambda *_: name)
    found = inheriting.resolved([layer])
    file = next(iter(found.files.values()), None)
    return yamlfile.Loaded(file.template if file and not found.faults else None, list(found.faults))


def text_faults(recipes: Sequence[Recipe], at: tuple[str | int, ...], node: Node, name: str) -> list[Fault]:
    """What is wrong with the recipes of a section and their texts."""
    faults: list[Fault] = []
    for j, recipe in enumerate(recipes):
        here = (*at, "blocks", j)
        if (recipe.pull is None) == (recipe.role is None):
            message = "A block is either role: and text:, or pull: with its options; write one of the two"
            faults.append(yamlfile.fault_at(yamlfile.at(node, *here), name, "error", "recipe", message))
        for key, text in (("text", recipe.text), ("answer", recipe.answer), ("unasked", recipe.unasked)):
            if text is not None and (fault := _compile(text, yamlfile.at(node, *here, key), name)):
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


def has_placeholders(text: str) -> bool:
    """Whether a text holds anything for Jinja2 to fill in."""
    return "{{" in text or "{%" in text or "{#" in text


def _compile(text: str, node: Node | None, name: str) -> Fault | None:
    if not has_placeholders(text):
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
    if not has_placeholders(text):
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
    path, name, stands = file.place_of(where)
    node = yamlfile.at(yamlfile.compose(yamlfile.read_text(path, name), name), *stands)
    place = Place(name, _line_in_file(node, line), 1)
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
