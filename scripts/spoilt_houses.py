"""The ways to spoil a ministry's Word file: its parts, their spelling, its zip; and files that are none at all."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable

from scripts.house_files import Parts, house_file, without
from scripts.house_pieces import (
    DRAWN,
    KIND,
    MAIN,
    OFFICE,
    PACKAGE,
    SPACES,
    Dice,
    control_of,
    heading_of,
    par_of,
    run_of,
)

_STRANGE = (
    "", "0", "-1", "7", "99999999999999999999", "1e308", "NaN", "2147483648", "-2147483649", "1.5", "12pt", "50%", "²", "٣",
    "true",
    "A" * 3000, "&#x1F600;", "&lt;b&gt;", "&quot;", "%s", "\\1", "{{ title }}", "&#xE000;note&#xE001;", " ", "../../x", "rId1",
)  # fmt: skip


# --- what is done to the parts --------------------------------------------------------------------------------------------


_IMPORTANT = (
    "word/document.xml", "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/header7.xml",
    "word/footer7.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels", "docProps/custom.xml",
)  # fmt: skip


def _one_of(parts: Parts, dice: Dice) -> str:
    there = [name for name in _IMPORTANT if name in parts]
    return dice.choice(there) if there and dice.random() < 0.9 else dice.choice(sorted(parts))


def _elements(parts: Parts, dice: Dice) -> Parts:
    """Elements taken out, doubled, exchanged, moved, nested or emptied, with the XML still whole."""
    from lxml import etree

    name = _one_of(parts, dice)
    try:
        root = etree.fromstring(parts[name], etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        return parts
    for _ in range(dice.choice((1, 1, 3, 10))):
        every = [e for e in root.iter(etree.Element) if e is not root]
        if not every:
            break
        one, other = dice.choice(every), dice.choice(every)
        above = one.getparent()
        way = dice.randrange(8)
        if way == 0:
            above.remove(one)
        elif way == 1:
            above.insert(above.index(one), _copy(one))
        elif way == 2 and other not in one.iter() and one not in other.iter():
            other.addnext(_copy(one))
        elif way == 3 and other not in one.iter():
            other.append(_copy(one))
        elif way == 4:
            for child in list(one):
                one.remove(child)
        elif way == 5:
            at = above.index(one)
            above[at:at] = list(one)
            if one.getparent() is not None:
                one.getparent().remove(one)
        elif way == 6:
            one.tag = other.tag
        elif len(every) < 2000:
            for _ in range(dice.choice((2, 50))):
                above.insert(above.index(one), _copy(one))
    return parts | {name: etree.tostring(root)}


def _copy(element: object) -> object:
    from copy import deepcopy

    return deepcopy(element)


def _attributes(parts: Parts, dice: Dice) -> Parts:
    """Attributes with strange values, taken out, or with the value of another."""
    name = _one_of(parts, dice)
    text = parts[name].decode("utf-8", "replace")
    found = [m for m in re.finditer(r'([\w:]+)="([^"]*)"', text) if not m[1].startswith("xmlns")]
    if not found:
        return parts
    for match in sorted(dice.sample(found, min(len(found), dice.choice((1, 2, 6)))), key=lambda m: -m.start()):
        new = dice.choice(
            (
                f'{match[1]}="{dice.choice(_STRANGE)}"',
                f'{match[1]}="{dice.choice(_STRANGE)}"',
                f'{match[1]}="{dice.choice(found)[2]}"',
                "",
            )
        )
        text = text[: match.start()] + new + text[match.end() :]
    return parts | {name: text.encode("utf-8", "replace")}


def _lost(parts: Parts, dice: Dice) -> Parts:
    name = _one_of(parts, dice)
    return without(parts, name) if dice.random() < 0.5 else {n: c for n, c in parts.items() if n != name}


def _emptied(parts: Parts, dice: Dice) -> Parts:
    return parts | {_one_of(parts, dice): dice.choice((b"", b" ", b"<a/>", b"\0\0\0"))}


def _exchanged(parts: Parts, dice: Dice) -> Parts:
    return parts | {_one_of(parts, dice): parts[_one_of(parts, dice)]}


def _spelt_wrong(parts: Parts, dice: Dice) -> Parts:
    name = _one_of(parts, dice)
    data = bytearray(parts[name])
    for _ in range(dice.choice((1, 3, 20))):
        if data:
            data[dice.randrange(len(data))] = dice.randrange(256)
    return parts | {name: bytes(data)}


def _entities(parts: Parts, dice: Dice) -> Parts:
    name = _one_of(parts, dice)
    laughs = (
        '<!DOCTYPE x [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY a{i} "&a{i - 1 if i else ""};&a{i - 1 if i else ""};">' for i in range(30))
        + "]>"
    )
    return parts | {name: laughs.encode() + re.sub(rb"<\?xml.*?\?>", b"", parts[name])}


def _changes(parts: Parts, _dice: Dice) -> Parts:
    body = parts.get("word/document.xml", b"")
    return parts | {
        "word/document.xml": body.replace(b"<w:r>", b'<w:ins w:id="1" w:author="x"><w:r>', 1).replace(
            b"</w:r>", b"</w:r></w:ins>", 1
        )
    }


def _macros(parts: Parts, _dice: Dice) -> Parts:
    return parts | {"word/vbaProject.bin": b"x"}


_SIGNED = (
    b'<Relationship Id="sig" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" '
    b'Target="_xmlsignatures/origin.sigs"/>'
)


def _signed(parts: Parts, _dice: Dice) -> Parts:
    return parts | {
        "_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>",
        "_rels/.rels": parts.get("_rels/.rels", b"").replace(b"</Relationships>", _SIGNED + b"</Relationships>"),
    }  # fmt: skip


def _many(parts: Parts, dice: Dice) -> Parts:
    """Very much of something."""
    body = parts.get("word/document.xml", b"")
    head = re.search(rb"<w:body>", body)
    if not head:
        return parts
    thing = dice.choice((
        b"<w:p/>" * 60_000, par_of(run_of("{{ title }}")).encode() * 3000, heading_of(Dice(3)).encode() * 3000,
        b"<w:p><w:r><w:t>" + b"word " * 400_000 + b"</w:t></w:r></w:p>",
        b"<w:p><w:r><w:t>" + b"{" * 200_000 + b"</w:t></w:r></w:p>",
        b"<w:p><w:r><w:t>" + b"{%" * 60_000 + b"</w:t></w:r></w:p>", b"<w:p>" + b"<w:r><w:t>{</w:t></w:r>" * 20_000 + b"</w:p>",
        b"<w:tbl>" * 120 + b"</w:tbl>" * 120, b"<w:p><w:smartTag>" * 150 + b"</w:smartTag></w:p>" * 150,
        control_of('<w:tag w:val="x"/>', par_of(run_of("x"))).encode() * 4000,
        b"<w:sdt><w:sdtPr/><w:sdtContent>" * 120 + b"</w:sdtContent></w:sdt>" * 120,
        b"<w:p><w:pPr><w:sectPr/>"
        b"</w:pPr></w:p>" * 3000, b'<w:bookmarkStart w:id="5" w:name="a"/>' * 20_000, b"<w:sectPr" + b" " * 100_000 + b"/>",
        b"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/>"
        b"<w:instrText>TOC </w:instrText></w:r></w:p>" * 3000, b"<w:p><w:r>" * 150 + b"</w:r></w:p>" * 150,
        b"<w:p" + b" w:rsidR=\"00\"" + b" " * 300_000 + b"/>",
        b"<w:footnoteReference " * 0 + b"<w:r><w:rPr>" * 190 + b"</w:rPr></w:r>" * 190,
    ))  # fmt: skip
    return parts | {"word/document.xml": body[: head.end()] + thing + body[head.end() :]}


IN_PARTS: tuple[Callable[[Parts, Dice], Parts], ...] = (
    _elements, _elements, _elements, _elements, _attributes, _attributes, _attributes, _lost, _emptied, _exchanged,
    _spelt_wrong, _entities, _changes, _macros, _signed, _many,
)  # fmt: skip


# --- other ways to write the same ------------------------------------------------------------------------------------------


def _xml(parts: Parts, change: Callable[[str], bytes], only: str = r".*\.(?:xml|rels)$") -> Parts:
    out = dict(parts)
    for name, content in parts.items():
        if re.match(only, name):
            out[name] = change(re.sub(r"^\ufeff?<\?xml.*?\?>", "", content.decode("utf-8", "replace")))
    return out


def _other_prefix(parts: Parts, dice: Dice) -> Parts:
    new = dice.choice(("x", "ns0", "W", "word"))

    def change(text: str) -> bytes:
        return re.sub(r"(</?|\s)w:", rf"\1{new}:", text).replace("xmlns:w=", f"xmlns:{new}=").encode()

    return _xml(parts, change)


def _default_space(parts: Parts, _dice: Dice) -> Parts:
    """The main vocabulary without a prefix; attributes keep one."""

    def change(text: str) -> bytes:
        return re.sub(r"(</?)w:", r"\1", text).replace("xmlns:w=", f'xmlns="{MAIN}" xmlns:w=').encode()

    return _xml(parts, change, r"word/[\w/]*\.xml$")


def _other_relation_prefix(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: re.sub(r"\sr:", " rel:", t).replace("xmlns:r=", "xmlns:rel=").encode())


def _prefixed_package(parts: Parts, _dice: Dice) -> Parts:
    """Relationships and content types with a prefix."""

    def change(text: str) -> bytes:
        return re.sub(r"<(/?)(?=[A-Z])", r"<\1p:", text).replace("xmlns=", "xmlns:p=").encode()

    return _xml(parts, change, r".*\.rels$|\[Content_Types\]\.xml$")


def _single_quotes(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: re.sub(r'="([^"\']*)"', r"='\1'", t).encode())


def _spaced(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: re.sub(r'="([^"]*)"', r' = "\1"', re.sub(r"\s*(/?>)", r"\n \1", t)).encode())


def _indented(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: re.sub(r"(<(?!/?w:t\b|/w:r\b))", r"\n  \1", t).encode())


def _utf16(parts: Parts, dice: Dice) -> Parts:
    return _xml(
        parts,
        lambda t: ('<?xml version="1.0" encoding="UTF-16"?>' + t).encode("utf-16"),
        dice.choice((r".*\.(?:xml|rels)$", r"word/.*\.xml$")),
    )


def _bom(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: b"\xef\xbb\xbf" + t.encode())


def _latin(parts: Parts, _dice: Dice) -> Parts:
    return _xml(
        parts, lambda t: ('<?xml version="1.0" encoding="ISO-8859-1"?>' + t).encode("latin-1", "xmlcharrefreplace")
    )


def _ascii(parts: Parts, _dice: Dice) -> Parts:
    """Every letter of a text as a character reference."""
    return _xml(
        parts,
        lambda t: re.sub(r">([^<&]+)<", lambda m: ">" + "".join(f"&#{ord(c)};" for c in m[1]) + "<", t).encode(),
        r"word/\w+\.xml$",
    )


def _comments(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: re.sub(r"(?<=[\w\"/]>)(?=<)", "<!-- <w:sectPr/> -->", t).encode() + b"<?tail x?>")


def _long_empty(parts: Parts, _dice: Dice) -> Parts:
    """No element is closed in itself."""
    return _xml(parts, lambda t: re.sub(r"<([\w:]+)([^<>]*?)/>", r"<\1\2></\1>", t).encode())


def _local_spaces(parts: Parts, _dice: Dice) -> Parts:
    """Vocabularies declared where they are used."""
    return _xml(
        parts,
        lambda t: re.sub(r"<w:(p|tbl|sectPr|sdt|style)\b", rf'<w:\1 xmlns:w="{MAIN}" xmlns:r="{OFFICE}"', t).encode(),
        r"word/\w+\.xml$",
    )


def _strict(parts: Parts, _dice: Dice) -> Parts:
    def change(text: str) -> bytes:
        for old, new in (
            (MAIN, "wordprocessingml/main"),
            (OFFICE, "officeDocument/relationships"),
            (f"{DRAWN}/main", "drawingml/main"),
        ):
            text = text.replace(old, f"http://purl.oclc.org/ooxml/{new}")
        return text.encode()

    return _xml(parts, change)


def _document2(parts: Parts, dice: Dice) -> Parts:
    """The document under another name, as some programs write it."""
    new = dice.choice(("word/document2.xml", "doc/main.xml", "word/Document.xml", "document.xml"))
    folder, _, base = new.rpartition("/")
    out = {}
    for name, content in parts.items():
        if name == "word/document.xml":
            name = new
        elif name == "word/_rels/document.xml.rels":
            name = f"{folder}/_rels/{base}.rels".lstrip("/")
            if folder != "word":
                content = re.sub(rb'Target="(?![/.]|https?:)', b'Target="/word/', content)
        out[name] = (
            content.replace(b"word/document.xml", new.encode()) if name.endswith((".rels", "Types].xml")) else content
        )
    return out


def _other_names(parts: Parts, _dice: Dice) -> Parts:
    """Styles, settings and numbering under names of their own."""
    out = {}
    for name, content in parts.items():
        name = re.sub(r"word/(styles|settings|numbering)\.xml", r"word/\g<1>7.xml", name)
        out[name] = (
            re.sub(rb'(["/])(styles|settings|numbering)\.xml"', rb'\1\g<2>7.xml"', content)
            if name.endswith((".rels", "Types].xml"))
            else content
        )
    return out


def _absolute(parts: Parts, _dice: Dice) -> Parts:
    name = "word/_rels/document.xml.rels"
    return parts | (
        {name: re.sub(rb'Target="(?![/.]|https?:)', b'Target="/word/', parts[name])} if name in parts else {}
    )


def _odd_case(parts: Parts, dice: Dice) -> Parts:
    """Names of parts in another case than what leads to them."""
    change = dice.choice((str.upper, str.title, str.swapcase))
    return {change(n) if n.startswith("word/") and dice.random() < 0.4 else n: c for n, c in parts.items()}


def _backslashes(parts: Parts, _dice: Dice) -> Parts:
    return {n.replace("/", "\\"): c for n, c in parts.items()}


def _only_defaults(parts: Parts, _dice: Dice) -> Parts:
    rows = (
        f'<Default Extension="xml" ContentType="{KIND}.document.main+xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return parts | {"[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{rows}</Types>'.encode()}


def _dots(parts: Parts, _dice: Dice) -> Parts:
    name = "word/_rels/document.xml.rels"
    return parts | (
        {name: re.sub(rb'Target="(?![/.]|https?:)', b'Target="../word/./', parts[name])} if name in parts else {}
    )


def _escaped_targets(parts: Parts, _dice: Dice) -> Parts:
    """A part with a space in its name, and its address with %20."""
    out = {n.replace("header7", "header 7").replace("image1", "Bild ä"): c for n, c in parts.items()}
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        if name in out:
            out[name] = out[name].replace(b"header7", b"header%207").replace(b"image1", b"Bild%20%C3%A4")
    return out


DIALECTS: tuple[Callable[[Parts, Dice], Parts], ...] = (
    _other_prefix, _default_space, _other_relation_prefix, _prefixed_package, _single_quotes, _spaced, _indented, _utf16, _bom,
    _latin, _ascii, _comments,
    _long_empty, _local_spaces, _strict, _document2, _other_names, _absolute, _odd_case, _backslashes, _only_defaults, _dots,
    _escaped_targets,
)  # fmt: skip


# --- the zip ---------------------------------------------------------------------------------------------------------------


def zipped(parts: Parts, _dice: Dice, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, how)
    return out.getvalue()


def _stored(parts: Parts, dice: Dice) -> bytes:
    return zipped(parts, dice, zipfile.ZIP_STORED)


def _other_packing(parts: Parts, dice: Dice) -> bytes:
    return zipped(parts, dice, dice.choice((zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)))


def _streamed(parts: Parts, _dice: Dice) -> bytes:
    """With data descriptors, as one writes that cannot go back."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_where: int) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _zip64(parts: Parts, _dice: Dice) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            with package.open(zipfile.ZipInfo(name), "w", force_zip64=True) as part:
                part.write(content)
    return out.getvalue()


