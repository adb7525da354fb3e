"""What ``briefer.yaml`` asks of the screen, keys and theme, and what is wrong with it. Imports nothing of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.errors import Fault, did_you_mean
from briefer.tui import theme_names
from briefer.tui.commands import PLACES
from briefer.tui.commands.keymap import Keymap, resolve

if TYPE_CHECKING:
    from briefer.workspace import Settings


def keymap(settings: Settings) -> Keymap:
    """The keys that hold."""
    return resolve(settings.keys, PLACES)


def theme_fault(settings: Settings) -> str:
    """What is wrong with the theme that is asked for; empty where nothing is."""
    if settings.theme is None or theme_names.meant(settings.theme):
        return ""
    known = did_you_mean(settings.theme, [*theme_names.OURS, *theme_names.TEXTUAL])
    return f"theme: no theme is called “{settings.theme}”; {known}"


def faults(named: str | None) -> list[Fault]:
    """The same for ``briefer check``, each with its place in ``briefer.yaml``; ``named`` is the workspace if given."""
    from briefer import workspace, yamlfile

    place, wrong = workspace.read_with_faults(named)
    if place.root is None or wrong:
        return []
    found: list[tuple[tuple[str, ...], str, str, str]] = []
    found += [(("keys", f.name), f.severity, "keys", f.message) for f in keymap(place.settings).faults]
    if said := theme_fault(place.settings):
        found.append((("theme",), "error", "theme", said))
    if not found:
        return []
    file = place.root / "briefer.yaml"
    node = yamlfile.compose(yamlfile.read_text(file, file.name), file.name)
    return [
        yamlfile.fault_at(yamlfile.at(node, *path), file.name, severity, code, message)
        for path, severity, code, message in found
    ]
