"""The properties of the file: title, subject, language, marking; dates of the brief, never of the clock."""

from __future__ import annotations

from briefer.dates import first_day, is_partial
from briefer.word.shapes import Outline
from briefer.word.xml import DECLARATION, escape

_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
#: The format id under which Office keeps properties that users add.
_USER_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def core(outline: Outline) -> bytes:
    """The core properties; a note for release names no person."""
    creator = outline.delegation or (outline.drafter if not outline.final else "") or "briefer"
    fields = [
        ("dc:title", outline.title), ("dc:subject", outline.subject), ("dc:creator", creator),
        ("cp:keywords", ", ".join(outline.keywords)), ("cp:category", outline.marking),
        ("dc:language", outline.words.tag), ("cp:lastModifiedBy", creator),
    ]  # fmt: skip
    body = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields if value)
    if is_partial(outline.as_of):
        moment = f"{first_day(outline.as_of).isoformat()}T00:00:00Z"
        body += "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
        )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{body}</cp:coreProperties>"
    ).encode()


def app() -> bytes:
    """The extended properties: which program made the file."""
    return f'{DECLARATION}<Properties xmlns="{_EXTENDED}"><Application>briefer</Application></Properties>'.encode()


def custom(outline: Outline) -> bytes:
    """The properties ``Marking``, for registries and mail filters that read no text, and ``Brief``: which one this is of."""
    given = (("Marking", outline.marking), ("Brief", outline.brief))
    rows = "".join(
        f'<property fmtid="{_USER_PROPERTIES}" pid="{pid}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(given, 2)
    )
    return f'{DECLARATION}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VT}">{rows}</Properties>'.encode()
