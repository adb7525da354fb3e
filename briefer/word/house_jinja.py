"""The Jinja tags of a house's own file: what they ask for, and what comes of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING, Any

from briefer.errors import BrieferError
from briefer.text import printable
from briefer.word import jinja_tags, slots, tidied
from briefer.word.house import House
from briefer.word.writer import shortened
from briefer.word.xml import escape

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

#: What Jinja calls our lines, and sections that a condition may ask for.
_VALUES = {name.replace("-", "_"): name for name in slots.LINES}
_ASKABLE = {name.replace("-", "_"): name for name in slots.BLOCKS}
#: What a tag can come to, beside what Jinja itself says of it.
_FAILING = (
    TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError, SyntaxError, MemoryError,
    NameError, AssertionError, RuntimeError,
)  # fmt: skip
#: To write so many letters or to go round so often would fill the memory.
_HUGE = re.compile(r"\d{6}")
_environment: ImmutableSandboxedEnvironment | None = None


def asked(style: House) -> list[slots.Slot]:
    """The names in the Jinja tags of a house; raises BrieferError for a tag that is wrong."""
    from jinja2 import TemplateError, meta

    found: list[slots.Slot] = []
    for part in sorted(style.jinja):
        if any(_HUGE.search(tag) for tag in jinja_tags.found_in(style.texts[part])):
            raise _broken(style.where, part, "a number in it is too large")
        try:
            tree = _jinja().parse(style.texts[part])
            names = sorted(meta.find_undeclared_variables(tree))
        except TemplateError as error:
            raise _broken(style.where, part, error.message or "it cannot be read") from None
        except _FAILING:
            raise _broken(style.where, part, "it cannot be read") from None
        conditions, written, elsewhere = _uses(tree)
        for name in names:
            if name in _VALUES:
                found.append(slots.Slot(_VALUES[name], "jinja", part, True))
            elif slots.normal(name) not in slots.BLOCKS or name in written:
                found.append(slots.Slot(name, "jinja", part, False))
            elif name in elsewhere:
                why = (
                    f"“{name}” is more than a line; one can only ask whether it says something, as in {{% if {name} %}}"
                )
                raise _broken(style.where, part, why)
            elif name in conditions:
                found.append(slots.Slot(slots.normal(name), "condition", part, True))
    return found


def _uses(tree: Any) -> tuple[set[str], set[str], set[str]]:
    """The names in the tags of a text: those that a condition asks for, those that are written, and all others."""
    from jinja2 import nodes

    def asks(node: Any) -> list[Any]:
        if isinstance(node, nodes.Name):
            return [node]
        parts = node.iter_child_nodes() if isinstance(node, nodes.And | nodes.Or | nodes.Not) else ()
        return [name for part in parts for name in asks(part)]

    tests = [one.test for one in tree.find_all((nodes.If, nodes.CondExpr))]
    conditions = [name for test in tests for name in asks(test)]
    counted = {id(name) for name in conditions}
    written = [n for one in tree.find_all(nodes.Output) for n in one.nodes if isinstance(n, nodes.Name)]
    written += [n.node for one in tree.find_all(nodes.Output) for n in one.find_all(nodes.Filter)]
    counted |= {id(name) for name in written}
    others = [name for name in tree.find_all(nodes.Name) if id(name) not in counted]
    return (
        {n.name for n in conditions},
        {n.name for n in written if isinstance(n, nodes.Name)},
        {n.name for n in others},
    )


def _jinja() -> Any:
    """The sandbox of the templates; here what it writes stands in XML, so it is escaped."""
    global _environment
    if _environment is None:
        from briefer.brief import sandbox

        _environment = sandbox.environment()
        _environment.autoescape = True
        _environment.finalize = _as_text
    return _environment


def _as_text(value: object) -> str:
    """What a tag writes: text, whatever a filter says of it; tags of XML would stand where only letters may."""
    from markupsafe import Markup

    if isinstance(value, Markup) and "<" not in value:
        return Markup(_letters(str.__str__(value)))
    text = str.__str__(value) if isinstance(value, str) else "" if value is None else str(value)
    return Markup(escape(_letters(text)))


def _letters(text: str) -> str:
    return printable(text).replace("\ue000", "").replace("\ue001", "")


def rendered(text: str, lines: Mapping[str, str], told: set[str], where: str) -> str:
    """A text with its tags carried out; ``lines`` are our lines, ``told`` the sections that say something in this note.

    Raises BrieferError where a tag fails.
    """
    from jinja2 import TemplateError

    from briefer.brief import sandbox

    values: dict[str, Any] = {name: " ".join(lines.get(line, "").split()) for name, line in _VALUES.items()}
    values |= {name: block in told for name, block in _ASKABLE.items() if name not in values}
    try:
        return tidied.once(_jinja().from_string(text).render(**values, **{sandbox.ROUNDS: count().__next__}))
    except TemplateError as error:
        raise _broken(where, "word/document.xml", error.message or "it fails") from None
    except _FAILING as error:
        raise _broken(where, "word/document.xml", str(error) or "it cannot be worked out") from None


def _broken(where: str, part: str, why: str) -> BrieferError:
    why = shortened(" ".join(why.split()), 160)
    if why.startswith("Unexpected end of template"):
        why = "one that opens with {% if … %} or {% for … %} is not closed by {% endif %} or {% endfor %}"
    place = "" if part == "word/document.xml" else " in a header or footer"
    return BrieferError(f"A Jinja tag{place} of this house style is wrong: {why}", where=where, todo="Mend it in Word",
                        code="jinja")  # fmt: skip
