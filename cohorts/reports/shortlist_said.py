"""A shortlist for the command line: the funnel, the groups, and the curve in short."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.committee.shortlisting.joint_decision import JointDecision
from cohorts.committee.shortlisting.shortlist import Shortlist
from cohorts.programme.own_words import in_own_words
from cohorts.reports import curve_said, funnel_said
from cohorts.reports.outcome import outcome as composed
from cohorts.reports.remarked import MOST_TOLD, told_of
from cohorts.words import Language, say


@in_own_words
def shortlist_lines(found: Shortlist, language: Language, *, paged: bool = False) -> list[str]:
    """``paged``: a report beside it holds what is only told in short here."""
    said = funnel_said.counts_said(found, language)
    title = found.funnel.title[language]
    lines = [say("shortlist.counts_title", language, title=title, counts=said)]
    for one in found.outcomes:
        lines += ["", funnel_said.head(one, language)]
        seed = found.given.get("seed") or 0
        about = [
            *funnel_said.counted(one, language),
            *funnel_said.drawn(one, seed, language),
            *_left(found, one.number - 1, language),
            *funnel_said.noticed_in(one, found, language),
            *told_of(one.remarks, language, MOST_TOLD),
        ]
        lines += [f"  {line}" for line in about]
    if found.composed is not None:
        lines += ["", *composed(found.composed, language)]
    if found.joint is not None:
        lines += ["", *_joint(found, found.joint, language, paged=paged)]
    if found.sizes:
        lines += ["", say("shortlist.size", language)]
        lines += [f"  {line}" for line in funnel_said.sizes_said(found.sizes, language)]
    return lines


def _left(found: Shortlist, place: int, language: Language) -> Iterator[str]:
    one = found.outcomes[place]
    for why, left in funnel_said.grounds(one, found.programme, language):
        yield say("shortlist.left", language, why=why, count=len(left)) + "."
        names = [funnel_said.person(one, who.applicant, language) for who in left]
        yield f"  {', '.join(funnel_said.some(names, language))}"


def _joint(
    found: Shortlist, joint: JointDecision, language: Language, *, paged: bool
) -> Iterator[str]:
    yield f"{say('shortlist.joint', language)}."
    yield from (f"  {line}" for line in curve_said.how(found, joint, language))
    yield from (f"  {line}" for line in curve_said.probable_said(found, joint, language))
    yield f"  {curve_said.title(joint, language)}"
    for point in joint.points:
        name = say("shortlist.number", language, number=str(point.number))
        mark = f" ({say('shortlist.chosen', language)})" if point.chosen else ""
        told = list(curve_said.point_said(point, language))
        told += curve_said.changes(point.rules, joint.proposal.programme, language)
        yield f"  {name}{mark}: {told[0]}"
        yield from (f"    {line}" for line in told[1:])
    if joint.takings and not paged:
        yield f"  {say('shortlist.takings', language)}:"
        for one in joint.takings:
            said = curve_said.taking_said(one, joint.proposal.programme, language)
            for n, line in enumerate(said):
                yield f"  {'  ' if n else ''}{line}"
    if joint.not_tried:
        yield f"  {say('shortlist.taking_rest', language, count=joint.not_tried)}"
