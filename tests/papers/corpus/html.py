"""Prints a paper as HTML: as a careful web page, as Word exports it, or as a tool turns a PDF into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from random import Random

from .content import NOTE, Annex, Asks, Content, Heading, Listed, Para, bullet
from .head_lines import Printed, head_lines
from .head_text import inner_head
from .text import TextLook, text


@dataclass(frozen=True)
class HtmlLook:
    """How a paper is printed as HTML."""

    way: str = "page"
    """page (headings, lists, tables), export (paragraphs with styles only), lines (a PDF's lines with breaks)"""
    charset: str = "utf-8"
    entities: bool = False
    """Whether letters outside ASCII are written as entities."""
    site: bool = False
    """Whether a web site's own navigation stands around the paper."""
    labels: int = 0
    lines: TextLook = field(default_factory=TextLook)
    """For ``lines``: how the text is broken."""


def html(paper: Content, look: HtmlLook, name: str) -> bytes:
    """The paper as one HTML file."""
    if look.way == "lines":
        body = _lines(text(paper, look.lines, name).decode())
    else:
        writer = _Page(look, Random(f"html {name}")) if look.way == "page" else _Export(look, Random(f"html {name}"))
        body = writer.head(head_lines(paper, look.labels)) + writer.blocks(paper)
        notes = list(paper.notes)
        if paper.enclosed:
            body += writer.inner_head(paper.enclosed) + writer.blocks(paper.enclosed)
            notes += paper.enclosed.notes
        body += writer.notes(notes)
    if look.site:
        body = (
            "<nav><ul><li><a href='/'>Home</a></li><li><a href='/documents'>Documents</a></li><li>Any questions? "
            f"<a href='/contact'>Contact us</a></li></ul></nav>\n<main>\n{body}\n</main>\n<footer><p>© Council. Was this page "
            "useful?</p></footer>"
        )
    title = escape(paper.header.number_printed or "Document")
    made = (
        f'<!DOCTYPE html>\n<html lang="{paper.tongue}">\n<head>\n<meta charset="{look.charset}">\n<title>{title}</title>\n'
        "<style>p {margin: 1em 0} .q {color: red}</style>\n<script>var questions = ['Why?', 'How?'];</script>\n"
        f"</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    if look.entities:
        return made.encode("ascii", "xmlcharrefreplace")
    return made.encode(look.charset, "xmlcharrefreplace")


def _lines(plain: str) -> str:
    pages = plain.split("\f")
    made = []
    for page in pages:
        paras = [part for part in page.split("\n\n") if part.strip()]
        made.append(
            "<div class='page'>\n"
            + "\n".join(f"<p>{'<br>'.join(_kept(part).split(chr(10)))}</p>" for part in paras)
            + "\n</div>"
        )
    return "\n<hr>\n".join(made)


def _kept(part: str) -> str:
    return escape(part.strip("\n"), quote=False).replace("&lt;sup&gt;", "<sup>").replace("&lt;/sup&gt;", "</sup>")


class _Page:
    """Headings, lists and tables as they are meant."""

    def __init__(self, look: HtmlLook, rng: Random) -> None:
        self.look, self.rng = look, rng

    def said(self, text: str) -> str:
        return NOTE.sub(r'<sup><a href="#fn\1" id="ref\1">\1</a></sup>', escape(text, quote=False))

    def head(self, head: Printed) -> str:
        top = [head.day, head.language, f"{head.number} {head.suffix}".strip(), head.marking]
        if head.files:
            top.insert(2, f"{head.file}: {', '.join(head.files)}")
        rows = "".join(f"<tr><th>{escape(label)}</th><td>{self.said(value)}</td></tr>\n" for label, value in head.pairs)
        parts = [
            f"<p><b>{escape(head.council)}</b></p>",
            *(f"<p>{escape(one)}</p>" for one in top if one),
            f"<p>{'<br>'.join(map(escape, head.codes))}</p>" if head.codes else "",
            f"<p><strong>{escape(head.type, quote=False)}</strong></p>" if head.type else "",
            *(f"<p>{escape(one)}</p>" for one in head.declassified),
            f"<table>\n{rows}</table>" if rows else "",
            *(f"<p>{escape(one)}</p>" for one in (head.opening, head.enclosing) if one),
        ]
        return "\n".join(part for part in parts if part)

    def inner_head(self, paper: Content) -> str:
        made = "\n<hr>"
        for said in inner_head(paper, markup=False):
            if "\t" in said:
                rows = "".join(
                    "<tr>" + "".join(f"<td>{self.said(cell)}</td>" for cell in line.split("\t")) + "</tr>"
                    for line in said.split("\n")
                )
                made += f"\n<table>{rows}</table>"
            else:
                made += f"\n<p><b>{self.said(said)}</b></p>"
        return made

    def heading(self, said: str, level: int, number: str) -> str:
        return f"<h{level + 1}>{f'{number} ' if number else ''}{self.said(said)}</h{level + 1}>"

    def listed(self, items: list[tuple[str, list[str], str]], marks: str) -> str:
        """A list; HTML counts ``1.`` ``a.`` ``i.`` by itself, other marks are typed."""
        kind = {"1.": "1", "a.": "a", "i.": "i"}.get(marks)
        if marks in ("•", "-", "–") or kind:
            tag = f'ol type="{kind}"' if kind else "ul"
            rows = "".join(
                f"<li>{self.said(said)}{self.listed([(sub, [], '') for sub in subs], under) if subs else ''}</li>\n"
                for said, subs, under in items
            )
            return f"\n<{tag}>\n{rows}</{tag.split()[0]}>\n"
        made = ""
        for nth, (said, subs, under) in enumerate(items, 1):
            prefix = bullet(marks, nth)
            made += f"\n<p>{f'{prefix} ' if prefix else ''}{self.said(said)}</p>"
            made += self.listed([(sub, [], "") for sub in subs], under) if subs else ""
        return made

    def para(self, said: str) -> str:
        return f"<p>{self.said(said)}</p>"

    def quote(self, said: str) -> str:
        return f"<blockquote><p>{self.said(said)}</p></blockquote>"

    def notes(self, notes: list[tuple[str, str]]) -> str:
        if not notes:
            return ""
        rows = "\n".join(f'<p id="fn{of}"><sup>{of}</sup> {self.said(text)}</p>' for of, text in notes)
        return f'\n<hr>\n<section class="footnotes">\n{rows}\n</section>'

    def blocks(self, paper: Content) -> str:
        made = []
        for block in paper.blocks:
            if isinstance(block, Heading):
                made.append(self.heading(block.text, block.level, block.number))
            elif isinstance(block, Annex):
                made.append(self.heading(block.name, 1, ""))
                if block.title:
                    made.append(self.heading(block.title, 2, ""))
            elif isinstance(block, Para):
                made.append(self.para(f"{block.number} {block.text}" if block.number else block.text))
            elif isinstance(block, Listed):
                made.append(self.para(f"{block.number} {block.lead}" if block.number else block.lead))
                made.append(self.listed([(item, [], "") for item in block.items], block.marks))
            elif isinstance(block, Asks):
                if block.lead:
                    made.append(self.para(block.lead))
                made.append(
                    self.listed([(ask.text, list(ask.subs), block.sub_marks) for ask in block.items], block.marks)
                )
            else:
                made.append(self.quote(block.text))
        return "\n" + "\n".join(made)


class _Export(_Page):
    """Paragraphs with styles only, runs in spans, as an office program exports them."""

    def para(self, said: str) -> str:
        words = escape(said, quote=False).split(" ")
        at = self.rng.randint(1, max(1, len(words) - 1))
        inner = f"<span lang=EN-GB>{' '.join(words[:at])}</span><span lang=EN-GB> {' '.join(words[at:])}</span>"
        inner = NOTE.sub(
            r'<a style="mso-footnote-id:ftn\1" href="#_ftn\1"><span class=MsoFootnoteReference><sup>[\1]</sup></span></a>',
            inner,
        )
        return f"<p class=MsoNormal>{inner}</p>"

    def heading(self, said: str, level: int, number: str) -> str:
        lead = f"{number}<span>&nbsp;&nbsp;&nbsp;&nbsp;</span>" if number else ""
        return f"<p class=MsoNormal><b><span style='font-size:13.0pt'>{lead}{escape(said, quote=False)}</span></b></p>"

    def listed(self, items: list[tuple[str, list[str], str]], marks: str) -> str:
        made = []
        for nth, (said, subs, under) in enumerate(items, 1):
            prefix = bullet(marks, nth)
            lead = f"<span>{prefix}<span style='font:7.0pt'>&nbsp;&nbsp;&nbsp; </span></span>" if prefix else ""
            made.append(f"<p class=MsoListParagraph style='text-indent:-18pt'>{lead}{self.said(said)}</p>")
            made += [self.listed([(sub, [], "")], bullet(under, at)) for at, sub in enumerate(subs, 1)]
        return "\n".join(made)

    def quote(self, said: str) -> str:
        return f"<p class=MsoQuote><i>{self.said(said)}</i></p>"

    def notes(self, notes: list[tuple[str, str]]) -> str:
        rows = "\n".join(
            f'<div id=ftn{of}><p class=MsoFootnoteText><a href="#_ftnref{of}"><sup>[{of}]</sup></a> '
            f"{escape(text, quote=False)}</p></div>"
            for of, text in notes
        )
        return f"\n<div style='mso-element:footnote-list'>\n{rows}\n</div>" if notes else ""
