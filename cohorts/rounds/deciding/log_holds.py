"""Whether the log in a dossier is whole, ends where it says, and says what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.record.json_text import read_json
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.deciding.decision import DECIDED
from cohorts.rounds.deciding.open_dossier import Dossier
from cohorts.store.canonical import canonical, digest, sha256
from cohorts.store.chain import BEGINNING


@dataclass(frozen=True)
class Difference:
    """What stands in a ``file`` at a ``place``, and what should."""

    file: str
    place: str
    stated: object
    true: object


def log_differences(dossier: Dossier) -> Iterator[Difference]:
    """Every event that is not what its hash says, or does not follow the one before."""
    before, chain = BEGINNING, ""
    for number, event in enumerate(dossier.log.events, 1):
        place = f"events[{number}]"
        row = event.model_dump()
        told = row.pop("hash")
        if (true := sha256(canonical(row))) != told:
            yield Difference(form.LOG, f"{place}.hash", told, true)
        if event.before != before:
            yield Difference(form.LOG, f"{place}.before", event.before, before)
        if event.number != number:
            yield Difference(form.LOG, f"{place}.number", event.number, number)
        if chain not in ("", event.chain):
            yield Difference(form.LOG, f"{place}.chain", event.chain, chain)
        before, chain = told, event.chain
    if dossier.head != before:
        yield Difference(form.HEAD, "", dossier.head, before)
    yield from _of_the_decision(dossier)


def _of_the_decision(dossier: Dossier) -> Iterator[Difference]:
    """The last event is the decision, and says what stands in the file of the decision."""
    events = dossier.log.events
    last = events[-1] if events else None
    if last is None or last.act != DECIDED:
        yield Difference(form.LOG, "events", last and last.act, DECIDED)
        return
    digests = read_json(last.digests)
    for one in dossier.log.said:
        true = digest(one.value, one.salt)
        stated = digests[one.part][0] if one.part < len(digests) else None
        if stated != true:
            yield Difference(form.LOG, f"said[{one.part + 1}]", stated, true)
    decision = dossier.decision
    said = {one.part: read_json(one.value) for one in dossier.log.said}
    stated = {
        "number": decision.number,
        "proposal": decision.proposal,
        "signed": decision.signed,
        "at": decision.at,
        **{name: getattr(decision, name) for name in ("moved", "people", "reasons", "choice")},
    }
    logged = dict(said.get(0, {}))
    logged |= logged.pop("deviation", {})
    for name, value in stated.items():
        if name not in logged or logged[name] != value:
            yield Difference(form.DECISION, name, value, logged.get(name))
    reason = digest(decision.reason, decision.reason_salt)
    if not decision.reason_erased and reason != logged.get("reason_sha256"):
        yield Difference(form.DECISION, "reason", decision.reason, None)
    if dossier.inputs.votes_untold:  # the log knows it with points that are not here
        return
    if (true := sha256(dossier.texts[form.KEPT])) != logged.get("proposal_sha256"):
        yield Difference(form.KEPT, "sha256", true, logged.get("proposal_sha256"))
