"""Tables of ballots: two layouts, whatever people write in them, and every bad cell named."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook

from cohorts.committee.ballot_files import Votes, read_votes
from cohorts.committee.votes import Asked, Criterion, Silence
from cohorts.errors import InputError
from cohorts.words import Language, explain, remedy_of, say

YES, NO = (Fraction(1),), (Fraction(0),)
Read = Callable[..., Votes]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a text as a file, and files beside it by the names of their options."""

    def written(text: str | bytes, **told: object) -> Votes:
        path = tmp_path / "stemmen.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        for name in ("weights", "blocked", "doubts"):
            if isinstance(beside := told.get(name), str):
                told[name] = tmp_path / f"{name}.csv"
                (tmp_path / f"{name}.csv").write_text(beside)
        return read_votes(path, **told)  # type: ignore[arg-type]  # options by name

    return written


def said(votes: Votes, voter: str) -> dict[str, object]:
    (ballot,) = (b for b in votes.election.ballots if b.voter == voter)
    return {
        c: s if isinstance(s, Silence) else tuple(map(float, s)) for c, s in ballot.said.items()
    }


def codes(votes: Votes) -> list[str]:
    for remark in votes.remarks:
        for language in Language:
            say(remark.code, language, **remark.facts)
            remedy_of(remark.code, remark.facts, language)
    return [remark.code for remark in votes.remarks]


def faults(error: pytest.ExceptionInfo[InputError]) -> list[tuple[str, str]]:
    for problem in error.value.problems:
        for language in Language:
            explain(problem, language)
    return [(problem.code, problem.place) for problem in error.value.problems]


def test_a_column_per_voter(read: Read) -> None:
    votes = read("kandidaat;naam;Jan;Piet\n007;Anker;ja;belang\n008;Berk;nee;onthouding\n")
    assert votes.election.asked is Asked.YES
    assert votes.election.candidates == ("007", "008")
    assert votes.election.names == {"007": "Anker", "008": "Berk"}
    assert said(votes, "Jan") == {"007": (1.0,), "008": (0.0,)}
    assert said(votes, "Piet") == {"007": Silence.RECUSED, "008": Silence.ABSTAINED}
    assert codes(votes) == []


def test_a_row_per_voter_and_candidate_with_criteria(read: Read) -> None:
    criteria = (Criterion("Kwaliteit", Fraction(2)), Criterion("Durf", high=Fraction(10)))
    text = (
        "jurylid;id;durf;kwaliteit;opmerking;sfeer\nJan;1;7,5;4;mooi;9\nPiet;1;;3;;\nPiet;2;;;;\n"
    )
    votes = read(text, criteria=criteria)
    assert said(votes, "Jan") == {"1": (4.0, 7.5), "2": Silence.NOT_JUDGED}
    assert said(votes, "Piet") == {"1": Silence.NOT_JUDGED, "2": Silence.NOT_JUDGED}
    assert votes.election.criteria == criteria
    assert codes(votes) == ["votes.columns_passed", "votes.columns_passed", "votes.half"]


def test_a_workbook_with_numbers_and_truths(tmp_path: Path) -> None:
    book = Workbook()
    for row in (("id", "Jan", "Piet"), (1, True, False), (2, "=1+1", 1)):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(InputError) as error:
        read_votes(tmp_path / "a.xlsx", asked=Asked.YES)
    assert faults(error) == [("votes.no_yes", "a.xlsx:3")]
    book.active["B3"] = 0
    book.save(tmp_path / "a.xlsx")
    votes = read_votes(tmp_path / "a.xlsx")
    assert said(votes, "Jan") == {"1": (1.0,), "2": (0.0,)}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("id;Jan\n1;4\n2;5\n", Asked.SCORES),
        ("id;Jan\n1;7,5\n2;1\n", Asked.SCORES),
        ("id;Jan\n1;0\n2;3\n", Asked.SCORES),
        ("lid;id;plaats\nJan;1;1\nJan;2;2\n", Asked.ORDER),
        ("lid;id;punten\nJan;1;1\nJan;2;2\n", Asked.SCORES),
        ("lid;id;a;b\nJan;1;1;1\nJan;2;2;2\n", Asked.SCORES),
        ("id;Jan\n1;x\n2;\n", Asked.YES),
        ("id;Jan\n1;ja\n2;0\n", Asked.YES),
        ("id;Jan;Piet\n1;1;2\n2;2;1\n", None),
        ("id;Jan;Piet\n1;1;0\n2;0;1\n", None),
        ("id;Jan;Piet\n1;ja;4\n2;nee;1\n", None),
        ("id;Jan\n1;\n2;\n", None),
    ],
)
def test_what_it_holds_is_guessed_only_where_it_can_be_no_other(
    read: Read, text: str, asked: Asked | None
) -> None:
    if asked is None:
        with pytest.raises(InputError) as error:
            read(text)
        assert faults(error) == [("votes.which", "stemmen.csv")]
    else:
        assert read(text).election.asked is asked


