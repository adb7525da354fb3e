"""A ministry's own Word file as a house style: its styles, page, headers and footers stay, its slots are filled."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile

import ministry
import pytest
from conftest import Note, q
from docx import Document
from msgspec.structs import replace
from word_briefs import awkward, brief, rich, scene_setter, section

from briefer.brief import edit, store
from briefer.brief.model import Block
from briefer.errors import BrieferError, UsageError
from briefer.word import house
from briefer.word.docx import render
from briefer.word.dress import chosen_house, house_styles
from briefer.word.export import export
from briefer.word.selfcheck import check
from briefer.word.since import Since


@pytest.fixture
def paper(tmp_path):
    """``paper(fill)``: a ministry's file with what ``fill`` puts into it."""

    def make(fill=None, name="paper"):
        return ministry.letterhead(tmp_path / f"{name}.docx", fill=fill)

    return make


def dressed(path, made=rich, *, final=False):
    data = render(made() if callable(made) else made, final=final, style=house.load(path))
    assert check(data) == []
    return Note(data)


def frames(note):
    """The lines of each header and footer that the document refers to."""
    rels = {r.get("Id"): r.get("Target") for r in note.xml("word/_rels/document.xml.rels")}
    ids = note.find("//w:headerReference/@r:id | //w:footerReference/@r:id")
    return {rels[i]: [t for p in note.xml(f"word/{rels[i]}").iter(q("p")) if (t := note.text(p))] for i in ids}


def test_three_house_styles_ship_and_each_gives_another_look():
    shipped = house_styles()
    assert [name for name, _title, _line in shipped] == ["plain", "compact", "large-print"]
    assert all(title and line for _name, title, line in shipped)
    looks = set()
    for name, _title, _line in shipped:
        note = dressed(house.find(name))
        styles = note.parts["word/styles.xml"].decode()
        looks.add(
            (re.search('w:ascii="([^"]+)"', styles)[1], *re.findall(r'w:styleId="Answer".*?w:sz w:val="(\d+)"', styles))
        )
    assert len(looks) == 3


def test_a_letterhead_keeps_its_page_header_and_footer_and_none_of_its_text(paper):
    note = dressed(paper())
    assert "Text of the paper itself" not in note.parts["word/document.xml"].decode()
    shown = frames(note)
    assert len(shown) == 4
    assert ["LIMITE", "Ministry of Examples"] in shown.values()
    assert ["LIMITE", "Ministry of Examples – Europe Department"] in shown.values()
    assert ["1 Example Street", "LIMITE"] in shown.values()
    assert note.find("//w:sectPr/w:titlePg")
    assert "Georgia" in note.parts["word/styles.xml"].decode()


def test_between_a_header_that_has_grown_by_the_marking_and_the_text_there_is_air(paper):
    note = dressed(paper())
    for kind, at in (("header", -1), ("footer", 0)):
        for name in (n for n in note.parts if n.startswith(f"word/{kind}")):
            air = list(note.xml(name))[at]
            assert note.text(air) == "" and air.find(f"{q('pPr')}/{q('spacing')}").get(q("lineRule")) == "exact"


def test_its_author_and_what_is_of_the_file_alone_do_not_travel(paper):
    note = dressed(paper(), final=True)
    everything = b"".join(note.parts.values()).decode("utf-8", "replace")
    assert "Somebody Else" not in everything and "python-docx" not in everything
    assert not any("thumbnail" in name for name in note.parts)


def test_headings_are_in_the_houses_own_style_and_what_it_lacks_is_brought_along(paper):
    path = paper()
    own = {s.name: s.style_id for s in Document(path).styles}
    note = dressed(path)
    assert note.paragraphs(own["Heading 1"])[:2] == ["Objective", "Recommendation and handling"]
    (size,) = note.xml("word/styles.xml").xpath("//w:style[@w:styleId='Heading1']/w:rPr/w:sz/@w:val", namespaces=NS)
    assert size == "30"
    defined = {s.get(q("styleId")) for s in note.xml("word/styles.xml").iter(q("style"))}
    used = {e.get(q("val")) for tag in ("pStyle", "rStyle", "tblStyle") for e in note.document.iter(q(tag))}
    assert used <= defined and "Question" in used


NS = {"w": ministry.W.split('"')[1]}


