"""A Word file (.docx) read into lines: one a paragraph, list item or table cell, with the numbers that Word would print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from briefer.errors import BrieferError
from briefer.papers import limits
from briefer.papers.docx_blocks import Blocks, Place
from briefer.papers.docx_numbering import numbering
from briefer.papers.docx_package import Package, W, broken, opened, package
from briefer.papers.docx_sections import Section, Sections
from briefer.papers.docx_styles import styles
from briefer.papers.docx_text import Words, note_count
from briefer.papers.lines import Line, Pages

Progress = Callable[[int, int], None]

_PARTS = ("styles", "numbering", "settings", "footnotes", "endnotes")


def read(data: bytes, progress: Progress | None = None) -> Pages:
    """The lines of a Word file; raises BrieferError, without the file's name, where it cannot be read."""
    with opened(data) as archive:
        parts = package(archive)
        main = parts.related("").get("officeDocument", "word/document.xml")
        root = parts.xml(main)
        body = root.find(f"{W}body") if root is not None else None
        if root is None or body is None:
            raise broken("This file is no Word document, or its text is missing")
        if (letters := sum(len(t.text or "") for t in body.iter(f"{W}t"))) > limits.MOST_LETTERS:
            raise limits.too_long(letters, "letters", limits.MOST_LETTERS)
        related = parts.related(main)
        part = {kind: parts.xml(related.get(kind)) for kind in _PARTS}
        blocks = _reader(root, part, progress)
        for at, section in enumerate(Sections(body, part["settings"])):
            if at:
                _new_section(blocks.words, section)
            _read_section(blocks, section, parts, related)
        blocks.finish()
    if not any(line.text.strip() for line in blocks.lines):
        raise BrieferError(
            "This Word file holds no text", todo="Choose another, or type what its pictures say", code="no-text"
        )
    spoken = blocks.words.languages.most_common(1)
    language = spoken[0][0] if spoken else blocks.styles.language
    return Pages("docx", tuple(blocks.lines), blocks.words.page, language, whole_paragraphs=True)


def _reader(root: etree._Element, part: dict[str, etree._Element | None], progress: Progress | None) -> Blocks:
    known = styles(part["styles"])
    breaks = sum(1 for _ in root.iter(f"{W}lastRenderedPageBreak"))
    if breaks >= limits.MOST_PAGES:
        raise limits.too_long(breaks + 1, "pages", limits.MOST_PAGES)
    words = Words(known, pages_known=breaks > 0)
    settings = part["settings"]
    for kind, counted in words.counts.items():
        given = settings.find(f"{W}{kind}Pr") if settings is not None else None
        words.counts[kind] = note_count(given, counted)
    notes: dict[str, dict[str, etree._Element]] = {}
    for kind in ("footnote", "endnote"):
        bodies = part[f"{kind}s"]
        notes[kind] = {n.get(f"{W}id", ""): n for n in bodies.iterfind(f"{W}{kind}")} if bodies is not None else {}
    told = 0

    def turned(page: int) -> None:
        nonlocal told
        if progress and page > told:
            told = page
            progress(page, max(breaks + 1, page))

    return Blocks(words, known, numbering(part["numbering"], known), notes, turned)


def _new_section(words: Words, section: Section) -> None:
    """What begins with a section: a page, unless it says otherwise, and its own count of notes."""
    properties = section.properties
    kind = properties.find(f"{W}type") if properties is not None else None
    if kind is None or kind.get(f"{W}val") != "continuous":
        words.page_break()
    for name, counted in words.counts.items():
        given = note_count(properties.find(f"{W}{name}Pr") if properties is not None else None, counted)
        words.counts[name] = replace(given, next=given.start) if given.restarts else given


def _read_section(blocks: Blocks, section: Section, parts: Package, related: dict[str, str]) -> None:
    start = len(blocks.lines)
    blocks.read(section.blocks, Place())
    page = blocks.lines[start].page if len(blocks.lines) > start else blocks.words.page
    above = _edges(blocks, [related.get(name) for name in section.headers], parts, "header", page)
    blocks.lines[start:start] = above
    blocks.lines += _edges(blocks, [related.get(name) for name in section.footers], parts, "footer", page)


def _edges(blocks: Blocks, names: list[str | None], parts: Package, style: str, page: int) -> list[Line]:
    return [replace(line, page=page) for name in names for line in blocks.story(parts.xml(name), style)]
