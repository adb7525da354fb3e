"""Files that are no paper: one plain sentence with the file's name and what to do, in bounded time and memory."""

from __future__ import annotations

import io
import os
import random
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from briefer.errors import BrieferError
from briefer.papers import limits, pages

_TEXT = "The Presidency notes that lighthouses are kept by harbours."


def _refused(path: Path) -> str:
    with pytest.raises(BrieferError) as caught:
        pages.read(path)
    assert caught.value.where == str(path) and caught.value.todo
    message = str(caught.value)
    assert message.startswith(f"{path}: ") and "\n" not in message and len(caught.value.what) < 130
    return message.removeprefix(f"{path}: ")


@pytest.fixture
def refused(tmp_path: Path) -> Callable[..., str]:
    """Writes a file and says in which words it is refused."""

    def tried(data: bytes, name: str = "paper.bin") -> str:
        (tmp_path / name).write_bytes(data)
        return _refused(tmp_path / name)

    return tried


Refused = Callable[..., str]


def pdf(*draw: Callable[[Canvas], object], encrypt: StandardEncryption | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=encrypt)
    for page in draw:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scan(canvas: Canvas) -> None:
    image = io.BytesIO()
    Image.new("L", (120, 170), 220).save(image, "PNG")
    image.seek(0)
    canvas.drawImage(ImageReader(image), 0, 0, *canvas._pagesize)


def written(canvas: Canvas) -> None:
    canvas.drawString(72, 700, _TEXT)


def word(document: bytes = b"") -> dict[str, bytes]:
    """The parts of a Word file, with another text if one is given."""
    out = io.BytesIO()
    paper = docx.Document()
    paper.add_paragraph(_TEXT)
    paper.save(out)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return parts | ({"word/document.xml": document} if document else {})


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


# PDF.


def test_a_scan_is_told_with_what_helps(refused: Refused) -> None:
    message = refused(pdf(scan, scan))
    assert "scan" in message and "OCR" in message


def test_a_paper_that_is_mostly_a_scan_is_refused_with_its_pages_counted(refused: Refused) -> None:
    def stamped(canvas: Canvas) -> None:
        scan(canvas)
        canvas.drawString(500, 20, "9375/31")

    message = refused(pdf(written, stamped, stamped))
    assert "2 of its 3 pages" in message and "OCR" in message


def test_a_pdf_of_empty_pages_holds_no_text(refused: Refused) -> None:
    assert "no text" in refused(pdf(lambda c: None))


def test_a_pdf_with_a_password_is_refused_and_one_with_only_an_owners_opens(refused: Refused, tmp_path: Path) -> None:
    message = refused(pdf(written, encrypt=StandardEncryption("user", ownerPassword="owner", strength=128)))
    assert "encrypted" in message and "password" in message
    path = tmp_path / "owner.pdf"
    path.write_bytes(pdf(written, encrypt=StandardEncryption("", ownerPassword="owner", canCopy=0, strength=128)))
    assert [line.text for line in pages.read(path).lines] == [_TEXT]


def test_a_broken_pdf_is_said_to_be_broken(refused: Refused) -> None:
    whole = pdf(written)
    assert "broken" in refused(b"%PDF-1.7\n" + random.Random(1).randbytes(5000))
    assert "broken" in refused(whole[:40])


def test_a_pdf_that_lost_a_page_is_not_read_without_it(refused: Refused) -> None:
    whole = pdf(written, written)
    lost = whole.index(b"/Type /Page\n", whole.index(b"/Type /Page\n") + 1)
    assert "Page 2 of this PDF is broken" in refused(whole[:lost] + b"/Type /Lost\n" + whole[lost + 12 :])


def test_a_pdf_with_too_many_pages_says_how_many(refused: Refused) -> None:
    message = refused(pdf(*[written] * (limits.MOST_PAGES + 1)))
    assert f"{limits.MOST_PAGES + 1} pages" in message and f"at most {limits.MOST_PAGES}" in message