def test_a_mapping_beside_the_file_or_in_its_properties_chooses_a_style(paper):
    path = paper()
    path.with_suffix(".yaml").write_text("title: Ours\nsummary: A line.\nstyles: {Question: Frage}\n", "utf-8")
    assert dressed(path).held("quest1") == dressed(path).paragraphs("Frage")[:1]
    path.with_suffix(".yaml").unlink()
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="briefer: Answer"><vt:lpwstr>Frage</vt:lpwstr>'
        '</property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="briefer: sources">'
        "<vt:lpwstr>endnotes</vt:lpwstr></property></Properties>"
    )
    ministry.changed(path, lambda _name, data: data, {"docProps/custom.xml": custom.encode()})
    note = dressed(path)
    assert note.held("answer1")[0] in note.paragraphs("Frage")
    assert note.find("//w:endnoteReference") and not note.find("//w:footnoteReference")


def test_what_stays_with_the_next_paragraph_does_so_in_a_style_of_the_house_as_well(paper):
    path = paper()
    path.with_suffix(".yaml").write_text("styles: {Question: Frage}\n", "utf-8")
    note = dressed(path)
    asked = note.find("//w:p[w:pPr/w:pStyle/@w:val='Frage']")
    assert asked and all(p.find(f"{q('pPr')}/{q('keepNext')}") is not None for p in asked)
    assert not note.find("//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:pPr/w:keepNext"), "its own headings do so already"


def test_a_mapping_to_a_list_style_leaves_the_bullet_to_the_house(paper):
    path = paper()
    path.with_suffix(".yaml").write_text("styles: {Point: List Bullet}\n", "utf-8")
    note = dressed(path)
    (point,) = [p for p in note.find("//w:p[w:pPr/w:pStyle/@w:val='ListBullet']") if "one picture" in note.text(p)]
    assert point.find(f"{q('pPr')}/{q('numPr')}") is None


@pytest.mark.parametrize(("said", "told"), [
    ("styles: {Question: Farge}", "no paragraph style “Farge”. Did you mean Frage"),
    ("styles: {Qestion: Frage}", "not a style of a note. Did you mean Question"),
    ("sources: margin notes", "sources"),
    ("stiles: {}", "stiles"),
])  # fmt: skip
def test_a_mapping_that_leads_nowhere_is_told(said, told, paper):
    path = paper()
    path.with_suffix(".yaml").write_text(said + "\n", "utf-8")
    with pytest.raises(BrieferError, match=told):
        house.load(path)


@pytest.mark.parametrize("final", [False, True])
def test_controls_are_filled_by_their_tag_and_never_nested(final, paper):
    note = dressed(paper(ministry.slotted), final=final)
    texts = note.paragraphs()
    assert texts[0] == "Dear colleagues, this is fixed text."
    assert texts[1] == f"Subject: {rich().title}"
    assert texts[2].startswith("EMWP – ")
    assert note.find("//w:tc//w:t[text()='LIMITE']")
    landed = texts.index("What we want to land")
    assert texts[landed + 1].startswith("Missions and agencies need one picture")
    assert "Top lines" not in note.paragraphs("Heading1")
    assert texts.index("All the rest") < texts.index("Objective") < texts.index("Within the cover.")
    assert texts[-1] == "Yours, the Europe Department"
    assert "Header box" not in note.find("//w:tblCaption/@w:val")
    assert not note.find("//w:sdt//w:sdt")
    assert rich().title not in note.paragraphs("Title")
    own = note.find("//w:sdt[w:sdtPr/w:tag/@w:val='registry']")
    assert len(own) == (0 if final else 1) and "File number 12-34" in texts
    assert bool(note.find("//w:sdt")) is not final


def test_a_house_that_spreads_the_sections_gets_no_table_of_contents_and_one_with_only_the_note_does(paper):
    """It would stand in the middle and know nothing of what the house has put above it."""

    def costs(document):
        for tag in ("section:costs", "note"):
            ministry.add(document, ministry.control(tag, ministry.paragraph(ministry.run("x"))))

    for fill in (ministry.slotted, costs):
        spread = dressed(paper(fill))
        assert not spread.paragraphs("TOC1") and "Contents" not in spread.paragraphs()
        assert not any(" TOC " in i.text for i in spread.find("//w:instrText"))
    for fill in (ministry.tagged, None):
        listed = [entry.partition("\t")[0] for entry in dressed(paper(fill)).paragraphs("TOC1")]
        assert listed == [t for t in dressed(paper(fill)).paragraphs("Heading1") if t in listed] and len(listed) > 9


def test_a_filled_line_keeps_the_form_of_its_placeholder(paper):
    note = dressed(paper(ministry.slotted))
    (run,) = note.find(f"//w:r[w:t/text()='{rich().title}']")
    assert run.find(f"{q('rPr')}/{q('b')}") is not None


