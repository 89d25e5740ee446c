"""Whether a text says what does not hold: never read as what it says without its "not"."""

from __future__ import annotations

import re
import unicodedata

DENIED = re.compile(
    r"\b(niet|geen|nooit|niemand|nergens|noch|zonder|behalve|uitgezonderd|uitzondering|nee"
    r"|not|no|never|none|nobody|neither|nor|without|except|cannot|unable|unwilling"
    r"|onbeschikbaar\w*|unavailab\w+|verhinder\w*|afwezig\w*|absen\w+"
    r"|bezwaar|bezwaren|weiger\w*|refus\w+|declin\w+|disagree\w*|oneens|object(ion|ions)?"
    r"|opt out|uitschrijven|unsubscribe|minst|minste|least)\b|n't\b|\b(ca|do|does|wo|is|are)nt\b"
)
ADVERSE = re.compile(
    r"\b(slecht\w*|onmogelijk\w*|uitgesloten|sluit\w* .*\buit|ongewenst\w*|ongeschikt\w*"
    r"|overslaa\w*|sla\w* .*\bover|valle\w* .*\baf|valt .*\baf|vermijd\w*|vakantie\w*|bezet"
    r"|verboden"
    r"|liever anders|skip\w*|avoid\w*|blackout|busy|impossible|unsuitable|inconvenient|excluded?"
    r"|holidays?|unwanted|ingetrokken|geweigerd|withdrawn|withheld|revoked)\b"
)
"""Words that turn a question about what suits, or who agrees, and no other."""
DOUBLE = re.compile(
    r"\b(geen|niet|zonder|no|not|without|never|nooit)( \w+){0,2} (niet|geen|bezwaar|bezwaren|oneens"
    r"|weiger\w*|objections?|object|refuse|disagree|mind)\b|n't (\w+ )?(mind|object)\b"
)
HARMLESS = re.compile(
    r"\b(ja|yes|j|y|wel)\s*(/|of|or)\s*(nee|no|n|niet|not)\b"
    r"|\b(nee|no)\s*(/|of|or)\s*(ja|yes)\b"
    r"|\b(niet|not) (verplicht|required|mandatory|meer dan|more than)|\bno more than"
    r"|\b(indien|als|if) (niet|not) (van toepassing|applicable)|\b(zo niet|if not)\b"
    r"|\bten minste\b|\bat least\b|\b(zonder|without) (btw|vat)\b"
    r"|\bno\.|\bno of\b|\bno$"
)
"""Where the word turns nothing round: yes/no, not required, no. (number)."""
POSITIVE = (
    (re.compile(r"\b(onbeschikbaar|verhinder|afwezig)\w*"), "wanneer beschikbaar"),
    (re.compile(r"\b(unavailab|absen)\w*"), "when available"),
    (re.compile(r"\b(bezwa\w+|weiger\w*|oneens)"), "toestemming"),
    (re.compile(r"\b(refus\w*|declin\w*|disagree\w*|object\w*)"), "i consent"),
    (re.compile(r"\b(do|does|did) not\b"), " "),
)
"""A word that denies by itself, and what it denies."""


def is_negated(text: str) -> bool:
    """As words, not inside other words; brackets and capitals do not count."""
    return DENIED.search(HARMLESS.sub(" ", _folded(text))) is not None


def is_adverse(text: str) -> bool:
    """Whether a question about what suits asks for what does not suit, in other words than not."""
    return ADVERSE.search(_folded(text)) is not None


def is_doubly_negated(text: str) -> bool:
    """Whether a text denies what already denies: no objection, do not mind."""
    return DOUBLE.search(_folded(text)) is not None


def without_negation(text: str) -> str:
    """What the text would say if nothing in it were denied."""
    told = HARMLESS.sub(" ", _folded(text))
    for denied, said in POSITIVE:
        told = denied.sub(said, told)
    return " ".join(ADVERSE.sub(" ", DENIED.sub(" ", told)).split())


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.lower()).replace("\u2019", "'")
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())
