"""Makes a workspace: folders, a commented ``briefer.yaml``, a short example to read; copies no entries."""

from __future__ import annotations

from pathlib import Path

from briefer import files

SETTINGS = """\
# Settings of this workspace. Every line is a comment until its # is taken away; what is shown is what holds anyway.

# Where knowledge comes from, lowest first; later ones add to and override earlier ones by id.
# A unit's folder on a shared drive or in a git repository goes between: [shipped, S:/unit/briefer, knowledge]
# layers: [shipped, knowledge]

# The folder with instructions from capital, read just below your own; nothing in it is ever shown in what leaves the house.
# instructions: S:/capital/instructions

# Whom the notes are for, and who writes them.
# delegation: Examplia
# drafter: A. N. Other

# language: en
# words_per_minute: 110

# How notes are dressed: plain, compact, large-print, or the name of a file in house-styles/.
# house_style: plain

# The marking of the delegation's own text, and the markings in use, lowest first.
# own_marking: LIMITE
# markings: [PUBLIC, LIMITE]

# When a statement is old enough to be looked at again; the review and briefer check remark on those that are older.
# review_after: 12 months

# Colours: dark, light, contrast or ansi (the terminal's own); ctrl+t in the app chooses too.
# theme: dark

# Other keys, by the names that the guide lists: for all places, or for one; movement: vi moves in lists with j k h l g G.
# keys: {movement: arrows}
"""

EXAMPLE = """\
# Your own knowledge

What you put here adds to what briefer ships with, and overrides it where an id is the same. One file a topic, in
`topics/`, named after the topic's id. Easiest is `briefer add fact`; by hand it looks like this:

```yaml
# topics/coastal-lighthouses.yaml
topic: coastal-lighthouses
title: Coastal lighthouses
summary: An invented topic, to show the form.
bodies: [Lighthouse Working Party]
keywords: [lamps, fog]
facts:
  - id: lamps-lit
    text: In 2024 the Examplian coast had 12 lit lamps.
    source: {paper: examplia-2024-lamps, at: "Lamps, para. 1"}
    as_of: 2024-10-16
    valid_until: 2026
```

The paper it cites goes into `papers.yaml` beside this file:

```yaml
papers:
  - {id: examplia-2024-lamps, title: Report on lamps, from: Examplia, date: 2024-10-16, marking: PUBLIC}
```

`briefer check` names every fault with file, line and column. Every entry carries the marking of its source: keep
LIMITE material where your administration keeps such papers, and nothing classified here at all.
"""

_GITIGNORE = "# what briefer keeps for itself: journals of unsaved work\n.briefer/\n"


def make(folder: Path) -> list[Path]:
    """Make what is missing of a workspace in a folder and return it; what is there stays untouched."""
    made: list[Path] = []
    for name in ("knowledge/topics", "knowledge/meetings", "briefs", "templates"):
        path = folder / name
        if not path.is_dir():
            files.make_folder(path)
            made.append(path)
    for name, text in (("briefer.yaml", SETTINGS), ("knowledge/README.md", EXAMPLE), (".gitignore", _GITIGNORE)):
        path = folder / name
        if not path.exists():
            files.write(path, text, expected=files.NEW)
            made.append(path)
    return made
