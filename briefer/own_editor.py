"""The user's own editor: ``$VISUAL``, else ``$EDITOR``, else what the system has."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from briefer import yamlfile
from briefer.errors import BrieferError


def command() -> list[str]:
    """The editor's command line; raises BrieferError where it cannot be read as one."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    try:
        return shlex.split(named, posix=os.name != "nt") or ["vi"]
    except ValueError:
        raise BrieferError(f"The editor “{named}” cannot be read as a command", todo="Set EDITOR") from None


def run(path: Path) -> None:
    """Open a file in the editor and wait; raises BrieferError where it does not start or ends with a failure."""
    words = command()
    try:
        done = subprocess.run([*words, str(path)], check=False)
    except OSError as error:
        raise BrieferError(
            f"The editor {words[0]} does not start ({yamlfile.reason(error)})", todo="Set VISUAL or EDITOR"
        ) from None
    if done.returncode:
        raise BrieferError(f"The editor {words[0]} ended with a failure", todo="Nothing was taken over")


def read(path: Path) -> str:
    """What the editor left, whatever line ends and marks it writes; raises BrieferError where it is no text."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BrieferError(
            f"The editor's file is gone ({yamlfile.reason(error)})", todo="Nothing was taken over"
        ) from None
    except UnicodeDecodeError:
        raise BrieferError("The editor did not write UTF-8", todo="Save as UTF-8; nothing was taken over") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