def test_a_page_filled_with_letters_without_end_is_refused(refused: Refused) -> None:
    def filled(canvas: Canvas) -> None:
        text = canvas.beginText(10, 800)
        for _ in range(limits.MOST_LETTERS_ON_A_PAGE // 50):
            text.textLine("x" * 60)
        canvas.drawText(text)

    assert "letters on page 1" in refused(pdf(filled))


# Word and zip.


def test_an_encrypted_or_old_office_file_is_told_apart_and_says_what_to_do(refused: Refused) -> None:
    def compound(stream: str) -> bytes:
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(512)

    assert "encrypted" in refused(compound("EncryptedPackage"), "paper.docx")
    old = refused(compound("WordDocument"), "paper.doc")
    assert ".doc)" in old and "save it as .docx" in old
    assert "spreadsheet" in refused(compound("Workbook"), "figures.xls")
    assert "presentation" in refused(compound("PowerPoint Document"))
    assert "mail" in refused(compound("__substg1.0_0037001F"))
    assert "old Office" in refused(compound("Something"))


def test_other_text_formats_say_how_to_save_them(refused: Refused) -> None:
    odt = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})
    for data, kind in ((odt, ".odt"), (b"{\\rtf1\\ansi " + _TEXT.encode() + b"}", ".rtf")):
        message = refused(data)
        assert kind in message and ".docx" in message


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}, "spreadsheet"),
        ({"[Content_Types].xml": b"<a/>", "ppt/presentation.xml": b"<a/>"}, "presentation"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "spreadsheet"),
        ({"mimetype": b"application/epub+zip"}, "e-book"),
        ({"paper.docx": b"PK"}, "zip archive"),
        ({}, "zip archive"),
    ],
)
def test_what_a_zip_holds_is_named(refused: Refused, parts: dict[str, bytes], kind: str) -> None:
    assert kind in refused(zipped(parts), "paper.docx")


