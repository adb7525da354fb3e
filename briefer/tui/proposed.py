"""A proposal as it is shown: what it says beside what the base says already, and its place in the paper."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from briefer.dates import long_form
from briefer.intake.kept import Decided
from briefer.intake.matching import Match
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Position, Statement
from briefer.papers.model import CouncilPaper
from briefer.papers.propose import Proposal
from briefer.tui.plain import one_line, plain, together

_QUIET = "$foreground-muted"
#: What the base says already: a sign, and in words.
VERDICTS = {
    "new": ("+", "new: the base says nothing like it"),
    "same": ("=", "the base says the same"),
    "similar": ("≈", "the base says something like it"),
    "contradicts": ("≠", "the base says otherwise"),
}
DECISIONS = {"accepted": "✓ accepted", "merged": "✓ added as a source", "rejected": "✗ rejected"}


def proposal(
    one: Proposal, found: Match | None, decided: Decided | None, paper: CouncilPaper, base: Knowledge
) -> Content:
    """What is proposed, and what the base says already."""
    lines: list[Content] = []
    head = [plain(one.kind.capitalize(), "bold $text-accent")]
    if decided is not None:
        entry = f": {decided.entry}" if decided.entry else ""
        head.append(plain(f"{DECISIONS[decided.how]}{entry}", "bold $text-success" if decided.entry else "bold"))
    elif found is not None:
        sign, said = VERDICTS[found.verdict]
        style = "bold $text-error" if found.verdict == "contradicts" else "bold"
        head.append(plain(f"{sign} {said}", style))
    else:
        head.append(plain("looking at what the base says …", _QUIET))
    lines.append(Content("  ").join(head))
    if one.before:
        lines.append(plain(f"… {one_line(one.before)}", _QUIET))
    lines += [plain(one_line(one.text), "bold")]
    number = " ".join(p for p in (paper.doc_number, paper.suffix) if p) if one.enclosed is not None else ""
    told = [
        ("who", f"{one.actor} · {one.stance}" if one.actor else ""),
        ("as of", long_form(one.as_of) if one.as_of else "the paper has no date: e gives one"),
        ("until", f"{long_form(one.valid_until)}  ({one.expires})" if one.valid_until else ""),
        ("place", ", ".join(p for p in (number, one.at, f"page {one.page}") if p)),
    ]
    lines += [_told(label, text) for label, text in told if text]
    if found is not None and found.entry in base.entries and (decided is None or decided.how == "rejected"):
        lines += [Content(""), *_theirs(found, base), Content("")]
    if one.why:
        lines.append(_told("why", "; ".join(one.why)))
    return Content("\n").join(lines)


def _told(label: str, text: str) -> Content:
    return together(plain(f"{label:<7}", _QUIET), plain(one_line(text)))


def _theirs(found: Match, base: Knowledge) -> list[Content]:
    """The nearest entry; where they disagree both figures."""
    entry = base.entries[found.entry or ""]
    value = entry.value
    lines = [together(plain("The base has  ", "bold $text-accent"), plain(entry.id, _QUIET))]
    if isinstance(value, Position):
        actor = base.actors.get(value.actor)
        lines.append(plain(f"{actor.name if actor else value.actor} ({value.stance})", _QUIET))
    lines.append(plain(one_line(value.text)))
    if isinstance(value, Statement):
        papers = [base.papers.get(c.paper) for c in value.cites]
        sources = ", ".join(p.number or p.title for p in papers if p)
        lines.append(plain(" · ".join(p for p in (f"as of {long_form(value.as_of)}", sources) if p), _QUIET))
    for one in found.differences:
        lines.append(
            together(
                plain("≠ ", "bold $text-error"),
                plain("the paper: ", _QUIET),
                plain(one_line(one.ours), "bold"),
                plain("  ·  the base: ", _QUIET),
                plain(one_line(one.theirs), "bold"),
            )
        )
    return lines


def place(one: Proposal, paper: CouncilPaper) -> Content:
    """The paragraph with the sentence marked, the headings above it, and what stands around it."""
    here = paper.paragraphs[one.paragraph]
    lines = [plain(f"page {here.page}" + (f" of {paper.pages}" if one.enclosed is None else ""), _QUIET)]
    lines += [
        plain(f"{'  ' * max(level - 1, 0)}{one_line(text)}", "bold $text-accent") for level, text in _above(paper, one)
    ]
    if one.paragraph and paper.paragraphs[one.paragraph - 1].heading == here.heading:
        lines += [Content(""), plain(_end(paper.paragraphs[one.paragraph - 1].text), _QUIET)]
    mark = plain(f"{here.mark} " if here.mark else "", "bold")
    before, after = one_line(here.text[: one.start]), one_line(here.text[one.end :])
    marked = together(
        mark, plain(f"{before} " if before else ""), plain("▸", "bold $text-accent"),
        plain(one_line(here.text[one.start : one.end]), "bold underline"), plain("◂", "bold $text-accent"),
        plain(f"{' ' if after[:1].isalnum() else ''}{after}"),
    )  # fmt: skip
    lines += [Content(""), marked]
    if one.paragraph + 1 < len(paper.paragraphs) and paper.paragraphs[one.paragraph + 1].heading == here.heading:
        lines += [Content(""), plain(_begin(paper.paragraphs[one.paragraph + 1].text), _QUIET)]
    return Content("\n").join(lines)


def line_of_mark(one: Proposal, paper: CouncilPaper, width: int) -> int:
    """The line of ``place`` in which the sentence begins, at a width."""
    before = place(one, paper).plain.partition("▸")[0]
    return sum(max(-(-len(line) // max(width, 1)), 1) for line in before.split("\n")) - 1


def _above(paper: CouncilPaper, one: Proposal) -> Sequence[tuple[int, str]]:
    """The headings above a paragraph, from the paper's sections downwards."""
    at = paper.paragraphs[one.paragraph].heading
    if at is None or not 0 <= at < len(paper.headings):
        return []
    found = [paper.headings[at]]
    for heading in reversed(paper.headings[:at]):
        if heading.level < found[-1].level:
            found.append(heading)
    return [(h.level, h.text) for h in reversed(found)]


def _end(text: str, most: int = 220) -> str:
    text = one_line(text)
    return text if len(text) <= most else f"… {text[-most:].partition(' ')[2]}"


def _begin(text: str, most: int = 220) -> str:
    text = one_line(text)
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0]} …"
