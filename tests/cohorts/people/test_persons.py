"""Who the people are behind applications: closed over, never against a third, as answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.identity import Answer, cannot_be_one, same, traits
from cohorts.people.persons import MOST_COMPARED, Doubt, matched, persons
from tests.cohorts.people.test_identity import SOME, one

ANKE = "Anke Lubbers"


def test_sure_links_are_closed_over() -> None:
    """1 = 2 by number and name, 2 = 3 by address and name; 1 and 3 share nothing."""
    a = one("1", name=ANKE, kvk="61000010", email="a@x.nl")
    b = one("2", name=ANKE, kvk="61000010", email="b@y.nl")
    c = one("3", name="A. Lubbers", email="b@y.nl")
    assert same(a, c).answer is Answer.NO
    assert persons([c, a, b]).people == (("1", "2", "3"),)


def jansens() -> list[Applicant]:
    names = {"1": "J. Jansen", "2": "Jan Jansen", "3": "Joop Jansen"}
    return [one(i, name=name, email="fam@jansen.nl") for i, name in names.items()]


def test_who_fits_two_that_are_not_one_is_asked_about() -> None:
    found = persons(jansens())
    assert found.people == (("1",), ("2",), ("3",))
    assert [(d.a, d.b, d.why) for d in found.doubts] == [
        *(("1", "2", "between"), ("1", "3", "between")),
    ]
    assert found.shared == (("1", "2", "3"),)


def test_names_of_one_address_are_all_held_against_each_other() -> None:
    """J. stands between Jan and Joop, and fits both."""
    names = {"1": "Jan Jansen", "2": "J. Jansen", "3": "Joop Jansen"}
    found = persons([one(i, name=name, email="fam@jansen.nl") for i, name in names.items()])
    assert found.shared == (("1", "2", "3"),)


def test_two_years_of_birth_by_way_of_a_row_without_one() -> None:
    years = {"1": 1970, "2": None, "3": 1980}
    rows = [one(i, name=ANKE, email="a@x.nl", birth_year=year) for i, year in years.items()]
    found = persons(rows)
    assert found.people == (("1",), ("2",), ("3",))
    assert {d.why for d in found.doubts} == {"between", "other_birth_year"}


def test_an_export_that_says_the_same_asks_nothing_of_two_who_were_parted() -> None:
    two = [one(i, name=ANKE, email="a@x.nl", company=c) for i, c in (("1", "Zon"), ("2", "Maan"))]
    again = [replace(a, id=ApplicantId(f"9{a.id}")) for a in two]
    found = matched(two, again)
    assert (found.who, found.doubts) == ({"91": "1", "92": "2"}, ())
    silent = one("1"), one("7")
    assert matched(silent[:1], silent[1:]).who == {}


def test_too_long_a_chain_is_doubtful_altogether() -> None:
    """Of each company and the next two words of three are the same; of the ends none is."""
    words = [f"q{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(MOST_COMPARED + 3)]
    companies = [" ".join(words[i : i + 3]) for i in range(MOST_COMPARED + 1)]
    chain = [one(f"{i:02}", name=ANKE, email="a@x.nl", company=c) for i, c in enumerate(companies)]
    assert same(chain[0], chain[1]).answer is Answer.YES
    assert all(len(several) == 1 for several in persons(chain).people)


def test_of_two_doubts_about_two_people_the_same_one_is_said_whatever_the_order() -> None:
    """3 has the company of 1 and the place of 2, who are one person."""
    rows = [
        one("1", name=ANKE, email="a@x.nl", company="Dam", place="Goor"),
        one("2", name=ANKE, email="a@x.nl", place="Zwolle"),
        one("3", name=ANKE, company="Dam", place="Zwolle"),
    ]
    assert [same(a, rows[2]).why for a in rows[:2]] == ["company_name_unsure", "place_and_name"]
    assert persons(rows).doubts == (Doubt(rows[0].id, rows[2].id, "company_name_unsure"),)


def test_one_before_who_is_two_now_is_asked_about() -> None:
    now = [one("7", name=ANKE, email="a@x.nl"), one("8", name=ANKE, email="a@x.nl")]
    found = matched([one("1", name=ANKE, email="a@x.nl")], now)
    assert found.who == {}
    assert [(d.a, d.b, d.why) for d in found.doubts] == [
        *(("1", "7", "between"), ("1", "8", "between")),
    ]


def test_an_answer_settles_the_other_doubt_too() -> None:
    """If J. is Jan, he is not Joop."""
    found = persons(jansens(), one=[("2", "1")])
    assert (found.people, found.doubts) == ((("1", "2"), ("3",)), ())
    found = persons(jansens(), two=[("1", "2")])
    assert [(d.a, d.b) for d in found.doubts] == [("1", "3")]


def test_two_that_were_said_to_be_two_stay_two() -> None:
    twice = [one("1", name=ANKE, email="a@x.nl"), one("2", name=ANKE, email="a@x.nl")]
    assert persons(twice).people == (("1", "2"),)
    found = persons(twice, two=[("1", "2")])
    assert (found.people, found.doubts) == ((("1",), ("2",)), ())
    third = one("3", name=ANKE, email="a@x.nl")
    found = persons([*twice, third], two=[("1", "2")])
    assert found.people == (("1",), ("2",), ("3",))
    assert [(d.a, d.b) for d in found.doubts] == [("1", "3"), ("2", "3")]


def test_two_companies_by_way_of_a_row_without_one() -> None:
    rows = [
        one("1", name=ANKE, email="a@x.nl", kvk="61000010"),
        one("2", name=ANKE, email="a@x.nl"),
        one("3", name=ANKE, email="a@x.nl", kvk="61000017"),
    ]
    found = persons(rows)
    assert len(found.people) == 3
    assert {d.why for d in found.doubts} == {"between", "two_companies"}


PEOPLE = st.lists(SOME, max_size=7)


@settings(max_examples=60)
@given(PEOPLE, st.randoms(use_true_random=False), st.data())
def test_the_order_of_the_rows_decides_nothing(
    known: list[dict[str, Any]], random: Any, data: st.DataObject
) -> None:
    rows = [one(str(i), **facts) for i, facts in enumerate(known)]
    ids = st.sampled_from([str(i) for i in range(len(rows) + 1)])
    two = data.draw(st.lists(st.tuples(ids, ids).filter(lambda p: p[0] != p[1]), max_size=2))
    found = persons(rows, two=two)
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert persons(shuffled, two=two) == found
    assert sorted(i for several in found.people for i in several) == sorted(a.id for a in rows)
    by_id = {a.id: traits(a) for a in rows}
    for several in found.people:
        for i in several:
            assert not any(cannot_be_one(by_id[i], by_id[j]) for j in several)
            assert not any({a, b} <= set(several) for a, b in two)
    # whoever may be one, and is not, is asked about or was answered
    who = {i: several[0] for several in found.people for i in several}
    asked = {frozenset((d.a, d.b)) for d in found.doubts}
    answered = {frozenset((who[ApplicantId(a)], who[ApplicantId(b)])) for a, b in two
                if a in who and b in who}  # fmt: skip
    for a in rows:
        for b in rows:
            if same(a, b).answer is Answer.DOUBTFUL and who[a.id] != who[b.id]:
                assert frozenset((who[a.id], who[b.id])) in asked | answered


def test_many_with_one_address_or_number_are_no_square() -> None:
    crowd = [
        one(f"{i:05}", name=f"Naam{chr(97 + i % 26)} Dam", email="info@x.nl") for i in range(3000)
    ]
    found = persons(crowd)
    assert len(found.people) == 26


def test_a_person_is_one_over_two_imports_whatever_their_number() -> None:
    """The form numbers anew: 1 was Anke and is Bas now."""
    before = [
        one("1", name=ANKE, kvk="61000010"),
        one("2", name="Bas Vosman", email="b@x.nl"),
        one("3", name="J. Jansen", kvk="61000024"),
    ]
    now = [
        one("1", name="Vosman, Bas", email="B@X.NL"),
        one("2", name="Eva Dam", email="e@x.nl"),
        one("9", name="ANKE LUBBERS", kvk="61000010"),
        one("4", name="Jan Jansen", kvk="61000024"),
    ]
    found = matched(before, now)
    assert found.who == {"1": "2", "9": "1"}
    assert found.doubts == (Doubt(ApplicantId("3"), ApplicantId("4"), "kvk_other_name"),)
    assert matched(before, now, one=[("3", "4")]).who["4"] == "3"  # type: ignore[index] # ids in a test
    assert matched(before, now, two=[("3", "4")]).doubts == ()
