"""A person's name as people write it, and whether two of them can be one person's.

"A. Lubbers", "Lubbers, Anke", "mevr. ANKE LUBBERS" and "Anke Lubbers-Vos" can be one person; "Anke"
and "Bas Lubbers" cannot. Accents, capitals, titles and particles (van, de, 't) do not count.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache

CACHED = 100_000
TITLES = frozenset(
    {"dhr", "heer", "mevr", "mevrouw", "mw", "mej", "mr", "mrs", "ms", "miss"}
    | {"drs", "dr", "ir", "ing", "prof", "jhr"}
)
DEGREES = frozenset({"bsc", "msc", "mba", "bba", "phd", "llm", "ra", "rb", "ba", "ma"})
PARTICLES = frozenset(
    {"van", "de", "der", "den", "het", "ten", "ter", "te", "op", "in", "von", "zu", "vd", "aan"}
    | {"bij", "la", "le", "du", "di", "da", "del", "el", "al"}
)
LEADING = frozenset({"van", "de", "der", "den", "het", "ten", "ter", "te", "vd"})
"""Particles that, in front, show that no first name is given; the others can be one (Al, Di)."""
YOUNGER = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii"}
INITIALS = re.compile(r"[A-Z]{2,3}")
ELIDED = re.compile(r"(?<!\w)['’‘`´][stk]\b", re.IGNORECASE)
SHORTENED = re.compile(r"\bv\.\s?d\.?\s|\bv/d\.?\s")
JOINED = re.compile(rf"-\s*((?:(?:{'|'.join(sorted(PARTICLES))})\s+)*)")
SHORTEST_NEARLY = 5
"""The letters of a word of which one may be a slip of the hand."""


class Alike(StrEnum):
    """How two names lie to each other."""

    SAME = "same"
    """The same words, in whatever order."""
    FITS = "fits"
    """One says less: initials, one first name of two, half of a double surname."""
    NEARLY = "nearly"
    """One letter differs, or only the surname or only the first name is the same or known."""
    OTHER = "other"
    UNKNOWN = "unknown"
    """One of them has no name."""


@dataclass(frozen=True)
class PersonName:
    """``given``: first names or initials; ``family``: the words of the surname, without particles.

    All in small letters without accents; ``younger``: jr or sr; ``numbers``: as in "Person 12".
    """

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    younger: str = ""
    numbers: tuple[str, ...] = ()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All of it, in one order whatever stood first."""
        return tuple(sorted((*self.given, *self.family)))

    @cached_property
    def is_full(self) -> bool:
        """Whether a first name is written out, and a surname stands there."""
        return all(any(len(word) > 1 for word in part) for part in (self.given, self.family))


@lru_cache(maxsize=CACHED)
def plain(text: str) -> str:
    """Small letters without accents."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in spread if not unicodedata.combining(c))


@cache
def person_name(text: str) -> PersonName:
    """The parts of a name; empty where there is no letter in it."""
    bare = SHORTENED.sub(" ", ELIDED.sub(" ", re.sub(r"\([^)]*\)", " ", text)))
    numbers = tuple(re.findall(r"\d+", text))
    words = _words(_turned(bare))
    younger = next((YOUNGER[w] for w in map(plain, words[1:]) if w in YOUNGER), "")
    kept = [w for i, w in enumerate(words) if i == 0 or plain(w) not in YOUNGER]
    kept = kept[1:] if [plain(w) for w in kept[:2]] == ["de", "heer"] else kept
    while len(kept) > 1 and plain(kept[0]) in TITLES:
        kept = kept[1:]
    while len(kept) > 2 and plain(kept[-1]) in DEGREES:  # noqa: PLR2004 - a name has two words
        kept = kept[:-1]
    starts = next((i for i, w in enumerate(kept) if plain(w) not in LEADING), len(kept))
    behind = [w for w in kept[starts + 1 :] if plain(w) not in PARTICLES]
    rest = [*kept[starts : starts + 1], *behind]
    if not rest:
        return PersonName((), tuple(map(plain, kept)), "", numbers)
    if starts:
        return PersonName((), _parts(rest), younger, numbers)
    *given, family = rest
    first_names = _given(given, in_capitals=family.isupper())
    return PersonName(first_names, _parts([family]), younger, numbers)


def _turned(text: str) -> str:
    """With what stands behind a comma first, unless those are only degrees."""
    first, *others = [part.strip() for part in text.split(",") if part.strip(" .")] or [""]
    behind = [p for p in others if not all(plain(w) in DEGREES | YOUNGER.keys() for w in _words(p))]
    last = [p for p in others if p not in behind]
    return " ".join((*reversed(behind), first, *last))


def _words(text: str) -> list[str]:
    """Words as written, a double name as one: "Jansen-de Vries" is "Jansen-Vries"."""
    joined = JOINED.sub("-", re.sub(r"\s*[-–]\s*", "-", text).replace(".", " "))
    joined = re.sub(r"['’‘`´]", "", joined)
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", unicodedata.normalize("NFC", joined))


def _given(words: list[str], *, in_capitals: bool) -> tuple[str, ...]:
    """First names each by themselves; "JW" beside a surname in small letters is two initials."""
    found: list[str] = []
    for word in words:
        if INITIALS.fullmatch(word) and not in_capitals:
            found += plain(word)
        else:
            found += plain(word).split("-")
    return tuple(found)


def _parts(words: list[str]) -> tuple[str, ...]:
    return tuple(part for word in words for part in plain(word).split("-"))


def alike(a: PersonName, b: PersonName) -> Alike:
    """How two names lie to each other; the same both ways about."""
    if not a.words or not b.words:
        return Alike.UNKNOWN
    if a.numbers != b.numbers or (a.younger != b.younger and a.younger and b.younger):
        return Alike.OTHER
    found = Alike.SAME if a.words == b.words else _by_parts(a, b)
    return Alike.NEARLY if a.younger != b.younger and found is not Alike.OTHER else found


def _by_parts(a: PersonName, b: PersonName) -> Alike:
    """By surname and first names apart."""
    family, given = set(a.family) & set(b.family), _given_alike(a.given, b.given)
    if family and given in (Alike.SAME, Alike.FITS):
        return Alike.FITS
    if not a.given or not b.given:
        return Alike.NEARLY if set(a.words) & set(b.words) else Alike.OTHER
    if given is Alike.SAME:
        return Alike.NEARLY if _written_out(a, b) or _one_slip(a.family, b.family) else Alike.OTHER
    return Alike.NEARLY if family and _one_slip(a.given, b.given) else Alike.OTHER


def _given_alike(a: tuple[str, ...], b: tuple[str, ...]) -> Alike:
    """Same: the first is the same, and no later one differs; fits: an initial of it."""
    if "".join(a) == "".join(b):
        return Alike.SAME
    pairs = list(zip(a, b, strict=False))
    fit = all(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in pairs)
    if not pairs or not fit:
        return Alike.OTHER
    return Alike.SAME if all(x == y for x, y in pairs) else Alike.FITS


def _written_out(a: PersonName, b: PersonName) -> bool:
    """Whether the first names that are the same are more than initials."""
    return len(a.given[0]) > 1 and len(b.given[0]) > 1


def _one_slip(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One letter more, less, other or turned round, in a word that is long enough."""
    return one_slip(" ".join(a), " ".join(b)) and min(map(len, (*a, *b))) >= SHORTEST_NEARLY


def one_slip(a: str, b: str) -> bool:
    """Whether one letter more, less, other, or two turned round make ``b`` of ``a``."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), None)
    start = min(len(a), len(b)) if start is None else start
    left, right = a[start:], b[start:]
    turned = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or turned
