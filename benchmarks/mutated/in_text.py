"""Damage to text: encodings, ends of lines, quotes, marks that one cannot see."""

from __future__ import annotations

import codecs
import random

from benchmarks.mutated.in_bytes import MOST
from benchmarks.mutated.odd import ODD

Dice = random.Random
ENCODINGS = (
    *("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp850", "mac_roman"),
    *("latin-1", "utf-7", "cp037", "iso2022_jp"),
)
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)
SIGNS = (
    *"\"'`,;|\t",
    "\n",
    "\r",
    "\r\n",
    "\n\n\n",
    "\\",
    "#",
    "{",
    "}",
    "[",
    "]",
    ":",
    "=",
    "\x0c",
)


def text_of(data: bytes) -> str:
    """As text, with whatever is no UTF-8 kept."""
    return data.decode("utf-8", errors="surrogateescape")


def bytes_of(text: str) -> bytes:
    """Back as bytes; a half of a pair of surrogates is written as it is."""
    try:
        return text.encode("utf-8", errors="surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", errors="surrogatepass")


def other_encoding(dice: Dice, data: bytes) -> bytes:
    """Written in another encoding."""
    return text_of(data).encode(dice.choice(ENCODINGS), errors="replace")


def wrong_mark(dice: Dice, data: bytes) -> bytes:
    """The mark of another encoding before it."""
    return dice.choice(MARKS) * dice.choice([1, 1, 2]) + data


def other_line_ends(dice: Dice, data: bytes) -> bytes:
    """Lines end otherwise, all or some."""
    lines = data.split(b"\n")
    ends = dice.choice([[b"\r"], [b"\r\n"], [b"\n", b"\r\n", b"\r"], [b"\n\n"], [b"\x0b"]])
    return b"".join(line + dice.choice(ends) for line in lines)


def odd_signs(dice: Dice, data: bytes) -> bytes:
    """Signs that mean something to a reader, anywhere."""
    text = text_of(data)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(SIGNS) + text[at:]
    return bytes_of(text)


def odd_words(dice: Dice, data: bytes) -> bytes:
    """Values that no form gives, anywhere."""
    text = text_of(data)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(ODD) + text[at:]
    return bytes_of(text)


def quotes_lost(dice: Dice, data: bytes) -> bytes:
    """Some or all quotes gone, or doubled."""
    quote, instead = dice.choice([(b'"', b""), (b'"', b'""'), (b'"', b"'"), (b"'", b'"')])
    return data.replace(quote, instead, dice.choice([1, 2, 5, -1]))


def other_delimiter(dice: Dice, data: bytes) -> bytes:
    """One sign for another, everywhere or at first."""
    found = dice.choice([b",", b";", b".", b"=", b":", b" "])
    other = dice.choice([b";", b",", b"\t", b"|", b" ", b"\x1f"])
    return data.replace(found, other, dice.choice([1, 3, -1, -1]))


def a_line_moved(dice: Dice, data: bytes) -> bytes:
    """A line somewhere else, or gone, or there many times."""
    lines = data.split(b"\n")
    line = lines.pop(dice.randrange(len(lines)))
    for _ in range(dice.choice([0, 1, 2, 300])):
        lines.insert(dice.randrange(len(lines) + 1), line)
    return b"\n".join(lines)[:MOST]


IN_TEXT = (
    *(other_encoding, wrong_mark, other_line_ends, odd_signs, odd_words, quotes_lost),
    *(other_delimiter, a_line_moved),
)
