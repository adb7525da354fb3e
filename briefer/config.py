"""Where the person's own choices are kept, whichever workspace is open."""

from __future__ import annotations

import os
from pathlib import Path


def config_folder() -> Path:
    """Where the choice of the first start is kept (``$BRIEFER_CONFIG_DIR``, else the system's place for settings)."""
    if named := os.environ.get("BRIEFER_CONFIG_DIR"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("briefer", appauthor=False)
