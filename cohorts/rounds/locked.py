"""A file under a password: what names people goes along in a zip that only the password opens.

AES of 256 bits, as other programs open it too. In it is one file: the names of files in a zip can
be read without its password, so several files are a zip within it.
"""

from __future__ import annotations

import io
import secrets
import zipfile
import zlib

import pyzipper

from cohorts.errors import InputError, Problem
from cohorts.rounds.packed import MOST_BYTES, PACKED

GROUPS, DIGITS = 5, 4
"""Of a password: twenty digits, 66 bits; fit to be read aloud over the telephone."""
BITS = 256
UNFIT = (
    *(zipfile.BadZipFile, pyzipper.BadZipFile, zlib.error, EOFError, OSError),
    *(ValueError, NotImplementedError),
)


def new_password() -> str:
    """``4821-0937-5512-7740-1936``: by chance, and kept nowhere."""
    return "-".join(f"{secrets.randbelow(10**DIGITS):0{DIGITS}}" for _ in range(GROUPS))


def lock(name: str, content: bytes, password: str) -> bytes:
    """A zip with the one file; never twice the same bytes."""
    out = io.BytesIO()
    with pyzipper.AESZipFile(out, "w", compression=pyzipper.ZIP_DEFLATED) as archive:
        archive.setencryption(pyzipper.WZ_AES, nbits=BITS)
        archive.setpassword(password.encode())
        archive.writestr(name, content)
    return out.getvalue()


def is_locked(content: bytes) -> bool:
    """Whether it is a zip in which something asks for a password."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(entry.flag_bits & 1 for entry in archive.infolist())
    except UNFIT:
        return False


def unlock(content: bytes, password: str, place: str) -> bytes:
    """The one file in it; what is not locked is given back as it is.

    Spaces and dashes in the password are as somebody types them. Raises InputError: ``zip.locked``
    without a password, ``zip.wrong_password``, ``zip.too_large`` or ``zip.unreadable``.
    """
    if len(content) > MOST_BYTES:
        raise _too_large(place)
    if not is_locked(content):
        return content
    if not password.strip():
        raise InputError(Problem("zip.locked", place))
    try:
        with pyzipper.AESZipFile(io.BytesIO(content)) as archive:
            archive.setpassword(_as_made(password).encode())
            return _only(archive, place)
    except UNFIT:  # what is not known is a RuntimeError too: first
        raise InputError(Problem("zip.unreadable", place)) from None
    except RuntimeError:  # how it says that the password is another
        raise InputError(Problem("zip.wrong_password", place)) from None


def _only(archive: pyzipper.AESZipFile, place: str) -> bytes:
    """No more than its head states, which is looked at before anything is unpacked.

    Other ways to press than ours know no bound: they unpack a few bytes to all of memory.
    """
    entries = archive.infolist()
    if len(entries) != 1 or entries[0].compress_type not in PACKED:
        raise InputError(Problem("zip.unreadable", place))
    (entry,) = entries
    if entry.file_size > MOST_BYTES:
        raise _too_large(place)
    with archive.open(entry) as file:
        content: bytes = file.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise InputError(Problem("zip.unreadable", place))
    return content


def _as_made(password: str) -> str:
    """Digits in groups, where that is what was typed; else as it was typed: of another's zip."""
    digits = "".join(sign for sign in password if sign not in " -\u2013\u00a0")
    if len(digits) == GROUPS * DIGITS and digits.isascii() and digits.isdigit():
        return "-".join(digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS))
    return password.strip()


def _too_large(place: str) -> InputError:
    return InputError(Problem("zip.too_large", place, {"most": MOST_BYTES // 1_000_000}))