def test_jinja_tags_are_filled_even_where_word_has_cut_them_up(paper):
    note = dressed(paper(ministry.tagged))
    texts = note.paragraphs()
    assert texts[0] == f"Subject: {rich().title} and LIMITE"
    assert texts[1] == "In BRUSSELS on 2 March 2026"
    assert "Never shown" not in texts and not any("{" in t for t in texts)
    assert [t for t in texts if t.startswith("Word: ")] == ["Word: EMWP", "Word: –"]
    assert texts.index("Body") < texts.index("Objective")


def test_what_a_brief_says_can_break_neither_xml_nor_jinja(paper):
    for fill in (ministry.slotted, ministry.tagged):
        texts = dressed(paper(fill), replace(awkward(), title="R&D <b> {{ 7*7 }} {% x %}")).paragraphs()
        assert any("R&D <b> {{ 7*7 }} {% x %}" in t for t in texts)


def test_a_template_file_of_word_serves_as_well(paper):
    path = ministry.as_template(paper(ministry.slotted))
    note = dressed(path)
    assert b"template.main" not in note.parts["[Content_Types].xml"]
    assert note.paragraphs()[1] == f"Subject: {rich().title}"


def test_a_marking_that_the_house_asks_for_in_its_header_is_not_put_there_twice(paper):
    def fill(document):
        header = document.sections[0].header.paragraphs[0]
        header.text = "Ministry – {{ marking }}"

    shown = frames(dressed(paper(fill)))
    assert ["Ministry – LIMITE"] in shown.values()


def test_pages_without_a_header_get_one_with_the_marking(paper, tmp_path):
    path = tmp_path / "bare.docx"
    document = Document()
    document.settings.odd_and_even_pages_header_footer = True
    document.save(path)
    note = dressed(path)
    kinds = note.find("//w:sectPr/w:headerReference/@w:type"), note.find("//w:sectPr/w:footerReference/@w:type")
    assert [sorted(k) for k in kinds] == [["default", "even"]] * 2
    assert all("LIMITE" in texts for texts in frames(note).values())


@pytest.mark.parametrize("lacking", ["first", "even", "default"])
def test_a_house_with_a_footer_gets_only_the_marking_on_the_pages_that_lack_one(lacking, tmp_path):
    document = Document()
    page = document.sections[0]
    page.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    feet = {"first": page.first_page_footer, "even": page.even_page_footer, "default": page.footer}
    heads = {"first": page.first_page_header, "even": page.even_page_header, "default": page.header}
    for kind in feet.keys() - {lacking}:
        feet[kind].paragraphs[0].text = "1 Example Street"
        heads[kind].paragraphs[0].text = "Ministry of Examples"
    document.save(tmp_path / "paper.docx")
    shown = sorted(frames(dressed(tmp_path / "paper.docx")).values())
    assert shown == sorted(
        [*[["1 Example Street", "LIMITE"]] * 2, ["LIMITE"], *[["LIMITE", "Ministry of Examples"]] * 2, ["LIMITE"]]
    )


def test_a_footer_that_no_page_shows_is_none(tmp_path):
    document = Document()
    document.sections[0].first_page_footer.paragraphs[0].text = "Of a first page that is like the others"
    document.save(tmp_path / "paper.docx")
    assert any(texts[0].endswith("page 1 of 1") for texts in frames(dressed(tmp_path / "paper.docx")).values())


def test_in_a_house_without_a_footer_the_page_stands_at_the_right_edge_of_the_text(tmp_path):
    document = Document()
    page = document.sections[0]
    document.save(tmp_path / "bare.docx")
    note = dressed(tmp_path / "bare.docx")
    line, marking = note.xml("word/brieferFooter.xml").iter(q("p"))
    assert re.fullmatch(r"Delegation of .+\tpage 1 of 1", note.text(line).strip()) and note.text(marking) == "LIMITE"
    stops = {s.get(q("pos")): s.get(q("val")) for s in line.iter(q("tab")) if s.get(q("pos"))}
    width = (page.page_width - page.left_margin - page.right_margin) // 635
    assert stops.pop(str(width)) == "right"
    # The two stops of its own Footer style would be met first.
    assert stops == {"4680": "clear", "9360": "clear"}


def test_every_section_of_a_house_document_carries_the_marking(paper):
    def fill(document):
        ministry.add(document, ministry.control("note", ministry.paragraph(ministry.run("x"))))
        document.add_section().different_first_page_header_footer = True
        document.add_paragraph("The annex of the house.")

    note = dressed(paper(fill))
    assert len(note.find("//w:sectPr")) == 2
    assert all("LIMITE" in texts for texts in frames(note).values())


