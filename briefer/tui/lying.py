"""Where papers lie: the folders to look in first, what is in them, and the path that somebody typed, pasted or dropped."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from briefer import files
from briefer.config import config_folder
from briefer.errors import BrieferError
from briefer.text import fold, folded_words

#: What can be read, by its ending; a file of another one is read too where it is named in full.
ENDINGS = (".pdf", ".docx", ".docm", ".txt", ".html", ".htm", ".ics")
_LAST = "papers-folder"
#: As many entries of a folder are looked at.
_MOST = 5000


class Lying(NamedTuple):
    """A file or folder that can be chosen."""

    path: Path
    folder: bool
    size: int = 0
    when: float = 0.0
    """Seconds since the epoch at which it was changed."""
    called: str = ""
    """How a folder that is a place of its own is called."""


def places(root: Path | None) -> list[Lying]:
    """The folders where papers lie, as far as they are there: the last one, downloads, documents, the workspace, here."""
    home = Path.home()
    wanted = [
        ("where you were last", last_folder()), ("Downloads", home / "Downloads"), ("Documents", home / "Documents"),
        ("the workspace", root), ("your own folder", home), ("here", Path.cwd()),
    ]  # fmt: skip
    found: dict[Path, Lying] = {}
    for called, path in wanted:
        if path is not None and is_folder(path):
            found.setdefault(path.absolute(), Lying(path.absolute(), True, called=called))
    return list(found.values())


def near(those: Sequence[Lying]) -> list[Lying]:
    """The papers in some folders, the latest first."""
    found: dict[Path, Lying] = {}
    for place in those:
        for one in listed(place.path):
            if not one.folder and one.path.suffix.lower() in ENDINGS:
                found.setdefault(one.path, one)
    return sorted(found.values(), key=lambda one: -one.when)


def listed(folder: Path) -> list[Lying]:
    """What is in a folder: its folders by name, then papers, the latest first; nothing hidden, nothing of other kinds."""
    found: list[Lying] = []
    try:
        with os.scandir(folder) as entries:
            for _, entry in zip(range(_MOST), entries, strict=False):
                if not entry.name.startswith((".", "~$")):
                    found += _entry(entry)
    except OSError:
        return []
    return sorted(found, key=lambda one: (not one.folder, fold(one.path.name) if one.folder else "", -one.when))


def _entry(entry: os.DirEntry[str]) -> Iterator[Lying]:
    try:
        if entry.is_dir():
            yield Lying(Path(entry.path), True)
        elif entry.is_file() and entry.name.lower().endswith(ENDINGS):
            stat = entry.stat()
            yield Lying(Path(entry.path), False, stat.st_size, stat.st_mtime)
    except OSError:
        return


def holding(those: Sequence[Lying], words: str) -> list[Lying]:
    """Those whose name holds all the words; first those that hold them as they were typed."""
    asked, typed = folded_words(words), fold(words.strip())
    found = [one for one in those if all(word in fold(one.path.name) for word in asked)]
    return sorted(found, key=lambda one: typed not in fold(one.path.name))


def path_in(text: str) -> Path | None:
    """The path that a text is: with quotes, ``~``, ``file://`` or escaped blanks as terminals drop it; None for mere words."""
    text = text.strip().removeprefix("& ").strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
        quoted = True
    else:
        quoted = False
    if text.startswith("file:"):
        parts = urlsplit(text)
        text = unquote(parts.path)
        if re.match(r"/[A-Za-z]:/", text):
            text = text[1:]
    elif not quoted and os.sep == "/":
        text = re.sub(r"\\(.)", r"\1", text)
    if "\0" in text:
        return None
    if text == "~" or text.startswith(("~/", "~\\")):
        return Path(text).expanduser()
    if (
        text in (".", "..")
        or text.startswith(("/", "./", "../", ".\\", "..\\", "\\\\"))
        or re.match(r"[A-Za-z]:[\\/]", text)
    ):
        return Path(text)
    return Path(text) if quoted and text else None


def in_folder(text: str) -> tuple[Path, str] | None:
    """The folder that a typed path has come to, and the beginning of a name in it; None for mere words."""
    path = path_in(text)
    if path is None:
        return None
    ended = text.rstrip().rstrip("'\"")[-1:] in ("/", "\\") or text.strip() in ("~", "..", ".")
    return (path, "") if ended or (is_folder(path) and text.endswith(("/", "\\"))) else (path.parent, path.name)


def last_folder() -> Path | None:
    """The folder from which a paper was read last."""
    try:
        text = (config_folder() / _LAST).read_text("utf-8").strip()
    except (OSError, ValueError):
        return None
    return Path(text) if text else None


def remember(folder: Path) -> None:
    """Begin there next time; that it cannot be written down is nobody's worry."""
    try:
        if last_folder() != folder:
            files.write(config_folder() / _LAST, f"{folder}\n")
    except (BrieferError, ValueError):
        pass


def size(count: int) -> str:
    """A size as people say it."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(round(count / 1e3), 1)} kB" if count else "empty"


def is_folder(path: Path) -> bool:
    """Whether there is a folder of this name."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Whether there is a file of this name."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
