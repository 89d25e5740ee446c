"""The outcome in words, for the command line."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from cohorts.composing.likeness_first import reached
from cohorts.composing.proposal import Proposal
from cohorts.programme.own_words import in_own_words
from cohorts.record.group_name import group_name
from cohorts.record.referred import facts_said
from cohorts.reports.by_standing import standing_said
from cohorts.reports.called import called
from cohorts.reports.chance import chance_sentence, times
from cohorts.reports.holds_least import weakest
from cohorts.reports.let_in_told import let_in_told
from cohorts.reports.meets import who_can
from cohorts.reports.notices import first_look, others_said
from cohorts.reports.plain import plain
from cohorts.reports.smaller_told import smaller_told
from cohorts.reports.without_group import Because, WithoutGroup, without_group
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import listed, number
from solver.solution import Status

MOST_GROUPS = 20
MOST_NAMED = 30
MOST_PLACES = 3
"""Places to go that are named on the command line; the report has them all."""


@in_own_words
def outcome(proposal: Proposal, language: Language) -> list[str]:
    """Groups with their members, who is not placed, how well it fits, and how sure."""
    first, others = first_look(proposal.notices, language), others_said(proposal.notices, language)
    standing = filter(None, [standing_said(proposal, language)])
    lines = [verdict(proposal, language), *standing, *_marked(first, language)]
    if groups := _groups(proposal, language):
        lines += ["", *groups]
    for without in without_group(proposal, language):
        lines += ["", *_without(without, language)]
    if facts := facts_said(proposal.referrals.values(), language):
        lines += ["", facts]
    if wishes := _wishes(proposal, language):
        lines += ["", *wishes]
    if weakest := weakest_wish(proposal, language):
        lines += ["", weakest]
    lines += [how_sure(proposal, language)]
    lines += _marked([*others, *_exceptions(proposal, language)], language)
    return [plain(line) for line in lines]


def _exceptions(proposal: Proposal, language: Language) -> list[str]:
    return [*let_in_told(proposal, language), *smaller_told(proposal, language)]


def _marked(notices: list[str], language: Language) -> list[str]:
    return [f"{say('outcome.notice', language)} {said}" for said in notices]


@in_own_words
def verdict(proposal: Proposal, language: Language) -> str:
    """How many groups and people, who is left, and whether every must holds."""
    return " ".join(filter(None, (counts(proposal, language), musts(proposal, language))))


@in_own_words
def counts(proposal: Proposal, language: Language) -> str:
    """How many groups and people, and who is left."""
    groups = proposal.composition.groups
    placed = sum(len(members) for members in groups.values())
    facts = {"groups": len(groups), "placed": placed, "left": len(proposal.not_placed)}
    key = _counted(
        len(groups), left=bool(proposal.not_placed), aside=bool(proposal.round.set_aside)
    )
    word = proposal.programme.word("group", language)
    said = [say(f"outcome.{key}", language, group=word, **facts)]
    why = Counter(aside.why for aside in proposal.round.set_aside)
    said += [say(f"outcome.count_{kind}", language, count=n) for kind, n in sorted(why.items())]
    return " ".join(said)


def _counted(groups: int, *, left: bool, aside: bool) -> str:
    """Which sentence: that everyone is placed is said only where nobody was set aside."""
    if not groups:
        return "none"
    if groups == 1:
        return "one_group_left" if left else "one_group_able" if aside else "one_group"
    return "some_left" if left else "able" if aside else "everyone"


@in_own_words
def musts(proposal: Proposal, language: Language) -> str:
    """Whether every must holds; empty where there is no group in which it could."""
    if not proposal.composition.groups:
        return ""
    if proposal.score.hard:
        return say("outcome.broken", language, breaches=proposal.score.hard)
    rule = proposal.programme.rule
    silent = [rule(key).title(language) for key in proposal.nothing_said_of]
    partly = [(rule(key).title(language), v) for key, v in proposal.partly_said_of.items()]
    return but_for(silent, partly, language) or say("outcome.holds", language)


def but_for(
    silent: Sequence[str], partly: Sequence[tuple[str, Sequence[str]]], language: Language
) -> str:
    """That all musts hold but for those of which nothing, or not all, can be said; "": none.

    ``partly``: the titles of musts, and the values in them that nobody has.
    """
    named = [f"{title} ({', '.join(values)})" for title, values in partly]
    said = [
        say(f"outcome.{key}", language, count=len(titles), rules="; ".join(titles))
        for key, titles in (("unsaid", silent), ("partly", named))
        if titles
    ]
    return " ".join([*said, say("outcome.others_hold", language)]) if said else ""


def how_sure(proposal: Proposal, language: Language) -> str:
    """What is known of how good this is; where likeness comes first, how alike the groups are."""
    said = (alike_enough(proposal, language), _how_sure(proposal, language))
    return " ".join(filter(None, said))


def alike_enough(proposal: Proposal, language: Language) -> str:
    """What likeness was asked first and what was reached; empty where none was."""
    found = reached(proposal)
    if found is None:
        return ""
    facts = {
        "rules": listed([rule.title(language) for rule in found.rules], language),
        "level": number(found.level, language),
        # what falls short of a level is not rounded up to it
        "times": times(found.times, language)
        if found.enough
        else number(math.floor(found.times * 10) / 10, language),
    }
    key = "enough" if found.enough else "not_enough"
    return say(f"outcome.alike_{key}", language, **facts)


def _how_sure(proposal: Proposal, language: Language) -> str:
    if other := _not_composed_as_best(proposal, language):
        return other
    if not proposal.composition.groups:
        proven = proposal.status is Status.OPTIMAL
        return say("outcome.none_best" if proven else "outcome.none_found", language)
    if proposal.status is Status.OPTIMAL:
        return say("outcome.best", language)
    if proposal.bound is not None and proposal.reproducible:
        points = proposal.score.points
        gap = 100 * abs(points - proposal.bound) / max(1, abs(points))
        return say("outcome.best_within", language, percent=max(math.ceil(gap), 1))
    key = "outcome.best_found" if proposal.reproducible else "outcome.cut_short"
    return say(key, language)


def _not_composed_as_best(proposal: Proposal, language: Language) -> str:
    """Where it is no answer to "as good as can be": what it is instead."""
    if proposal.by_hand:
        return say("outcome.by_hand", language)
    if proposal.repaired is not None:
        return say("repair.sure" if proposal.repaired.taken == 1 else "repair.sure_more", language)
    if proposal.answer is not None:
        return say("outcome.answer", language, answer=proposal.answer)
    return ""


@in_own_words
def weakest_wish(proposal: Proposal, language: Language) -> str:
    """What holds least, and where; empty where everything holds."""
    found = weakest(proposal, proposal.composition.groups)
    if found is None:
        return ""
    rule, group = found
    where = called(proposal.programme, group.group, language)
    return say("outcome.weakest", language, group=where, sentence=rule.sentence(group, language))


def _groups(proposal: Proposal, language: Language) -> list[str]:
    groups = list(proposal.composition.groups.items())
    shown = first_of(groups, MOST_GROUPS)
    lines = []
    for group, members in shown:
        who = ", ".join(a.label for a in members)
        lines.append(f"{group_name(proposal, group, language)} ({len(members)}): {who}")
        if when := who_can(proposal, group, language):
            lines.append(f"  {when}")
    if more := len(groups) - len(shown):
        lines.append(say("outcome.more_groups", language, count=more))
    return lines


def _without(without: WithoutGroup, language: Language) -> list[str]:
    """The reasons, most people first; who it holds for behind each, and where they may go."""
    lines = [say(f"outcome.{without.kind}", language, count=without.count)]
    if without.nowhere is not None:
        lines.append(f"  {without.nowhere.text}")
    named = 0
    for because in without.reasons:
        if named >= MOST_NAMED:
            break
        shown = [person.label for person in because.people[: MOST_NAMED - named]]
        named += len(shown)
        lines += [f"  {because.why}", f"    {', '.join(shown)}"]
        lines += [f"    → {place}" for place in _places(because, language)]
    if (more := without.count - named) > 0:
        lines.append(say("outcome.more", language, count=more))
    return lines


def _places(because: Because, language: Language) -> Iterator[str]:
    """A few places to go, and for how many where that is not everybody."""
    offered = (*because.shared, *because.others)
    few = first_of(offered, MOST_PLACES)
    for offer in few:
        if offer in because.shared:
            yield offer.place.title
        else:
            of = {"count": offer.count, "all": len(because.people)}
            yield f"{offer.place.title} ({say('outcome.for_some', language, **of)})"
    if more := len(offered) - len(few):
        yield say("report.more", language, count=more)


def _wishes(proposal: Proposal, language: Language) -> list[str]:
    """Every rule that can be set beside chance."""
    found = [(proposal.programme.rule(key), against) for key, against in proposal.random.items()]
    said = [
        f"  {rule.title(language)}: {sentence}"
        for rule, against in found
        if (sentence := chance_sentence(rule, against, language))
    ]
    return [say("outcome.wishes", language), *said] if said else []
