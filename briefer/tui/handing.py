"""Handing a file to the desktop: its own program, or the folder it lies in; started beside the app, which goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from briefer.errors import BrieferError

_NOTHING = "There is no desktop here that could open it"


def open_path(path: Path) -> None:
    """Ask the desktop to open a file or a folder; whether it does, nobody tells.

    Raises BrieferError where there is no desktop (a server, a bare terminal), and where the file is not there.
    """
    if not path.exists():
        raise BrieferError("It is not there any more", where=str(path), todo="Write it again")
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError as error:
            raise _failed(error) from None
        return
    program = _program()
    if program is None:
        raise BrieferError(_NOTHING, todo="Copy the path, and open it where there is one", code="no-desktop")
    try:
        subprocess.Popen(
            [program, str(path)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, close_fds=True,
        )  # fmt: skip
    except OSError as error:
        raise _failed(error) from None


def _program() -> str | None:
    """What opens files here; on Linux only where there is a display, for else a text browser takes the terminal."""
    if sys.platform == "darwin":
        return shutil.which("open")
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return shutil.which("xdg-open")
    return None


def _failed(error: OSError) -> BrieferError:
    why = (error.strerror or str(error)).lower()
    return BrieferError(f"The desktop did not open it ({why})", todo="Copy the path, and open it by hand")
