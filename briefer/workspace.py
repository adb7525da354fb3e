"""Which folder and which settings: a frozen Workspace, read once and passed down, never global."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct
from yaml.nodes import Node

from briefer import reach, shipped, yamlfile
from briefer.config import config_folder as config_folder
from briefer.dates import is_span
from briefer.errors import BrieferError, Fault, UsageError
from briefer.markings import is_classified

if TYPE_CHECKING:  # an export reads none of these
    from briefer.brief.templates import Templates
    from briefer.journal import Journal
    from briefer.knowledge.base import Knowledge
    from briefer.knowledge.layer import Layer
    from briefer.knowledge.load import Memory

#: The layer that is written to: the workspace's own folder.
OWN = "knowledge"
#: The layer that the package brings.
SHIPPED = "shipped"
#: The layer that ``instructions:`` names.
INSTRUCTIONS = "instructions"


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """``briefer.yaml``; unknown keys are faults."""

    layers: Annotated[
        tuple[str, ...],
        Meta(description="lowest first: shipped, knowledge (this workspace's own), or the path of a further folder"),
    ] = ("shipped", "knowledge")
    instructions: (
        Annotated[
            str, Meta(min_length=1, description="the folder with instructions from capital, just below one's own")
        ]
        | None
    ) = None
    delegation: (
        Annotated[str, Meta(description="the delegation that the notes are for, such as NO or Finland")] | None
    ) = None
    drafter: str | None = None
    language: Annotated[str, Meta(description="en, fr, de …")] = "en"
    words_per_minute: Annotated[int, Meta(ge=40, le=300, description="speaking speed")] = 110
    own_marking: Annotated[str, Meta(description="the marking of the delegation's own text")] = "LIMITE"
    markings: Annotated[tuple[str, ...], Meta(min_length=1, description="those in use, lowest first")] = (
        "PUBLIC",
        "LIMITE",
    )
    house_style: str | None = None
    keys: Annotated[dict[str, str], Meta(description="name of a command, or place.name: its keys; movement: vi")] = {}
    theme: Annotated[str, Meta(description="dark, light, contrast, ansi, or one that Textual brings")] | None = None
    review_after: (
        Annotated[str, Meta(description="when a fact is old enough to be looked at again, such as 12 months")] | None
    ) = None


class Workspace(Struct, frozen=True):
    """The folder that is worked in, with its settings."""

    root: Path | None
    """None where there is no workspace: the shipped material can be read, nothing can be written."""
    settings: Settings

    @property
    def briefs(self) -> Path:
        """The folder of briefs; raises BrieferError without a workspace."""
        return self.needed() / "briefs"

    def needed(self) -> Path:
        """The folder, where one is needed to write; raises BrieferError that says how to make one."""
        if self.root is None:
            raise BrieferError(
                "There is no workspace here to write to",
                todo="Make one with briefer init DIR, then work in it or name it with --workspace DIR",
                code="no-workspace",
            )
        return self.root

    def layers(self) -> list[Layer]:
        """The knowledge folders, lowest first."""
        return [self.layer(label) for label in self.labels()]

    def layer(self, label: str) -> Layer:
        """One of the knowledge folders."""
        from briefer.knowledge.layer import Layer

        folder = self._knowledge(label)
        return Layer(label, folder, self.shown(folder, label), self.called(label), label not in (OWN, SHIPPED))

    def called(self, label: str) -> str:
        """What people are told a layer is: shipped, the folder's name, instructions, your own."""
        if label in (SHIPPED, INSTRUCTIONS):
            return label
        if label == OWN:
            return "your own"
        parts = self._base(label).parts
        name = parts[-2] if parts[-1] == "knowledge" and len(parts) > 2 else parts[-1]
        alike = [n for n in self.settings.layers if n != label and n not in (SHIPPED, OWN)]
        return label if any(Path(n).name == Path(label).name for n in alike) else name

    def template_folders(self) -> list[tuple[str, Path]]:
        """Label and folder of each layer's templates, lowest first; instructions bring none, whose text would go out."""
        return [(label, self._templates(label)) for label in self._dressing()]

    def folders(self, name: str) -> list[Path]:
        """The folder of this name in each layer that can be reached, lowest first: ``house-styles``, ``languages``."""
        return [self._base(label) / name for label in self._dressing() if self._answers(label)]

    def labels(self) -> list[str]:
        """The layers as ``briefer.yaml`` names them, lowest first, the instructions in their place."""
        if self.root is None:
            return [n for n in self.settings.layers if n == SHIPPED]
        labels = list(self.settings.layers)
        if self.settings.instructions:
            # Under another name the same folder would be a layer like any other, and its words would get out.
            folder = os.path.normpath(self._base(INSTRUCTIONS))
            labels = [
                n for n in labels if n in (SHIPPED, OWN, INSTRUCTIONS) or os.path.normpath(self._base(n)) != folder
            ]
            if INSTRUCTIONS not in labels:
                labels.insert(labels.index(OWN) if OWN in labels else len(labels), INSTRUCTIONS)
        return labels

    def _dressing(self) -> list[str]:
        """The layers that bring templates, house styles and languages."""
        return [label for label in self.labels() if label != INSTRUCTIONS]

    def _base(self, label: str) -> Path:
        if label == SHIPPED:
            return shipped.folder()
        if label == OWN:
            return self.needed()
        named = self.settings.instructions or label if label == INSTRUCTIONS else label
        return (self.needed() / Path(named).expanduser()).absolute()

    def _knowledge(self, label: str) -> Path:
        base = self._base(label)
        return base / "knowledge" if label in (SHIPPED, OWN) or reach.is_there(base / "knowledge", base) else base

    def _answers(self, label: str) -> bool:
        return label in (SHIPPED, OWN) or reach.is_there(self._base(label))

    def _templates(self, label: str) -> Path:
        return self._base(label) / "templates"

    def shown(self, path: Path, label: str = "") -> str:
        """A path as messages name it: relative to the workspace where it lies in it."""
        if self.root is not None and path.is_relative_to(self.root):
            return path.relative_to(self.root).as_posix() or "."
        if path.is_relative_to(shipped.folder()):
            return f"shipped/{path.relative_to(shipped.folder()).as_posix()}"
        return Path(os.path.normpath(path)).as_posix()

    def knowledge(self, memory: Memory | None = None) -> Knowledge:
        """The base out of all layers; with a memory only what has changed is parsed again."""
        from briefer.knowledge.load import load

        return load(self.layers(), self.settings.markings, memory)

    def templates(self) -> Templates:
        """The brief templates out of all layers."""
        from briefer.brief.templates import load

        return load([(label, folder) for label, folder in self.template_folders() if self._answers(label)], self.shown)

    @property
    def journal(self) -> Journal:
        """Where unsaved work is written down: within the workspace, in a folder of briefer's own."""
        from briefer.journal import Journal

        return Journal(self.needed() / ".briefer" / "journal")