def _folders(parts: Parts, _dice: Dice) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("word/", "_rels/", "word/_rels/"):
            package.writestr(name, b"")
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
        package.comment = b"briefer " + b"x" * 64
    return b"#!/bin/sh\n" + out.getvalue()


def _twice(parts: Parts, dice: Dice) -> bytes:
    import warnings

    out = io.BytesIO()
    name = _one_of(parts, dice)
    other = dice.choice(
        (
            name,
            name.upper(),
            f"/{name}",
            f"./{name}",
            f"../{name}",
            "C:\\x.xml",
            "word/" + "a" * 300 + ".xml",
            "word/\xe4.xml",
            "a\0b.xml",
            "",
        )
    )
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        warnings.simplefilter("ignore")
        for one, content in [*parts.items(), (other, parts[name])]:
            package.writestr(zipfile.ZipInfo(one), content)
    return out.getvalue()


def _locked(parts: Parts, dice: Dice) -> bytes:
    """The flag of an encrypted entry."""
    data = bytearray(zipped(parts, dice))
    for at in [m.start() for m in re.finditer(b"PK\x01\x02", bytes(data))]:
        data[at + 8] |= 1
    return bytes(data)


def _lying_sizes(parts: Parts, dice: Dice) -> bytes:
    """Sizes in the directory that are not those of what is packed."""
    data = bytearray(zipped(parts, dice))
    ats = [m.start() for m in re.finditer(b"PK\x01\x02", bytes(data))]
    for at in dice.sample(ats, min(2, len(ats))):
        struct.pack_into("<L", data, at + dice.choice((20, 24, 42)), dice.choice((0, 1, 10, 2**31, 2**32 - 2)))
    return bytes(data)


