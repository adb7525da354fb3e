"""Briefs made by code, in our own words, from which the Word tests start."""

from __future__ import annotations

from msgspec.structs import replace

from briefer.brief.markup import plain
from briefer.brief.model import Block, Brief, MeetingRef, Pulled, Section, Source, Via

ACRONYMS = {
    "CSDP": "Common Security and Defence Policy",
    "EEAS": "European External Action Service",
    "EMWP": "Working Party on External Aspects of Asylum and Migration",
    "EUAM": "European Union Advisory Mission",
    "EUCAP": "European Union Capacity Building Mission",
    "JHA": "Justice and Home Affairs",
    "RACC": "Regional Advisory and Coordination Cell",
    "SCIFA": "Strategic Committee on Immigration, Frontiers and Asylum",
}


def council(at: str | None = None) -> Source:
    return Source(
        paper="st-9375-2025",
        issuer="Council",
        number="9375/25",
        date="2025-06-10",
        marking="LIMITE",
        at=at,
        title="Contribution of civilian CSDP missions along migratory routes",
        url="https://data.consilium.europa.eu/doc/document/ST-9375-2025-INIT/en/pdf",
    )


def concept(at: str | None = None) -> Source:
    return Source(
        paper="eeas-2022-1466",
        number="EEAS(2022) 1466",
        date="2022-08-08",
        marking="LIMITE",
        at=at,
        title="Mini-concept on civilian CSDP and irregular migration",
    )


def reported(at: str | None = None) -> Source:
    return Source(
        paper="st-10743-2020",
        issuer="Council",
        number="10743/20",
        date="2020-09-15",
        marking="PUBLIC",
        at=at,
        title="Operational cooperation with African partners",
        via=Via(paper="statewatch-2020-tracking-the-pact", issuer="Statewatch", date="2020", title="Tracking the Pact"),
    )


def regulation(at: str | None = None) -> Source:
    return Source(
        paper="reg-2019-1896",
        number="Regulation (EU) 2019/1896",
        date="2019-11-13",
        marking="PUBLIC",
        at=at,
        title="European Border and Coast Guard",
        url="https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32019R1896",
    )


def brief(*sections: Section, **fields: object) -> Brief:
    """A brief with the given sections and little else."""
    given: dict[str, object] = {
        "brief": "sample", "format": 1, "title": "A sample", "as_of": "2026-03-02", "sections": sections, **fields,
    }  # fmt: skip
    return Brief(**given)  # type: ignore[arg-type]


def section(role: str, *blocks: Block, **fields: object) -> Section:
    """A section; where a block's pulled text is “…” it is what the block says, as when it was just pulled in."""
    as_pulled = tuple(
        replace(b, pulled=replace(b.pulled, text=plain(b.text))) if b.pulled and b.pulled.text == "…" else b
        for b in blocks
    )
    given: dict[str, object] = {"id": role, "role": role, "title": "", "blocks": as_pulled, **fields}
    return Section(**given)  # type: ignore[arg-type]


def _question(ident: str, text: str, number: int) -> Block:
    return Block(
        id=ident,
        role="question",
        text=text,
        entry=f"csdp-jha-synergies/q{number}",
        pulled=Pulled(text=text, wording="gist", asked_by="Polish Presidency"),
        sources=(council(f"Questions for Discussion, Q{number}"),),
    )