def test_sections_without_a_place_are_named_with_the_tags_that_give_them_one(paper):
    def fill(document):
        ministry.add(document, ministry.control("top-lines", ministry.paragraph(ministry.run("x"))))

    path = paper(fill)
    with pytest.raises(BrieferError) as refused:
        dressed(path)
    assert re.fullmatch(
        "The house style has no place for “Objective” \\(objective\\), “Recommendation and handling” \\(handling\\), "
        "“Speaking note” \\(speaking-note\\) and \\d+ more sections", refused.value.what,
    )  # fmt: skip
    only = brief(
        section("top-lines", Block(id="point1", role="point", text="One.")), section("free", id="more", title="More")
    )
    assert dressed(path, only).paragraphs()[0].startswith("One."), "one without a word needs no place"
    said = brief(section("free", Block(id="text01", role="text", text="Two."), id="more", title="More"))
    with pytest.raises(BrieferError, match=r"no place for “More” \(section:more\)\. Put"):
        dressed(path, said)


@pytest.mark.parametrize("form", ["revised", "addendum"])
def test_a_paper_without_a_place_for_the_version_says_all_the_same_that_it_is_revised_or_an_addendum(form, paper):
    def fill(document):
        for tag in ("title", "objective", "note"):
            ministry.add(document, ministry.control(tag, ministry.paragraph(ministry.run("x"))))

    old = replace(rich(), version=1)
    new = edit.set_text(replace(old, version=2), "answer2", "Advice and training, and nothing else.")
    made = render(new, style=house.load(paper(fill)), since=Since(old, form), final=True)
    (kicker,) = Note(made).paragraphs("Kicker")
    assert kicker.startswith(
        "Addendum to the briefing note, version 1" if form == "addendum" else "Briefing note · REVISED"
    )
    whole = render(new, style=house.load(paper(fill)), final=True)
    assert not Note(whole).paragraphs("Kicker")


@pytest.mark.parametrize("form", ["footnotes", "numbers"])
def test_notes_count_in_the_order_of_the_file_and_the_first_is_in_full(form, paper):
    """Places may stand in another order than the brief's sections: LibreOffice would put notes under other statements."""

    def fill(document):
        for tag in ("section:background", "positions", "note", "speaking-note"):
            ministry.add(document, ministry.control(tag, ministry.paragraph(ministry.run("x"))))

    path = paper(fill)
    path.with_suffix(".yaml").write_text(f"sources: {form}\n", "utf-8")
    note = dressed(path)
    texts = note.paragraphs()
    assert texts.index("Civilian missions advise the authorities of a host country.") < texts.index("Objective")
    if form == "numbers":
        cited = [int(n) for t in texts for n in re.findall(r"\[(\d+)\](?!\t)", t)]
        firsts = list(dict.fromkeys(cited))
        assert firsts == list(range(1, len(firsts) + 1)) and len(firsts) > 4
        return
    marks = [int(i) for i in note.find("//w:footnoteReference/@w:id")]
    assert marks == list(range(1, len(marks) + 1)) == list(note.footnotes)
    for number, words in note.footnotes.items():
        assert all(int(seen) < number for seen in re.findall(r"\(note (\d+)\)", words)), words


def test_a_section_of_ones_own_is_placed_by_its_id(paper):
    def fill(document):
        ministry.add(document, ministry.control("section:costs", ministry.paragraph(ministry.run("x"))))
        ministry.add(document, ministry.control("note", ministry.paragraph(ministry.run("x"))))

    made = brief(section("free", Block(id="text01", role="text", text="Nothing."), id="costs", title="Costs"))
    assert dressed(paper(fill), made, final=True).paragraphs()[0] == "Nothing."


def test_its_own_bookmarks_and_controls_keep_their_numbers(paper):
    def fill(document):
        mark = '<w:bookmarkStart w:id="3" w:name="theirs"/><w:bookmarkEnd w:id="3"/>'
        ministry.add(document, ministry.paragraph(mark, ministry.control("registry", ministry.run("1"), number=5)))
        ministry.add(document, ministry.control("note", ministry.paragraph(ministry.run("x"))))

    note = dressed(paper(fill))
    ids = note.find("//w:bookmarkStart/@w:id")
    assert len(ids) == len(set(ids)) and "theirs" in note.find("//w:bookmarkStart/@w:name")


def test_two_columns_of_numbers_in_one_file_do_not_meet(paper):
    """Lists of the house keep their bullets, ours get numbers of their own."""
    path = paper()
    own = {n.get(q("numId")) for n in Note(path.read_bytes()).xml("word/numbering.xml").findall(q("num"))}
    note = dressed(path)
    numbers = {n.get(q("numId")) for n in note.xml("word/numbering.xml").findall(q("num"))}
    used = set(note.find("//w:numPr/w:numId/@w:val")) - {"0"}
    assert own < numbers and used and not used & own


