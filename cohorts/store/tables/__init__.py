"""All tables, and where personal values stand.

In ``applicant``, ``answers``, ``mended``, ``remark``, ``note`` and ``said``, and nowhere else:
everything else knows people by their random key, so that erasing somebody is deleting rows there.

Times are text (see :mod:`cohorts.store.clock`); what has a shape of its own is JSON as text.
"""

from __future__ import annotations

from cohorts.store.tables.decided import decision, told
from cohorts.store.tables.log import event, said
from cohorts.store.tables.people import (
    answers,
    applicant,
    identity,
    mended,
    note,
    remark,
    upload,
    version,
)
from cohorts.store.tables.proposals import job, proposal, step
from cohorts.store.tables.rounds import revision, role, round_, visit
from cohorts.store.tables.sealed import salt, seal
from cohorts.store.tables.shared_columns import metadata
from cohorts.store.tables.staff import account, attempt, link, login, outside_login
from cohorts.store.tables.votes_kept import (
    interest,
    member,
    minute,
    offer,
    passed,
    sent,
    stage,
    vote,
)
from cohorts.store.tables.week_kept import (
    admitted,
    called,
    letter_text,
    mail,
    reserve,
    template,
    ticked,
)
from cohorts.store.tables.what_is_asked import programme, relation, setting

__all__ = [
    "account",
    "admitted",
    "answers",
    "applicant",
    "attempt",
    "called",
    "decision",
    "event",
    "identity",
    "interest",
    "job",
    "letter_text",
    "link",
    "login",
    "mail",
    "member",
    "mended",
    "metadata",
    "minute",
    "note",
    "offer",
    "outside_login",
    "passed",
    "programme",
    "proposal",
    "relation",
    "remark",
    "reserve",
    "revision",
    "role",
    "round_",
    "said",
    "salt",
    "seal",
    "sent",
    "setting",
    "stage",
    "step",
    "template",
    "ticked",
    "told",
    "upload",
    "version",
    "visit",
    "vote",
]