def speaking() -> Section:
    """Three questions with answers and what carries them."""
    return section(
        "speaking-note",
        _question("quest1", "How could missions and agencies share what they learn about the routes?", 1),
        Block(
            id="answer1",
            role="answer",
            question="quest1",
            text="Thank you, Chair. We see a clear gain where a mission and an agency work from **one picture** of the route.\n"
            "We would start small: one liaison officer, one reporting format, a review after six months.",
        ),
        Block(
            id="fact11",
            role="fact",
            question="quest1",
            entry="csdp-jha-synergies/arrangement",
            text="One mission alone, EUAM Ukraine, worked under an arrangement with Frontex in mid-2025.",
            pulled=Pulled(text="One mission alone.", as_of="2025-06-10", note="The paper counts active missions only"),
            sources=(council("CSDP–JHA Synergies, para. 2"), regulation("Article 68")),
        ),
        Block(
            id="fact12",
            role="fact",
            question="quest1",
            entry="eucap-sahel-niger-racc/mandate",
            text="The regional cell RACC has a mandate[^1] until the end of January 2026.",
            pulled=Pulled(text="…", as_of="2025-06-10", valid_until="2026-01-31"),
            sources=(council("EUCAP Sahel Niger, last sentence"),),
        ),
        _question("quest2", "Which tasks should a mission take on, and which should be left to others?", 2),
        Block(
            id="answer2",
            role="answer",
            question="quest2",
            text="Advice and training are where missions add most. Border checks stay with the host country.\n"
            "- Mandates should say so plainly.\n- Staff should be chosen accordingly.",
        ),
        Block(
            id="posit21",
            role="position",
            question="quest2",
            entry="csdp-jha-synergies/presidency",
            text="The Presidency would like advisers on border management in more missions.",
            pulled=Pulled(text="…", as_of="2025-06-10", actor="Polish Presidency", stance="supports"),
            sources=(council("The Way Forward, para. 1"),),
        ),
        Block(
            id="fact21",
            role="fact",
            question="quest2",
            entry="eucap-sahel-niger-racc/end",
            text="The mission in Niger was to close at the end of September 2024.",
            pulled=Pulled(
                text="…",
                as_of="2022-08-08",
                disputed=("the same paragraph gives June 2024 (Council 9375/25)",),
                superseded="the mission has since closed",
            ),
            sources=(concept("Current civilian CSDP efforts, para. 4"), council("EUCAP Sahel Niger, para. 1")),
        ),
        _question("quest3", "How can the effect of a mission on migration be measured?", 3),
        Block(
            id="prompt3",
            role="prompt",
            question="quest3",
            text="Our line on indicators; ask the ministry's statisticians.",
        ),
        Block(
            id="fact31",
            role="fact",
            question="quest3",
            text="No common yardstick existed in 2022.",
            sources=(concept("Annex, para. 2"),),
        ),
        title="Speaking note",
        minutes=3.0,
    )


def rich() -> Brief:
    """Every section role, several kinds of block in each, more than a dozen notes."""
    return brief(
        section("header"),
        section(
            "objective",
            Block(id="objec1", role="text", text="Support closer work between missions and agencies, at no new cost."),
        ),
        section(
            "handling",
            Block(
                id="handl1",
                role="text",
                text="Speak early, after the Presidency; align with *like-minded* delegations beforehand.",
            ),
        ),
        section(
            "top-lines",
            Block(id="topli1", role="point", text="Missions and agencies need **one picture** of the routes."),
            Block(
                id="topli2", role="point", text="Mandates should say what a mission does, and what it leaves to others."
            ),
            Block(id="topli3", role="point", text="What cannot be measured cannot be defended at home."),
        ),
        speaking(),
        section(
            "if-raised",
            Block(
                id="raise1", role="text", text="On costs: we would look at secondments first; they need no fresh money."
            ),
            Block(
                id="raise2",
                role="fact",
                text="Agencies may post liaison officers abroad.",
                sources=(regulation("Article 77"),),
            ),
        ),
        section(
            "defensives",
            Block(id="hard01", role="question", text="Is this not border control by other means?"),
            Block(
                id="harda1",
                role="answer",
                question="hard01",
                text="No. A mission advises; the host country decides and acts under its own law.",
            ),
            Block(id="hard02", role="question", text="Why so late with a yardstick?"),
            Block(id="harda2", role="prompt", question="hard02", text="Agree the line with the statistics unit."),
        ),
        section(
            "do-not-raise",
            Block(id="donot1", role="point", text="The budget of the next framework: not for this party."),
            disclosable=False,
        ),
        section(
            "red-lines",
            Block(id="redli1", role="row", text="**Preferred outcome** Conclusions that name liaison officers."),
            Block(id="redli2", role="row", text="**Fallback 1** A pilot in one mission, with a review."),
            Block(id="redli3", role="row", text="**Red line** No executive powers for a civilian mission."),
            Block(id="redli4", role="row", text="**Reserve** Parliamentary scrutiny reserve until the autumn."),
            disclosable=False,
        ),
        section(
            "positions",
            Block(
                id="posit1",
                role="position",
                entry="csdp-jha-synergies/p1",
                text="Would like working arrangements to become the rule.",
                pulled=Pulled(text="…", as_of="2025-06-10", actor="Polish Presidency", stance="supports"),
                sources=(council("The Way Forward, para. 2"),),
            ),
            Block(
                id="posit2",
                role="position",
                entry="african-partners/p2",
                text="Doubts that training changes what happens at a border.",
                pulled=Pulled(
                    text="…",
                    as_of="2020-09",
                    actor="Statewatch",
                    stance="critical",
                    disputed=("the Commission reports better cooperation (Council 10743/20)",),
                    valid_until="2025",
                ),
                sources=(reported("African partners, para. 3"),),
            ),
            Block(id="posit3", role="row", text="**Austria** No position is on record."),
            title="Who says what",
        ),
        section(
            "state-of-play",
            Block(
                id="state1",
                role="fact",
                text="**10 June 2025** The Presidency's note reaches delegations.",
                sources=(council(),),
            ),
            Block(id="state2", role="point", text="**Autumn 2026** A progress report is expected."),
        ),
        section(
            "background",
            Block(
                id="backg1",
                role="text",
                text="Civilian missions advise the authorities of a host country.\nThey have no powers of their own.",
            ),
            Block(
                id="backg2",
                role="fact",
                text="Partners in North Africa were offered a dialogue on operations in 2020.",
                sources=(reported("African partners, para. 1"),),
            ),
            Block(id="backg3", role="note", text="Check with the embassy before the meeting."),
        ),
        section(
            "figures",
            Block(
                id="figur1",
                role="figure",
                text="**11** civilian missions were active in the year of the concept.",
                pulled=Pulled(text="…", as_of="2022-08-08"),
                sources=(concept("Introduction, para. 2"),),
            ),
            Block(
                id="figur2",
                role="figure",
                text="**1** working arrangement with Frontex was in force.",
                pulled=Pulled(text="…", as_of="2025-06-10", valid_until="2025-12"),
                sources=(council("CSDP–JHA Synergies, para. 2"), concept("Annex, para. 1")),
            ),
            Block(id="figur3", role="row", text="**3** of our own officers are seconded at present."),
        ),
        section("sources"),
        section("abbreviations"),
        section("report-back"),
        section("free"),
        brief="emwp-2026-03-02-csdp-jha",
        title="Civilian missions and home affairs agencies along the migratory routes",
        version=2,
        state="clearance",
        delegation="Delegation of Ruritania",
        drafter="A. Drafter",
        cleared_by="B. Clearer",
        meeting=MeetingRef(
            id="emwp-2026-03-02",
            body="EMWP",
            date="2026-03-02",
            place="Brussels",
            format="Attachés, in person",
            item="4. Contribution of civilian missions",
            action="Exchange of views",
        ),
        topics=("csdp-jha-synergies", "eucap-sahel-niger-racc"),
        marking="LIMITE",
        acronyms=ACRONYMS,
    )


