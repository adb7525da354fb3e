"""The XML of a file that somebody else made, written anew as briefer writes it, so that what fills it meets one spelling.

In UTF-8, in double quotes, the words of Word under ``w:`` and relationships under ``r:``, every vocabulary declared at the
root; without comments, without spaces that only look tidy, without what briefer itself marks places with.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.parsers import expat

from briefer.word.xml import DECLARATION, OFFICE, PACKAGE

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_XML = "http://www.w3.org/XML/1998/namespace"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FIXED = {MAIN: "w", OFFICE: "r", _DRAWN: "a", _CHOICES: "mc", _XML: "xml", "": ""}
#: Parts whose own vocabulary stands without a prefix.
_BARE = (PACKAGE, TYPES, _PROPERTIES)
_MOST_DEPTH = 200
#: Elements of Word that hold letters; between all others there is only what makes a file easy to look at.
_WORDS = frozenset(("t", "delText", "instrText", "delInstrText", "fldData"))
#: Values that name prefixes.
_NAMING = frozenset(
    ("Ignorable", "Requires", "MustUnderstand", "ProcessContent", "PreserveElements", "PreserveAttributes")
)
#: A length of more would be reckoned with for hours.
_NUMBER, _MOST_DIGITS = re.compile(r"[+-]?\d+"), 11
_MARKS = re.compile("[\ue000\ue001]")
#: What briefer calls its own relationships.
_OURS = re.compile(r"rId(?=[A-Z])")

Refuse = Callable[[str], Exception]
"""Makes the error for what is wrong with a part, told as the end of a sentence that begins with its name."""


class Anew:
    """Writes parts anew; counts their elements, which all are to be held in memory at once."""

    def __init__(self, most: int) -> None:
        """``most`` elements are written before the next one is refused."""
        self.left = most

    def sound(self, content: bytes, refuse: Refuse) -> None:
        """Raise where a part is not well-formed, declares entities or is nested too deep."""
        _read(content, _Sound(self, refuse), refuse)

    def written(self, content: bytes, refuse: Refuse) -> bytes:
        """A part written anew; raises as ``sound`` does."""
        writer = _Writer(self, refuse)
        _read(content, writer, refuse)
        return writer.whole().encode("utf-8", "replace")


def own_id(ident: str) -> str:
    """A relationship's id that is none of ours."""
    return _OURS.sub("rIdOwn", ident, count=1)


class _Sound:
    def __init__(self, counted: Anew, refuse: Refuse) -> None:
        self._counted, self._refuse = counted, refuse
        self._depth = 0

    def start(self, _name: str, _attributes: list[str]) -> None:
        self._depth += 1
        self._counted.left -= 1
        if self._depth > _MOST_DEPTH:
            raise self._refuse("is nested without end")
        if self._counted.left < 0:
            raise self._refuse("is longer than a house style can be")

    def end(self, _name: str) -> None:
        self._depth -= 1

    def letters(self, _text: str) -> None:
        """What stands between elements is no matter here."""

    def declared(self, _prefix: str | None, _uri: str | None) -> None:
        """Nor what vocabularies are called."""

    def undeclared(self, _prefix: str | None) -> None:
        """Nor until where."""


