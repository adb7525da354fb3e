"""Made-up Council papers with the right answer known, drawn up from the rules of the field alone.

``papers()`` gives them all, the same each time. A paper's *content* (``content.py``) is printed by one of four printers
(``text``, ``pdf``, ``word``, ``html``) in one of many looks; its *answer* is made from the content (``answer.py``), never from
the print, so that an error in one does not hide in the other. ``measure.py`` beside this package compares a reader with them.

The answer has the shape of ``briefer read --json``. What a reader has to agree with:

- **What is not in an answer is not measured**: two careful readers may differ on it (an agenda's items as headings, whether an
  annex without a number is an enclosed paper). Where ``enclosed`` is not measured, what a reader puts into an enclosed paper
  counts as the paper's own.
- *doc_number* without suffix and without the revision's number: ``15299/1/21 REV 1`` is ``15299/21`` and *suffix* ``REV 1``;
  ``REV 1 ADD 2`` is one suffix. An enclosed paper's number is as printed: ``COM(2024) 12 final``, ``EEAS(2022) 1466``. A number
  that stands in the page footer only is the number all the same.
- *date* is that of the place-and-date line; where there is none, that of ``On:``; else null.
- *original_language* is what stands after ``OR.``: ``en``, ``fr, en``.
- *doc_type* as printed; the shape of quotation marks counts for nothing. *from*, *to*, *subject* as printed, on one line.
- *marking* ``LIMITE`` also where letters of it are lost (``LIMTE``) and where the EEAS prints *Limited*; null where none is
  printed, and where one is only spoken of or was taken off (a declassification).
- *codes* are the paper's own, in order; those of a previous document or of a footer's unit are not among them.
- *prev_docs* hold what stands after ``No. prev. doc.`` as number and suffix (``7371/22 REV 1``); a Commission number
  (``No. Cion doc.``) is not among them.
- *headings* leave out the subject and the header's type line, hold ``ANNEX`` and its title, and have no number
  (``1.``, ``II.``) in their text. A *level* of null is not measured: nothing in that layout shows it.
- *paragraphs* are the numbered ones, without number; those without number are not measured; a list of questions is not
  among them. The parts of a list in a numbered paragraph belong to it.
- *questions*: the text is on one line with single spaces, word for word, without its number or bullet and without footnote
  marks, sub-questions inside their question in the order printed, with their letters: ``Which …? (a) who …? (b) when …?``. The
  closing punctuation of an item (``;`` ``,`` ``.`` ``; and``) counts for nothing. *number* is the printed one without punctuation
  (``1``, ``a``, ``ii``), null (not measured) where a dash, a dot or nothing is printed. In running prose a question is its
  sentence. *asked_by* is the asker as the lead-in names it, else as ``From:`` has it; an acronym is as good as the full name.
  *set* matters only as far as it tells lists apart. *cut_off* is true for a text that ends with the file.
- *expected_action* is the whole decision line with its parts; questions and their lead-in are none. Past tense is none.
- *footnotes* in order, *mark* as printed. *cited* are documents cited in body and footnotes, in any order; those that the header
  names may be among them or not. ``st14103.en24.pdf`` is ``14103/24``, ``final`` counts for nothing, *url* is measured where
  known.
- *enclosed* papers have answers of their own.

Where a layout loses something for good, the answer expects what is left on the page: ``recipes_text.lossy``,
``recipes_text.in_one_line`` and ``head_text._damaged`` say how.
"""

from __future__ import annotations

from functools import cache

from .made import LAYOUT_FAULTS, Made

__all__ = ["LAYOUT_FAULTS", "Made", "classified", "papers"]


@cache
def _all() -> tuple[Made, ...]:
    from .recipes_asking import recipes as asking
    from .recipes_pdf import recipes as pdf
    from .recipes_text import recipes as text
    from .recipes_word import recipes as word

    return tuple(one.made() for one in (*text(), *asking(), *pdf(), *word()))


def papers() -> list[Made]:
    """Every paper, in a fixed order; made once in a process."""
    return list(_all())


def classified() -> list[Made]:
    """Papers that must be refused: marked as classified by the EU or a Member State. Their answer holds the marking alone."""
    from .recipes_classified import recipes

    return [one.made() for one in recipes()]
