"""What was found wrong with what is kept, in lines and for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cohorts.errors import Problem
from cohorts.words import Language, explain

MOST = 40


def fault_lines(problems: Sequence[Problem], language: Language) -> Iterator[str]:
    """Where and what, a line each; then what can be done, each once."""
    for problem in problems[:MOST]:
        yield f"  {problem.place}: {explain(problem, language)[0]}"
    if len(problems) > MOST:
        yield f"  … {len(problems) - MOST}"
    yield from dict.fromkeys(explain(problem, language)[1] for problem in problems)


def faults_data(problems: Sequence[Problem], language: Language) -> list[Mapping[str, str]]:
    """The same for machines."""
    return [
        {"code": p.code, "place": p.place, "fault": fault, "remedy": remedy}
        for p in problems
        for fault, remedy in (explain(p, language),)
    ]
