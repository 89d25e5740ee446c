"""What the check makes of a proposal somebody tampered with."""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.tampered.samples import Sample
from cohorts.errors import CohortsError
from cohorts.record.comparing import IN_WORDS, meaning
from cohorts.record.read import as_document

REFUSED, FOUND, SAME, AS_STATED = "refused", "found", "the same", "as stated"
BELIEVED, BROKE = "BELIEVED", "BROKE"
WRONG = (BELIEVED, BROKE)


@dataclass(frozen=True)
class Judged:
    """``verdict``: one of the words above; ``places``: where it differs from the true one."""

    verdict: str
    places: tuple[str, ...] = ()
    told: str = ""


def judged(sample: Sample, text: str) -> Judged:
    """Read and checked as ``cohorts check`` does; whatever is raised is caught here."""
    try:
        report = sample.check(as_document(text, "proposal.json"))
    except CohortsError as error:
        return Judged(REFUSED, told=str(error))
    except Exception:  # noqa: BLE001 - whatever else comes through is what we look for
        return Judged(BROKE, told=traceback.format_exc())
    if not report.holds:
        return Judged(FOUND)
    places = tuple(dict.fromkeys(differing(_sorted(sample.content), _sorted(json.loads(text)))))
    if not places:
        return Judged(SAME)
    known = all(any(_within(place, one) for one in report.as_stated) for place in places)
    return Judged(AS_STATED if known else BELIEVED, places)


def _sorted(content: Any) -> Any:
    """In what order reasons were given says nothing."""
    return {**content, "overrides": sorted(content["overrides"], key=json.dumps)}


def _within(place: str, stated: str) -> bool:
    any_rule = re.escape(stated).replace(r"\[\]", r"\[[^]]*\]")
    return re.match(rf"{any_rule}(?:$|[.\[])", place) is not None


def differing(true: Any, tampered: Any, place: str = "") -> Iterator[str]:
    """The kinds of place where the two say something else; texts that mean the same do not."""
    if isinstance(true, dict) and isinstance(tampered, dict):
        for name in true.keys() | tampered.keys():
            here = f"{place}.{name}" if place else name
            if name in true and name in tampered:
                yield from differing(true[name], tampered[name], here)
            else:
                yield here
    elif isinstance(true, list) and isinstance(tampered, list) and len(true) == len(tampered):
        for one, other in zip(true, tampered, strict=True):
            yield from differing(one, other, f"{place}[{_rule(one, other)}]")
    elif not _alike(true, tampered, place):
        yield place


def _rule(one: Any, other: Any) -> str:
    """The key of the rule that both findings are of; of anything else nothing."""
    rules = {str(part.get("rule", "")) for part in (one, other) if isinstance(part, dict)}
    return rules.pop() if len(rules) == 1 else ""


def _alike(true: Any, tampered: Any, place: str) -> bool:
    numbers = [v for v in (true, tampered) if isinstance(v, int | float) and type(v) is not bool]
    if len(numbers) == 1 or (not numbers and type(true) is not type(tampered)):
        return False
    in_words = any(IN_WORDS.search(re.sub(r"\[.*?\]", "[1]", place[:end])) for end in _ends(place))
    return meaning(true) == meaning(tampered) if in_words else bool(true == tampered)


def _ends(place: str) -> Iterator[int]:
    """Where a part of the place ends: a text may stand below the field that is words."""
    yield from (found.start() for found in re.finditer(r"\.|\[", place))
    yield len(place)
