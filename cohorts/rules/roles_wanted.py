"""The roles a group needs: a maker, a supplier of technology, a school."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field
from typing_extensions import override

from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.naming_values import Spell
from cohorts.rules.rule import described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.tallies import Bounds, PerValue, by_term
from cohorts.rules.worked import Worked
from solver.terms.tally import FREE


class RolesWanted(PerValue):
    """Tally per role: the members short of the number wanted, over all roles."""

    TITLE = texts(nl="In elke groep: {wanted} ({field})", en="In every group: {wanted} ({field})")
    ABOUT = texts(
        nl="Elke groep heeft van elke rol minstens zo veel leden, zoals één maker en één "
        "kennisinstelling. Wie meer rollen heeft (gescheiden door |), telt voor elk ervan.",
        en="Every group has at least so many members of each role, such as one manufacturer and "
        "one knowledge institution. Whoever has several roles (joined with |) counts for each.",
    )
    SENTENCES: ClassVar = {
        "kept": texts(
            nl="Alle gevraagde rollen zijn er: {roles}.", en="All roles wanted are there: {roles}."
        ),
        "short": texts(nl="Hier nog nodig: {short}.", en="Still needed here: {short}."),
    }
    AMONG_FEW: ClassVar = {
        "kept": texts(
            nl="Samen hebben zij alle gevraagde rollen: {roles}.",
            en="Together they have all roles wanted: {roles}.",
        ),
        "short": texts(nl="Bij hen ontbreekt: {short}.", en="Lacking among them: {short}."),
    }
    JOINS = frozenset({"kept"})
    MENDED_BY_MORE = True
    WORKED = (
        Worked(
            fields={"wanted": {"maker": 1, "school": 1}},
            groups=(
                {"Anker": {"role": "maker"}, "Berk": {"role": "school"}},
                {"Citer": {"role": "maker"}, "Duin": {"role": "maker"}},
            ),
        ),
    )

    field: str = described("role", nl="veld of eigen kolom", en="field or column of your own")
    wanted: dict[str, Annotated[int, Field(ge=1, le=1000)]] = described(
        ..., nl="rol = kleinste aantal per groep", en="role = fewest per group", min_length=1
    )

    @override
    def naming(self, spell: Spell) -> Mapping[str, Any]:
        wanted: Counter[str] = Counter()
        for role, number in self.wanted.items():
            # a role that is named twice is wanted as often as either says
            wanted |= Counter({spell(self.field, role): number})
        return {"wanted": dict(wanted)}

    @override
    def is_about(self, value: str) -> bool:
        return value in self.wanted

    @override
    def lacks(self, round_: Round) -> Mapping[str, tuple[str | float, ...]]:
        return {self.field: tuple(self.wanted)}

    @override
    def bounds(self, given: Sequence[Sequence[str]]) -> Mapping[str, Bounds]:
        return {role: (number, FREE) for role, number in self.wanted.items()}

    @override
    def measure_group(self, group: Seated, pool: tuple[str, ...]) -> GroupFinding:
        members = group.members
        counts = Counter(role for a in members for role in self.given(a))
        short = {r: least - counts[r] for r, least in self.wanted.items() if counts[r] < least}
        facts: dict[str, Fact] = {
            "roles": tuple(f"{role} ({counts[role]})" for role in self.wanted),
            "short": tuple(f"{role} ({missing})" for role, missing in short.items()),
        }
        return GroupFinding(
            group.number,
            "short" if short else "kept",
            by_term(self.key, pool, short),
            facts,
            tuple(a.id for a in members if self.given(a)),
            round(1 - sum(short.values()) / sum(self.wanted.values()), 3),
        )
