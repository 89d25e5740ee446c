"""What people did by hand between what was computed and what was decided, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cohorts.rounds.deciding.dossier_form import BoardPart, StepPart
from cohorts.rounds.deciding.dossier_source import Source


def hand_steps(source: Source) -> BoardPart:
    """Each board that was kept is one step from the one before it to its own groups."""
    before = _seats(source.computed)
    after = _seats({str(g["number"]): list(g["members"]) for g in source.content["groups"]})
    moved = {
        who: after.get(who)
        for who in sorted(before.keys() | after.keys())
        if before.get(who) != after.get(who)
    }
    last = source.line[-1]
    step = StepPart(kind="board", at=last.at, by=last.by, moved=moved, reason="")
    return BoardPart(
        proposal_number=source.line[0].number,
        groups={number: list(members) for number, members in source.computed.items()},
        steps=[step] if len(source.line) > 1 else [],
    )


def _seats(groups: Mapping[str, Sequence[str]]) -> dict[str, int]:
    return {who: int(number) for number, group in groups.items() for who in group}
