"""A Presidency note as it arrives: the same words as text, Word and PDF; an agenda; a paper that may not be read."""

from __future__ import annotations

from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

NUMBER = "7777/31"
SUBJECT = "Lanterns on the northern route"
Q1 = "How can Member States make better use of lanterns [sic] along the northern route?"
Q2 = "Which harbours should be lit first, and who should pay for the oil?"
FACT = "In October 2030 the northern route had 4 217 lit lanterns."
POSITION = "The Commission supports the establishment of a joint lantern office in Narvik."
#: Nothing in the shipped base is like it.
NEW = "The lantern fund will provide EUR 93 million for harbour oil until 31 December 2035."

HEAD = (
    "Council of the European Union", "Brussels, 3 March 2031", "(OR. en)", NUMBER, "LIMITE", "JAI 311", "MIGR 77", "NOTE",
    "From: Presidency", "To: Working Party on External Aspects of Asylum and Migration (EMWP)", f"Subject: {SUBJECT}",
)  # fmt: skip
BODY = (
    ("h", "State of play"),
    ("p", f"{FACT} It is a long one."),
    ("p", NEW),
    ("h", "The way forward"),
    ("p", POSITION),
    ("h", "Questions for discussion"),
    ("p", "Against this background, the Presidency invites delegations to consider the following questions:"),
    ("p", f"1. {Q1}"),
    ("p", f"2. {Q2}"),
)


def text(folder: Path, name: str = "lanterns.txt", *, head: tuple[str, ...] = HEAD) -> Path:
    """The note as text."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("\n".join(head) + "\n\n" + "\n\n".join(line for _, line in BODY) + "\n", "utf-8")
    return path


def word(folder: Path, name: str = "lanterns.docx") -> Path:
    """The note as a Word file."""
    folder.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    for line in HEAD:
        document.add_paragraph(line)
    for kind, line in BODY:
        document.add_heading(line, 1) if kind == "h" else document.add_paragraph(line)
    document.save(str(folder / name))
    return folder / name


def pdf(folder: Path, name: str = "lanterns.pdf", *, pages: int = 1) -> Path:
    """The note as a PDF; further pages repeat its first section."""
    folder.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(folder / name), pagesize=A4)
    y = 780.0

    def put(line: str, font: str = "Times-Roman", size: float = 12, gap: float = 0) -> None:
        nonlocal y
        y -= gap
        words, row = line.split(), ""
        canvas.setFont(font, size)
        for word_ in [*words, ""]:
            if word_ and canvas.stringWidth(f"{row} {word_}", font, size) < 450:
                row = f"{row} {word_}".strip()
                continue
            canvas.drawString(72, y, row)
            y -= 15
            row = word_

    for line in HEAD:
        put(line)
    for kind, line in BODY:
        put(line, "Times-Bold" if kind == "h" else "Times-Roman", 14 if kind == "h" else 12, gap=12)
    for _ in range(pages - 1):
        canvas.showPage()
        y = 780.0
        put(f"Annex: {FACT}", gap=12)
    canvas.showPage()
    canvas.save()
    return folder / name


def agenda(folder: Path, name: str = "agenda.txt") -> Path:
    """A provisional agenda with the note on it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(
        f"""Council of the European Union

Brussels, 1 March 2031
CM 1885/31

NOTICE OF MEETING AND PROVISIONAL AGENDA

Subject: Working Party on External Aspects of Asylum and Migration (EMWP)
Date: 12 March 2031
Venue: Justus Lipsius

1. Adoption of the agenda

2. {SUBJECT} [first reading]
– Exchange of views
{NUMBER}

3. Any other business
""",
        "utf-8",
    )
    return path


def classified(folder: Path, name: str = "secret.txt") -> Path:
    """The same note with a classification."""
    return text(folder, name, head=tuple("RESTREINT UE/EU RESTRICTED" if line == "LIMITE" else line for line in HEAD))


def calendar(folder: Path, name: str = "emwp.ics") -> Path:
    """A calendar with one meeting."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1@x", "DTSTAMP:20310101T000000Z",
        "DTSTART;VALUE=DATE:20310415", "SUMMARY:EMWP", "LOCATION:Europa", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    path.write_text("\r\n".join(lines), "utf-8")
    return path
