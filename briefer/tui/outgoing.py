"""How a brief goes out: for whom, up to which marking, as what; the choices as rows of a dialog."""

from __future__ import annotations

from typing import NamedTuple

from textual.widgets.option_list import Option

from briefer.brief.marking import unfilled
from briefer.brief.model import Brief
from briefer.brief.versions import Version
from briefer.tui.plain import plain
from briefer.workspace import Workspace

_NAMES = {
    "docx": "Word", "md": "Markdown, for editors and wikis", "html": "a web page", "pdf": "PDF, to read and print",
}  # fmt: skip


#: Only a Word file is read in again.
_FOR_COLLEAGUES = "to be worked on in Word, each block kept apart"


#: Rows that go on to the next value; their id says which that is.
STEPPING = ("house:", "form:")


class Chosen(NamedTuple):
    """How a brief goes out; the last choice holds for the brief while the app runs."""

    to: str = "docx"
    final: bool = False
    ceiling: str | None = None
    house: str = ""
    """The house style by name; empty for the one that the brief or the workspace asks for."""
    form: str = ""
    """``revised`` or ``addendum``, measured against the version sent; empty for the whole note."""

    def choose(self, row: str) -> Chosen:
        """The choices after one more, by the id of its row."""
        if row in ("draft", "final"):
            return self._replace(final=row == "final")
        if row.startswith("as:"):
            return self._replace(to=row.removeprefix("as:"))
        if row.startswith("form:"):
            return self._replace(form=row.removeprefix("form:"))
        if row.startswith("house:"):
            return self._replace(house=row.removeprefix("house:"))
        return self._replace(ceiling=None if row == "any" else row.removeprefix("up-to:"))


def rows(
    brief: Brief, chosen: Chosen, *, without: bool, workspace: Workspace | None = None, since: Version | None = None
) -> list[Option]:
    """All there is to choose; ``without`` says whether prompts are left out of a final note.

    ``since`` is the version that a revised note and an addendum are measured against, where there is one.
    """
    from briefer.word.export import FORMATS, missing

    to, final, ceiling = chosen.to, chosen.final, chosen.ceiling
    found = [
        Option(plain("Write the file", "bold"), id="write"),
        _heading("For whom"),
        _choice(
            not final, f"colleagues: {_FOR_COLLEAGUES if to == 'docx' else 'as it stands, gaps included'}", "draft"
        ),
        _choice(final, "final: for release, without drafting marks", "final"),
    ]
    if final and (open_ones := len(unfilled(brief))):
        tick = "[x] " if without else "[ ] "
        found.append(Option(plain(f"{tick}leave out the {open_ones} still to be filled in"), id="without"))
    if since is not None:
        found.append(_form(chosen, since))
    found.append(_heading("Refuse it where anything is marked above"))
    found.append(_choice(ceiling is None, "any marking may go out", "any"))
    found += [_choice(ceiling == m, m, f"up-to:{m}") for m in brief.markings]
    if to in ("docx", "pdf"):
        found += _houses(brief, chosen, workspace)
    found.append(_heading("Written as"))
    for one in FORMATS:
        why = missing(one)
        found.append(_choice(to == one, f"{_NAMES.get(one, one)} (.{one})" + (f": {why}" if why else ""), f"as:{one}"))
    return found


def _form(chosen: Chosen, since: Version) -> Option:
    """The whole note, a revised one or an addendum, in one row that goes on to the next."""
    version = f"{'sent' if since.sent else 'kept'} as version {since.number}"
    names = {
        "": "the whole note, unmarked",
        "revised": f"revised: a line in the margin where it differs from what was {version}",
        "addendum": f"addendum: only what is new since what was {version}",
    }
    order = list(names)
    following = order[(order.index(chosen.form) + 1) % len(order)]
    return Option(plain(f"As {names[chosen.form]} (Enter: {following or 'whole note'})"), id=f"form:{following}")


def _houses(brief: Brief, chosen: Chosen, workspace: Workspace | None) -> list[Option]:
    """The house style, in one row that goes on to the next: which it is, and how many there are."""
    names, now = _styles(brief, chosen, workspace)
    order = list(names)
    at = order.index(now)
    following = order[(at + 1) % len(order)]
    count = f"{at + 1} of {len(order)}; Enter: next"
    return [Option(plain(f"House style: {names[now]} ({count})"), id=f"house:{following}")]


def next_house(brief: Brief, chosen: Chosen, workspace: Workspace | None) -> tuple[str, str]:
    """The house style after the chosen one, and why some were passed over: a file that cannot be used is no choice."""
    from briefer.word.dress import chosen_house, unusable

    names, now = _styles(brief, chosen, workspace)
    order, usual = list(names), chosen_house(brief, workspace)
    at = order.index(now)
    passed: list[str] = []
    for name in order[at + 1 :] + order[:at]:
        house = "" if name == usual else name  # only the usual one may be a path within the workspace
        if not (why := unusable(brief, house, workspace)):
            return house, "\n".join(passed)
        passed.append(f"✗ Passed over {names[name]}: {why}")
    return chosen.house, "\n".join(passed)


def _styles(brief: Brief, chosen: Chosen, workspace: Workspace | None) -> tuple[dict[str, str], str]:
    """Every house style by name, with its title, and which one holds."""
    from briefer.word.dress import chosen_house, house_styles

    names = {name: title for name, title, _line in house_styles(workspace)}
    usual = chosen_house(brief, workspace)
    now = chosen.house or usual
    for name in (usual, now):
        names.setdefault(name, name)
    return names, now


def _heading(text: str) -> Option:
    return Option(plain(text, "$foreground-muted"), disabled=True)


def _choice(on: bool, text: str, name: str) -> Option:
    return Option(plain(f"{'(•)' if on else '( )'} {text}"), id=name)
