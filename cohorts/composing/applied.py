"""Who applied, and where they went: how a refusal of the counts begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cohorts.programme.programme import Programme
from cohorts.round.effect import rows_gone
from cohorts.round.remark import Remark
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside
from cohorts.words import Language, say
from cohorts.words.phrase import listed

Said = Mapping[Language, str]


def applied(round_: Round, programme: Programme) -> Said:
    """The rows that were read, the people in them, and how many of those can be composed."""
    return {language: _applied(round_, programme, language) for language in Language}


def rows_read(people: int, remarks: Iterable[Remark], language: Language) -> str:
    """Before there is a programme: the rows that were read, and the people in them."""
    return _of_rows(people, say("compose.applied", language, n=people), remarks, language)


def worth_a_look(round_: Round) -> Mapping[str, Said]:
    """What may be wrong where people or rows fell away; empty where none did.

    ``look``; and ``look_plain`` for whoever has no command line before them.
    """
    kinds = [kind for kind in Aside if any(s.why is kind for s in round_.set_aside)]
    keys = [f"look_{kind}" for kind in kinds] + (["look_rows"] if rows_gone(round_.remarks) else [])
    return {"look": _together(keys), "look_plain": _together([f"{key}_plain" for key in keys])}


def _together(keys: Sequence[str]) -> Said:
    return {lang: "".join(f"{say(f'compose.{k}', lang)} " for k in keys) for lang in Language}


def _applied(round_: Round, programme: Programme, language: Language) -> str:
    people = round_.n + len(round_.set_aside)
    said = [say("compose.applied", language, n=people), *_aside(round_, programme, language)]
    if round_.set_aside:
        key = "compose.applied_left" if round_.n else "compose.applied_none_left"
        said.append(say(key, language, left=round_.n))
    return _of_rows(people, ", ".join(said), round_.remarks, language)


def _of_rows(people: int, said: str, remarks: Iterable[Remark], language: Language) -> str:
    """``said`` of so many people, after the rows that were read and are none of them."""
    gone = rows_gone(remarks)
    if not gone:
        return said
    parts = [say(f"compose.rows_{k}", language, count=n) for k, n in sorted(gone.items())]
    rows = {"rows": people + gone.total(), "gone": ", ".join(parts), "people": said}
    return say("compose.applied_rows", language, **rows)


def _aside(round_: Round, programme: Programme, language: Language) -> Iterator[str]:
    """How many each ground keeps out; who fails several conditions counts for each of them."""
    refused = [s for s in round_.set_aside if s.why is Aside.REFUSED]
    grounds = Counter(j.condition for s in refused for j in s.judgements)
    titles = {key: programme.condition(key).title(language) for key in grounds}
    if len(grounds) == 1:
        title = next(iter(titles.values()))
        yield say("compose.applied_refused", language, count=len(refused), condition=title)
    elif refused:
        by_ground = [
            say("compose.applied_ground", language, condition=titles[key], count=count)
            for key, count in sorted(grounds.items(), key=lambda found: -found[1])
        ]
        facts = {"count": len(refused), "grounds": listed(by_ground, language)}
        yield say("compose.applied_refused_several", language, **facts)
    others = Counter(s.why for s in round_.set_aside if s.why is not Aside.REFUSED)
    for kind, count in sorted(others.items()):
        yield say(f"compose.applied_{kind}", language, count=count)