def test_the_brief_and_the_workspace_choose_unless_one_is_named(workspace, tmp_path):
    from briefer import workspace as workspaces

    root = workspace({"briefer.yaml": "house_style: ours\n"})
    (root / "house-styles").mkdir()
    ministry.letterhead(root / "house-styles" / "ours.docx")
    (root / "house-styles" / "ours.yaml").write_text("title: Ours\nsummary: With a crest.\n", "utf-8")
    place = workspaces.read(str(root))
    assert ("ours", "Ours", "With a crest.") in house_styles(place)
    assert chosen_house(scene_setter(), place) == "ours"
    assert chosen_house(replace(scene_setter(), house_style="compact"), place) == "compact"

    def header(**how):
        return frames(Note(export(scene_setter(), tmp_path, workspace=place, force=True, **how).read_bytes()))

    assert ["LIMITE", "Ministry of Examples"] in header().values()
    assert ["LIMITE"] in header(house="plain").values()
    with pytest.raises(UsageError, match=r"no house style “our”\. Did you mean ours"):
        header(house="our")
    with pytest.raises(UsageError, match="There is no house style file"):
        header(house="gone.docx")


def test_the_command_exports_in_a_house_style_and_checks_it(run, workspace, tmp_path):
    root = workspace({})
    path = ministry.letterhead(tmp_path / "mfa.docx", fill=ministry.slotted)
    assert run(
        "--workspace", root, "new", "--topic", "lamps", "--template", "speaking-note", "--name", "note"
    ).code in (0, 2)
    ran = run("template", "check", path, "--json")
    found = json.loads(ran.out)
    assert ran.code == 0
    assert {"name": "top-lines", "kind": "control", "part": "word/document.xml", "known": True} in found["slots"]
    assert found["unknown"] == ["registry", "cover"]
    assert {"style": "heading 1", "from": "file"} in found["styles"]
    assert {f["code"] for f in found["faults"]} == {"unknown-slot"}
    shown = run("template", "check", path)
    assert "filled: title (control), meeting (control)" in shown.out
    assert "warning: The content control “registry” is not known" in shown.out


def test_a_house_style_is_checked_by_its_name_its_file_or_the_yaml_beside_it(run, workspace, tmp_path):
    root = workspace({"house-styles/mfa.yaml": "title: Ministry\n"})
    ministry.letterhead(root / "house-styles" / "mfa.docx", fill=ministry.slotted)
    layer = tmp_path / "unit"
    (layer / "house-styles").mkdir(parents=True)
    ministry.letterhead(layer / "house-styles" / "ours.docx")
    (root / "briefer.yaml").write_text(f"layers: [shipped, {layer.as_posix()}, knowledge]\n", "utf-8")
    for named in ("mfa", "house-styles/mfa.yaml", "house-styles/mfa.docx", root / "house-styles" / "mfa.yaml"):
        ran = run("--workspace", root, "template", "check", named, "--json")
        assert (ran.code, json.loads(ran.out)["title"]) == (0, "Ministry"), named
    for named, file in (("ours", "ours.docx"), ("plain", "plain.docx"), ("large-print", "large-print.docx")):
        ran = run("--workspace", root, "template", "check", named, "--json")
        assert (ran.code, json.loads(ran.out)["file"]) == (0, file), ran


def test_a_brief_template_is_checked_by_its_name_as_well(run, workspace):
    good = "template: good\ntitle: Good\nsections: [{id: aim, role: objective, title: Aim}]\n"
    root = workspace({"templates/own.yaml": f"{good.replace('good', 'own')}more: 1\n", "templates/good.yaml": good})
    ran = run("--workspace", root, "template", "check", "good")
    assert (ran.code, ran.out) == (0, "no faults\n")
    assert run("--workspace", root, "template", "check", "own").code == 1


@pytest.mark.parametrize(("named", "told"), [
    ("mfo", "There is neither a house style nor a template “mfo”: Did you mean mfa?"),
    ("house-styles/lone.yaml", "There is no Word file beside lone.yaml"),
    ("house-styles/gone.docx", "There is no file house-styles/gone.docx"),
    ("notes.txt", "neither a house style nor a template “notes.txt”"),
])  # fmt: skip
def test_what_cannot_be_checked_is_told_in_a_sentence(named, told, run, workspace):
    root = workspace({"house-styles/lone.yaml": "title: Lone\n"})
    ministry.letterhead(root / "house-styles" / "mfa.docx")
    ran = run("--workspace", root, "template", "check", named)
    assert ran.code == 2 and told.replace(": Did", ". Did") in ran.err.replace(": Did", ". Did"), ran.err


