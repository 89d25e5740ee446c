"""What made people write: whole sentences by hand, dealt so that none comes back soon."""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sample_data.making.fits import Facts, suits

FOLDER = Path(__file__).with_name("texts")
HASTY = (
    ("wordt", "word"), ("personeel", "personneel"), ("financier", "finacier"), ("niet ", "neit "),
    ("te veel", "teveel"), ("overdracht", "overdragt"), ("concurrent", "concurent"),
    ("gebeurt", "gebeurd"), ("klanten", "klatnen"), ("investeerder", "investeeder"),
    ("eigenlijk", "eigelijk"), ("bedrijf", "bedijf"), ("medewerker", "mederwerker"),
    ("onze ", "onze  "), ("hoe ", "heo "),
)  # fmt: skip
"""What people mean and what they type."""


@dataclass(frozen=True)
class Texts:
    """``questions``: theme → what people say of it; ``asides``: what some add to it."""

    ambitions: tuple[str, ...]
    questions: Mapping[str, Sequence[str]]
    asides: tuple[str, ...]


@cache
def texts(name: str) -> Texts:
    """The sentences of one file of ``texts``."""
    held = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    return Texts(tuple(held["ambitions"]), held["questions"], tuple(held["asides"]["any"]))


@dataclass
class Dealer:
    """Deals sentences: always one of those it dealt least."""

    draw: random.Random
    dealt: Counter[str] = field(default_factory=Counter)

    def deal(self, options: Sequence[str]) -> str:
        """One of the options."""
        least = min(self.dealt[option] for option in options)
        chosen = self.draw.choice([o for o in options if self.dealt[o] == least])
        self.dealt[chosen] += 1
        return chosen

    def fitting(self, options: Sequence[str], facts: Facts) -> str:
        """One that somebody can have written; where there is none, any."""
        return self.deal([option for option in options if suits(option, facts)] or options)

    def question(self, held: Texts, theme: str, facts: Facts) -> str:
        """What somebody says of a theme: a line, or some lines."""
        said = [self.fitting(held.questions[theme], facts)]
        more = self.draw.choices([0, 1, 2], weights=[76, 19, 5])[0]
        said += [self.deal(held.asides) for _ in range(more)]
        first = said[0] if not more or said[0][-1] in ".?!" else f"{said[0]}."
        return typed(self.draw, " ".join([first, *said[1:]]))


def typed(draw: random.Random, text: str) -> str:
    """As somebody types it: now and then in haste, without a capital or a full stop."""
    if draw.random() < 0.08:
        text = text[0].lower() + text[1:]
    if draw.random() < 0.1:
        text = text.rstrip(".")
    slips = [(right, wrong) for right, wrong in HASTY if right in text]
    if slips and draw.random() < 0.09:
        text = text.replace(*draw.choice(slips), 1)
    return text
