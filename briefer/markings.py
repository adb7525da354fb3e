"""Markings as papers print them, and which of them are classifications."""

from __future__ import annotations

from briefer.text import fold

#: Classified markings, EU and national, by a word in which they are printed: never processed. EU names and the
#: Member States' equals from Council Decision 2013/488/EU, Article 2 and Appendix B.
CLASSIFIED = (
    # EU, and the same words in English and French
    "RESTREINT", "RESTRICTED", "CONFIDENTIEL", "CONFIDENTIAL", "SECRET",
    # RESTRICTED
    "Beperkte Verspreiding", "За служебно ползване", "Vyhrazené", "Til tjenestebrug", "VS-NfD", "Dienstgebrauch",
    "Piiratud", "Περιορισμένης Χρήσης", "Difusión Limitada", "Ograničeno", "Riservato", "Dienesta vajadzībām",
    "Riboto naudojimo", "Korlátozott terjesztésű", "Ristrett", "Dep. Vertrouwelijk", "Eingeschränkt", "Zastrzeżone",
    "Reservado", "Vyhradené", "Käyttö rajoitettu", "Begränsat hemlig",
    # CONFIDENTIAL
    "Vertrouwelijk", "Поверително", "Důvěrné", "Fortroligt", "Vertraulich", "Konfidentsiaalne", "Εμπιστευτικό",
    "Confidencial", "Povjerljivo", "Riservatissimo", "Konfidenciāli", "Konfidencialiai", "Bizalmas", "Kunfidenzjali",
    "Confidentieel", "Poufne", "Zaupno", "Dôverné", "Luottamuksellinen", "Konfidentiell",
    # SECRET and TOP SECRET
    "Geheim", "Секретно", "Tajné", "Hemmeligt", "Salajane", "Απόρρητο", "Tajno", "Segreto", "Segretissimo", "Slepeni",
    "Slaptai", "Titkos", "Sigriet", "Ogħla Segretezza", "Salainen", "Hemlig",
)  # fmt: skip
_FOLDED = tuple(fold(word) for word in CLASSIFIED)


def is_classified(marking: str) -> bool:
    """Whether a marking is a classification, which only accredited systems may process."""
    folded = fold(marking)
    return any(word in folded for word in _FOLDED)