def test_every_fault_in_the_yaml_beside_a_house_style_is_told_with_its_place(run, workspace):
    root = workspace(
        {"house-styles/mfa.yaml": "title: Ministry\nstile: {}\nsources: footnots\n", "briefer.yaml": "keys: {}\n"}
    )
    ministry.letterhead(root / "house-styles" / "mfa.docx")
    ran = run("--workspace", root, "template", "check", "house-styles/mfa.yaml")
    assert ran.code == 1
    assert "error: mfa.yaml, line 2, column 1: “stile”" in ran.out
    assert "error: mfa.yaml, line 3, column 10: “footnots” is not right" in ran.out
    whole = run("--workspace", root, "check").out
    assert "house-styles/mfa.yaml, line 2, column 1: “stile”" in whole and "mfa.yaml, line 3, column 10" in whole
    assert "briefer check lists" not in whole


def test_a_house_style_that_the_settings_name_in_vain_is_told_at_its_line(run, workspace):
    root = workspace({"briefer.yaml": "delegation: Examplia\nhouse_style: mfaa\n"})
    assert (
        "briefer.yaml, line 2, column 14: There is no house style “mfaa”; known are"
        in run("--workspace", root, "check").out
    )


@pytest.mark.parametrize(("tag", "told", "code"), [
    ("{{ titel }}", "The Jinja tag “titel” is not known; did you mean title?", 1),
    ("{% if title %}", "A Jinja tag of this house style is wrong", 1),
    ("Here: {{ note }}", "“note” is more than a line; put it in a paragraph of its own", 1),
])  # fmt: skip
def test_a_jinja_tag_that_is_wrong_is_told_before_anything_is_written(tag, told, code, run, paper):
    path = paper(lambda document: document.add_paragraph(tag))
    ran = run("template", "check", path)
    assert told in ran.out
    assert ran.code == code
    with pytest.raises(BrieferError):
        dressed(path)


def test_a_place_that_is_meant_for_ours_is_told_with_the_note(run, workspace, tmp_path):
    def fill(document):
        for tag in ("titel", "Officer name", "note"):
            ministry.add(document, ministry.control(tag, ministry.paragraph(ministry.run("x"))))

    root = workspace({})
    path = ministry.letterhead(tmp_path / "mfa.docx", fill=fill)
    store.write(rich(), tmp_path / "note.yaml")
    note = tmp_path / "note.yaml"
    ran = run("--workspace", root, "export", note, "--house", path, "--force")
    assert "briefer: The content control “titel” is not known and stays as it is; did you mean title?\n" in ran.err
    assert "Officer" not in ran.err, "a place of the ministry's own is none of ours"
    told = run("--workspace", root, "export", note, "--house", path, "--force", "--json")
    assert len(json.loads(told.out)["house_style"]) == 1
    assert "“Officer name” is not known and stays as it is" in run("template", "check", path).out
    assert "house_style" not in json.loads(run("--workspace", root, "export", note, "--force", "--json").out)


