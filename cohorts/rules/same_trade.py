"""Who does the same close by does not sit in one group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np
from typing_extensions import override

from cohorts.geography.close_by import PER_KM, Near, Neighbours, neighbours
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.joined import Joined
from cohorts.people.relation import Pair, RelationKind, pair_of
from cohorts.people.trade import Trade, trade_in_words, trades_of
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.measuring import pool_of
from cohorts.rules.relation_pairs import AllAlike, apart_rows
from cohorts.rules.rule import Demand, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from cohorts.words import Language, say
from cohorts.words.phrase import listed, number, phrase

WELCOME = (RelationKind.SUPPLIES, RelationKind.NONE)
"""Relations by which a pair is let go."""
ZWOLLE = {"place": "Zwolle", "latitude": 52.51, "longitude": 6.09}
KAMPEN = {"place": "Kampen", "latitude": 52.56, "longitude": 5.91}
BREDA = {"place": "Breda", "latitude": 51.59, "longitude": 4.78}


@dataclass(frozen=True)
class Trades:
    """The pairs of a round that do the same close by, and of whom that cannot be told."""

    found: Neighbours
    labels: Mapping[ApplicantId, str]

    @cached_property
    def by_class(self) -> frozenset[bool]:
        """Whether by class, of any pair: of which there are terms."""
        return frozenset(bool(one) for one in np.unique(self.found.pairs.by_class))

    def inside(self, members: tuple[Applicant, ...]) -> dict[Pair, Near]:
        """The pairs of which both are members, in order."""
        return self.found.pairs.among([a.id for a in members])


class SameTrade(Rule):
    """Apart: one unit per pair in one group that does the same within ``within_km``.

    The same is one class of the SBI (four digits), compared within one edition; or, as ``.sector``,
    only a ticked sector: that is a wider sign, and weighs ``sector_weight``. As the crow flies.
    Colleagues do not count, nor who supplies the other (by a relation or a form) or has a relation
    ``none``. Whose trade or place is not known is counted as unknown.
    """

    TITLE = texts(
        nl="Wie hetzelfde doet binnen {within_km} km, niet samen",
        en="Same trade within {within_km} km, not together",
    )
    ABOUT = texts(
        nl="Wie hetzelfde doet en dichtbij zit, is al snel een concurrent, ook als niemand dat "
        "opschreef. Hetzelfde: één klasse van de SBI, of dezelfde aangekruiste sector. Verder weg "
        "mag het wel, en toeleveranciers en afnemers ook. Een rij met ‘supplies’ of ‘none’ in "
        "relations.csv laat een paar los.",
        en="Those who do the same close by are soon competitors, also where nobody wrote that "
        "down. The same: one class of the SBI, or the same ticked sector. Further away is fine, "
        "and so are suppliers and customers. A row with ‘supplies’ or ‘none’ in relations.csv "
        "lets a pair go.",
    )
    SENTENCES: ClassVar = {
        "nobody": texts(
            nl="Niemand in deze groep doet hetzelfde als een ander binnen {within}.",
            en="Nobody in this group does the same as another within {within}.",
        ),
        "as_far_as_known": texts(
            nl="Zover bekend doet niemand in deze groep hetzelfde als een ander binnen {within}. "
            "Van {unknown} {unknown:lid|leden} is niet bekend wat zij doen of waar.",
            en="As far as is known nobody in this group does the same as another within {within}. "
            "Of {unknown} {unknown:member|members} it is not known what they do or where.",
        ),
        "near": texts(
            nl="Deze leden doen hetzelfde, binnen {within} van elkaar: {who}.",
            en="These members do the same, within {within} of each other: {who}.",
        ),
        "unknown": texts(
            nl="Van niemand in deze groep is bekend wat zij doen en waar.",
            en="Of nobody in this group it is known what they do and where.",
        ),
    }
    AMONG_FEW: ClassVar = {
        "nobody": texts(
            nl="Zij doen niet hetzelfde binnen {within} van elkaar.",
            en="They do not do the same within {within} of each other.",
        ),
        "as_far_as_known": texts(
            nl="Zover bekend doen zij niet hetzelfde binnen {within} van elkaar.",
            en="As far as is known they do not do the same within {within} of each other.",
        ),
        "near": texts(
            nl="Zij doen hetzelfde, binnen {within} van elkaar: {who}.",
            en="They do the same, within {within} of each other: {who}.",
        ),
        "unknown": texts(
            nl="Van geen van hen is bekend wat zij doen en waar.",
            en="Of none of them it is known what they do and where.",
        ),
    }
    OF_HOW_ALIKE = False
    ALWAYS_TOLD = frozenset({"near"})
    HIDDEN_WITH = frozenset({"apart"})
    WORKED = (
        Worked(
            groups=(
                {"Anker": {"sbi": "4321", **ZWOLLE}, "Berk": {"sbi": "43211", **KAMPEN}},
                {"Citer": {"sbi": "4321", **BREDA}, "Duin": {"sbi": "4321", **ZWOLLE}},
                {"Eik": {"sector": "horeca", **ZWOLLE}, "Fluit": {"sector": "horeca"}},
            ),
        ),
    )

    within_km: float = described(
        25.0,
        nl="zo dichtbij, hemelsbreed",
        en="so close by, as the crow flies",
        unit="km",
        ge=0,
        le=20_000,
    )
    sectors: tuple[str, ...] = described(
        ("sector", "branche"),
        nl="kolommen waarin een sector is aangekruist; vrije tekst hoort hier niet",
        en="columns in which a sector is ticked; free text does not belong here",
    )
    sector_weight: float = described(
        1.0,
        nl="gewicht van een paar dat alleen dezelfde sector aankruiste",
        en="weight of a pair that only ticked the same sector",
        asked=False,
        gt=0,
        le=1000,
        allow_inf_nan=False,
    )

    @override
    def needs(self) -> tuple[str, ...]:
        return ("sbi", *self.sectors)

    @override
    def knows(self, applicant: Applicant, field: str) -> bool:
        return any(trade.kind == _kind(field) for trade in self._trades(applicant))

    def _trades(self, applicant: Applicant) -> tuple[Trade, ...]:
        return trades_of(applicant, self.sectors)

    @override
    def pool(self, round_: Round) -> Trades:
        forms = round_.on_forms
        found = neighbours(round_.applicants, forms.companies.of, self.within_km, self.sectors)
        released = [pair_of(r.a, r.b) for r in round_.relations if r.kind in WELCOME]
        released += [
            pair
            for sides in sorted(forms.partners - forms.rivals.keys())
            for pair in forms.people(sides, found.pairs.place)
        ]
        labels = {a.id: a.label for a in round_.applicants}
        return Trades(Neighbours(found.pairs.without(released), found.unknown), labels)

    @override
    def pairs_apart(self, round_: Round) -> Mapping[Pair, bool]:
        pool: Trades = pool_of(self, round_)
        return AllAlike(pool.found.pairs, self.is_must)

    @override
    def musts_apart(self, round_: Round) -> Iterable[Pair]:
        return self.pairs_apart(round_) if self.is_must else ()

    @override
    def demands(self, round_: Round) -> list[Demand]:
        pool: Trades = pool_of(self, round_)
        pairs = pool.found.pairs
        rows = np.array([round_.rows[one] for one in pairs.ids], dtype=np.int64)
        weights = {True: self.weight, False: self.sector_weight}
        demands = []
        for by_class, weight in weights.items():
            edges = rows[pairs.edges[pairs.by_class == by_class]]
            if edges.size:
                term = apart_rows(self._term(by_class), edges, round_)
                demands.append(Demand(term, None if self.is_must else weight, people=2))
        return demands

    def _term(self, by_class: bool) -> str:
        return self.key if by_class else f"{self.key}.sector"

    @override
    def is_unknown(self, applicant: Applicant, pool: Trades) -> bool:
        return applicant.id in pool.found.unknown

    @override
    def measure_group(self, group: Seated, pool: Trades) -> GroupFinding:
        inside = pool.inside(group.members)
        amounts = {
            self._term(by_class): sum(near.by_class is by_class for near in inside.values())
            for by_class in pool.by_class
        }
        unknown = sum(a.id in pool.found.unknown for a in group.members)
        people = tuple(dict.fromkeys(i for pair in inside for i in pair))
        told = list(_together(inside, pool.labels))
        facts: dict[str, Fact] = {
            "within_km": self.within_km,
            "unknown": unknown,
            "who": tuple(who for who, *_ in told),
            "trades": tuple(trade for _, trade, _ in told),
            "away": tuple(away for *_, away in told),
        }
        verdict = "as_far_as_known" if unknown else "nobody"
        if inside:
            verdict = "near"
        elif unknown == len(group.members):
            verdict = "unknown"
        quality = round(1 - len(people) / len(group.members), 3)
        return GroupFinding(group.number, verdict, amounts, facts, people, quality)

    @override
    def sentence(self, finding: GroupFinding, language: Language) -> str:
        """With each trade in words, and the distances."""
        facts = dict(finding.facts)
        if finding.verdict in self.SENTENCES and "within_km" in facts:
            rows = zip(*(_texts(facts[name]) for name in ("who", "trades", "away")), strict=True)
            who = [
                f"{people} ({trade_in_words(trade, language)}, {_distance(away, language)})"
                for people, trade, away in rows
            ]
            within = say("units.away", language, away=number(_number(facts["within_km"]), language))
            said = {**facts, "who": listed(who, language), "within": within}
            return phrase(self.said(finding)[language], said, language)
        return super().sentence(finding, language)


def _kind(field: str) -> str:
    return "sbi" if field == "sbi" else "sector"


def _together(
    inside: Mapping[Pair, Near], labels: Mapping[ApplicantId, str]
) -> Iterator[tuple[str, str, str]]:
    """Who does one thing near each other, what it is, and how far: the smallest and the largest.

    Where one is near two others all three are told at once.
    """
    by_trade: dict[Trade, dict[Pair, int]] = {}
    for pair, near in inside.items():
        by_trade.setdefault(near.trade, {})[pair] = near.away
    for trade, pairs in by_trade.items():
        ids = sorted({i for pair in pairs for i in pair})
        place = {one: i for i, one in enumerate(ids)}
        joined = Joined(len(ids), ((place[a], place[b]) for a, b in pairs))
        for part in joined.sets():
            away = [km for (a, _), km in pairs.items() if place[a] in part]
            who = " – ".join(labels[ids[i]] for i in part)
            yield who, trade.said, f"{min(away)} {max(away)}"


def _distance(away: str, language: Language) -> str:
    """From hundreds of metres, as people say it."""
    near, far = (round(int(one) / PER_KM, 1) for one in away.split())
    if far < 1:
        return say("units.under_a_kilometre", language)
    if number(near, language) == number(far, language):
        return say("units.away", language, away=number(far, language))
    return say("units.between", language, near=number(near, language), far=number(far, language))


def _texts(fact: Fact) -> tuple[str, ...]:
    return fact if isinstance(fact, tuple) else ()


def _number(fact: Fact) -> float:
    return float(fact) if isinstance(fact, int | float) else 0.0
