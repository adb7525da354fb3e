"""What ``briefer read --json`` says of a paper, exactly as it is promised."""

from __future__ import annotations

from typing import Any

from briefer.papers import numbering
from briefer.papers.model import CouncilPaper


def as_json(paper: CouncilPaper) -> dict[str, Any]:
    """The paper as one JSON object; what is not there is null or an empty list."""
    return {
        "doc_number": paper.doc_number,
        "suffix": paper.suffix,
        "date": paper.date,
        "original_language": paper.original_language,
        "doc_type": paper.doc_type,
        "from": paper.from_,
        "to": paper.to,
        "subject": paper.subject,
        "marking": paper.marking,
        "codes": list(paper.codes),
        "interinstitutional_files": list(paper.interinstitutional_files),
        "prev_docs": list(paper.prev_docs),
        "headings": [{"level": heading.level, "text": heading.text} for heading in paper.headings],
        "paragraphs": [{"number": number, "text": text} for number, text in numbering.whole(paper.paragraphs)],
        "questions": [
            {
                "number": question.number,
                "text": question.text,
                "asked_by": question.asked_by,
                "set": question.set,
                "cut_off": question.cut_off,
            }
            for question in paper.questions
        ],
        "expected_action": paper.expected_action,
        "footnotes": [{"mark": note.mark, "text": note.text} for note in paper.footnotes],
        "cited": [{"ref": cited.ref, "url": cited.url} for cited in paper.cited],
        "enclosed": [as_json(inner) for inner in paper.enclosed],
    }
