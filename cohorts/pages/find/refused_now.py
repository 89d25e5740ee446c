"""Why somebody may not take part as things stand, before anything is decided, and where else."""

from __future__ import annotations

from cohorts.errors import InputError
from cohorts.pages.here import Here
from cohorts.pages.taking_part import taking_part
from cohorts.pages.told import language, page_words
from cohorts.programme.referral import referrals
from cohorts.record.reasons import reason_aside
from cohorts.record.referred import referred
from cohorts.round.set_aside import Aside
from cohorts.store.keys import PersonKey

t = page_words("find")


def refused_now(here: Here, person: PersonKey) -> tuple[str, ...]:
    """In sentences to read aloud; nothing of who meets the conditions, or where none can be read.

    Only what their own answers say: not what decided of others.
    """
    try:
        found = taking_part(here)
    except InputError:  # composing says what is wrong with what is asked
        return ()
    keys, programme = found.people.keys.of, found.asked.programme
    aside = (one for one in found.round.set_aside if keys.get(one.applicant.id) == person)
    one = next((one for one in aside if one.why is Aside.REFUSED), None)
    if one is None:
        return ()
    with programme.in_own_words():
        why = t("refused_now", reason=reason_aside(one, programme, language()))
        elsewhere = referred(referrals(one.applicant, programme, found.round.on), language())
        return (why, *elsewhere)
