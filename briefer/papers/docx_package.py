"""The zip around a Word file, opened with care: bounded before it is unpacked, its XML without entities or network."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from briefer.errors import BrieferError
from briefer.papers import limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)
#: What a package unpacks to with its pictures, which are never read; beyond this it was made to fill a disk.
_MOST_IN_ALL = 300_000_000


def broken(what: str = "This Word file is broken") -> BrieferError:
    """The error for a file that cannot be unpacked or parsed."""
    return BrieferError(what, todo="Open it in Word and save it anew, or get it once more", code="broken")


@dataclass(slots=True)
class Package:
    """A Word file's parts, read as they are needed."""

    archive: zipfile.ZipFile
    sizes: dict[str, int]
    read: int = 0

    def xml(self, name: str | None) -> etree._Element | None:
        """A part's XML; None where the package has no such part. Raises BrieferError where it is too large or broken."""
        if name is None or name not in self.sizes:
            return None
        self.read += self.sizes[name]
        if self.sizes[name] > limits.MOST_XML or self.read > limits.MOST_UNPACKED:
            raise _bomb()
        try:
            content = self.archive.read(name)
        except _BROKEN:
            raise broken() from None
        return parsed(content)

    def related(self, name: str) -> dict[str, str]:
        """The parts that a part points to, by relation id; and by kind (``footnotes``), where an id is not asked for."""
        folder, _, base = name.rpartition("/")
        root = self.xml(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        found: dict[str, str] = {}
        if root is None:
            return found
        for relation in root.iterfind(f"{_PACKAGE}Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = unquote(relation.get("Target", ""))
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get("Id", "")] = path
            found.setdefault(relation.get("Type", "").rpartition("/")[2], path)
        return found


def opened(data: bytes) -> zipfile.ZipFile:
    """The zip, held to what a paper may unpack to; raises BrieferError."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except _BROKEN:
        raise broken("This file is a broken zip") from None
    if len(infos) > limits.MOST_PARTS or sum(i.file_size for i in infos) > _MOST_IN_ALL:
        raise _bomb()
    if any(i.flag_bits & 1 for i in infos):
        raise BrieferError("This file is encrypted", todo="Take the password off and save it anew", code="encrypted")
    return archive


def package(archive: zipfile.ZipFile) -> Package:
    """The Word file in a zip."""
    return Package(archive, {i.filename: i.file_size for i in archive.infolist()})


def _bomb() -> BrieferError:
    return BrieferError(
        "This file unpacks to far more than a paper has, as if made to fill the memory",
        todo="Do not open it; ask its sender", code="zip-bomb",
    )  # fmt: skip


def parsed(content: bytes) -> etree._Element:
    """A part's root element; raises BrieferError for broken XML and for any that declares a DTD."""
    for strict, transitional in _STRICT.items():
        if strict in content:
            content = content.replace(strict, transitional)
    if content.count(b"<") + content.count(b"=") > limits.MOST_MARKUP:
        raise _bomb()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise _entities()
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise broken() from None
    if root is None:
        raise broken()
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise _entities()
    return root


def _entities() -> BrieferError:
    return BrieferError(
        "This file declares entities of its own, as no Word file does",
        todo="Do not open it; ask its sender",
        code="entities",
    )