def speaking_note() -> Brief:
    """What most delegates take along: box, objective, top lines, three questions."""
    whole = rich()
    kept = ("header", "objective", "handling", "top-lines", "speaking-note", "if-raised")
    filled = tuple(s for s in whole.sections if s.role in kept)
    return brief(
        *filled,
        title="Civilian missions along the routes",
        delegation="RU",
        drafter="A. Drafter",
        meeting=whole.meeting,
        acronyms=ACRONYMS,
        topics=whole.topics,
    )


def scene_setter() -> Brief:
    """One side of background without a header box."""
    return brief(
        section(
            "objective", Block(id="scene1", role="text", text="Know where the file stands before the ministers meet.")
        ),
        section(
            "background",
            Block(
                id="scene2",
                role="text",
                text="Missions advise; agencies act. The two have met on paper since 2019[^1].",
                sources=(regulation("Article 68"),),
            ),
            Block(
                id="scene3",
                role="fact",
                text="One arrangement was in force in mid-2025.",
                sources=(council("CSDP–JHA Synergies, para. 2"),),
            ),
        ),
        section("state-of-play", Block(id="scene4", role="point", text="**March 2026** Exchange of views in EMWP.")),
        title="Scene-setter: missions and agencies",
        meeting=MeetingRef(body="EMWP", date="2026-03-02"),
        delegation="Ruritania",
    )


def awkward() -> Brief:
    """Text that breaks careless writers."""
    texts = {
        "markup": "R&D <b>not bold</b> \"quoted\" 'single' & ]]> end",
        "control": "bell\x07, null\x00, vertical\x0btab, lone \ud800 surrogate, \ufffe",
        "longword": "x" * 3000,
        "arabic1": "وكالة الحدود (Frontex) تعمل هنا, and then English",
        "hebrew1": "English first, then שלום עולם 2025 and back",
        "combine": "e\u0301 a\u0308 Z͑͗ä̴l̷g̶o and Ștefan",
        "emojis": "👩‍👩‍👧 flags 🇪🇺 and 𝒳",
        "nonotes": "a mark beyond the sources[^7] stays",
        "tabbed": "one\ttwo",
        "empty1": "",
        "marks1": "**unclosed *and* [^1][^1] twice",
    }
    blocks = [
        Block(
            id=i,
            role="text",
            text=t,
            sources=(council("<para> & 2"), regulation()) if i in ("marks1", "empty1") else (),
        )
        for i, t in texts.items()
    ]
    return brief(
        section("free", *blocks, title="Odd <title> & \x01 more"),
        section("background"),
        section("sources"),
        title='R&D <draft> \x02 "x"',
        delegation="A & B",
        drafter="<x>",
        language="xx",
        meeting=MeetingRef(body="<EMWP>", date="2026-03"),
    )
