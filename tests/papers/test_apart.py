"""A PDF that may cost without end is read in a process of its own, which is ended; the rest are read here."""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from briefer.errors import BrieferError
from briefer.papers import apart, pages, pdf_pages, pdf_risk


def plain(pages_: int = 3, compressed: int = 1, encrypt: StandardEncryption | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=compressed, encrypt=encrypt)
    for number in range(pages_):
        canvas.drawString(72, 700, f"Lighthouses on page {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def by_hand(*objects: bytes) -> bytes:
    """A PDF of one page whose objects are those given, the page's content first."""
    head = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</XObject<</F 6 0 R>>/Font<</A 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(head + objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(out),
    )  # fmt: skip


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


_SHOW = b"BT /A 12 Tf 72 700 Td (Lighthouse) Tj ET "


def drawings(levels: int, calls: int) -> bytes:
    """Drawings that call drawings, each so many times."""
    forms = []
    for level in range(levels):
        entries = (
            b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F %d 0 R>>/Font<</A 4 0 R>>>>"
            % (7 + level)
        )
        forms.append(stream(b"/F Do " * calls if level < levels - 1 else _SHOW, entries))
    return by_hand(stream(_SHOW + b"/F Do "), *forms)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS_A_PAGE", 3.0)


@pytest.mark.usefixtures("impatient")
def test_drawings_without_end_are_given_up(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(drawings(12, 12))
    assert path.stat().st_size < 5_000
    start = time.monotonic()
    with pytest.raises(BrieferError, match="more time or memory") as caught:
        pages.read(path)
    assert time.monotonic() - start < 20
    assert caught.value.where == str(path) and "new PDF" in caught.value.todo


@pytest.mark.usefixtures("impatient")
def test_a_page_that_unpacks_without_end_is_given_up_or_too_long(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(by_hand(stream(zlib.compress(_SHOW * 3_000_000, 9), b"/Filter/FlateDecode")))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(BrieferError, match=r"more time or memory|too long"):
        pages.read(path)


def test_apart_and_here_give_the_same() -> None:
    for data in (plain(), drawings(2, 3)):
        assert apart.read(data) == pdf_pages.read(data)


def test_pages_are_told_and_reading_can_be_given_up() -> None:
    told: list[tuple[int, int]] = []
    apart.read(plain(), lambda page, of: told.append((page, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def give_up(page: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apart.read(plain(), give_up)


def test_what_is_refused_apart_is_refused_in_the_same_words() -> None:
    for data in (b"%PDF-1.7 broken", plain(encrypt=StandardEncryption("user", strength=128))):
        said = []
        for read in (apart.read, pdf_pages.read):
            with pytest.raises(BrieferError) as caught:
                read(data)
            said.append((caught.value.what, caught.value.todo, caught.value.code))
        assert said[0] == said[1]


def test_a_process_that_dies_is_a_plain_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MEGABYTES", 1)
    monkeypatch.setattr(apart.sys, "executable", "/bin/false")
    with pytest.raises(BrieferError, match="more time or memory"):
        apart.read(plain())


_FLATE = b"/Filter/FlateDecode"
_FORM = b"<</Subtype /Form>>"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("ordinary", lambda: plain(), False),
        ("not compressed", lambda: plain(compressed=0), False),
        ("encrypted for its owner", lambda: plain(encrypt=StandardEncryption("", ownerPassword="x", strength=128)), True),
        ("a drawing", lambda: drawings(1, 1), True),
        ("a drawing, its name hidden", lambda: drawings(1, 1).replace(b"/Form", b"/F#6frm"), True),
        ("an object stream", lambda: by_hand(stream(zlib.compress(b"1 0 <</A 1>>"), b"/Type/ObjStm" + _FLATE)), False),
        ("a form in an object stream", lambda: by_hand(stream(zlib.compress(_FORM), b"/Type/ObjStm" + _FLATE)), True),
        ("a small page", lambda: by_hand(stream(zlib.compress(_SHOW * 1000), _FLATE)), False),
        ("a large page", lambda: by_hand(stream(zlib.compress(_SHOW * 150_000), _FLATE)), True),
        ("a large page as it is", lambda: by_hand(stream(_SHOW * 150_000)), True),
        ("a large picture", lambda: by_hand(stream(zlib.compress(bytes(9_000_000)), b"/Subtype/Image" + _FLATE)), False),
        ("packed twice", lambda: by_hand(stream(b"x", b"/Filter[/FlateDecode/FlateDecode]")), True),
        ("packed in an old way", lambda: by_hand(stream(b"x", b"/Filter/LZWDecode")), True),
    ],
    ids=lambda value: value.replace(" ", "-") if isinstance(value, str) else "",
)  # fmt: skip
def test_only_what_may_cost_without_end_is_read_apart(name: str, data: Callable[[], bytes], expected: bool) -> None:
    assert pdf_risk.unbounded(data()) is expected