def test_what_is_left_open_is_a_no_where_nobody_wrote_no(read: Read) -> None:
    votes = read("id;Jan;Piet;Klaas\n1;x;;\n2;;x;\n3;belang;;\n")
    assert said(votes, "Jan") == {"1": (1.0,), "2": (0.0,), "3": Silence.RECUSED}
    assert said(votes, "Piet") == {"1": (0.0,), "2": (1.0,), "3": (0.0,)}
    assert set(said(votes, "Klaas").values()) == {Silence.NOT_JUDGED}
    assert codes(votes) == ["votes.only_yes"]
    assert said(read("id;Jan\n1;x\n2;\n3;nee\n"), "Jan")["2"] is Silence.NOT_JUDGED


def test_every_bad_cell_is_named(read: Read) -> None:
    with pytest.raises(InputError) as error:
        read("id;Jan;Piet\n1;4;zes\n2;11;3\n3;=1+1;#REF!\n", scale=(Fraction(1), Fraction(5)))
    assert faults(error) == [
        ("votes.no_scores", "stemmen.csv:2"),
        ("votes.outside", "stemmen.csv:3"),
        ("votes.no_scores", "stemmen.csv:4"),
        ("votes.no_scores", "stemmen.csv:4"),
    ]
    assert [p.facts["column"] for p in error.value.problems] == ["Piet", "Jan", "Jan", "Piet"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("id;Jan;Jan\n1;ja;nee\n", "votes.column_twice"),
        ("id;Jan;\n1;ja;nee\n", "votes.column_nameless"),
        ("id;naam\n1;Anker\n", "votes.no_votes"),
        ("lid;id;stem\n;1;ja\n", "votes.nobody"),
        ("id;Jan\n1;ja\n;ja\n", "votes.nobody"),
        ("id;Jan;Piet\n1;ja;ja\n1;nee;nee\n", "votes.candidate_twice"),
        ("lid;id;stem\nJan;1;ja\nJan;1;nee\n", "votes.voted_twice"),
        ("wie;wat\n1;ja\n", "intake.columns_absent"),
        ("", "intake.empty_file"),
        ("id;Jan\n", "intake.no_rows"),
        ("id;Jan\n1;-5\n", "votes.no_scale"),
        ("id;Jan\n1;ja\n2;-\n", "votes.no_yes"),
        (f"id;Jan\n1;ja\n2;{'j' * 10_000}\n", "votes.no_yes"),
    ],
)
def test_what_cannot_be_read_is_refused(read: Read, text: str, code: str) -> None:
    with pytest.raises(InputError) as error:
        read(text)
    assert [found for found, _ in faults(error)] == [code]
    assert all(len(str(p.facts)) < 500 for p in error.value.problems)


def test_one_number_alone_above_ten_is_a_slip_and_no_scale(read: Read) -> None:
    rows = "".join(f"{n};{n % 5 + 1}\n" for n in range(6))
    text = f"id;score Jan\n{rows}7;44\n"
    with pytest.raises(InputError) as error:
        read(text, asked=Asked.SCORES)
    assert faults(error) == [("votes.alone_above", "stemmen.csv:8")]
    assert error.value.problems[0].facts["given"] == "44"
    given = read(text, asked=Asked.SCORES, scale=(Fraction(0), Fraction(100)))
    assert given.election.criteria[0].high == 100
    several = read(f"{text}8;60\n", asked=Asked.SCORES)
    assert several.election.criteria[0].high == 100
    few = read("id;score Jan\n1;5\n2;70\n", asked=Asked.SCORES)
    assert few.election.criteria[0].high == 100


