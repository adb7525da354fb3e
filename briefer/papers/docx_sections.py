"""A Word file's sections: which paragraphs belong together, and which headers and footers they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefer.papers.docx_package import R, W
from briefer.papers.docx_styles import is_on


@dataclass(slots=True)
class Section:
    """Blocks that share their headers and footers."""

    blocks: list[etree._Element] = field(default_factory=list)
    properties: etree._Element | None = None
    headers: list[str] = field(default_factory=list)
    """Relation ids of the headers that are shown and that no section before has shown."""
    footers: list[str] = field(default_factory=list)


class Sections:
    """The sections of a body, in order."""

    def __init__(self, body: etree._Element, settings: etree._Element | None) -> None:
        self._body = body
        self._even = settings is not None and is_on(settings.find(f"{W}evenAndOddHeaders"))
        self._shown: set[str] = set()

    def __iter__(self) -> Iterator[Section]:
        section = Section()
        for block in self._body:
            if block.tag == f"{W}sectPr":
                continue
            section.blocks.append(block)
            properties = block.find(f"{W}pPr/{W}sectPr") if block.tag == f"{W}p" else None
            if properties is not None:
                yield self._with_edges(section, properties)
                section = Section()
        yield self._with_edges(section, self._body.find(f"{W}sectPr"))

    def _with_edges(self, section: Section, properties: etree._Element | None) -> Section:
        section.properties = properties
        if properties is None:
            return section
        first = is_on(properties.find(f"{W}titlePg"))
        for kind, into in (("headerReference", section.headers), ("footerReference", section.footers)):
            given = {
                node.get(f"{W}type", "default"): node.get(f"{R}id", "") for node in properties.iterfind(f"{W}{kind}")
            }
            for when in ("first", "default", "even"):
                name = given.get(when)
                shown = when == "default" or (when == "first" and first) or (when == "even" and self._even)
                if name and shown and name not in self._shown:
                    self._shown.add(name)
                    into.append(name)
        return section
