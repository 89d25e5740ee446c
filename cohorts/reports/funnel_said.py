"""A funnel in words: stage by stage who went on, who did not, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from cohorts.committee.shortlisting.by_size import FEW, LARGE, BySize
from cohorts.committee.shortlisting.shortlist import Shortlist
from cohorts.committee.shortlisting.stage_outcome import Left, StageOutcome, Why
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.reports.count_said import yes_limit_said
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import exactly, number

MOST_NAMED = 12


def counts_said(found: Shortlist, language: Language) -> str:
    """``48 → 24 → 11``, with the signs of the language."""
    return " → ".join(number(one, language) for one in found.counts)


def head(outcome: StageOutcome, language: Language) -> str:
    """The stage, who decided, and how many went on."""
    by = outcome.stage.by.get(language, "")
    facts = {"number": str(outcome.number), "title": outcome.stage.title[language], "by": by}
    facts |= {"came": number(len(outcome.came), language), "on": number(len(outcome.on), language)}
    return say("shortlist.stage_by" if by else "shortlist.stage", language, **facts)


def counted(outcome: StageOutcome, language: Language) -> Iterator[str]:
    """By which rule, where the border lies, and what was drawn."""
    if outcome.elected is None:
        return
    facts = {
        "rule": outcome.stage.counting.TITLE[language],
        "voters": len(outcome.turnout),
        "judged": len(outcome.elected.chosen) + len(outcome.elected.left),
    }
    yield say("shortlist.counted", language, **facts)
    if limit := yes_limit_said(outcome.stage.counting, language):
        yield limit
    if outcome.stage.joint:
        return
    low = [outcome.standing[str(a.id)] for a in outcome.on if str(a.id) in outcome.standing]
    lost = (*outcome.left_by(Why.LOWER), *outcome.left_by(Why.LOT))
    high = [outcome.standing[str(one.applicant.id)] for one in lost]
    if low and high:
        border = {"low": figure(outcome, min(low), language)}
        border["high"] = figure(outcome, max(high), language)
        yield say("shortlist.border", language, **border)


def drawn(outcome: StageOutcome, seed: int, language: Language) -> Iterator[str]:
    """The lots that settled who goes on; in a joint stage fit decides among equals."""
    if outcome.stage.joint:
        return
    called = {str(a.id): a.label for a in outcome.came}
    for one in outcome.decisive:
        facts = {
            "people": tuple(called[c] for c in one.among),
            "taken": one.taken,
            "chosen": tuple(called[c] for c in one.among[: one.taken]),
        }
        if one.of_sets:
            yield say("shortlist.drawn_sets", language, **facts)
        elif outcome.standing:
            equal = figure(outcome, outcome.standing[one.among[0]], language)
            yield say("shortlist.drawn", language, figure=equal, **facts)
        else:
            yield say("shortlist.drawn_alike", language, **facts)
    if outcome.decisive:
        yield say("shortlist.drawn_note", language, seed=str(seed))


def figure(outcome: StageOutcome, value: Fraction, language: Language) -> str:
    """What somebody stands at, as people say it."""
    if outcome.stage.counting.AS_SHARE:
        return say(
            "shortlist.share", language, number=exactly(round(float(value * 100), 1), language)
        )
    return exactly(round(float(value), 2), language)


def person(outcome: StageOutcome, applicant: Applicant, language: Language) -> str:
    """A label, with the figure where there is one."""
    value = outcome.standing.get(str(applicant.id))
    if value is None:
        return applicant.label
    facts = {"who": applicant.label, "figure": figure(outcome, value, language)}
    return say("shortlist.who", language, **facts)


def grounds(
    outcome: StageOutcome, programme: Programme, language: Language
) -> Iterator[tuple[str, tuple[Left, ...]]]:
    """Why people left, in the order of the grounds, and who; of a condition which one it was.

    From who stands highest, where they stand anywhere.
    """
    standing = outcome.standing
    for why in Why:
        found: dict[str, list[Left]] = {}
        left = outcome.left_by(why)
        for one in sorted(left, key=lambda one: -standing.get(str(one.applicant.id), 0)):
            found.setdefault(_ground(one, programme, language), []).append(one)
        for said, people in sorted(found.items(), key=lambda pair: -len(pair[1])):
            yield said, tuple(people)


def _ground(left: Left, programme: Programme, language: Language) -> str:
    if not left.judgements:
        return say(f"shortlist.{left.why}", language)
    titles = tuple(programme.condition(j.condition).title(language) for j in left.judgements)
    return say("shortlist.refused_by", language, conditions=titles)


def why_left(left: Left, programme: Programme, language: Language) -> str:
    """Why this one person left: what a condition says of them, or the ground."""
    refused = [programme.condition(j.condition).sentence(j, language) for j in left.judgements]
    return " ".join(refused) or say(f"shortlist.{left.why}", language)


def noticed_in(outcome: StageOutcome, found: Shortlist, language: Language) -> Iterator[str]:
    """What was not counted, or is not complete."""
    called = {a.id: a.label for one in found.outcomes for a in one.came}

    def names(ids: Sequence[ApplicantId]) -> tuple[str, ...]:
        return some([called.get(one, str(one)) for one in ids], language)

    if outcome.elsewhere:
        yield say("shortlist.elsewhere", language, people=names(tuple(outcome.elsewhere)))
    if outcome.newcomers:
        yield say("shortlist.newcomers", language, ids=some(outcome.newcomers, language))
    if outcome.silent:
        yield say("shortlist.silent", language, people=names([a.id for a in outcome.silent]))
    if outcome.open:
        yield say("shortlist.open", language, count=outcome.open)
    for key, template in (("not_judged", "voter"), ("abstained", "times"), ("recused", "times")):
        voters = [
            say(f"shortlist.{template}", language, voter=one.voter, count=getattr(one, key))
            for one in outcome.turnout
            if getattr(one, key)
        ]
        if voters:
            of = "unfinished" if key == "not_judged" else key
            yield say(f"shortlist.{of}", language, voters=some(voters, language))


def some(texts: Sequence[str], language: Language) -> tuple[str, ...]:
    """The first few, and how many more."""
    few = tuple(first_of(list(texts), MOST_NAMED))
    more = len(texts) - len(few)
    return (*few, f"+ {number(more, language)}") if more else few


def sizes_said(sizes: Sequence[BySize], language: Language) -> Iterator[str]:
    """What is meant by it that size does not decide, and what was found at each stage."""
    if not sizes:
        return
    bounds = {"most": int(LARGE * 100), "least": int(100 - LARGE * 100), "few": FEW}
    yield say("shortlist.size_meaning", language, **bounds)
    for one in sizes:
        facts = {
            "stage": str(one.stage),
            "field": one.field,
            "percent": number(float(one.share * 100), language),
            "pairs": one.pairs,
        }
        key = "size_dominates" if one.dominates else "size_line"
        yield say(f"shortlist.{key}", language, **facts)
