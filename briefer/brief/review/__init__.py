"""What a careful colleague would say of a brief, always on; and what is accepted of it, with a reason.

Callers say ``review.findings``; where each rule stands: ``blocks`` (one block by itself), ``claims`` (sources below the
claim), ``differing`` (figures), ``limits`` (length, time, marking), ``abbreviations``, and with the base at hand ``names``
and ``since``; ``whole`` brings them together, ``accepting`` keeps what was accepted.
"""

from briefer.brief.review.accepting import NEVER, accept, formerly, refusal, unaccept
from briefer.brief.review.counting import (
    SPOKEN,
    answer_limit,
    answer_seconds,
    section_words,
    sources_missing,
    speaking_seconds,
    unanswered,
)
from briefer.brief.review.finding import Finding
from briefer.brief.review.telling import NOTICES, STATED, Telling, beginning, is_reworded, lacks_source, notices, told
from briefer.brief.review.whole import Against, Reviewed, day, findings, reviewed, twice

__all__ = [
    "NEVER", "NOTICES", "SPOKEN", "STATED", "Against", "Finding", "Reviewed", "Telling", "accept", "answer_limit",
    "answer_seconds", "beginning", "day", "findings", "formerly", "is_reworded", "lacks_source", "notices", "refusal",
    "reviewed", "section_words", "sources_missing", "speaking_seconds", "told", "twice", "unaccept", "unanswered",
]  # fmt: skip
