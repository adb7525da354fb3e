"""A small workspace in an invented field, so that nothing in it can be taken for a fact: its files by name."""

from __future__ import annotations

LAMPS = """\
# An invented topic.
topic: lamps
title: Coastal lamps
summary: How many lamps the Examplian coast has, and who pays for them.
bodies: [LWP]
keywords: [lighthouse, beacon]
facts:
  - id: lamps-lit
    text: In October 2024 the Examplian coast had 12 lit lamps.
    source: {paper: st-1234-2025, at: "Lamps, para. 1"}
    as_of: 2024-10-16
    tags: [lamps]
  - id: oil-contract
    text: The oil contract of the northern lamps runs to 31 January 2026.
    source: {paper: st-1234-2025, at: "Lamps, para. 2"}
    as_of: 2025-06-10
    valid_until: 2026-01-31
    tags: [oil]
  - id: lamps-counted-twice
    text: In October 2024 the Examplian coast had 14 lit lamps.
    source: {paper: keepers-2024-count, at: "Count, para. 3"}
    as_of: 2024-10
    disputed_by: [lamps-lit]
positions:
  - id: keepers-more-oil
    actor: keepers
    stance: asks
    text: The Guild of Keepers asks for oil to be paid for two years ahead.
    source: {paper: keepers-2024-count, at: "Oil, para. 1"}
    as_of: 2024-10
questions:
  - id: st-1234-2025-q1
    paper: st-1234-2025
    number: 1
    asked_by: presidency-ex
    wording: gist
    text: Which lamps along the northern coast should be lit first, and who should pay for their oil?
    tags: [lamps, oil]
  - id: st-1234-2025-q2
    paper: st-1234-2025
    number: 2
    asked_by: presidency-ex
    wording: gist
    text: How can keepers report broken lamps more quickly?
"""

FOG = """\
topic: fog-signals
title: Fog signals
summary: Horns and bells for days without sight.
bodies: [LWP]
keywords: [horn, bell]
facts:
  - id: horns-installed
    text: Three fog horns were installed at Cape Example in 2023.
    source: {paper: keepers-2024-count, at: "Horns, para. 1"}
    as_of: 2024-10
    topics: [lamps]
"""

PAPERS = """\
papers:
  - {id: st-1234-2025, number: 1234/25, title: Lamps along the coast, from: Examplian Presidency, to: LWP,
     date: 2025-06-10, marking: LIMITE, codes: [LAMP 7], kind: note, cites: [keepers-2024-count]}
  - {id: keepers-2024-count, title: The keepers' count, from: Guild of Keepers, date: 2024-10, marking: PUBLIC}
"""

ACTORS = """\
actors:
  - {id: presidency-ex, name: Examplian Presidency, kind: presidency}
  - {id: keepers, name: Guild of Keepers, kind: organisation, aliases: [GoK]}
"""

MEETING = """\
meeting: lwp-2025-06-12
body: LWP
date: 2025-06-12
place: Brussels
items:
  - {number: 3, title: Lamps along the coast, action: discussion, topics: [lamps], papers: [st-1234-2025]}
"""

SMALL: dict[str, str] = {
    "briefer.yaml": "layers: [knowledge]\n",
    "knowledge/papers.yaml": PAPERS,
    "knowledge/actors.yaml": ACTORS,
    "knowledge/acronyms.yaml": "acronyms: {LWP: Lamps Working Party, GoK: Guild of Keepers}\n",
    "knowledge/topics/lamps.yaml": LAMPS,
    "knowledge/topics/fog-signals.yaml": FOG,
    "knowledge/meetings/lwp-2025-06-12.yaml": MEETING,
}
