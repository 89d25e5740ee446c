"""CPU seconds of reading 20,000 rows: a form's export, and a table of names and amounts.

Of the last a tenth of the rows: it took the square of their number once.

    python benchmarks/speeds/measures/reading.py [ROWS]
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from many_rows import many

from cohorts import read_applicants
from sample_data.making.files import write_records, write_workbook

ROWS = 20_000


def seconds(path: Path) -> float:
    """Of this process, and of the one in which a workbook is read."""
    began = _used()
    read_applicants(path)
    return round(_used() - began, 2)


def _used() -> float:
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def amounts(rows: int, path: Path) -> None:
    """Names, and three columns of numbers: the shortest table in which a row could be a sum."""
    draw = random.Random(1)  # noqa: S311 - nothing secret
    lines = [
        f"{'ABCDEFGHIJ'[i % 10]}. {_word(i)};{draw.randint(1, 80)};{draw.randint(10, 999)}000;"
        f"{draw.randint(1950, 2024)}"
        for i in range(rows)
    ]
    path.write_text("\n".join(["naam;fte;omzet;oprichtingsjaar", *lines]) + "\n", "utf-8")


def _word(number: int) -> str:
    letters = [chr(97 + number // 26**power % 26) for power in range(4)]
    return "V" + "".join(letters) + "oot"


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records, _ = many(rows)
        write_records(records, folder / "form.csv")
        write_workbook(records, folder / "form.xlsx")
        amounts(rows // 10, folder / "amounts.csv")
        for file, count in (("form.csv", rows), ("form.xlsx", rows), ("amounts.csv", rows // 10)):
            took = seconds(folder / file)
            print(json.dumps({"what": f"reading: {file}, {count:,} rows", "seconds": took}))


if __name__ == "__main__":
    main()
