"""Papers of every kind made by code, and the ways to spoil them; the same seed always gives the same file."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

Paper = tuple[str, bytes]

_SENTENCES = (
    "The Presidency notes that lighthouses on the northern coast are kept by 14 harbours.",
    "How can Member States share the cost of keeping them?",
    "In March 2031 the Council adopted Regulation (EU) 2031/77 on fog signals1.",
    "Delegations are invited to consider the following questions:",
    "Brussels, 10 June 2031", "(OR. en)", "9375/31", "LIMITE", "JAI 676", "From: Presidency", "To: Delegations",
    "9375/31 AB/cd 3", "JAI.1 LIMITE EN",
)  # fmt: skip
_STRANGE = (
    "0", "-1", "99999999999999999999", "1e308", "NaN", "2147483648", "", "\u0000", "\ud7ff", "&#x1F600;", "%s", "A" * 5000,
)  # fmt: skip


class Spoilt(NamedTuple):
    """A paper with something wrong with it."""

    suffix: str
    data: bytes
    how: str


def made() -> list[Paper]:
    """Papers that are sound."""
    return [
        ("a.pdf", _pdf(compressed=False)), ("b.pdf", _pdf(compressed=True)), ("c.pdf", _encrypted()),
        ("a.docx", _docx()), ("b.docx", _docx_by_hand()), ("a.html", _html()), ("a.txt", _text().encode()),
        ("b.txt", _text().encode("utf-16")),
    ]  # fmt: skip


def spoilt(papers: list[Paper], seed: int) -> Spoilt:
    """One of the papers, spoilt in one to four ways that the seed alone decides."""
    dice = random.Random(seed)
    name, data = dice.choice(papers)
    suffix = "." + name.rpartition(".")[2]
    done = [name]
    for _ in range(dice.choice((1, 1, 2, 4))):
        ways = list(_ANY)
        if data[:2] == b"PK":
            ways += _IN_ZIP * 3
        elif data[:5] == b"%PDF-":
            ways += _IN_PDF * 3
        else:
            ways += _IN_TEXT * 2
        way = dice.choice(ways)
        data = way(data, dice, papers)
        done.append(way.__name__.strip("_"))
    if dice.random() < 0.1:
        suffix = dice.choice((".pdf", ".docx", ".html", ".txt", ".doc", ""))
    return Spoilt(suffix, data, " ".join(done))


# Any file.


def _bits(data: bytes, dice: random.Random, _papers: list[Paper]) -> bytes:
    out = bytearray(data)
    for _ in range(dice.choice((1, 3, 20, 200))):
        if out:
            out[dice.randrange(len(out))] ^= 1 << dice.randrange(8)
    return bytes(out)


def _truncated(data: bytes, dice: random.Random, _papers: list[Paper]) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] if dice.random() < 0.8 else data[at:]


def _spliced(data: bytes, dice: random.Random, papers: list[Paper]) -> bytes:
    other = dice.choice(papers)[1]
    start, at = dice.randrange(len(other)), dice.randrange(len(data) + 1)
    return data[:at] + other[start : start + dice.choice((4, 60, 2000))] + data[at + dice.choice((0, 0, 60)) :]


def _repeated(data: bytes, dice: random.Random, _papers: list[Paper]) -> bytes:
    at = dice.randrange(len(data) + 1)
    piece = data[at : at + dice.choice((1, 30, 400))]
    return data[:at] + piece * dice.choice((2, 50, 400)) + data[at:]


def _noise(data: bytes, dice: random.Random, _papers: list[Paper]) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.randbytes(dice.choice((1, 40, 3000))) + data[at:]


def _huge_number(data: bytes, dice: random.Random, _papers: list[Paper]) -> bytes:
    numbers = list(re.finditer(rb"\d+", data))
    if not numbers:
        return data
    for match in sorted(dice.sample(numbers, min(len(numbers), dice.choice((1, 5)))), key=lambda m: -m.start()):
        data = data[: match.start()] + dice.choice(_STRANGE).encode("utf-8", "replace") + data[match.end() :]
    return data


# Text and HTML.


def _shuffled(data: bytes, dice: random.Random, _papers: list[Paper]) -> bytes:
    lines = data.split(b"\n")
    dice.shuffle(lines)
    return b"\n".join(lines)


def _one_line(data: bytes, dice: random.Random, _papers: list[Paper]) -> bytes:
    return data.replace(b"\n", dice.choice((b" ", b"", b"\r", b"\f")))


def _tags(data: bytes, dice: random.Random, _papers: list[Paper]) -> bytes:
    """Drops, doubles, swaps or nests tags."""
    tags = list(re.finditer(rb"<[^>]{1,400}>", data))
    if not tags:
        return data
    for match in sorted(dice.sample(tags, min(len(tags), dice.choice((1, 3, 20)))), key=lambda m: -m.start()):
        new = dice.choice((b"", match[0] * 2, dice.choice(tags)[0], match[0] * dice.choice((50, 300))))
        data = data[: match.start()] + new + data[match.end() :]
    return data


# PDF.


def _objects(data: bytes, dice: random.Random, _papers: list[Paper]) -> bytes:
    """Objects that point to one another, names and operators exchanged."""
    words = (rb"\d+ 0 R", rb"/[A-Z][A-Za-z]+", rb"\b(?:Tj|TJ|Tf|Tm|Td|BT|ET|cm|re|Do|q|Q)\b", rb"\[[^\]]{0,80}\]")
    found = list(re.finditer(dice.choice(words), data))
    for match in sorted(dice.sample(found, min(len(found), dice.choice((1, 2, 8)))), key=lambda m: -m.start()):
        data = data[: match.start()] + dice.choice(found)[0] + data[match.end() :]
    return data


def _streams(data: bytes, dice: random.Random, _papers: list[Paper]) -> bytes:
    """What a page draws, unpacked, spoilt and put in again."""

    def changed(match: re.Match[bytes]) -> bytes:
        try:
            plain = zlib.decompress(match[1])
        except zlib.error:
            plain = match[1]
        if b"BT" not in plain:
            return match[0]
        plain = dice.choice((_huge_number, _bits, _objects, _repeated, _shuffled))(plain, dice, [])
        return b"stream\r\n" + (zlib.compress(plain) if plain != match[1] else plain) + b"\r\nendstream"

    return re.sub(rb"stream\r?\n(.*?)\r?\nendstream", changed, data, count=3, flags=re.DOTALL)


# Zip.


def _parts(data: bytes, dice: random.Random, papers: list[Paper]) -> bytes:
    """A part of a Word file dropped, emptied, exchanged, or spoilt as a text is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:
        return data
    if not parts:
        return data
    main = [n for n in parts if n.startswith("word/") and n.endswith(".xml")]
    for _ in range(dice.choice((1, 1, 3))):
        name = dice.choice(main if main and dice.random() < 0.8 else list(parts))
        if name not in parts:
            continue
        way = dice.randrange(8)
        if way == 0:
            del parts[name]
        elif way == 1:
            parts[name] = b""
        elif way == 2:
            parts[name] = parts[dice.choice(list(parts))]
        elif way == 3:
            parts[name] = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' + parts[name].partition(b"?>")[2]
        else:
            parts[name] = dice.choice((_tags, _tags, _huge_number, _bits, _repeated))(parts[name], dice, papers)
        if not parts:
            break
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


