"""A round with a little of everything, as rows of the tables; nothing of it was made by acts."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from cohorts.store import tables
from cohorts.store.canonical import sha256
from cohorts.store.chain import Saying, append
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey

STAFF = AccountKey(Key("00000000000000c1"))
ROUND = RoundKey(Key("00000000000000aa"))
JAN, ANS = PersonKey(Key("00000000000000b1")), PersonKey(Key("00000000000000b2"))
PROPOSAL = Key("00000000000000d1")
DECISION, JOB = Key("00000000000000d2"), Key("00000000000000d3")
NOTE, REMARK = Key("00000000000000e1"), Key("00000000000000e2")
PROGRAMME = '{"name":"p"}'


def fill(connection: Connection) -> str:
    """Writes it; gives the head of its log."""
    at = {"at": now(), "by": STAFF}
    here = {"round": ROUND}
    put(connection, "account", key=STAFF, name="Mia", administrator=True, made_at=now())
    put(connection, "round", key=ROUND, name="Najaar", preset="p", made_at=now())
    put(connection, "role", **here, account=STAFF, role="organiser")
    for person, name in ((JAN, "Jan"), (ANS, "Ans")):
        put(connection, "applicant", **here, key=person, id=f"a-{name}")
        put(
            connection,
            "answers",
            **here,
            key=f"{person[:-2]}f{person[-1]}",
            person=person,
            value=f'"{name}"',
        )
        put(connection, "mended", **here, **at, person=person, column="fte", value=f"5 {name}")
    put(connection, "remark", **here, key=REMARK, person=JAN, value='"Jan staat er dubbel in"')
    put(connection, "note", **here, key=NOTE, text="Jan en Ans zijn zwagers")
    put(connection, "relation", **here, **at, number=1, a=JAN, b=ANS, value="{}", note=NOTE)
    pairs = f'[["{JAN}","{JAN[:-2]}f1"],["{ANS}","{ANS[:-2]}f2"]]'
    put(connection, "version", **here, **at, number=1, people=pairs, remarks=f'["{REMARK}"]')
    put(connection, "programme", digest=sha256(PROGRAMME), value=PROGRAMME)
    value = f'{{"groups":[{{"number":1,"members":["{JAN}","{ANS}"]}}]}}'
    put(
        connection,
        "proposal",
        **here,
        **at,
        key=PROPOSAL,
        number=1,
        version=1,
        made="composed",
        asked=1,
        programme=sha256(PROGRAMME),
        value=value,
        digest=sha256(value),
    )
    for number in (1, 2):
        put(
            connection,
            "step",
            **here,
            **at,
            proposal=PROPOSAL,
            number=number,
            kind="move",
            value="{}",
            undone=False,
        )
    put(connection, "revision", **here, object="people", number=2)
    append(
        connection,
        ROUND,
        actor=STAFF,
        act="people.mend",
        object_="people",
        revision=1,
        sayings=[Saying("Jan heet Jan", JAN)],
    )
    return append(
        connection,
        ROUND,
        actor=STAFF,
        act="people.mend",
        object_="people",
        revision=2,
        sayings=[Saying("Ans heet Ans", ANS), Saying(2)],
    )


def decided(connection: Connection) -> None:
    """The same decided on, with a job that ended, and Jan told."""
    at, here = {"at": now(), "by": STAFF}, {"round": ROUND}
    put(
        connection,
        "decision",
        **here,
        **at,
        key=DECISION,
        number=1,
        proposal=PROPOSAL,
        signed="Jo",
        deviation="{}",
    )
    put(
        connection,
        "told",
        **here,
        **at,
        number=1,
        person=JAN,
        proposal=PROPOSAL,
        group=1,
        how="email",
    )
    put(
        connection,
        "job",
        **here,
        **at,
        key=JOB,
        kind="compose",
        value="{}",
        state="done",
        progress="{}",
        stop=False,
        started_at=now(),
        ended_at=now(),
    )
    append(connection, ROUND, actor=STAFF, act="decision.decide", object_="decision")


def put(connection: Connection, table: str, **row: object) -> None:
    connection.execute(insert(tables.metadata.tables[table]), row)


STAGE = Key("00000000000000d4")
LATER = "9999-01-01T00:00:00.000Z"


def judged(connection: Connection) -> None:
    """A committee of one has voted on one."""
    at, here = {"at": now(), "by": STAFF}, {"round": ROUND}
    who = {"account": STAFF}
    plan = {"plan": "{}", "phase": "decided", "turn": 1, "candidates": f'["{JAN}"]'}
    plan |= {"opened_at": now(), "closes_at": LATER, "counted": sha256("x")}
    put(connection, "stage", **here, **at, **plan, key=STAGE, number=1)
    called = {"organisation": "Bank", "email": "", "number": "", "position": "chair"}
    put(connection, "member", **here, **at, **who, **called)
    told = {"stage": STAGE, "person": JAN, "tie": "none", "late": False}
    put(connection, "interest", **here, **at, **who, **told)
    said = {"turn": 1, "value": "{}", "once": "a", "how": "page"}
    put(connection, "vote", **here, **at, **who, **said, stage=STAGE, person=JAN, number=1)
    sent = {"turn": 1, "digest": sha256("x"), "salt": "s", "number": 1}
    put(connection, "sent", **here, **at, **who, **sent, stage=STAGE)
    put(connection, "offer", **here, **at, **who, person=JAN)
    put(connection, "passed", **here, **at, stage=STAGE, person=JAN, on=True, why="")
    put(connection, "minute", **here, **at, number=1, kind="remark", value="{}")
    append(connection, ROUND, actor=STAFF, act="stage.decide", object_="stages")


def in_its_week(connection: Connection) -> None:
    """Jan was called, let in, asked from the reserve and written to."""
    at, here = {"at": now(), "by": STAFF}, {"round": ROUND}
    jan = {"person": JAN}
    put(connection, "called", **here, **at, **jan, number=1, state="no_answer")
    put(connection, "ticked", **here, **at, **jan, name="paid", on=True)
    put(connection, "admitted", **here, **at, **jan, note=NOTE)
    asked = {"proposal": PROPOSAL, "group": 1, "until": LATER}
    put(connection, "reserve", **here, **at, **jan, **asked, number=1)
    about = {"about": f"decision:{DECISION}"}
    put(connection, "letter_text", **here, **at, **jan, **about, language="nl", note=NOTE)
    put(connection, "template", **here, **at, kind="letter", value="{}")
    mail = {"state": "sent", "tries": 1, "once": sha256("m"), "key": Key("00000000000000d5")}
    put(connection, "mail", **here, **at, **jan, **about, **mail)
    append(connection, ROUND, actor=STAFF, act="call.note", object_="calls")
