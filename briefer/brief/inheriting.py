"""Templates that extend others: each file as it is written, put together with what it inherits, across all layers.

A ministry's standing template lies in a lower layer, a unit's own says only what is different. Sections are known by
their ids: keys that are given override, ``blocks`` are replaced as a whole, ``after`` and ``before`` place a section,
``without`` leaves some out. A template may extend the one of its own name in a lower layer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefer.brief.as_written import Written, as_written
from briefer.brief.merging import alone, merged
from briefer.brief.templates import TemplateFile, Templates
from briefer.errors import Fault, did_you_mean

#: Deeper than any chain of templates that people keep.
_DEEPEST = 40


class Layer(NamedTuple):
    """The templates of one folder, by name."""

    label: str
    files: dict[str, Written]


def layer_of(label: str, paths: Sequence[Path], shown: Callable[..., Any]) -> Layer:
    """The files of a layer, each as far as it can be read; ``shown`` names a path in messages."""
    found: dict[str, Written] = {}
    for path in paths:
        one = as_written(path, shown(path, label), label)
        found[one.stem] = one
    return Layer(label, found)


def resolved(layers: Sequence[Layer]) -> Templates:
    """All templates with what they inherit, and the faults of those that cannot be used."""
    work = _Resolving(layers)
    names = dict.fromkeys(name for layer in layers for name in layer.files)
    found = {}
    for name in names:
        at = work.highest(name)
        file = work.file(name, at) if at is not None else None
        if file is not None:
            found[name] = file
    written = [f for layer in layers for one in layer.files.values() for f in one.faults]
    return Templates(found, (*written, *dict.fromkeys(work.faults)))


class _Resolving:
    """The chains of all templates, each link looked up once."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.layers = layers
        self.faults: list[Fault] = []
        self._known: dict[tuple[str, int], TemplateFile | None] = {}

    def highest(self, name: str, below: int | None = None) -> int | None:
        """The highest layer that has a template of this name."""
        top = len(self.layers) if below is None else below
        return next((i for i in reversed(range(top)) if name in self.layers[i].files), None)

    def file(self, name: str, at: int, asked: tuple[tuple[str, int], ...] = ()) -> TemplateFile | None:
        """A template of a layer with all that it inherits; None where it cannot be used."""
        key = (name, at)
        if key not in self._known:
            self._known[key] = self._file(self.layers[at].files[name], at, (*asked, key))
        return self._known[key]

    def _file(self, one: Written, at: int, asked: tuple[tuple[str, int], ...]) -> TemplateFile | None:
        value = one.value
        if value is None:
            return None
        if value.extends is None:
            return alone(one, value)
        parent = self._parent(one, value.extends, at, asked)
        if parent is None:
            return None
        made, faults = merged(one, value, parent)
        self.faults += faults
        return made if not faults else None

    def _parent(self, one: Written, name: str, at: int, asked: tuple[tuple[str, int], ...]) -> TemplateFile | None:
        """What a template extends; None, and a fault, where that leads nowhere."""
        own = name == one.stem
        where = self.highest(name, at if own else None)
        if where is None:
            known = list(dict.fromkeys(n for layer in self.layers for n in layer.files if n != one.stem))
            message = (
                f"“{name}” extends itself, and no lower layer has a template of that name; name another one, or take it out"
                if own
                else f"There is no template “{name}” to extend; {did_you_mean(name, known)}"
            )
            self.faults.append(one.fault("extends", message, "extends"))
            return None
        if (name, where) in asked:
            circle = " → ".join([*(n for n, _ in asked[asked.index((name, where)) :]), name])
            message = f"It inherits from itself in a circle ({circle}); take one extends: out"
            self.faults.append(one.fault("extends", message, "extends"))
            return None
        if len(asked) > _DEEPEST:
            self.faults.append(
                one.fault("extends", f"More than {_DEEPEST} templates extend each other; take some out", "extends")
            )
            return None
        parent = self.file(name, where, asked)
        if parent is None and not any(f.file == one.name and f.code == "extends" for f in self.faults):
            first = next((f for f in self.layers[where].files[name].faults), None)
            why = f": {first.file}, line {first.line}" if first else ""
            message = f"It extends “{name}”, which cannot be used{why}; mend that first"
            self.faults.append(one.fault("extends", message, "extends"))
        return parent