def test_footnotes_of_the_files_own_are_told_to_be_left_out(run, paper, tmp_path):
    def fill(document):
        ministry.add(
            document, ministry.paragraph(ministry.run("As agreed"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
        )
        ministry.add(document, ministry.control("note", ministry.paragraph(ministry.run("x"))))

    path = paper(fill)
    told = "The file's own footnotes are left out, with their marks in its text"
    assert f"warning: {told}" in run("template", "check", path).out
    assert house.load(path).remarks == (told,)
    assert not house.load(paper(ministry.slotted, "other")).remarks


@pytest.mark.parametrize(("tag", "told"), [
    ("{{ note }", "A Jinja tag of this house style is wrong: "),
    ("{% if title %}", "is not closed by {% endif %} or {% endfor %}"),
    ("{{ titel }}", "The Jinja tag “titel” is not known; did you mean title?"),
])  # fmt: skip
def test_a_wrong_tag_is_refused_in_the_words_of_the_check(tag, told, run, paper, tmp_path):
    path = paper(lambda document: document.add_paragraph(tag))
    ran = run("template", "check", path)
    with pytest.raises(BrieferError) as refused:
        export(rich(), tmp_path / "note.docx", house=str(path))
    assert told in refused.value.what
    assert f"error: {refused.value.what}" in ran.out and ran.code == 1
    assert "its text is left out" not in ran.out


def test_another_kind_of_file_is_no_house_style(run, tmp_path, workspace):
    (tmp_path / "mfa.docm").write_bytes(b"PK")
    with pytest.raises(UsageError, match=r"mfa.docm is no .docx or .dotx, as a house style is. Save it as one in Word"):
        export(rich(), tmp_path / "note.docx", house=str(tmp_path / "mfa.docm"))


def test_headers_are_called_what_a_person_calls_them(run, paper):
    said = run("template", "check", paper(ministry.slotted)).out
    assert "marking in the header of the first page: put in by briefer" in said
    assert "marking in the footer: put in by briefer" in said and ".xml" not in said


def test_a_block_amid_a_line_is_refused_in_the_words_of_the_check(paper, run, tmp_path):
    path = paper(lambda document: document.add_paragraph("Text {{ note }} behind"))
    ran = run("template", "check", path)
    with pytest.raises(BrieferError) as refused:
        export(rich(), tmp_path / "note.docx", house=str(path))
    assert refused.value.what == "The Jinja tag “note” is more than a line; put it in a paragraph of its own"
    assert f"error: {refused.value.what}" in ran.out and "There is no slot" not in ran.out
    assert not (tmp_path / "note.docx").exists()
    sections = paper(lambda document: document.add_paragraph("We land {{ top_lines }} and {{ titel }}"), "sections")
    with pytest.raises(BrieferError, match="“top_lines” is more than a line"):
        dressed(sections)


def test_a_slot_in_two_places_is_refused(paper, run):
    def fill(document):
        for _ in range(2):
            ministry.add(document, ministry.control("note", ministry.paragraph(ministry.run("x"))))

    path = paper(fill)
    assert "“note” has two places" in run("template", "check", path).out
    with pytest.raises(BrieferError, match="two places for note"):
        dressed(path)


def _with(path, part, old, new):
    return ministry.changed(path, lambda name, data: data.replace(old, new) if name == part else data)


def _zip_bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", b"<Types/>")
        package.writestr("word/document.xml", b" " * 120_000_000)
    return path


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
BROKEN = {
    "not a zip": (lambda p: p.write_text("Dear colleagues"), "no Word file"),
    "empty": (lambda p: p.write_bytes(b""), "no Word file"),
    "half of one": (lambda p: p.write_bytes(p.read_bytes()[:4000]), "is broken"),
    "a byte wrong": (lambda p: p.write_bytes(p.read_bytes()[:600] + b"\0\1\2\3\4\5" + p.read_bytes()[606:]), "is broken"),
    "encrypted": (lambda p: p.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "encrypted"),
    "a bomb": (_zip_bomb, "more than 80 MB"),
    "a spreadsheet": (lambda p: ministry.changed(p, lambda n, d: d.replace(b"wordprocessingml.document", b"spreadsheetml.sheet")),
                      "no Word document"),
    "macros": (lambda p: ministry.changed(p, lambda n, d: d, {"word/vbaProject.bin": b"x"}), "holds macros"),
    "entities": (lambda p: _with(p, "word/document.xml", b"<w:document", LAUGHS + b"<w:document"), "declares entities"),
    "entities beside": (lambda p: _with(p, "word/styles.xml", b"<w:styles", LAUGHS + b"<w:styles"), "declares entities"),
    "bad XML": (lambda p: _with(p, "word/styles.xml", b"</w:styles>", b""), r"word/styles\.xml in this file is broken"),
    "no styles": (lambda p: ministry.changed(p, lambda n, d: None if n == "word/styles.xml" else d), "lacks word/styles"),
    "deep": (lambda p: _with(p, "word/document.xml", b"<w:body>", b"<w:body>" + b"<w:p>" * 500 + b"</w:p>" * 500), "without end"),
    "strict": (lambda p: ministry.changed(p, lambda n, d: d.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")),
        "strict variant"),
    "changes": (lambda p: _with(p, "word/document.xml", b"<w:body>",
                                b'<w:body><w:p><w:ins w:id="1" w:author="x"/></w:p>'), "tracked changes"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_cannot_be_a_house_style_is_refused_in_a_sentence_and_the_old_note_stays(
    name, paper, tmp_path, run
):
    spoil, told = BROKEN[name]
    path = paper()
    spoil(path)
    target = tmp_path / "note.docx"
    old = export(rich(), target).read_bytes()
    with pytest.raises(BrieferError, match=told) as refused:
        export(rich(), target, house=str(path), force=True)
    assert "\n" not in str(refused.value)
    assert target.read_bytes() == old
    ran = run("template", "check", path)
    assert ran.code == 1
    assert "error: " in ran.out


def test_the_same_house_gives_the_same_bytes(paper):
    path = paper(ministry.slotted)
    assert render(rich(), style=house.load(path)) == render(rich(), style=house.load(path))


def test_a_house_file_that_was_saved_anew_is_read_anew(paper):
    path = paper()
    dressed(path)
    ministry.letterhead(path, fill=ministry.slotted)
    assert dressed(path).paragraphs()[0] == "Dear colleagues, this is fixed text."


def test_endnotes_are_numbered_1_2_3_in_every_section_whatever_the_file_had(paper):
    """LibreOffice goes by the sections, Word by the settings too."""

    def fill(document):
        ministry.add(document, ministry.control("note", ministry.paragraph(ministry.run("x"))))
        document.add_section()
        document.add_paragraph("The annex of the house.")

    path = paper(fill)
    form = '<w:{0}Pr><w:numFmt w:val="upperRoman"/></w:{0}Pr>'
    roman = (form.format("footnote") + form.format("endnote")).encode()
    _with(path, "word/document.xml", b"<w:pgSz", roman + b"<w:pgSz")
    assert not dressed(path).find("//w:sectPr/w:endnotePr/w:numFmt[@w:val='decimal']")
    path.with_suffix(".yaml").write_text("sources: endnotes\n", "utf-8")
    note = dressed(path)
    sections = note.find("//w:sectPr")
    assert len(sections) == 2
    for one in sections:
        names = [child.tag.partition("}")[2] for child in one]
        assert names.count("endnotePr") == 1 and names.index("footnotePr") + 1 == names.index("endnotePr")
        assert one.find(f"{q('endnotePr')}/{q('numFmt')}").get(q("val")) == "decimal"


@pytest.mark.office
def test_libreoffice_numbers_endnotes_1_2_3(paper, soffice, tmp_path):
    path = paper()
    path.with_suffix(".yaml").write_text("sources: endnotes\n", "utf-8")
    shown = soffice(export(rich(), tmp_path / "note.docx", house=str(path)), "pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", shown, "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    alone = [line.strip() for line in text.splitlines()]
    assert "10" in alone and "xi" not in alone


@pytest.mark.sdk
def test_the_sdk_finds_nothing_in_a_house_with_endnotes(paper, ooxml_validator, tmp_path):
    path = paper(ministry.slotted)
    path.with_suffix(".yaml").write_text("sources: endnotes\n", "utf-8")
    assert ooxml_validator(export(rich(), tmp_path / "note.docx", house=str(path))) == []


@pytest.mark.office
def test_a_pdf_of_a_house_that_wants_endnotes_loses_no_marking(paper, soffice, tmp_path):
    """LibreOffice sets endnotes on a page without header and footer; so in a PDF they are a list."""
    path = paper()
    path.with_suffix(".yaml").write_text("sources: endnotes\n", "utf-8")
    made = export(rich(), tmp_path, house=str(path), to="pdf")
    shown = subprocess.run(
        ["pdftotext", "-layout", made, "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    pages = shown.removesuffix("\f").split("\f")
    assert all(page.split()[0] == page.split()[-1] == "LIMITE" for page in pages)
    assert "[10]" in shown


def test_sources_as_numbers_are_explained_in_a_list_and_each_leads_there(paper):
    path = paper()
    path.with_suffix(".yaml").write_text("sources: numbers\n", "utf-8")
    note = dressed(path)
    assert "word/footnotes.xml" in note.parts and not note.footnotes
    listed = note.paragraphs("Reference")
    assert listed[0].startswith("[1]\tCouncil 9375/25, 10 June 2025, ")
    assert (
        "[2]\tAfter Council 9375/25 [1], CSDP–JHA Synergies, para. 2. The paper counts active missions only." in listed
    )
    assert sum("10 June 2025" in entry for entry in listed) == 1, "in full once"
    assert len(listed) == len(set(listed))
    links = [e.get(q("anchor")) for e in note.find("//w:hyperlink[@w:anchor]") if note.text(e).startswith("[")]
    assert len(links) >= len(listed)
    assert set(links) <= set(note.find("//w:bookmarkStart/@w:name"))
    assert note.held("quest1")[0].endswith("[1]")
    assert note.paragraphs().index("References") > note.paragraphs().index("Sources")


def test_check_names_the_faults_of_the_workspaces_house_styles(run, workspace):
    root = workspace({"briefer.yaml": "house_style: gone\n"})
    (root / "house-styles").mkdir()
    ministry.letterhead(root / "house-styles" / "ours.docx", fill=ministry.slotted)
    (root / "house-styles" / "torn.dotx").write_bytes(b"PK torn")
    found = json.loads(run("--workspace", root, "check", "--json").out)
    told = {(f["file"], f["severity"], f["code"]) for f in found if "house" in f["file"] + f["code"]}
    assert ("house-styles/ours.docx", "warning", "unknown-slot") in told
    assert ("house-styles/torn.dotx", "error", "not-word") in told
    assert ("briefer.yaml", "error", "house-style") in told
