"""How the Council's languages print a header: labels, dates, names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Tongue:
    labels: tuple[dict[str, str], ...]
    """Sets of labels in use: sender, on, to, previous, commission, subject, enclosing."""
    council: str
    file: str
    places: dict[str, str]
    months: tuple[str, ...]
    day: str


def _labels(
    sender: str, on: str, to: str, previous: str, commission: str, subject: str, enclosing: str
) -> dict[str, str]:
    return {
        "sender": sender, "on": on, "to": to, "previous": previous, "commission": commission, "subject": subject,
        "enclosing": enclosing,
    }  # fmt: skip


TONGUES = {
    "en": Tongue(
        (_labels("From", "On", "To", "No. prev. doc.", "No. Cion doc.", "Subject", "Encl."),),
        "Council of the European Union",
        "Interinstitutional File",
        {"Brussels": "Brussels", "Luxembourg": "Luxembourg"},
        (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        "{place}, {day} {month} {year}",
    ),
    "fr": Tongue(
        (
            _labels("De", "Le", "À", "N° doc. préc.", "N° doc. Cion", "Objet", "p.j."),
            _labels("Origine", "Le", "Destinataire", "N° doc. préc.", "N° doc. Cion", "Objet", "p.j."),
        ),
        "Conseil de l'Union européenne",
        "Dossier interinstitutionnel",
        {"Brussels": "Bruxelles", "Luxembourg": "Luxembourg"},
        (
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ),
        "{place}, le {day} {month} {year}",
    ),
    "de": Tongue(
        (
            _labels("Von", "Am", "An", "Nr. Vordok.", "Nr. Komm.dok.", "Betr.", "Anl."),
            _labels("Absender", "Am", "Empfänger", "Nr. Vordok.", "Nr. Komm.dok.", "Betr.", "Anl."),
        ),
        "Rat der Europäischen Union",
        "Interinstitutionelles Dossier",
        {"Brussels": "Brüssel", "Luxembourg": "Luxemburg"},
        (
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ),
        "{place}, den {day}. {month} {year}",
    ),
    "sv": Tongue(
        (_labels("Från", "Den", "Till", "Föreg. dok. nr", "Komm. dok. nr", "Ärende", "Bilaga"),),
        "Europeiska unionens råd",
        "Interinstitutionellt ärende",
        {"Brussels": "Bryssel", "Luxembourg": "Luxemburg"},
        (
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ),
        "{place} den {day} {month} {year}",
    ),
}


def day_printed(tongue: str, day: date, place: str = "") -> str:
    """The place-and-date line, or the date alone."""
    how = TONGUES[tongue]
    month = how.months[day.month - 1]
    if not place:
        return f"{day.day}{'.' if tongue == 'de' else ''} {month} {day.year}"
    first = "1er" if tongue == "fr" and day.day == 1 else str(day.day)
    return how.day.format(place=how.places[place], day=first, month=month, year=day.year)
