"""``briefer search`` finds what a delegate means, however it is typed."""

from __future__ import annotations

import pytest

WORK = "layers: [shipped, knowledge]\n"


@pytest.fixture
def search(run, workspace):
    """The ids found, best first; in the small base, or with ``shipped`` in the shipped one."""

    def of(*arguments, shipped=False):
        where = workspace({"briefer.yaml": WORK} if shipped else {}, name="shipped" if shipped else "work")
        return [hit["id"] for hit in run("search", *arguments, "--json", at=where).json]

    return of


def test_the_entry_with_the_words_comes_first(search):
    assert search("oil contract")[0] == "lamps/oil-contract"
    assert search("fog horns")[0] in ("fog-signals", "fog-signals/horns-installed")


@pytest.mark.parametrize("query", ["contract oil", "runs northern oil contract", "OIL Contract!", "contract, (oil)"])
def test_order_of_words_case_and_signs_do_not_matter(search, query):
    assert search(query)[0] == "lamps/oil-contract"


@pytest.mark.parametrize("query", ["contarct", "kontract", "contrat", "contracts"])
def test_a_misspelt_word_finds_what_was_meant(search, query):
    assert "lamps/oil-contract" in search(query)[:3]


@pytest.mark.parametrize("query", ["contr", "con", "oil contr", "nor"])
def test_the_beginning_of_a_word_is_enough(search, query):
    assert "lamps/oil-contract" in search(query)[:3]


def test_an_acronym_finds_its_expansion_and_an_alias_its_actor(search):
    assert "lamps/keepers-more-oil" in search("GoK")[:3]
    assert "keepers-2024-count" in search("gok", "--kind", "paper")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("frontex ukraine working arangement", "csdp-jha-synergies"),
        ("Türkiye", "turkiye-syria-afghanistan"),
        ("turkiye", "turkiye-syria-afghanistan"),
        ("turkey", "turkiye-syria-afghanistan"),
        ("central asia", "central-asia"),
        ("cen as", "central-asia"),
        ("asia central", "central-asia"),
        ("ressettlement", "resettlement"),
        ("talent partnrships", "talent-partnerships"),
        ("synergies jha", "csdp-jha-synergies"),
        ("libya eubam", "eubam-libya"),
        ("visa", "visa-leverage"),
        ("climate mobilty", "climate-mobility-africa"),
    ],
)
def test_topics_of_the_shipped_base_are_found_among_the_first_five(search, query, wanted):
    assert wanted in search(query, "--kind", "topic", shipped=True)[:5]


def test_accents_may_be_left_out_or_put_in(search):
    assert search("várhelyi", shipped=True) == search("varhelyi", shipped=True) != []


def test_a_number_of_a_paper_finds_it(search):
    assert search("9375/25", "--kind", "paper", shipped=True)[0] == "st-9375-2025"
    assert search("1234/25", "--kind", "paper") == ["st-1234-2025"]


@pytest.mark.parametrize("kind", ["fact", "position", "question", "topic", "paper"])
def test_a_kind_narrows_to_that_kind(run, workspace, kind):
    hits = run("search", "lamps keepers oil", "--kind", kind, "--json", at=workspace()).json
    assert hits and {hit["kind"] for hit in hits} == {kind}


def test_a_topic_narrows_to_what_stands_under_it(run, workspace):
    hits = run("search", "lamps horns example", "--topic", "fog-signals", "--json", at=workspace()).json
    assert hits and {hit["topic"] for hit in hits} == {"fog-signals"}


def test_a_limit_cuts_the_list_and_keeps_the_best(search):
    everything = search("lamps oil keepers")
    assert len(everything) > 3
    assert search("lamps oil keepers", "--limit", "3") == everything[:3]


def test_json_has_the_keys_of_the_contract_best_first(run, workspace):
    hits = run("search", "lamps oil", "--json", at=workspace()).json
    assert all(list(hit) == ["id", "kind", "topic", "text", "score", "layer", "file"] for hit in hits)
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(scores, reverse=True) and all(0 < s <= 100 for s in scores)
    for hit in hits:
        if hit["kind"] in ("fact", "position", "question"):
            assert hit["id"].startswith(f"{hit['topic']}/")


def test_nothing_found_is_an_empty_list_and_a_word_to_people(run, workspace, process):
    root = workspace()
    ran = process("search", "zzyzx", "--json", "--workspace", root)
    assert (ran.code, ran.json) == (0, [])
    plain = run("search", "zzyzx", at=root)
    assert (plain.code, plain.out) == (0, "")
    assert "Nothing is found" in plain.err


@pytest.mark.parametrize("query", ["", "!!!", "*", "[", "\\", "%s", "‮", "a" * 5000])
def test_odd_queries_find_nothing_and_break_nothing(run, workspace, query):
    ran = run("search", "--json", "--", query, at=workspace())
    assert (ran.code, ran.json) == (0, [])


def test_an_unknown_topic_is_used_wrongly_with_the_nearest_name(process, workspace):
    ran = process("search", "oil", "--topic", "lamp", "--json", "--workspace", workspace())
    assert (ran.code, ran.out) == (2, "")
    assert "“lamp”" in ran.err and "lamps?" in ran.err


def test_an_unknown_kind_is_used_wrongly(process, workspace):
    ran = process("search", "oil", "--kind", "ship", "--workspace", workspace())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_people_see_id_kind_and_text(run, workspace):
    out = run("search", "oil contract", at=workspace()).out
    assert "fact" in out and "lamps/oil-contract" in out and "runs to 31 January 2026" in out


def test_topics_are_listed_by_title_with_their_counts(run, workspace):
    ran = run("topics", at=workspace())
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines] == ["lamps", "fog-signals"]
    assert "3 facts" in lines[0] and "1 positions" in lines[0] and "2 questions" in lines[0]
