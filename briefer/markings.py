"""Markings as papers print them, and which of them are classifications."""

from __future__ import annotations

#: Classified markings, EU and national, in the forms in which they are printed: never processed (2013/488/EU).
CLASSIFIED = ("RESTREINT", "CONFIDENTIEL", "SECRET", "TRES SECRET", "TRÈS SECRET", "RESTRICTED", "CONFIDENTIAL",
              "TOP SECRET", "VS-NFD", "VS-VERTRAULICH", "GEHEIM")  # fmt: skip


def is_classified(marking: str) -> bool:
    """Whether a marking is a classification, which only accredited systems may process."""
    return any(word in marking.upper() for word in CLASSIFIED)
