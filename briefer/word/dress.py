"""Which house style a note is dressed in: the one that is named, else the brief's, else the workspace's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefer.brief.model import Brief
from briefer.errors import BrieferError

if TYPE_CHECKING:
    from briefer.word.house import House
    from briefer.workspace import Workspace

#: Folders of a workspace or layer.
HOUSE_STYLES, LANGUAGES = "house-styles", "languages"


def house_styles(workspace: Workspace | None = None) -> list[tuple[str, str, str]]:
    """Name, title and one line of every house style that ``export`` takes by name."""
    from briefer.word import house

    return house.styles(_folders(workspace, HOUSE_STYLES))


def chosen_house(brief: Brief, workspace: Workspace | None = None) -> str:
    """The house style that holds where ``export`` is told none: the brief's, the workspace's, else plain."""
    return brief.house_style or (workspace.settings.house_style if workspace else None) or "plain"


def house_remarks(brief: Brief, name: str | None, to: str, workspace: Workspace | None = None) -> list[str]:
    """What somebody should know of the house style that a note was written in, as sentences: places in a ministry's file
    that look like ours and are none, words of it that are left out. No name means the usual one."""
    if to not in ("docx", "pdf"):
        return []
    return [one if one.endswith("?") else f"{one}." for one in Dress(name or None, workspace).style(brief).remarks]


def unusable(brief: Brief, name: str, workspace: Workspace | None = None) -> str:
    """Why no note can be written in a house style, as one sentence; empty where one can. No name means the usual one."""
    try:
        Dress(name or None, workspace).style(brief)
    except BrieferError as error:
        return str(BrieferError(error.what, where=Path(str(error.where)).name if error.where else None))
    return ""


class Dress(NamedTuple):
    """What a note is dressed in, as the caller said it."""

    house: str | None
    workspace: Workspace | None

    def style(self, brief: Brief) -> House:
        """The house style to be filled."""
        from briefer.word import house

        name = self.house or chosen_house(brief, self.workspace)
        root = self.workspace.root if self.workspace else None
        if not self.house and root and (root / name).is_file():
            name = str(root / name)
        return house.load(house.find(name, _folders(self.workspace, HOUSE_STYLES)))

    def languages(self) -> list[Path]:
        """Where further language files lie."""
        return _folders(self.workspace, LANGUAGES)


def _folders(workspace: Workspace | None, name: str) -> list[Path]:
    return workspace.folders(name) if workspace else []
