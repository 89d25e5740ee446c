"""The independent checker of a rotation: what is demanded, and what is stated of it.

Pair by pair and table by table, in plain Python: it shares no line with search, designs or score.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations

from solver.check import CheckError
from solver.pairing.rotation.rotation import Rotation
from solver.pairing.rotation.sessions import RotationTask, Session

Tables = dict[int, list[int]]


def check(task: RotationTask, rotation: Rotation) -> None:
    """Holds a rotation against its task.

    Raises CheckError where a demand is broken, or meetings, unevenness or a bound are not as
    stated.
    """
    if rotation.seats.shape != (len(task.sessions), task.n):
        raise CheckError("the seats have another shape than the task")
    met = Counter({frozenset((int(i), int(j))): 1 for i, j in task.met})
    uneven = Fraction(0)
    for number, session in enumerate(task.sessions):
        seats = [int(table) for table in rotation.seats[number]]
        tables = _tables(number, session, seats)
        _check_seats(task, number, session, seats)
        met.update(frozenset(pair) for rows in tables.values() for pair in combinations(rows, 2))
        uneven += _unevenness(task, tables)
    repeats = sum(times - 1 for times in met.values())
    again = sum(sum(range(times)) for times in met.values())
    true = (repeats, max(met.values(), default=0), uneven, again)
    stated = (rotation.repeats, rotation.most_meetings, rotation.unevenness, rotation.again)
    if true != stated:
        raise CheckError(f"stated {stated}, true {true}")
    for least, count in ((rotation.bound, repeats), (rotation.least_again, again)):
        if least > count:
            raise CheckError(f"bound {least} above {count}")


def _tables(number: int, session: Session, seats: list[int]) -> Tables:
    tables: Tables = {table: [] for table in range(session.tables)}
    for row, table in enumerate(seats):
        if bool(session.present[row]) != (table in tables) or (table not in tables and table != -1):
            raise CheckError(f"row {row} sits at {table} in session {number}")
        if table != -1:
            tables[table].append(row)
    for table, rows in tables.items():
        if not session.low[table] <= len(rows) <= session.high[table]:
            raise CheckError(f"{len(rows)} at table {table} in session {number}")
    return tables


def _check_seats(task: RotationTask, number: int, session: Session, seats: list[int]) -> None:
    for row, table in session.hosts:
        if seats[row] != table:
            raise CheckError(f"host {row} is not at table {table} in session {number}")
    for i, j in (*task.apart, *session.apart):
        if seats[i] == seats[j] != -1:
            raise CheckError(f"rows {i} and {j} share a table in session {number}")


def _unevenness(task: RotationTask, tables: Tables) -> Fraction:
    there = sum(len(rows) for rows in tables.values())
    uneven = Fraction(0)
    for code in task.codes:
        known = [int(code[row]) for rows in tables.values() for row in rows if code[row] >= 0]
        for value, with_it in Counter(known).items():
            for rows in tables.values():
                count = sum(int(code[row]) == value for row in rows)
                uneven += (count - Fraction(with_it * len(rows), there)) ** 2
    return uneven
