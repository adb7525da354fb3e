"""Files as ministries have them: letterheads, content controls, Jinja tags, styles of their own; made by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Pt

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def control(tag: str, content: str, *, alias: str = "", number: int = 0) -> str:
    """A content control as Word writes it, with its content as XML."""
    ident = f'<w:id w:val="{number}"/>' if number else ""
    return (
        f'<w:sdt {W}><w:sdtPr><w:alias w:val="{alias or tag}"/><w:tag w:val="{tag}"/>{ident}<w:showingPlcHdr/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def run(text: str, form: str = "") -> str:
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p {W}>{''.join(runs)}</w:p>"


def add(document, xml: str) -> None:
    """Put XML at the end of a document's body, before its page."""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(xml))


def letterhead(path: Path, *, fill: Callable[..., None] | None = None) -> Path:
    """A ministry's letter paper: crest line in the header, address in the footer, another first page, own styles."""
    document = Document()
    document.core_properties.author = "Somebody Else"
    page = document.sections[0]
    page.different_first_page_header_footer = True
    page.header.paragraphs[0].text = "Ministry of Examples"
    page.first_page_header.paragraphs[0].text = "Ministry of Examples – Europe Department"
    page.footer.paragraphs[0].text = "1 Example Street"
    page.first_page_footer.paragraphs[0].text = "1 Example Street, Examplia"
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Heading 1"].font.size = Pt(15)
    document.styles.add_style("Frage", WD_STYLE_TYPE.PARAGRAPH).font.italic = True
    if fill:
        fill(document)
    else:
        document.add_paragraph("Text of the paper itself, which a note has no use for.")
    document.save(path)
    return path


def slotted(document) -> None:
    """Controls in the line, as blocks, in a table cell; one unknown; the rest of the note at the end."""
    document.add_paragraph("Dear colleagues, this is fixed text.")
    add(document, paragraph(run("Subject: "), control("title", run("Click here", "<w:b/>"))))
    add(document, control("meeting", paragraph(run("Meeting"))))
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Marking"
    cell = table.cell(0, 1)._tc
    cell.insert(1, parse_xml(control("Marking", paragraph(run("?")))))
    add(document, paragraph(run("File number "), control("registry", run("12-34"), number=77)))
    document.add_heading("What we want to land", 1)
    add(document, control("top_lines", paragraph(run("here"))))
    document.add_heading("All the rest", 1)
    outer = control("cover", control("briefer:note", paragraph(run("here"))) + paragraph(run("Within the cover.")))
    add(document, outer)
    document.add_paragraph("Yours, the Europe Department")


def tagged(document) -> None:
    """The same with Jinja tags, some of them cut into runs as Word does."""
    line = document.add_paragraph("Subject: ")
    for piece in ("{", "{ ti", "tle", " }} ", "and {{ marking }}"):
        line.add_run(piece)
    document.add_paragraph("{% if place %}")
    document.add_paragraph("In {{ place|upper }} on {{ date }}")
    document.add_paragraph("{% endif %}")
    document.add_paragraph("{%p if delegation == “Nobody” %}")
    document.add_paragraph("Never shown")
    document.add_paragraph("{%p endif %}")
    table = document.add_table(2, 1)
    table.cell(0, 0).text = "{%tr for word in meeting.split()[:2] %}"
    table.cell(1, 0).text = "Word: {{ word }}"
    table.add_row().cells[0].text = "{%tr endfor %}"
    document.add_heading("Body", 1)
    document.add_paragraph("{{ note }}")


def covered(document) -> None:
    """A cover page with a place for the contents and one for the note behind it, all in a font that is everywhere."""
    for name in ("Normal", "Heading 1", "Heading 2", "Title"):
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        document.styles[name].font.name = "Times New Roman"
    add(document, control("contents", paragraph(run("here"))))
    document.add_page_break()
    document.add_heading("From the Europe Department", 1)
    add(document, control("note", paragraph(run("here"))))


def own_contents(document, code: str = 'TOC \\o "1-2" \\h \\z \\u') -> None:
    """A table of contents as Word puts it in: in a gallery's control, its title, what it listed when it was saved."""
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    first = paragraph(
        field("begin"), f"<w:r><w:instrText>{code}</w:instrText></w:r>", field("separate"), run("Stale entry\t1")
    )
    rest = paragraph(run("Another stale one\t2")) + paragraph(field("end"))
    add(
        document,
        f'<w:sdt {W}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{paragraph(run('What is in it'))}{first}{rest}</w:sdtContent></w:sdt>",
    )


def changed(path: Path, change: Callable[[str, bytes], bytes | None], more: Mapping[str, bytes] = {}) -> Path:
    """The file with each part as ``change`` makes it (None takes it out), and further parts."""
    with zipfile.ZipFile(path) as package:
        parts = {name: change(name, package.read(name)) for name in package.namelist()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {**parts, **more}.items():
            if content is not None:
                package.writestr(name, content)
    path.write_bytes(made.getvalue())
    return path


def as_template(path: Path) -> Path:
    """The file as .dotx."""
    target = path.with_suffix(".dotx")
    target.write_bytes(path.read_bytes())
    main = b"wordprocessingml.document.main+xml"
    return changed(target, lambda name, data: data.replace(main, b"wordprocessingml.template.main+xml"))