def test_a_broken_zip_is_said_to_be_broken(refused: Refused) -> None:
    whole = zipped(word())
    assert "broken" in refused(whole[: len(whole) // 2], "paper.docx")
    at = whole.index(b"word/document.xml") + 40
    assert "broken" in refused(whole[:at] + bytes(60) + whole[at + 60 :], "paper.docx")
    assert "broken" in refused(zipped(word(b"<w:document>")), "paper.docx")
    assert "no Word document" in refused(zipped(word(b"<other/>")), "paper.docx")
    assert "no Word document" in refused(
        zipped({n: c for n, c in word().items() if n != "word/document.xml"}), "paper.docx"
    )


def test_a_zip_that_unpacks_without_end_is_not_unpacked(refused: Refused) -> None:
    parts = word()
    root = parts["word/document.xml"]
    bomb = root.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * (limits.MOST_XML // 6 + 1))
    assert "unpacks" in refused(zipped(parts | {"word/document.xml": bomb}))
    assert "unpacks" in refused(zipped(parts | {f"word/media/{n}.bmp": bytes(80_000_000) for n in range(4)}))
    assert "unpacks" in refused(zipped(parts | {f"part{n}.xml": b"" for n in range(limits.MOST_PARTS)}))


def test_a_zip_that_lies_about_its_size_is_broken(refused: Refused) -> None:
    whole = zipped(word())
    listed = whole.index(b"word/document.xml", whole.index(b"PK\x01\x02")) - 46
    lying = whole[: listed + 24] + struct.pack("<L", 100) + whole[listed + 28 :]
    assert "broken" in refused(lying, "paper.docx")


@pytest.mark.parametrize(
    "declared",
    [
        b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
    ],
)
def test_entities_are_refused(refused: Refused, declared: bytes) -> None:
    root = word()["word/document.xml"]
    head, _, rest = root.partition(b"?>")
    assert "entities" in refused(zipped(word(head + b"?>" + declared + rest)))
    wide = (head.replace(b"UTF-8", b"UTF-16") + b"?>" + declared + rest).decode().encode("utf-16")
    assert "entities" in refused(zipped(word(wide)))


def test_entities_of_a_web_page_are_not_fetched_or_grown(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("s3cr3t")
    path = tmp_path / "page.html"
    path.write_text(
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">'
        f'<!ENTITY y "{"z" * 1000}">]><html><p>{_TEXT} &x; {"&y;" * 100}</p></html>'
    )
    text = " ".join(line.text for line in pages.read(path).lines)
    assert _TEXT in text and "s3cr3t" not in text and "zzz" not in text.partition(_TEXT)[2]


def test_a_word_file_with_pictures_only_holds_no_text(refused: Refused) -> None:
    root = word()["word/document.xml"].replace(_TEXT.encode(), b"")
    assert "no text" in refused(zipped(word(root)))


def test_elements_within_elements_without_end_are_refused(refused: Refused) -> None:
    root = word()["word/document.xml"]
    deep = root.replace(b"<w:body>", b"<w:body>" + b"<w:sdt><w:sdtContent>" * 50_000)
    assert "broken" in refused(zipped(word(deep)))


# Anything.


def test_an_empty_file_and_one_of_blanks_are_empty(refused: Refused) -> None:
    for data in (b"", b" \n\t\r\n" * 50, b"\xef\xbb\xbf", b"\xff\xfe", bytes(1000)):
        assert "empty" in refused(data, "paper.txt")


def test_pictures_name_text_recognition(refused: Refused) -> None:
    for kind in ("PNG", "JPEG", "TIFF", "GIF", "BMP"):
        out = io.BytesIO()
        Image.new("RGB", (8, 8)).save(out, kind)
        message = refused(out.getvalue(), f"scan.{kind.lower()}")
        assert "picture" in message and "OCR" in message


def test_noise_that_poses_as_text_is_refused(refused: Refused) -> None:
    noise = random.Random(3).randbytes(200_000)
    for name in ("paper.txt", "paper.html", "paper"):
        assert "no text" in refused(b"a" + noise, name)
    assert "no text" in refused(b"\x7fELF\x02\x01\x01" + bytes(60) + noise, "paper.txt")


def test_a_hundred_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "noise.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    message = _refused(path)
    assert "100 MB" in message and "50 MB" in message


def test_a_mail_and_an_xml_file_are_named(refused: Refused) -> None:
    page = b"From: <Saved by Browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n<html>"
    assert "saved in one file" in refused(page, "page.mhtml")
    assert "XML" in refused(
        b'<?xml version="1.0"?><office:document xmlns:office="x">text</office:document>', "paper.xml"
    )


def test_a_novel_is_too_long_and_says_how_long(refused: Refused) -> None:
    chapter = "<p>" + "It was a dark and stormy night on the coast. " * 10 + "</p>"
    message = refused(f"<html>{chapter * 2500}</html>".encode(), "novel.html")
    assert "too long" in message and "1,125,000 letters" in message
    assert "too long" in refused(f"<html>{'<p>Line' * 20_000}</html>".encode(), "novel.html")
    body = b"<w:p><w:r><w:t>Line</w:t></w:r></w:p>" * 20_000
    root = word()["word/document.xml"].replace(b"<w:body>", b"<w:body>" + body)
    assert "too long" in refused(zipped(word(root)), "novel.docx")


def test_a_folder_a_missing_file_and_a_device_are_no_papers(tmp_path: Path) -> None:
    assert "folder" in _refused(tmp_path)
    assert "no such file" in _refused(tmp_path / "missing.pdf")
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    assert "no file" in _refused(pipe)
    assert "cannot be read" in _refused(tmp_path / ("x" * 300))


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(pdf(written))

    def locked(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert "cannot be read (permission denied)" in _refused(path)


@pytest.mark.parametrize("name", ["paper.txt", "paper.docx", "paper.pdf", "paper.html", "paper", "paper.DOC"])
def test_the_name_of_a_file_does_not_matter(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for data, kind in (
        (pdf(written), "pdf"), (zipped(word()), "docx"), (f"<html><p>{_TEXT}</html>".encode(), "html"),
        (_TEXT.encode(), "txt"), (_TEXT.encode("utf-16-le"), "txt"),
    ):  # fmt: skip
        path.write_bytes(data)
        found = pages.read(path)
        assert (found.format, [line.text for line in found.lines]) == (kind, [_TEXT])


def test_what_is_refused_costs_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(zipped(word() | {"word/document.xml": b"<w:p/>" * 20_000_000}))
    tracemalloc.start()
    try:
        assert "unpacks" in _refused(path)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
