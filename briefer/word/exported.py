"""The block texts as exported, in a part of their own, so that what comes back can be compared with them."""

from __future__ import annotations

from briefer.word.shapes import Outline
from briefer.word.xml import DECLARATION, escape

#: The root of the part; how it is found among the custom parts of a document.
NAMESPACE = "urn:briefer:exported-blocks:1"
#: Names the part in the document's data store; the same in every file, since each holds one.
STORE_ITEM = "{6B1F3A52-7C0E-4D1B-9A55-0B6E2F4C8D31}"

_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def part(outline: Outline) -> bytes:
    """The part: the brief's name and version, then each block with its id, section, role and text as in the brief."""
    sections = {t.section: escape(t.section) for t in outline.texts}
    blocks = "".join(
        [
            f'<block id="{escape(t.block)}" section="{sections[t.section]}" role="{t.role}" xml:space="preserve">'
            f"{escape(t.text)}</block>"
            for t in outline.texts
        ]
    )
    return (
        f'{DECLARATION}<exported xmlns="{NAMESPACE}" brief="{escape(outline.brief)}" version="{outline.version}">'
        f"{blocks}</exported>"
    ).encode()


def properties() -> bytes:
    """What the document's data store must know of the part."""
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{STORE_ITEM}" xmlns:ds="{_DATA_STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
