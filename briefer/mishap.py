"""A fault of briefer's own: written down for those who mend it, told to the user in one line."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path


def note_down(error: BaseException) -> str:
    """Write the details of an unexpected error to a file and return the sentence that names it."""
    details = "".join(traceback.format_exception(error))
    said = " ".join(str(error).split())[:120] or type(error).__name__
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="briefer-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as file:
            file.write(details)
        kept = f"the details are in {Path(file.name)}"
    except OSError:
        kept = "the details could not be kept"
    return f"Something went wrong inside briefer ({said}); nothing was changed, {kept}."
