"""The settings part: what a note needs of it, each in the one place where the schema allows it."""

from __future__ import annotations

import re
from functools import lru_cache

#: The children of ``w:settings`` in the schema's order, from where ours go in.
_ORDER = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts",
    "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges",
    "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
    "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles",
    "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions",
    "doNotTrackMoves", "doNotTrackFormatting", "documentProtection", "autoFormatOverride", "styleLockTheme",
    "styleLockQFSet", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone",
    "doNotHyphenateCaps", "showEnvelope", "summaryLength", "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders",
    "bookFoldRevPrinting", "bookFoldPrinting", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing",
    "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery",
    "doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin", "doNotShadeFormData",
    "noPunctuationKerning", "characterSpacingControl", "printTwoOnOne", "strictFirstAndLastChars", "noLineBreaksAfter",
    "noLineBreaksBefore", "savePreviewPicture", "doNotValidateAgainstSchema", "saveInvalidXml", "ignoreMixedContent",
    "alwaysShowPlaceholderText", "doNotDemarcateInvalidXml", "saveXmlDataOnly", "useXSLTWhenSaving", "saveThroughXslt",
    "showXMLTags", "alwaysMergeEmptyNamespace", "updateFields", "hdrShapeDefaults", "footnotePr", "endnotePr", "compat",
)  # fmt: skip
EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:settings '
    b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:settings>'
)
_PLACE = {name: i for i, name in enumerate(_ORDER)}
#: What a house's file may say and a note may not: where it was made, by whom, and what was locked.
_OUT = re.compile(
    r"<w:(attachedTemplate|documentProtection|writeProtection|trackRevisions|footnotePr|endnotePr|rsids|mailMerge|"
    r"docVars|removePersonalInformation|revisionView|linkStyles)\b(?:[^>]*/>|.*?</w:\1>)",
    re.DOTALL,
)
_CHILD = re.compile(r"<w:(\w+)\b")


@lru_cache(maxsize=16)
def of_note(settings: bytes, notes: str, *, tracked: bool) -> bytes:
    """The settings with the notes' lines in them; ``tracked`` switches the tracking of changes on from the first key."""
    name = notes.removesuffix("s")
    text = put(
        settings.decode(),
        f"{name}Pr",
        f'<w:{name}Pr><w:numFmt w:val="decimal"/><w:{name} w:id="-1"/><w:{name} w:id="0"/></w:{name}Pr>',
    )
    return (put(text, "trackRevisions", "<w:trackRevisions/>") if tracked else text).encode()


def cleaned(settings: str) -> str:
    """A house's settings without what belongs to that file alone."""
    bare = _OUT.sub("", settings)
    return re.sub(r"(<w:settings\b[^>]*?)/>", r"\1></w:settings>", bare)


def put(settings: str, name: str, element: str) -> str:
    """The settings with an element in its place."""
    depth_one = _top_level(settings)
    before = next((at for at, child in depth_one if _PLACE.get(child, len(_ORDER)) > _PLACE[name]), None)
    at = before if before is not None else settings.rindex("</w:settings>")
    return settings[:at] + element + settings[at:]


def _top_level(settings: str) -> list[tuple[int, str]]:
    """Where the children of the root begin, with their names; those of other vocabularies under an empty one."""
    found: list[tuple[int, str]] = []
    depth = 0
    for m in re.finditer(r"<(/?)([\w:]+)(?:\s[^<>]*?)?(/?)>", settings):
        if m[1]:
            depth -= 1
            continue
        if depth == 1:
            name = m[2].removeprefix("w:")
            found.append((m.start(), name if m[2].startswith("w:") else ""))
        depth += not m[3]
    return found
