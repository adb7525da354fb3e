"""One paragraph out of two: its runs cut into words, what is gone in ``w:del``, what is new in ``w:ins``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from itertools import count, groupby
from typing import Literal

from lxml import etree

from briefer.brief.words import opcodes
from briefer.word.cutting import Element, R, Token, child, cut, local, w, written

Sign = Literal["same", "gone", "new"]


class Marks:
    """Makes the marks of tracked changes: unique numbers, one author, one date; and notes which footnotes meet."""

    def __init__(
        self, author: str, date: str, relink: Callable[[str], str], target: Callable[[str, bool], str]
    ) -> None:
        """``relink`` gives the new relationship of an old one; ``target`` where a relationship of either side leads."""
        self._author, self._date = author, date
        self._said = {w("author"): author, w("date"): date}
        self._ids = count(1_000_001)
        self.relink, self.target = relink, target
        self.notes: list[tuple[int, int]] = []
        """Old and new number of each footnote in their order, 0 where one side has none."""

    def of_part(self, relink: Callable[[str], str], target: Callable[[str, bool], str]) -> Marks:
        """Those of another part of the same file."""
        others = Marks(self._author, self._date, relink, target)
        others._ids = self._ids
        return others

    def mark(self, name: str, *children: Element) -> Element:
        """A ``w:ins``, ``w:del`` or ``w:pPrChange``."""
        one = etree.Element(w(name), {w("id"): str(next(self._ids)), **self._said})
        one.extend(children)
        return one

    def note(self, old: int, new: int) -> str:
        """The number that a footnote has in the merged document."""
        self.notes.append((old, new))
        return str(len(self.notes))


# --- paragraphs ------------------------------------------------------------------------------------------------------


def merged(old: Element, new: Element, marks: Marks) -> Element:
    """A paragraph that was one and is the other by now."""
    out = etree.Element(w("p"))
    head = child(new, "pPr")
    before = child(old, "pPr")
    if written(before) != written(head):
        head = deepcopy(head) if head is not None else etree.Element(w("pPr"))
        was = deepcopy(before) if before is not None else etree.Element(w("pPr"))
        for name in ("rPr", "sectPr", "pPrChange"):
            for node in was.findall(w(name)):
                was.remove(node)
        head.append(marks.mark("pPrChange", was))
        out.append(head)
    elif head is not None:
        out.append(deepcopy(head))
    a, _ends = cut(old, marks.target, old=True)
    b, ends = cut(new, marks.target, old=False)
    signed: list[tuple[Sign, Token, int]] = []
    i = j = 0
    for same, gone, came in opcodes([t.key for t in a], [t.key for t in b]):
        if same:
            signed += [("same", t, o.note) for o, t in zip(a[i : i + len(gone)], b[j : j + len(came)], strict=True)]
        else:
            signed += [("gone", t, t.note) for t in a[i : i + len(gone)]]
            signed += [("new", t, 0) for t in b[j : j + len(came)]]
        i, j = i + len(gone), j + len(came)
    out.extend(_written(signed, marks))
    out.extend(deepcopy(node) for node in ends)
    return out


def whole(par: Element, sign: Sign, marks: Marks, *, mark: bool = True, own_mark: bool = False) -> Element:
    """A paragraph that is gone or new as a whole, its mark too where ``mark`` is set.

    ``own_mark``: it is a footnote's, whose number is left alone.
    """
    out = etree.Element(w("p"))
    head = child(par, "pPr")
    if head is not None or mark:
        head = deepcopy(head) if head is not None else etree.Element(w("pPr"))
        if mark:
            form = child(head, "rPr")
            if form is None:
                form = etree.Element(w("rPr"))
                at = next((i for i, n in enumerate(head) if local(n) in ("sectPr", "pPrChange")), len(head))
                head.insert(at, form)
            form.insert(0, marks.mark("ins" if sign == "new" else "del"))
        out.append(head)
    cells, ends = cut(par, marks.target, old=sign == "gone")
    signed: list[tuple[Sign, Token, int]] = []
    number_ends = -1
    if own_mark and any(t.key[:1] == ("own",) for t in cells[:1]):
        number_ends = 1 if len(cells) > 1 and cells[1].key[-1] == "tab" else 0
    for n, token in enumerate(cells):
        signed.append(("same" if n <= number_ends else sign, token, token.note if sign == "gone" else 0))
    out.extend(_written(signed, marks))
    if sign == "new":
        out.extend(deepcopy(node) for node in ends)
    return out


def standing(par: Element, old: Element, marks: Marks) -> Element:
    """A paragraph that both have alike; its footnotes are noted as the same."""
    out = deepcopy(par)
    for mine, theirs in zip(_notes(out), _notes(old), strict=True):
        mine.set(w("id"), marks.note(int(theirs.get(w("id"))), int(mine.get(w("id")))))
    return out


def _notes(par: Element) -> list[Element]:
    return list(par.iter(w("footnoteReference"), w("endnoteReference")))


# --- and written again -----------------------------------------------------------------------------------------------


def _written(signed: Sequence[tuple[Sign, Token, int]], marks: Marks) -> Iterable[Element]:
    """The tokens as runs, in links and marks of change where they belong there."""
    for (sign, link), group in groupby(signed, lambda s: (s[0], s[1].link)):
        some = list(group)
        holder = _holder(link, sign, marks)
        out: list[Element] = []
        batch: list[Element] = []

        def close(batch: list[Element] = batch, out: list[Element] = out, sign: Sign = sign) -> None:
            if batch:
                out.extend(batch if sign == "same" else [marks.mark("ins" if sign == "new" else "del", *batch)])
                batch.clear()

        for (text_here, _form, _marked), pieces in groupby(some, _alike):
            several = list(pieces)
            for bookmark in (b for _s, t, _o in several[:1] for b in t.before):
                if sign != "gone":
                    close()
                    out.append(deepcopy(bookmark))
            if text_here:
                batch.append(_text_run(several[0][1].form, "".join(t.text for _s, t, _o in several), sign))
            else:
                batch += [_numbered(node, t, old, sign, marks) for _s, t, old in several for node in t.nodes]
        close()
        if holder is None:
            yield from out
        else:
            holder.extend(out)
            yield holder


def _alike(one: tuple[Sign, Token, int]) -> tuple[bool, str, int]:
    """What may stand in one run: text in one form, with no bookmark in between."""
    token = one[1]
    return bool(token.text), token.key[1] if token.text else "", id(token) if token.before or not token.text else 0


def _holder(link: Element | None, sign: Sign, marks: Marks) -> Element | None:
    if link is None:
        return None
    holder = etree.Element(w("hyperlink"), dict(link.attrib))
    ident = f"{{{R}}}id"
    if sign == "gone":
        if ident not in link.attrib:
            return None  # the place it led to may be gone as well
        holder.set(ident, marks.relink(link.get(ident)))
    return holder


def _text_run(form: Element | None, said: str, sign: Sign) -> Element:
    run = etree.Element(w("r"))
    if form is not None:
        run.append(deepcopy(form))
    text = etree.SubElement(run, w("delText" if sign == "gone" else "t"))
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = said
    return run


def _numbered(node: Element, token: Token, old: int, sign: Sign, marks: Marks) -> Element:
    out = deepcopy(node)
    if token.note:
        numbers = (old, token.note) if sign == "same" else (token.note, 0) if sign == "gone" else (0, token.note)
        for reference in out.iter(w("footnoteReference"), w("endnoteReference")):
            reference.set(w("id"), marks.note(*numbers))
    if sign == "gone":
        for name, gone in (("t", "delText"), ("instrText", "delInstrText")):
            for text in list(out.iter(w(name))):
                text.tag = w(gone)
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return out