Way = Callable[[bytes, random.Random, list[Paper]], bytes]
_ANY: list[Way] = [_bits, _truncated, _spliced, _repeated, _noise]
_IN_TEXT: list[Way] = [_shuffled, _one_line, _tags, _huge_number]
_IN_PDF: list[Way] = [_huge_number, _objects, _streams]
_IN_ZIP: list[Way] = [_parts]


# Sound papers.


def _text() -> str:
    dice = random.Random(5)
    return "\n\n".join(dice.choice(_SENTENCES) for _ in range(60)) + "\n"


def _html() -> bytes:
    body = "".join(
        f"<p>{s}<sup><a href='#n{i}'>{i}</a></sup></p><ol type=a><li>{s}</ol>" for i, s in enumerate(_SENTENCES)
    )
    notes = "".join(f"<li id='n{i}'>Note {i}</li>" for i in range(len(_SENTENCES)))
    rows = "<tr><td>From:<td>Presidency<tr><td>To:<td>Delegations"
    return f"<html lang=en><h1>NOTE</h1><table>{rows}</table>{body}<ol>{notes}</ol></html>".encode()


def _pdf(*, compressed: bool) -> bytes:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

    out = io.BytesIO()
    plain = ParagraphStyle("plain", fontName="Times-Roman", fontSize=12, leading=18, spaceAfter=6, alignment=4)
    small = ParagraphStyle("small", parent=plain, fontSize=9, leading=11)
    story: list[Flowable] = [Table([["From:", "Presidency"], ["To:", "Delegations"]])]
    for at, sentence in enumerate(_SENTENCES):
        story.append(Paragraph(f"<b>{at}.</b> {sentence}<super>{at}</super> <i>{_SENTENCES[0]}</i>", plain))
        if at % 4 == 3:
            story += [Paragraph(f"<super>{at}</super> {sentence}", small), PageBreak()]
    SimpleDocTemplate(out, pageCompression=int(compressed), invariant=1).build(story)
    return out.getvalue()


