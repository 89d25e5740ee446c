"""JSON of every shape: what is read, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cohorts.errors import InputError
from cohorts.intake import read_applicants, write_clean


def written(folder: Path, content: str | bytes, name: str = "a.json") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "content",
    [
        '[{"id": 1, "company": "Bakkerij"}]',
        '{"id": 1, "company": "Bakkerij"}\n{"id": 2, "company": "Smederij"}\n',
        '{"@odata.context": "x", "value": [{"id": 1, "company": "Bakkerij"}]}',
        '{"data": {"items": [{"id": 1, "company": "Bakkerij"}], "errors": []}}',
        '[{"id": 1, "company": {"name": "Bakkerij"}}]',
        '[["id", "company"], [1, "Bakkerij"]]',
        '\ufeff[{"id": 1, "company": "Bakkerij"}]',
        '[{"id": 1, "company": "Bakkerij"}]'.encode("utf-16"),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.csv", "a"])
def test_shapes_that_are_read(content: str | bytes, name: str, tmp_path: Path) -> None:
    first = read_applicants(written(tmp_path, content, name))[0]
    assert (first.id, first.company) == ("1", "Bakkerij")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("[1, 2]", "intake.json_shape"),
        ('"hello"', "intake.json_shape"),
        ('{"a": [{"id": 1}], "b": [{"id": 2}]}', "intake.json_shape"),
        ('{"id": [1, 2], "company": ["A", "B"]}', "intake.json_shape"),
        ('[["id", "id"], [1, 2]]', "intake.json_shape"),
        ('[["id", "company"], [1]]', "intake.json_shape"),
        ("[]", "intake.no_rows"),
        ("[{}]", "intake.no_rows"),
        ('{"id": 1}\n{"id": ', "intake.broken_json"),
        ("[" * 100_000, "intake.broken_json"),
        ('{"a":' * 100_000, "intake.broken_json"),
    ],
)
def test_shapes_that_are_refused(content: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_applicants(written(tmp_path, content))
    assert caught.value.problems[0].code == code
    assert caught.value.problems[0].place == "a.json"


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_applicants(written(tmp_path, '{"id": 1}\n\n{"id": 2}\n{"id": \n', "a.jsonl"))
    assert caught.value.problems[0].facts["row"] == "4"


def test_objects_in_objects_are_columns_of_their_own(tmp_path: Path) -> None:
    content = [{"id": 1, "company": {"name": "A", "kvk": "12345678"}, "x": {"y": {"z": [1, {}]}}}]
    found = read_applicants(written(tmp_path, json.dumps(content)))[0]
    assert (found.company, found.kvk, found.extra) == ("A", "12345678", {"x.y.z": "1|{}"})


def test_a_csv_may_begin_with_a_bracket(tmp_path: Path) -> None:
    for content in ("[id],[company]\n1,Bakkerij\n", "{id};company\n1;Bakkerij\n"):
        assert read_applicants(written(tmp_path, content, "a.txt"))[0].company == "Bakkerij"


def test_numbers_that_are_none(tmp_path: Path) -> None:
    """NaN is missing; what is infinite or endless is told, and never brings anything down."""
    long = "9" * 5000
    content = (
        f'[{{"id": {long}, "company": "A", "fte": {long}, "kvk": {long}, "founded": {long}}},'
        '{"id": 12345678901234567890123, "company": "B", "fte": NaN, "turnover": Infinity},'
        '{"id": "c", "company": "C", "fte": 1e400, "profit": -Infinity}]'
    )
    found = {a.company: a for a in read_applicants(written(tmp_path, content))}
    assert found["A"].id == long
    assert found["B"].id == "12345678901234567890123"
    for a in found.values():
        assert [a.fte, a.turnover, a.profit, a.kvk, a.founded] == [None] * 5
    told = [(r.row, r.column) for r in read_applicants(tmp_path / "a.json").report.remarks]
    assert sorted(told) == [
        *((1, "founded"), (1, "fte"), (1, "kvk")),
        *((2, "turnover"), (3, "fte"), (3, "profit")),
    ]


def test_half_a_sign_is_left_out(tmp_path: Path) -> None:
    path = written(tmp_path, '[{"id": "a\\ud800", "company": "B\\udfff\\u2066"}]')
    found = read_applicants(path)
    assert (found[0].id, found[0].company) == ("a", "B")
    write_clean(found, tmp_path / "clean.csv")
    assert list(read_applicants(tmp_path / "clean.csv")) == list(found)
