"""Runs, paragraphs and relationships as text; children stand in the order that the schema wants."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.text import printable
from briefer.word.shapes import Kind, Paragraph, Run

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

#: The style of the base document in which a kind of paragraph stands.
STYLES: dict[Kind, str] = {
    "kicker": "Kicker", "title": "Title", "subtitle": "Subtitle", "section-note": "SectionNote",
    "not-disclosed": "NotForDisclosure", "question": "Question", "wording": "QuestionWording", "answer": "Answer",
    "speaking": "SpeakingText", "point": "Point", "text": "BodyText", "fact": "Fact", "actor": "Actor", "note": "Note",
    "material": "Material", "material-label": "MaterialLabel", "material-actor": "MaterialActor", "prompt": "Prompt",
    "prompt-label": "PromptLabel", "notice": "Notice", "cell": "TableText", "cell-head": "TableHead",
    "cell-label": "TableLabel", "box": "BoxText", "box-label": "BoxLabel", "abbreviation": "Abbreviation",
}  # fmt: skip

#: Styles that are lists by themselves, with the numbering they use and where their text begins (twentieths of a point).
_LISTS: dict[Kind, tuple[int, int]] = {
    "point": (1, 284), "fact": (1, 284), "material": (2, 284), "actor": (1, 284), "material-actor": (2, 284),
}  # fmt: skip

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RTL_LETTERS = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
_RIGHT_TO_LEFT = re.compile(rf"({_RTL_LETTERS}(?:[\W\d]*{_RTL_LETTERS})*)")
_LINKABLE = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#][!-~]*)?")
_ESCAPED = re.compile(r"[\"<>\\^`{|}\s]|[^\x00-\x7f]")
_NOTE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_LINK = '<w:rStyle w:val="Hyperlink"/>'
_LONGEST_LINK = 2000


def escape(text: str) -> str:
    """Text fit to stand in XML, as content or in quotes; what Word cannot hold is left out."""
    if _UNFIT.search(text):
        text = printable(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def web_address(given: str) -> str:
    """A web address as it may stand in a file; nothing for what is none that a reader can follow."""
    if not given:
        return ""
    url = _ESCAPED.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode("utf-8", "ignore")), given.strip())
    return url if len(url) <= _LONGEST_LINK and _LINKABLE.fullmatch(url) else ""


class Links:
    """The hyperlinks of one part, each address once."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def id(self, address: str) -> str | None:
        """The relationship id of a web address; None for what is no address that Word can follow."""
        url = web_address(address)
        return self._ids.setdefault(url, f"rIdLink{len(self._ids) + 1}") if url else None

    def relationships(self) -> list[str]:
        """The links as relationships of their part."""
        return [relationship(i, "hyperlink", escape(url), external=True) for url, i in self._ids.items()]


def relationship(ident: str, kind: str, target: str, *, external: bool = False) -> str:
    """One relationship of the office kind; ``target`` is already escaped."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{ident}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def relationships(rows: Sequence[str]) -> bytes:
    """A relationships part."""
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'.encode()


def paragraph(par: Paragraph, links: Links, *, start: str = "", end: str = "", keep: bool = False) -> str:
    """A paragraph; ``start`` and ``end`` are set around its runs, ``keep`` holds it to the next one."""
    keep_next = "<w:keepNext/>" if keep else ""
    bullet, indent = _list(par)
    props = f'<w:pStyle w:val="{STYLES[par.kind]}"/>{keep_next}{bullet}{_direction(par)}{indent}'
    return f"<w:p><w:pPr>{props}</w:pPr>{start}{runs(par.runs, links)}{end}</w:p>"


def runs(several: Sequence[Run], links: Links) -> str:
    """Runs in a row; between two footnote marks stands a raised comma, so that 1 and 2 do not read as 12."""
    out: list[str] = []
    marked = False
    for run in several:
        if run.note:
            if marked:
                out.append(f"<w:r>{_NOTE}<w:t>,</w:t></w:r>")
            out.append(f'<w:r>{_NOTE}<w:footnoteReference w:id="{run.note}"/></w:r>')
        elif run.text:
            out.append(_linked(run, links) if run.link else _text(run.text, _form(run)))
        marked = bool(run.note)
    return "".join(out)


def field(code: str, cached: str) -> str:
    """A field with the text it shows until Word works it out."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{escape(cached)}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _linked(run: Run, links: Links) -> str:
    ident = links.id(run.link)
    if ident is None:
        return _text(run.text, _form(run))
    return f'<w:hyperlink r:id="{ident}">{_text(run.text, _LINK)}</w:hyperlink>'


def _form(run: Run) -> str:
    return ("<w:b/><w:bCs/>" if run.bold else "") + ("<w:i/><w:iCs/>" if run.italic else "")


def _text(text: str, form: str) -> str:
    if not text.isascii() and _RIGHT_TO_LEFT.search(text):
        pieces = _RIGHT_TO_LEFT.split(text)
        return "".join(_plain(p, form + "<w:rtl/>" * (i % 2)) for i, p in enumerate(pieces) if p)
    return _plain(text, form)


def _plain(text: str, form: str) -> str:
    props = f"<w:rPr>{form}</w:rPr>" if form else ""
    content = escape(text)
    if "\t" in content or "\n" in content:
        content = content.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        content = content.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{props}<w:t xml:space="preserve">{content}</w:t></w:r>'


def _list(par: Paragraph) -> tuple[str, str]:
    """The bullet of a paragraph, and the indent of one that goes on without.

    The bullet is said outright, since LibreOffice shows none for a second style of the same list.
    """
    number, left = _LISTS.get(par.kind, (1, 0))
    if par.level:
        return f'<w:numPr><w:ilvl w:val="{par.level - 1}"/><w:numId w:val="{number}"/></w:numPr>', ""
    if not left:
        return "", ""
    bare = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    return bare, f'<w:ind w:left="{left}" w:firstLine="0"/>'


def _direction(par: Paragraph) -> str:
    """Whether a paragraph runs from right to left: its first letter decides."""
    for run in par.runs:
        if run.text and not run.text.isascii():
            first = next((c for c in run.text if c.isalpha()), "")
            return "<w:bidi/>" if first and _RIGHT_TO_LEFT.match(first) else ""
        if any(c.isalpha() for c in run.text):
            return ""
    return ""
