"""A count in words: who was counted, lots, ties, silence, disagreement, weights, quorum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Drawn
from cohorts.committee.sureness.sure_words import SureWords
from cohorts.committee.sureness.whole_count import WholeCount
from cohorts.committee.votes.heard import Heard
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import exactly, listed, number

MOST_NAMED = 12
MOST_DISPUTED = 5
WHOLE = 100


def called(whole: WholeCount, candidate: str) -> str:
    """How a candidate is called."""
    return whole.election.names.get(candidate, candidate)


def names_said(names: Iterable[str], language: Language) -> str:
    """The first of many, and how many more there are."""
    every = list(names)
    few = list(first_of(every, MOST_NAMED))
    if left := len(every) - len(few):
        few.append(say("count.and_more", language, count=left))
    return listed(few, language)


def asked_said(whole: WholeCount, language: Language) -> str:
    """The rule, and how many voters, candidates and places."""
    facts = {
        "rule": whole.asked.rule.TITLE[language],
        "voters": whole.election.voters,
        "candidates": len(whole.election.candidates),
        "seats": whole.asked.seats,
    }
    return say("count.counts", language, **facts)


def next_said(whole: WholeCount, language: Language) -> str:
    """What the order says of who was not chosen; empty where it is by standing."""
    told = whole.asked.rule.NEXT
    return told[language] if told and whole.elected.left else ""


def figure_said(whole: WholeCount, candidate: str, language: Language) -> str:
    """Where a candidate stands; empty where nobody has a figure of their own."""
    standing = whole.elected.standing.get(candidate)
    if standing is None:
        return ""
    if whole.asked.rule.AS_SHARE:
        return say("shortlist.share", language, number=_decimal_percent(standing, language))
    return exactly(float(standing), language)


def _decimal_percent(share: Fraction, language: Language) -> str:
    """To the tenth, so that 88.9% and 88.5% are not both 89%."""
    return exactly(round(float(100 * share), 1), language)


def sure_said(whole: WholeCount, candidate: str, language: Language) -> str:
    """In how many of the redrawn panels a candidate is in."""
    times = whole.sureness.times_in.get(candidate, 0)
    return say("count.times_in", language, times=times, draws=whole.sureness.draws)


def how_sure(whole: WholeCount, language: Language) -> str:
    """How often the panel was redrawn, and why that was less often, where it was."""
    return " ".join(SureWords(whole.election, language).draws(whole.sureness))


def open_said(whole: WholeCount, language: Language) -> str:
    """That places stay open; empty where none does."""
    left = whole.asked.seats - len(whole.elected.chosen)
    return say("count.open", language, count=left) if left else ""


def lots_said(whole: WholeCount, language: Language) -> list[str]:
    """Every lot that decided about a place: among whom, whom it chose, and by which seed."""
    said = [_lot(whole, drawn, language) for drawn in whole.elected.real_ties]
    return [*said, say("count.lot_how", language, number=str(whole.asked.seed))] if said else []


def _lot(whole: WholeCount, drawn: Drawn, language: Language) -> str:
    taken = [called(whole, c) for c in drawn.among[: drawn.taken]]
    facts = {
        "count": len(drawn.among),
        "names": names_said((called(whole, c) for c in drawn.among), language),
        "taken": drawn.taken,
        "chosen": names_said(taken, language),
    }
    if drawn.of_sets:
        return say("count.lot_sets", language, **facts)
    few = "count.lot_word" if len(drawn.among) in WORDS else "count.lot"
    word = say(f"count.number_{len(drawn.among)}", language) if few != "count.lot" else ""
    return say(few, language, word=word, **facts)


WORDS = range(2, 11)
"""Numbers that are said as a word."""


def silence_said(heard: Heard, language: Language) -> str:
    """How many voted on somebody, and how many said nothing, and why."""
    kinds = ("abstained", "not_judged", "recused")
    said = [say("count.judged", language, count=heard.judged)]
    said += [
        say(f"count.{kind}", language, count=number_)
        for kind in kinds
        if (number_ := getattr(heard, kind))
    ]
    return ", ".join(said)


def silences(whole: WholeCount, language: Language) -> list[tuple[str, str]]:
    """(name, in words) of everybody on whom not all voted, who was voted on least first."""
    order = sorted(whole.election.candidates, key=lambda c: whole.heard[c].judged)
    return [
        (called(whole, c), silence_said(heard, language))
        for c in order
        if (heard := whole.heard[c]).judged < whole.election.voters
    ]


def weights_said(whole: WholeCount, language: Language) -> str:
    """Who weighs what; empty where every vote weighs the same."""
    ballots = whole.election.ballots
    if len({b.weight for b in ballots}) <= 1:
        return ""
    by_weight = Counter(b.weight for b in ballots)
    named = [
        say("count.weight", language, voter=b.voter, weight=exactly(float(b.weight), language))
        for b in sorted(ballots, key=lambda b: (-b.weight, b.voter))
        if b.weight != 1 or by_weight[b.weight] == 1
    ]
    return say("count.weights", language, voters=names_said(named, language))


def yes_limit_said(rule: CountingRule, language: Language) -> str:
    """To how many at most everyone could say yes; empty where there is no limit."""
    most = rule.yes_limit
    return say("count.yes_limit", language, count=most) if most else ""


def quorum_said(whole: WholeCount, language: Language) -> str:
    """Who stayed below the quorum, and so could not be chosen; empty where there is none."""
    if not whole.asked.quorum:
        return ""
    below = [called(whole, c) for c in whole.elected.below_quorum]
    percent = number(float(100 * whole.asked.quorum), language)
    key = "count.below_quorum" if below else "count.quorum_met"
    names = names_said(below, language) if below else ""
    return say(key, language, percent=percent, count=len(below), names=names)


def disputed_said(whole: WholeCount, language: Language) -> Iterator[tuple[str, str, Fraction]]:
    """(name, how far apart, that part) of whom voters judge most differently."""
    for one in whole.disputed[:MOST_DISPUTED]:
        if one.spread > 0:
            percent = round(100 * one.spread)
            key = "count.spread" if percent == WHOLE else "count.spread_part"
            said = say(key, language, percent=percent)
            yield called(whole, one.candidate), said, one.spread


def judges_said(whole: WholeCount, language: Language) -> str:
    """Which two voters differ most; empty where no two differ."""
    if whole.apart is None or not whole.apart.spread:
        return ""
    return SureWords(whole.election, language).apart(whole.apart)


def unheard_said(whole: WholeCount, language: Language) -> list[str]:
    """Each group of one mind that got fewer places than its number has a right to."""
    words = SureWords(whole.election, language)
    return [" ".join(words.unheard(one)) for one in whole.unheard]
