"""Where the shipped knowledge, templates and example briefs stand."""

from pathlib import Path


def folder() -> Path:
    """The folder holding the shipped ``knowledge/``, ``templates/`` and ``briefs/``.

    In an installed wheel they lie within the package; in a checkout they are the repository's top level.
    """
    here = Path(__file__).parent
    inside = here / "shipped"
    return inside if inside.is_dir() else here.parent
