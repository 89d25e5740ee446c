"""What it takes where every member reads every dossier."""

from __future__ import annotations

from cohorts.committee.panel.everybody_reads import everybody_reads
from cohorts.committee.panel.panel_asked import PanelAsked
from cohorts.committee.panel.plan_panel import plan_panel

MEMBERS, DOSSIERS = tuple("abcde"), tuple(map(str, range(12)))


def test_it_is_the_plan_with_time_for_all() -> None:
    short = PanelAsked(MEMBERS, DOSSIERS, minutes=16, places=4)
    whole = everybody_reads(short)
    assert whole.minutes == 12 * 4
    complete = plan_panel(PanelAsked(MEMBERS, DOSSIERS, minutes=whole.minutes, places=4))
    assert complete.complete
    assert whole.certainty == complete.certainty
    assert whole.certainty.best.share > plan_panel(short).certainty.best.share


def test_work_goes_by_members_squared() -> None:
    assert PanelAsked(MEMBERS, DOSSIERS, minutes=16, places=4).work == 25 * 12
