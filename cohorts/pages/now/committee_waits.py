"""What waits in the choice by a committee: nothing where no step of it is planned."""

from __future__ import annotations

from cohorts.pages.here import Here
from cohorts.pages.now.line import Line
from cohorts.pages.told import page_words
from cohorts.rounds.balloting.chair_waits import chair_waits
from cohorts.rounds.balloting.progress import progress
from cohorts.rounds.balloting.ties_wait import ties_wait
from cohorts.rounds.judging.second_given_up import second_given_up
from cohorts.rounds.judging.stage_head import Phase, StageHead, stages_of
from cohorts.rounds.members.presiding import presides_at_all

t = page_words("now")
ROOM = "committee"


def committee_waits(here: Here) -> list[Line]:
    """Of the first step that is not decided: what waits for the chair first, then how it is."""
    stages = stages_of(here.store, here.actor, here.round)
    left = [one for one in stages if one.phase is not Phase.DECIDED]
    return [*_of_chair(here, left[0]), _line(here, left[0])] if left else []


def _of_chair(here: Here, head: StageHead) -> list[Line]:
    """To the chair with the way there; to others no more than they would be refused by."""
    of = (here.store, here.actor, here.round)
    if presides_at_all(*of) and chair_waits(*of):
        said, next_, button = (t(f"chair_waits{end}") for end in ("", "_next", "_button"))
        return [Line(said, "chair", next=next_, button=button)]
    found = ties_wait(*of, head.key)
    if not found.unruled and not found.unseen:
        return []
    what = "stage_unruled" if found.unruled else "stage_unseen"
    facts = {"number": str(head.number), "count": found.unruled}
    said, next_ = (t(key, **facts) for key in (what, f"{what}_next"))
    return [Line(said, ROOM, next=next_, button=t("stage_button"))]


def _line(here: Here, head: StageHead) -> Line:
    facts: dict[str, object] = {"number": str(head.number)}
    what = f"stage_{head.phase}"
    if head.phase is Phase.JUDGING and not head.is_open:
        what = _over(here, head, "stage_time_up")
    elif head.phase in (Phase.INTERESTS, Phase.JUDGING):
        far = progress(here.store, here.actor, here.round, head.key)
        away = sum(not one.begun and not one.out for one in far)
        if head.phase is Phase.JUDGING and all(one.is_done for one in far):
            what = _over(here, head, "stage_all_sent")
        elif away:
            what, facts = "stage_not_begun", facts | {"count": away}
    said, next_ = (t(key, **facts) for key in (what, f"{what}_next"))
    return Line(said, ROOM, next=next_, button=t("stage_button"))


def _over(here: Here, head: StageHead, what: str) -> str:
    """Before a second turn that was not given up it is for the chair to go on."""
    first = head.plan.second and head.turn == 1
    given_up = first and second_given_up(here.store, here.actor, here.round, head.key)
    return "stage_first_over" if first and not given_up else what
