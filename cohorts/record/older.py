"""A proposal of an older meaning beside what is computed now: data against data.

What is not compared: sentences, what a later release adds, and figures of which the definition
changed since; those are listed. What follows from such a figure (the points of all rules together)
is compared without the share of its rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cohorts.record.comparing import Mismatch, unequal
from cohorts.record.meaning import SCORE, ChangedMeaning, Changes

SAID = {"name", "sentence", "title", "reason", "told", "causes", "referrals"}
"""What is words, in a group, a finding, or of somebody without a group."""
Content = Mapping[str, Any]
Figures = Mapping[str, frozenset[str]]
"""Key of a rule → its figures of which the definition changed."""


def figures_of(changes: Changes) -> Figures:
    """The figures that changed and cannot be compared, per rule."""
    gone = [(key, change.figures) for key, change in changes if not change.still_known]
    return {k: frozenset[str]().union(*(f for o, f in gone if o == k)) for k, _ in gone}


@dataclass(frozen=True)
class Listed:
    """A rule of which figures are computed otherwise now, and where that shows."""

    rule: str
    change: ChangedMeaning
    differs: tuple[Mismatch, ...]


def differences(
    stated: Content, true: Content, changes: Changes, *, whole: bool = False
) -> Iterator[Mismatch]:
    """What is stated and not so, in figures that mean now what they meant then.

    ``whole``: all that could be stated then is known, so that nothing of it may be left out.
    """
    changed = figures_of(changes)
    of_changed = _terms_of(stated, true, changed)
    left, right = (_without(one, changed, of_changed) for one in (stated, true))
    # what is not stated at all a later release adds
    for name, value in ((n, v) for n, v in left.items() if v is not None):
        if name == "groups":
            yield from _of_groups(value, right[name], whole=whole)
        else:
            complete = whole and name != "settings"
            yield from unequal(name, value, right[name], all_of_it=complete)
            if name in ("findings", "weights") and not complete:
                yield from _lacking(name, value, right[name])
    yield from _in_order("findings", left["findings"], right["findings"])


def left_aside(stated: Content, true: Content, changes: Changes) -> Iterator[str]:
    """The places of figures that are not compared, by the key of the rule they are of."""
    changed = figures_of(changes)
    for key, figures in sorted(changed.items()):
        for figure in sorted(figures - {"weights"}):
            yield f"groups[].findings[{key}].{figure}"
            yield f"findings[{key}].{figure}"
    terms = sorted(_terms_of(stated, true, changed))
    yield from (f"weights.{term}" for term in terms)
    yield from ["score.worst"] * bool(terms)


def listed(stated: Content, true: Content, key: str, change: ChangedMeaning) -> Listed:
    """What differs in the changed figures of the rule with this key."""
    if key == SCORE:
        both = ((f, stated["score"], true["score"]) for f in sorted(change.figures))
        found = (m for f, then, now in both for m in unequal(f"score.{f}", then.get(f), now.get(f)))
        return Listed(key, change, tuple(found))
    pairs = (
        (place, finding, _by_rule(true_findings).get(key, {}))
        for place, findings, true_findings in _places(stated, true)
        for finding in [_by_rule(findings).get(key, {})]
    )
    found = (
        mismatch
        for place, finding, now in pairs
        for figure in sorted(change.figures & finding.keys() & now.keys())
        for mismatch in unequal(f"{place}.{key}.{figure}", finding[figure], now[figure])
    )
    return Listed(key, change, tuple(found))


def _places(stated: Content, true: Content) -> Iterator[tuple[str, list[Any], list[Any]]]:
    """Every list of findings: of each group, and over all."""
    for group, now in zip(stated["groups"], true["groups"], strict=True):
        yield f"groups[{group['number']}].findings", group["findings"], now["findings"]
    yield "findings", stated["findings"], true["findings"]


def _by_rule(findings: list[Any]) -> dict[str, Any]:
    """Key of the rule → its finding; what is stated twice keeps a name of its own."""
    found: dict[str, Any] = {}
    for finding in findings:
        name = finding["rule"]
        found[name if name not in found else f"{name}[{len(found)}]"] = finding
    return found


def _terms_of(stated: Content, true: Content, changed: Figures) -> set[str]:
    """The names of the terms of rules that count otherwise now: then and now."""
    return {
        term
        for content in (stated, true)
        for findings in (content["findings"], *(g["findings"] for g in content["groups"]))
        for finding in findings
        if "amounts" in changed.get(finding["rule"], ())
        for term in finding["amounts"]
    }


def _without(content: Content, changed: Figures, terms: set[str]) -> dict[str, Any]:
    """The document without words and changed figures; findings by the key of their rule."""
    left = dict(content)
    left["groups"] = [
        {**_mute(group), "findings": _findings(group["findings"], changed)}
        for group in content["groups"]
    ]
    left["not_placed"] = [_mute(one) for one in content["not_placed"]]
    left["findings"] = _findings(content["findings"], changed)
    left["weights"] = {n: price for n, price in content["weights"].items() if n not in terms}
    score = _score(content, terms)
    left["score"] = {n: v for n, v in score.items() if n not in changed.get(SCORE, ())}
    return left


def _mute(part: Content) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name not in SAID}


def _findings(findings: list[Any], changed: Figures) -> dict[str, Any]:
    return {
        rule: {n: v for n, v in _mute(one).items() if n not in changed.get(rule, ())}
        for rule, one in _by_rule(findings).items()
    }


def _score(content: Content, terms: set[str]) -> dict[str, Any]:
    """The score without the share of these terms; the worst group cannot be told without."""
    score = dict(content["score"])
    for finding in content["findings"]:
        for term in terms & finding["amounts"].keys():
            price = content["weights"].get(term)
            level, share = ("hard", 1) if price is None else ("soft", price)
            score[level] -= share * finding["amounts"][term]
    if terms:
        del score["worst"]
    return score


def _of_groups(stated: list[Any], true: list[Any], *, whole: bool) -> Iterator[Mismatch]:
    if len(stated) != len(true):
        yield Mismatch("groups", len(stated), len(true))
        return
    for group, now in zip(stated, true, strict=True):
        place = f"groups[{group['number']}]"
        yield from unequal(place, group, now, all_of_it=whole)
        if not whole:
            yield from _lacking(f"{place}.findings", group["findings"], now["findings"])
        yield from _in_order(f"{place}.findings", group["findings"], now["findings"])


def _lacking(place: str, stated: Content, true: Content) -> Iterator[Mismatch]:
    """Rules or terms that belong there and are not stated."""
    for name in sorted(true.keys() - stated.keys()):
        yield Mismatch(f"{place}.{name}", None, name)


def _in_order(place: str, stated: Content, true: Content) -> Iterator[Mismatch]:
    """The same rules, in another order than that of the programme."""
    if stated.keys() == true.keys() and list(stated) != list(true):
        yield Mismatch(place, list(stated), list(true))
