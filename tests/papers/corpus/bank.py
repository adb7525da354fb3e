"""Invented subjects with their bodies, codes and senders."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """What a paper is about."""

    key: str
    titles: tuple[str, ...]
    things: str
    """In the plural."""
    thing: str
    places: tuple[str, ...]
    agency: str
    acronym: str
    programme: str
    goal: str
    practice: str
    headings: tuple[str, ...]
    body: str
    """The working party, in full with its acronym."""
    codes: tuple[str, ...]
    unit: str


SUBJECTS = (
    Subject(
        "harbours",
        (
            "Small harbours in the outer islands: towards a common duty of care",
            "Harbour dues and night landings – Presidency discussion paper",
            "State of play on the refitting of fishing harbours along the northern rim",
        ),
        "small harbours",
        "harbour",
        ("Port Ellis", "the Vessel Isles", "Kaldvik", "Santa Brisa"),
        "European Harbour Registry",
        "EHR",
        "the Quay Programme",
        "safe landing at night",
        "joint dredging",
        ("Quays under strain", "Dues and who pays them", "What the islands report", "Night landings", "The way ahead"),
        "Working Party on Harbours and Landing Places (HARB)",
        ("MAR", "PECHE", "TRANS", "HARB", "REGIO"),
        "TREE.2",
    ),
    Subject(
        "lighthouses",
        (
            "Keeping the lamps lit: staffing of lighthouses after automation",
            "Follow-up to the inventory of lighthouses and fog signals",
            "Lighthouses as heritage and as a service: a policy debate",
        ),
        "lighthouses",
        "lighthouse",
        ("Cape Orlen", "the Skerry of Hult", "Punta Farola", "Rossnowlagh Head"),
        "European Lamp Observatory",
        "ELO",
        "the Lamp Keepers' Charter",
        "an unbroken chain of lights",
        "shared watch rotas",
        ("From keepers to sensors", "Fog signals", "Costs of automation", "Heritage value", "Next steps"),
        "Working Party on Lights and Fog Signals (LIFO)",
        ("MAR", "CULT", "TELECOM", "ENER", "TRANS"),
        "TREE.1",
    ),
    Subject(
        "seals",
        (
            "Counting seals: a method shared by all coasts",
            "Haul-out sites of grey seals and the fishing fleets",
            "Implementation of the seal census - exchange of views",
        ),
        "seal colonies",
        "colony",
        ("the Wadden banks", "Gull Sound", "Isla Foca", "the Bay of Ness"),
        "Institute for Seal Studies",
        "ISS",
        "the Grey Coast Compact",
        "a count that all coasts trust",
        "drone surveys",
        ("The census so far", "Nets and colonies", "Methods compared", "Public opinion", "Looking forward"),
        "Working Party on Marine Mammals (MAMM)",
        ("ENV", "PECHE", "AGRI", "MAMM", "RECH"),
        "LIFE.1",
    ),
    Subject(
        "pollen",
        (
            "A pollen calendar for the Union: options for a shared forecast",
            "Pollen counts and school closures - orientation debate",
            "Quality of pollen data transmitted by national stations",
        ),
        "pollen stations",
        "station",
        ("the Lower Vale", "Birkental", "Val d'Ombre", "Almond Plain"),
        "Pollen Data Centre",
        "PDC",
        "the Aerobiology Action Plan",
        "a forecast that reaches patients in time",
        "hourly sampling",
        ("Why counts differ", "Stations and staff", "Forecasting", "Data protection", "Points to be settled"),
        "Working Party on Public Health (POLLEN)",
        ("SAN", "ENV", "TELECOM", "STATIS", "PHARM"),
        "LIFE.4",
    ),
    Subject(
        "bees",
        (
            "Wandering beekeepers: easing the crossing of internal borders with hives",
            "Hive passports - state of play and next steps",
            "Honey labels and the origin of blends",
        ),
        "travelling hives",
        "hive",
        ("the Linden Hills", "Medovar", "Campo Miel", "Heather Moor"),
        "European Apiary Network",
        "EAN",
        "the Hive Passport Scheme",
        "healthy colonies on both sides of a border",
        "sampling at the hive entrance",
        ("Movements of hives", "Mites and checks", "Labels", "Beekeepers' organisations", "Way forward"),
        "Special Committee on Agriculture (Apiculture)",
        ("AGRI", "VETER", "AGRILEG", "DENLEG", "CONSOM"),
        "LIFE.3",
    ),
    Subject(
        "ferries",
        (
            "Winter ferries to remote islands: continuity of service",
            "Strengthening cooperation among ferry operators in the event of ice",
            "Ferries, ice and insurance: contribution of the regional ice centres",
        ),
        "winter ferries",
        "ferry",
        ("the Åland narrows", "Isle of Corran", "Hiidu Strait", "Grimsholm"),
        "Regional Ice Centre",
        "RIC",
        "the Ice Bridge Initiative",
        "a crossing on every weekday",
        "shared ice charts",
        ("Ice seasons", "Vessels and crews", "Insurance", "The role of ice centres", "Outlook"),
        "Working Party on Shipping (SHIP)",
        ("TRANS", "MAR", "COMPET", "ECOFIN", "CLIMA"),
        "TREE.2",
    ),
    Subject(
        "peat",
        (
            "Rewetting of peatlands: lessons from five pilot sites",
            "Peat, carbon and village commons - Presidency background note",
            "External dimension of peat protection: cooperation with partner countries",
        ),
        "rewetted bogs",
        "bog",
        ("the Great Moss", "Torvland", "Bagno Ciche", "Moorheide"),
        "Peatland Knowledge Hub",
        "PKH",
        "the Wet Ground Partnership",
        "a water table that holds through August",
        "blocking of old ditches",
        ("Lessons from the pilots", "Commons and owners", "Measuring carbon", "Partner countries", "Conclusions"),
        "Working Party on the Environment (WPE)",
        ("ENV", "CLIMA", "FORETS", "AGRI", "RELEX"),
        "TREE.1.A",
    ),
    Subject(
        "balloons",
        (
            "Stray weather balloons in common airspace: contribution of civilian observers",
            "Optimising the recovery of weather balloons along the eastern corridor",
            "Weather balloons: reporting duties and the use of transponders",
        ),
        "weather balloons",
        "balloon",
        ("the Eastern Corridor", "Sector Nine", "Hochfeld", "Lake Vantor"),
        "Upper Air Service",
        "UAS",
        "the Clear Sky Understanding",
        "early warning of every stray flight",
        "transponders on each balloon",
        (
            "Incidents since spring",
            "Observers on the ground",
            "Reporting",
            "Synergies with other services",
            "The Way Forward",
        ),
        "Working Party on External Aspects of Upper Air (EUAW)",
        ("AVIATION", "JAI", "COSI", "RELEX", "CFSP/PESC", "CSDP/PSDC"),
        "JAI.1",
    ),
    Subject(
        "bridges",
        (
            "Timber bridges on pilgrim ways: inspection and repair",
            "Common inspection of timber bridges – progress report",
            "Operationalisation of the bridge covenant: cooperation with river authorities",
        ),
        "timber bridges",
        "bridge",
        ("the Upper Drava ford", "Pont-aux-Chênes", "Old Mill Crossing", "Serravalle"),
        "Covenant Secretariat",
        "CS",
        "the Bridge Covenant",
        "a bridge open in every season",
        "yearly load tests",
        ("The covenant", "Inspections", "Timber and its supply", "River authorities", "Remaining issues"),
        "Working Party on Land Transport (BRID)",
        ("TRANS", "REGIO", "COHESION", "TOUR", "FSTR"),
        "TREE.2",
    ),
    Subject(
        "seeds",
        (
            "Seed banks in mountain villages: access for young growers",
            "Exchange of old varieties among seed banks - options paper",
            "Seed banks and third countries: draft mandate for talks on exchange",
        ),
        "village seed banks",
        "seed bank",
        ("Hohenried", "Valle Secca", "Horní Lhota", "Sierra Alta"),
        "Seed Exchange Office",
        "SEO",
        "the Old Varieties Accord",
        "fair access for young growers",
        "cold storage in shared vaults",
        ("Vaults and villages", "Rules on exchange", "Young growers", "Third countries", "Final remarks"),
        "Working Party on Genetic Resources (SEED)",
        ("AGRI", "SEMENCES", "PI", "WTO", "COAFR", "COEST"),
        "LIFE.2",
    ),
)

SENDERS = (
    "Presidency",
    "Presidency",
    "Presidency",
    "General Secretariat of the Council",
    "European External Action Service (EEAS)",
)
RECIPIENTS = (
    "Delegations",
    "Permanent Representatives Committee (Part 1)",
    "Permanent Representatives Committee (Part 2)",
    "Permanent Representatives Committee/Council",
    "Council",
)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
INITIALS = ("AB/cd", "MK/ns", "JV/pl 1", "ÓB/tt", "LM/fh/kw", "RR/vk", "EH/io", "TdW/ga")