def _hidden_bomb(parts: Parts, dice: Dice) -> bytes:
    """A part of hundreds of megabytes whose size is said to be small."""
    bomb = dict(parts) | {"word/media/image1.png": b"\0" * 300_000_000}
    data = bytearray(zipped(bomb, dice))
    for at in [m.start() for m in re.finditer(b"PK\x01\x02", bytes(data))]:
        if struct.unpack_from("<L", data, at + 24)[0] == 300_000_000:
            struct.pack_into("<L", data, at + 24, 1000)
    return bytes(data)


ZIPS: tuple[Callable[[Parts, Dice], bytes], ...] = (
    _stored,
    _other_packing,
    _streamed,
    _zip64,
    _folders,
    _twice,
    _locked,
    _lying_sizes,
)


def _bits(data: bytes, dice: Dice) -> bytes:
    out = bytearray(data)
    for _ in range(dice.choice((1, 3, 20, 200))):
        out[dice.randrange(len(out))] ^= 1 << dice.randrange(8)
    return bytes(out)


def _truncated(data: bytes, dice: Dice) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] if dice.random() < 0.8 else data[at:]


def _noise(data: bytes, dice: Dice) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.randbytes(dice.choice((1, 40, 3000))) + data[at:]


BYTES: tuple[Callable[[bytes, Dice], bytes], ...] = (_bits, _bits, _truncated, _noise)