def _encrypted() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen import canvas

    out = io.BytesIO()
    page = canvas.Canvas(out, encrypt=StandardEncryption("", ownerPassword="owner", strength=128), invariant=1)
    page.drawString(72, 700, _SENTENCES[0])
    page.save()
    return out.getvalue()


def _docx() -> bytes:
    import docx

    paper = docx.Document()
    table = paper.add_table(2, 2)
    for row, (label, value) in zip(table.rows, (("From:", "Presidency"), ("To:", "Delegations")), strict=True):
        row.cells[0].text, row.cells[1].text = label, value
    for at, sentence in enumerate(_SENTENCES):
        paper.add_heading(sentence, 1 + at % 3)
        paper.add_paragraph(sentence, style="List Number" if at % 2 else "List Bullet")
        paper.add_paragraph(sentence).add_run("1").font.superscript = True
    paper.sections[0].header.paragraphs[0].text = "9375/31"
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _docx_by_hand() -> bytes:
    """With what python-docx does not write: notes, fields, changes, text boxes, content controls, breaks."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    space += ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    def text(words: str) -> str:
        return f"<w:r><w:rPr><w:b/><w:sz w:val='24'/></w:rPr><w:t>{words}</w:t></w:r>"

    box = f"<w:txbxContent><w:p>{text('LIMITE')}</w:p></w:txbxContent>"
    field = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    body = "".join(
        f"<w:p><w:pPr><w:pStyle w:val='H'/><w:numPr><w:ilvl w:val='{at % 3}'/><w:numId w:val='1'/></w:numPr></w:pPr>{text(s)}"
        f"<w:ins>{text('in')}</w:ins><w:del>{text('out')}</w:del><w:r><w:footnoteReference w:id='{at}'/></w:r>"
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
        f"</mc:Fallback></mc:AlternateContent></w:r>{field.format('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>"
        f"{field.format('separate')}{text('7')}{field.format('end')}<w:r><w:lastRenderedPageBreak/><w:br/></w:r></w:p>"
        f"<w:sdt><w:sdtContent><w:tbl><w:tr><w:tc><w:p>{text('To:')}</w:p></w:tc><w:tc><w:p>{text(s)}</w:p></w:tc></w:tr></w:tbl>"
        "</w:sdtContent></w:sdt>"
        for at, s in enumerate(_SENTENCES)
    )
    notes = "".join(f"<w:footnote w:id='{at}'><w:p>{text('note')}</w:p></w:footnote>" for at in range(len(_SENTENCES)))
    levels = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{f}'/><w:lvlText w:val='%{at + 1}.'/></w:lvl>"
        for at, f in enumerate(("decimal", "lowerLetter", "upperRoman"))
    )
    parts = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override"
        f" PartName='/word/document.xml' ContentType='{kind}.document.main+xml'/></Types>",
        "_rels/.rels": f"<Relationships xmlns='{package}'><Relationship Id='r' Type='{office}/officeDocument'"
        " Target='word/document.xml'/></Relationships>",
        "word/_rels/document.xml.rels": f"<Relationships xmlns='{package}'>"
        + "".join(
            f"<Relationship Id='{n}' Type='{office}/{n}' Target='{n}.xml'/>"
            for n in ("styles", "numbering", "footnotes", "header")
        )
        + "</Relationships>",
        "word/document.xml": f"<w:document {space}><w:body>{body}<w:sectPr><w:headerReference xmlns:r='{office}' r:id='header'/>"
        "</w:sectPr></w:body></w:document>",
        "word/header.xml": f"<w:hdr {space}><w:p>{text('9375/31')}</w:p></w:hdr>",
        "word/styles.xml": f"<w:styles {space}><w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/>"
        "<w:basedOn w:val='H'/></w:style></w:styles>",
        "word/numbering.xml": f"<w:numbering {space}><w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {space}>{notes}</w:footnotes>",
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()