class _Writer(_Sound):
    def __init__(self, counted: Anew, refuse: Refuse) -> None:
        super().__init__(counted, refuse)
        self._out: list[str] = []
        self._root = ""
        self._called: dict[str, str] = {}
        """Vocabularies → the prefix that each is written with."""
        self._scope: dict[str, list[str]] = {}
        self._open: list[tuple[str, bool, bool]] = []
        """The elements around: name, whether they hold letters, whether they hold letters alone."""
        self._text: list[str] = []
        self._unclosed = False

    def declared(self, prefix: str | None, uri: str | None) -> None:
        self._scope.setdefault(prefix or "", []).append(uri or "")

    def undeclared(self, prefix: str | None) -> None:
        self._scope[prefix or ""].pop()

    def start(self, name: str, attributes: list[str]) -> None:
        super().start(name, attributes)
        self._flush(within=False)
        uri, _, local = name.rpartition(" ") if name.count(" ") < 2 else (*name.split(" ")[:1], "", name.split(" ")[1])
        if not self._open and uri in _BARE:
            self._called[uri] = ""
        written = self._name(uri, local, name)
        said = "".join(
            f' {self._attribute(attributes[i])}="{self._value(attributes[i], attributes[i + 1])}"'
            for i in range(0, len(attributes), 2)
        )
        if self._open:
            self._out.append(f"<{written}{said}")
        else:
            self._root = f"<{written}\0{said}"
        self._unclosed = True
        self._open.append((written, uri != MAIN or local in _WORDS, uri == MAIN))

    def end(self, name: str) -> None:
        super().end(name)
        self._flush(within=True)
        written, _letters, _alone = self._open.pop()
        if self._unclosed:
            self._out.append("/>")
            self._unclosed = False
        else:
            self._out.append(f"</{written}>")

    def letters(self, text: str) -> None:
        self._text.append(text)

    def whole(self) -> str:
        """The part as text."""
        self._called.setdefault(MAIN, "w")
        self._called.setdefault(OFFICE, "r")
        bare = any(self._called.get(uri) == "" for uri in _BARE)
        spaces = "".join(
            f' xmlns{":" * bool(prefix)}{prefix}="{_quoted(uri)}"'
            for uri, prefix in self._called.items()
            if uri not in ("", _XML) and not (bare and uri in (MAIN, OFFICE))
        )
        return DECLARATION + self._root.replace("\0", spaces, 1) + "".join(self._out)

    def _flush(self, *, within: bool) -> None:
        """Write the letters so far; ``within`` says that their element ends with them."""
        text, self._text = "".join(self._text), []
        if self._unclosed and not within:
            self._out.append(">")
            self._unclosed = False
        if not text or not self._open or not self._open[-1][1]:
            return
        if not self._open[-1][2] and not text.strip() and (not within or not self._unclosed):
            return
        text = _MARKS.sub("", text)
        if text:
            self._out.append(">" * self._unclosed + _escaped(text))
            self._unclosed = False

    def _name(self, uri: str, local: str, given: str) -> str:
        prefix = self._prefix(uri, given)
        return f"{prefix}:{local}" if prefix else local

    def _prefix(self, uri: str, given: str) -> str:
        if uri not in self._called:
            wished = _FIXED.get(uri)
            if wished is None:
                wished = given.split(" ")[2] if given.count(" ") == 2 else "x"
                taken = {*self._called.values(), *_FIXED.values()}
                number = 1
                while not wished or wished in taken:
                    wished, number = f"x{number}", number + 1
            self._called[uri] = wished
        return self._called[uri]

    def _attribute(self, given: str) -> str:
        pieces = given.split(" ")
        return self._name(pieces[0], pieces[1], given) if len(pieces) > 1 else given

    def _value(self, given: str, value: str) -> str:
        pieces = given.split(" ")
        if len(pieces) > 1 and pieces[0] == OFFICE:
            value = own_id(value)
        elif pieces[min(1, len(pieces) - 1)] in _NAMING and (len(pieces) == 1 or pieces[0] == _CHOICES):
            value = " ".join(filter(None, map(self._renamed, value.split())))
        elif len(pieces) > 1 and pieces[0] == MAIN and len(value) > _MOST_DIGITS and _NUMBER.fullmatch(value):
            value = value[:_MOST_DIGITS]
        return _quoted(_MARKS.sub("", value))

    def _renamed(self, word: str) -> str:
        prefix, colon, rest = word.partition(":")
        scope = self._scope.get(prefix)
        return f"{self._prefix(scope[-1], f'{scope[-1]} x {prefix}')}{colon}{rest}" if scope else ""


def _read(content: bytes, to: _Sound, refuse: Refuse) -> None:
    def doctype(*_said: object) -> None:
        raise refuse("declares entities, as no Word file does")

    reader = expat.ParserCreate(namespace_separator=" ")
    reader.namespace_prefixes = True
    reader.ordered_attributes = True
    reader.buffer_text = True
    reader.StartElementHandler, reader.EndElementHandler = to.start, to.end
    reader.CharacterDataHandler = to.letters
    reader.StartNamespaceDeclHandler, reader.EndNamespaceDeclHandler = to.declared, to.undeclared
    reader.StartDoctypeDeclHandler = doctype
    try:
        reader.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise refuse("is broken") from None


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quoted(text: str) -> str:
    text = _escaped(text).replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\t", "&#9;")