# --- what is no Word file ----------------------------------------------------------------------------------------------------


def _empty(_dice: Dice) -> bytes:
    return b""


def _compound(dice: Dice) -> bytes:
    """Encrypted by Word, or of before 2007."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + dice.randbytes(3000)


def _pdf(dice: Dice) -> bytes:
    return b"%PDF-1.7\n" + dice.randbytes(500) + b"%%EOF"


def _rtf(_dice: Dice) -> bytes:
    return b"{\\rtf1\\ansi Dear colleagues}"


def _html(_dice: Dice) -> bytes:
    return b"<html xmlns:w='urn:schemas-microsoft-com:office:word'><p>Dear colleagues</html>"


def _flat(_dice: Dice) -> bytes:
    return b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'


def _odt(dice: Dice) -> bytes:
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": b"<a/>",
            "META-INF/manifest.xml": b"<a/>",
        },
        dice,
    )


def _sheet(dice: Dice) -> bytes:
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return zipped(
        {
            "[Content_Types].xml": b'<Types><Override PartName="/xl/workbook.xml" ContentType="'
            + kind
            + b'"/></Types>',
            "xl/workbook.xml": b"<a/>",
        },
        dice,
    )


def _no_parts(dice: Dice) -> bytes:
    return zipped({}, dice)


def _bomb(dice: Dice) -> bytes:
    parts, _ = house_file(dice)
    return zipped(parts | {"word/document.xml": b" " * 200_000_000}, dice)


def _many_bombs(dice: Dice) -> bytes:
    parts, _ = house_file(dice)
    return zipped(parts | {f"word/media/image{n}.png": b"\0" * 9_000_000 for n in range(10)}, dice)


def _many_parts(dice: Dice) -> bytes:
    parts, _ = house_file(dice)
    return zipped(parts | {f"word/media/{n}.png": b"" for n in range(4000)}, dice)


def _hidden(dice: Dice) -> bytes:
    return _hidden_bomb(house_file(dice)[0], dice)


def _quoted(dice: Dice) -> bytes:
    """Many entries of the directory that lead to the same packed bytes."""
    parts, _ = house_file(dice)
    data = zipped(parts | {"word/media/a.bin": b"\0" * 30_000_000}, dice)
    at = data.rindex(b"PK\x05\x06")
    count, size, start = struct.unpack_from("<HLL", data, at + 10)
    directory = data[start : start + size]
    last = directory[directory.rindex(b"PK\x01\x02") :]
    twins = b"".join(last.replace(b"a.bin", b"%05d" % n) for n in range(200))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count + 200, count + 200, size + len(twins), start, 0)
    return data[:start] + directory + twins + end


def _deep(dice: Dice) -> bytes:
    parts, _ = house_file(dice)
    body = b"<w:p>" * 100_000 + b"</w:p>" * 100_000
    return zipped(
        parts | {"word/document.xml": f"<w:document {SPACES}><w:body>".encode() + body + b"</w:body></w:document>"},
        dice,
    )


def _large(dice: Dice) -> bytes:
    """A document of some megabytes, as a long one is."""
    parts, _ = house_file(dice)
    body = "".join(
        par_of(
            run_of(f"Paragraph {n} with words in it, as there are in long ones."),
            form='<w:pPr><w:pStyle w:val="Normal"/></w:pPr>',
        )
        for n in range(20_000)
    )
    return zipped(
        parts | {"word/document.xml": parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + body.encode())},
        dice,
    )


OTHERS: tuple[Callable[[Dice], bytes], ...] = (
    _empty, _compound, _pdf, _rtf, _html, _flat, _odt, _sheet, _no_parts, _bomb, _many_bombs, _many_parts, _hidden, _quoted,
    _deep, _large,
)  # fmt: skip
