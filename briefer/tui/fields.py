"""What the forms for entries ask for: the fields of each kind, with a word of help and where their completions come from."""

from __future__ import annotations

from typing import NamedTuple


class Field(NamedTuple):
    """One field of a form."""

    key: str
    """The key of the files that it fills."""
    label: str
    help: str
    offers: str = ""
    """What completes it, as ``offering.offers`` calls it; empty for free words."""
    many: bool = False
    """Several values, separated by commas."""
    lines: bool = False
    """A text of several lines."""
    needed: bool = False

    @property
    def closed(self) -> bool:
        """Whether only what is offered can be right, so that the best offer may be taken without being pointed at."""
        return self.offers in ("papers", "actors", "topics", "meetings", "entries", "stances", "wordings", "markings",
                               "layers", "languages")  # fmt: skip


#: Which layer it is written to, where there are several.
LAYER = Field("layer", "Kept in", "Whose knowledge it goes into; left as it is, your own", "layers")
_TOPIC = Field("topic", "Topic", "What it belongs to; a few letters find it", "topics", needed=True)
_PAPER = Field("paper", "Paper", "Where it stands: number, id or a word of the title; F4 for a paper that is not listed",
               "papers", needed=True)  # fmt: skip
_AT = Field("at", "Place in it", "Nearest heading and paragraph: The Way Forward, para. 2", "places")
_AS_OF = Field("as_of", "As of", "2025-06-10, 2025-06 or 2025; left empty, the paper's own date")
_UNTIL = Field("valid_until", "Valid until", "From the next day on it counts as out of date")
_TAGS = Field("tags", "Tags", "Words it is found by, with commas between them", "tags", many=True)
_TOPICS = Field("topics", "Also under", "Other topics that it serves too", "topics", many=True)
_VIA = Field("via", "Read in", "The paper actually read, where it reports the other one", "papers")
_NOTE = Field("note", "Note", "What a colleague should know about it", lines=True)
_DISPUTED = Field("disputed_by", "Disputed by", "Entries that say otherwise", "entries", many=True)
_NEWER = Field("superseded_by", "Replaced by", "The entry that holds now", "entries")
_MORE = (_UNTIL, _TAGS, _TOPICS, _VIA, _DISPUTED, _NEWER, _NOTE)

FIELDS: dict[str, tuple[Field, ...]] = {
    "fact": (
        _TOPIC,
        Field("text", "Statement", "One checkable statement, in your words", lines=True, needed=True),
        _PAPER, _AT, _AS_OF, *_MORE,
    ),
    "position": (
        _TOPIC,
        Field("actor", "Who", "Member State, institution, agency, voice", "actors", needed=True),
        Field("stance", "Stance", "How they stand to it", "stances", needed=True),
        Field("text", "Statement", "What they want or think, in your words", lines=True, needed=True),
        _PAPER, _AT, _AS_OF, *_MORE,
    ),
    "question": (
        _TOPIC,
        _PAPER,
        Field("number", "Number", "Its number in the paper", needed=True),
        Field("asked_by", "Asked by", "Who puts it to delegations", "actors", needed=True),
        Field("text", "Question", "The question", lines=True, needed=True),
        Field("wording", "Wording", "gist: in our words; verbatim: as the paper has it; left empty, gist", "wordings"),
        _AT,
        Field("set", "List", "Where one paper has several lists of questions"),
        _TAGS, _TOPICS, _VIA, _NOTE,
    ),
    "paper": (
        Field("number", "Number", "9375/25, COM(2020) 605 final …; left empty where it has none"),
        Field("title", "Title", "As the paper has it", needed=True),
        Field("from", "From", "Who sends it", "issuers"),
        Field("to", "To", "The body it goes to", "receivers"),
        Field("date", "Date", "2025-06-10, 2025-06 or 2025"),
        Field("marking", "Marking", "As printed on it; nothing classified belongs here", "markings"),
        Field("kind", "Kind", "note, cover note, report …", "kinds"),
        Field("codes", "Codes", "JAI 676, MIGR 190", many=True),
        Field("author", "Author", "Who wrote it, where that is somebody else", "issuers"),
        Field("url", "Address", "Where it can be read"),
        Field("encloses", "Encloses", "Papers that it carries", "papers", many=True),
        Field("cites", "Cites", "Papers that it names", "papers", many=True),
        _NOTE,
    ),
    "topic": (
        Field("title", "Title", "What the delegate is briefed on", needed=True),
        Field("summary", "Summary", "One or two sentences", lines=True),
        Field("bodies", "Bodies", "Working parties that deal with it", "bodies", many=True),
        Field("keywords", "Keywords", "Words it is found by, with commas between them", "tags", many=True),
    ),
    "meeting": (
        Field("body", "Body", "The working party or committee that meets", "bodies", needed=True),
        Field("date", "Date", "2025-06-10; 2025-06 where the day is not known yet", needed=True),
        Field("end", "Last day", "Where there are several days"),
        Field("place", "Place", "Where it meets", "rooms"),
        Field("format", "Format", "in person, video conference, informal …", "formats"),
        _NOTE,
    ),
    "item": (
        Field("meeting", "Meeting", "On whose agenda it is; a few letters find it", "meetings", needed=True),
        Field("number", "Number", "Its number on the agenda"),
        Field("title", "Title", "As the agenda has it", needed=True),
        Field("action", "Expected action", "What delegations are to do: discussion, information, agreement …", "actions"),
        Field("topics", "Topics", "What the delegate is briefed on for it", "topics", many=True),
        Field("papers", "Papers", "What lies on the table", "papers", many=True),
    ),
}  # fmt: skip

#: What each kind is, for those who choose one.
KINDS = {
    "fact": "something that is or was so",
    "position": "what somebody wants or thinks",
    "question": "what a paper asks delegations",
    "paper": "a paper to cite",
    "topic": "something new to be briefed on",
    "meeting": "when a body meets",
    "item": "an item on a meeting's agenda",
}