def test_a_voter_may_be_called_anything(read: Read) -> None:
    votes = read("id;naam;name;lid\n1;Anker;ja;nee\n2;Berk;nee;ja\n")
    assert [b.voter for b in votes.election.ballots] == ["name", "lid"]
    assert votes.election.names == {"1": "Anker", "2": "Berk"}
    long_ = read("stemmer;id;stem\nname;1;ja\nid;1;nee\n")
    assert [b.voter for b in long_.election.ballots] == ["name", "id"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_signs_that_nobody_sees(read: Read, encoding: str) -> None:
    votes = read("id,Zoë\n01,\0ja\n02,NEE\u00a0\n".encode(encoding))
    assert said(votes, "Zoë") == {"01": (1.0,), "02": (0.0,)}


def test_sums_are_no_voters_and_no_candidates(read: Read) -> None:
    votes = read("id;Jan;Gemiddelde\n1;4;4\n2;5;5\nTotaal;9;9\n")
    assert [b.voter for b in votes.election.ballots] == ["Jan"]
    assert votes.election.candidates == ("1", "2")
    assert codes(votes) == ["votes.columns_passed", "votes.row_passed", "votes.scale_taken"]


def test_two_names_alike_are_two_voters_and_that_is_said(read: Read) -> None:
    votes = read("lid;id;stem\nJan;1;ja\njan;1;nee\n")
    assert len(votes.election.ballots) == 2
    assert codes(votes) == ["votes.voters_alike"]


def test_weights(read: Read) -> None:
    text = "id;Jan;Piet\n1;ja;nee\n"
    votes = read(text, weights="partner;gewicht\nJan;2,5\n")
    assert [b.weight for b in votes.election.ballots] == [Fraction(5, 2), 1]
    assert codes(votes) == ["votes.weighs_one"]
    with pytest.raises(InputError) as error:
        read(text, weights="partner;gewicht\nJan;0\nKlaas;1\nPiet;2\nPiet;3\nJan;veel\n")
    assert [code for code, _ in faults(error)] == [
        "votes.weight",
        "votes.unknown_voter",
        "votes.weighed_twice",
        "votes.weight",
    ]


def test_who_may_not_judge_somebody_does_not(read: Read) -> None:
    text = "id;Jan;Piet\n1;ja;nee\n2;ja;nee\n"
    votes = read(text, blocked="lid;id\nJan;1\n")
    assert said(votes, "Jan") == {"1": Silence.RECUSED, "2": (1.0,)}
    assert codes(votes) == ["votes.put_aside"]
    with pytest.raises(InputError) as error:
        read(text, blocked="lid;id\nJan;9\nKlaas;1\n")
    assert [code for code, _ in faults(error)] == ["votes.stranger", "votes.unknown_voter"]


def test_who_was_doubted_comes_from_a_column_or_a_second_file(read: Read) -> None:
    text = "lid;id;score{}\nJan;1;3{}\nJan;2;3{}\nJan;3;5{}\n"
    column = read(text.format(";twijfel", ";2", ";1", ";"))
    second = read(text.format(*4 * ("",)), doubts="id;Jan\n1;2\n2;1\n")
    for votes in (column, second):
        assert votes.election.asked is Asked.SCORES
        assert votes.election.ballots[0].doubts == {"1": 2, "2": 1}
    with pytest.raises(InputError) as error:
        read(text.format(*4 * ("",)), doubts="id;Klaas\n9;1\n")
    assert [code for code, _ in faults(error)] == ["votes.unknown_voter", "votes.stranger"]


def test_what_is_too_large_is_not_held(read: Read) -> None:
    rows = "".join(f"v{n};c{n};ja\n" for n in range(1_500))
    with pytest.raises(InputError) as error:
        read(f"lid;id;stem\n{rows}")
    assert faults(error) == [("votes.too_large", "stemmen.csv")]


def test_a_row_with_fewer_cells_is_said(read: Read) -> None:
    assert codes(read("id;Jan;Piet\n1;ja\n2;ja;nee\n")) == ["intake.short_row"]


def test_a_column_that_stands_there_twice_is_named_once(read: Read) -> None:
    with pytest.raises(InputError) as error:
        read("id;Jan;Jan;Jan\n1;ja;nee;ja\n")
    assert error.value.problems[0].facts["headers"] == ("Jan",)


BY_ROW = "voter,applicant_id,vote\nJan,1,ja\nPiet,1,ja\nJan,2,ja\nJan,3,ja\nJan,4,ja\nPiet,3,nee\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("id,Jan,Piet\n1,ja,ja\n2,ja,nee\n3,ja,\n4,ja,nee\n", "stemmen.csv:4"),
        (BY_ROW, "stemmen.csv:5"),
    ],
)
def test_more_yes_than_may_be_is_refused_at_the_first_too_many(
    read: Read, text: str, place: str
) -> None:
    with pytest.raises(InputError) as raised:
        read(text, most_yes=2)
    assert faults(raised) == [("votes.yes_many", place)]
    assert raised.value.problems[0].facts["voter"] == "Jan"
    assert read(text, most_yes=4).election == read(text).election


def test_a_yes_that_is_put_aside_is_not_one_too_many(read: Read) -> None:
    blocked = "voter,applicant_id\nJan,4\n"
    assert "votes.put_aside" in codes(read(BY_ROW, most_yes=3, blocked=blocked))
    with pytest.raises(InputError):
        read(BY_ROW, most_yes=2, blocked=blocked)


def test_the_limit_is_of_yes_alone(read: Read) -> None:
    assert read("id,Jan\n1,4\n2,5\n3,2\n", scale=(Fraction(1), Fraction(5)), most_yes=1)
