"""A zip under a password: only the right one opens it, and never more than a zip may hold."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
import pyzipper

from cohorts.errors import InputError
from cohorts.rounds import locked
from cohorts.rounds.locked import is_locked, lock, new_password, unlock

CONTENT = b"Anker B.V.,Jo Vos\n" * 200


def code(content: bytes, password: str) -> str:
    with pytest.raises(InputError) as error:
        unlock(content, password, "een.zip")
    (problem,) = error.value.problems
    assert problem.place == "een.zip"
    return problem.code


def test_only_its_password_opens_it() -> None:
    password = new_password()
    made = lock("alles.csv", CONTENT, password)
    assert is_locked(made)
    assert b"Anker" not in made
    assert unlock(made, password, "") == CONTENT
    assert code(made, new_password()) == "zip.wrong_password"
    assert code(made, "") == "zip.locked"


def test_it_opens_as_people_type_it() -> None:
    password = new_password()
    made = lock("alles.csv", CONTENT, password)
    for typed in (password.replace("-", ""), password.replace("-", " "), f"  {password}\n"):
        assert unlock(made, typed, "") == CONTENT


def test_a_password_is_long_enough_and_by_chance() -> None:
    found = {new_password() for _ in range(200)}
    assert len(found) == 200
    assert all(re.fullmatch(r"(\d{4}-){4}\d{4}", one) for one in found)
    assert 10 ** (locked.GROUPS * locked.DIGITS) > 2**60


def test_what_is_not_locked_is_as_it_was() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a", b"b")
    assert unlock(out.getvalue(), "", "") == out.getvalue()
    assert unlock(b"no zip", "x", "") == b"no zip"


def test_a_damaged_one_is_not_read() -> None:
    password = new_password()
    made = bytearray(lock("alles.csv", CONTENT, password))
    made[len(made) // 3] ^= 1
    assert code(bytes(made), password) == "zip.unreadable"


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locked, "MOST_BYTES", 10_000)
    made = lock("bom", bytes(1_000_000), "x")
    assert len(made) < 10_000
    assert code(made, "x") == "zip.too_large"


@pytest.mark.parametrize("pressed", [pyzipper.ZIP_BZIP2, pyzipper.ZIP_LZMA])
def test_what_unpacks_without_bound_is_not_begun(pressed: int) -> None:
    out = io.BytesIO()
    with pyzipper.AESZipFile(out, "w", compression=pressed, encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(b"x")
        archive.writestr("bom", bytes(1_000))
    assert code(out.getvalue(), "x") == "zip.unreadable"


def test_a_way_to_press_that_is_not_known_is_no_wrong_password() -> None:
    made = bytearray(lock("a", b"b", "x"))
    for at in [at for at in range(len(made)) if made[at : at + 2] == b"\x01\x99"]:
        made[at + 9 : at + 11] = b"\x0c\x63"  # within what says how it was locked
    assert code(bytes(made), "x") == "zip.unreadable"


def test_more_than_one_file_is_none_of_ours() -> None:
    out = io.BytesIO()
    with pyzipper.AESZipFile(out, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(b"x")
        archive.writestr("a", b"1")
        archive.writestr("b", b"2")
    assert code(out.getvalue(), "x") == "zip.unreadable"
