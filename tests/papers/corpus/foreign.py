"""Papers in French, German and Swedish: short, with labels, and now and then questions, in their own language."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from . import bank
from .content import Ask, Asks, Block, Content, Furniture, Header, Heading, Para, mark
from .headers import codes, header


@dataclass(frozen=True)
class Voice:
    sender: str
    to: tuple[str, ...]
    types: tuple[str, ...]
    subjects: tuple[str, ...]
    sentences: tuple[str, ...]
    heading: str
    asking: str
    lead: str
    questions: tuple[str, ...]
    notes: tuple[str, ...]


VOICES = {
    "fr": Voice(
        "Présidence",
        ('Groupe "Phares et signaux"', "Délégations", "Comité des représentants permanents"),
        ("NOTE", "NOTE DE TRANSMISSION", "RÉSULTATS DES TRAVAUX", 'NOTE POINT "I/A"'),
        ("Entretien des phares : vers une surveillance partagée", "Petits ports des îles : échange de vues"),
        (
            "Les phares de la côte nord sont inspectés chaque printemps par l'Observatoire européen.",
            "Le nombre de sites couverts est passé de 14 à 37 au cours de l'année écoulée.",
            "Les coûts varient fortement d'une région à l'autre et pèsent surtout sur les petites communes.",
            "Un atelier tenu à Punta Farola a permis de comparer les méthodes en usage.",
            "Plusieurs États membres ont souligné que le personnel faisait défaut en hiver.",
            "Le mandat de l'Observatoire court jusqu'au 30 juin 2027.",
        ),
        "État des lieux",
        "Questions à débattre",
        "La présidence invite les délégations à répondre aux questions suivantes:",
        (
            "Comment les États membres peuvent-ils mieux partager la surveillance des phares en hiver?",
            "Quelles mesures devraient être prises en premier lieu, et qui devrait en supporter le coût?",
            "Faut-il étendre le programme aux pays partenaires de la côte sud?",
        ),
        ("Chiffres fournis par l'Observatoire en mars 2024.", "Voir le document 11234/24."),
    ),
    "de": Voice(
        "Vorsitz",
        ("Gruppe „Leuchtfeuer“", "Delegationen", "Ausschuss der Ständigen Vertreter (1. Teil)"),
        ("VERMERK", "ÜBERMITTLUNGSVERMERK", "BERATUNGSERGEBNISSE", "I/A-PUNKT-VERMERK"),
        ("Wartung der Leuchttürme: gemeinsame Wache im Winter", "Pollenkalender für die Union – Gedankenaustausch"),
        (
            "Die Leuchttürme an der Nordküste werden jedes Frühjahr von der Beobachtungsstelle geprüft.",
            "Die Zahl der erfassten Standorte ist im Laufe des Jahres von 14 auf 37 gestiegen.",
            "Die Kosten unterscheiden sich stark und belasten vor allem kleine Gemeinden.",
            "Auf einem Workshop in Birkental wurden die gebräuchlichen Verfahren verglichen.",
            "Mehrere Mitgliedstaaten haben darauf hingewiesen, dass im Winter Personal fehlt.",
            "Das Mandat der Beobachtungsstelle läuft bis zum 30. Juni 2027.",
        ),
        "Sachstand",
        "Fragen für die Aussprache",
        "Der Vorsitz ersucht die Delegationen, zu folgenden Fragen Stellung zu nehmen:",
        (
            "Wie können die Mitgliedstaaten die Wache an den Leuchttürmen im Winter besser untereinander aufteilen?",
            "Welche Maßnahmen sollten zuerst ergriffen werden, und wer sollte die Kosten tragen?",
            "Sollte das Programm für Partnerländer an der Südküste geöffnet werden?",
        ),
        ("Angaben der Beobachtungsstelle vom März 2024.", "Siehe Dokument 11234/24."),
    ),
    "sv": Voice(
        "Ordförandeskapet",
        ("Arbetsgruppen för fyrar", "Delegationerna", "Ständiga representanternas kommitté"),
        ("NOT", "FÖLJENOT", "LÄGESRAPPORT", "I/A-PUNKTSNOT"),
        ("Fyrarnas underhåll: gemensam vakt på vintern", "Sälräkning med gemensam metod – diskussion"),
        (
            "Fyrarna längs norra kusten granskas varje vår av det europeiska observatoriet.",
            "Antalet platser som omfattas ökade under året från 14 till 37.",
            "Kostnaderna skiljer sig mycket åt och drabbar främst små kommuner.",
            "Vid en workshop i Kaldvik jämfördes de metoder som används.",
            "Flera medlemsstater har påpekat att det saknas personal på vintern.",
            "Observatoriets mandat löper ut den 30 juni 2027.",
        ),
        "Läget i dag",
        "Frågor för diskussion",
        "Ordförandeskapet uppmanar delegationerna att besvara följande frågor:",
        (
            "Hur kan medlemsstaterna bättre dela på vakten vid fyrarna under vintern?",
            "Vilka åtgärder bör vidtas först, och vem bör bära kostnaden för dem?",
            "Bör programmet öppnas för partnerländer längs södra kusten?",
        ),
        ("Uppgifter från observatoriet i mars 2024.", "Se dokument 11234/24."),
    ),
}


def foreign(name: str, tongue: str, asks: bool, **changes: object) -> Content:
    """A short paper in ``tongue`` on lights."""
    rng = Random(name)
    voice, subject = VOICES[tongue], bank.SUBJECTS[1]
    fixed: dict[str, object] = {
        "sender": voice.sender, "to": rng.choice(voice.to), "subject": rng.choice(voice.subjects), "language": tongue,
        "type": voice.types[0] if asks else rng.choice(voice.types), "codes": codes(rng, subject.codes), "files": (),
    }  # fmt: skip
    head: Header = header(rng, subject, **{**fixed, **changes})
    said = rng.sample(voice.sentences, len(voice.sentences))
    notes = (("1", rng.choice(voice.notes)),)
    blocks: list[Block] = [
        Para(f"{said[0]}{mark('1')} {said[1]}"),
        Heading(voice.heading),
        Para(" ".join(said[2:5])),
        Para(said[5]),
    ]
    if asks:
        items = tuple(Ask(one) for one in rng.sample(voice.questions, rng.randint(2, 3)))
        blocks += [Heading(voice.asking), Asks(voice.lead, items, rng.choice(("1.", "–", "a)")), by=voice.sender)]
    return Content(
        head, tuple(blocks), notes, furniture=Furniture("AB/cd", subject.unit, tongue.upper()), tongue=tongue,
        # What a French, German or Swedish paper cites is not what this page is about.
        unsure=frozenset({"cited"}),
    )  # fmt: skip