def today() -> str:
    """The clock where nothing else says the day."""
    return date.today().isoformat()


def chosen() -> Path | None:
    """The workspace chosen at the first start."""
    try:
        text = (config_folder() / "workspace").read_text("utf-8").strip()
    except (OSError, ValueError):
        return None
    return Path(text) if text and (Path(text) / "knowledge").is_dir() else None


def find(named: str | None = None, start: Path | None = None) -> Path | None:
    """The workspace: the one named, else ``$BRIEFER_WORKSPACE``, else the nearest folder upwards that holds
    ``knowledge/``, else the one chosen at the first start, else none.

    Raises UsageError where a named one does not exist.
    """
    for given, origin in ((named, "--workspace"), (os.environ.get("BRIEFER_WORKSPACE"), "BRIEFER_WORKSPACE")):
        if given:
            path = Path(given).expanduser().absolute()
            if not path.is_dir():
                raise UsageError(
                    f"The workspace {path} ({origin}) does not exist", todo=f"Make it with briefer init {given}"
                )
            return path
    here = (start or Path.cwd()).absolute()
    for folder in (here, *here.parents):
        if (folder / "knowledge").is_dir() and not (folder / "knowledge" / "__init__.py").exists():
            return folder
    return chosen()


def read(named: str | None = None, start: Path | None = None) -> Workspace:
    """The workspace with its settings; raises BrieferError with the first fault of ``briefer.yaml``."""
    workspace, faults = read_with_faults(named, start)
    if faults:
        raise yamlfile.first_fault(faults)
    return workspace


def read_with_faults(named: str | None = None, start: Path | None = None) -> tuple[Workspace, list[Fault]]:
    """The workspace and every fault of ``briefer.yaml``; where it has any, all settings are those that hold anyway."""
    root = find(named, start)
    if root is None:
        return Workspace(None, Settings()), []
    settings, faults = _settings(root / "briefer.yaml")
    if "knowledge" in settings.layers and not (root / "knowledge").is_dir():
        raise BrieferError("The knowledge folder is missing", where=str(root), todo=f"Make it with briefer init {root}")
    return Workspace(root, settings), faults


def _settings(file: Path) -> tuple[Settings, list[Fault]]:
    if not file.is_file():
        return Settings(), []
    try:
        text = yamlfile.read_text(file, file.name)
    except yamlfile.Refused as refused:
        return Settings(), refused.faults
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return Settings(), []  # every line is still a comment, as init makes it
    loaded = yamlfile.load(text, file.name, Settings, _further)
    return (Settings() if loaded.faults else loaded.value), loaded.faults


def _further(settings: Settings, node: Node, name: str) -> list[Fault]:
    """What the schema cannot say: no classification among the markings, the own one among them, times."""
    if forbidden := [m for m in settings.markings if is_classified(m)]:
        message = f"“{forbidden[0]}” is a classification, which briefer may not process; take it out of markings"
        return [yamlfile.fault_at(yamlfile.at(node, "markings"), name, "error", "classified", message)]
    if settings.instructions and os.path.normpath(settings.instructions) in (".", OWN):
        message = (
            "“instructions” names your own folder, and all in it would stay in the house; name a folder of its own"
        )
        return [yamlfile.fault_at(yamlfile.at(node, "instructions"), name, "error", "instructions", message)]
    if settings.own_marking.upper() not in [m.upper() for m in settings.markings]:
        message = f"own_marking “{settings.own_marking}” is not among the markings; write one of {', '.join(settings.markings)}"
        return [yamlfile.fault_at(yamlfile.at(node, "own_marking"), name, "error", "marking", message)]
    if settings.review_after is not None and not is_span(settings.review_after):
        message = (
            f"review_after “{settings.review_after}” is no length of time; write it like 12 months, 2 years or 90 days"
        )
        return [yamlfile.fault_at(yamlfile.at(node, "review_after"), name, "error", "review-after", message)]
    return []
