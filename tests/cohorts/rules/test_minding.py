"""Which groups are measured anew beside those in which somebody moved."""

from __future__ import annotations

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.composition import Composition
from cohorts.rules.keep_together import KeepTogether

ANKER, BERK, CITER = (Applicant(id=ApplicantId(one)) for one in ("anker", "berk", "citer"))


def test_who_stays_behind_minds_that_a_set_is_torn_no_more() -> None:
    """Berk left group 2 for no group: Anker's is not touched, and is torn from nobody now."""
    rule, now = KeepTogether.model_construct(), Composition({1: (ANKER,), 3: (CITER,)}, (BERK,))
    torn: dict[str, list[tuple[Applicant, ...]]] = {"k": [(ANKER, BERK)]}
    assert set(rule.minding(torn, {"k": []}, now)) == {1}
    assert set(rule.minding(torn, torn, now)) == set()
