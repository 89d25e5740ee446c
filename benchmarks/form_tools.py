"""Do exports of six tools read the same, of every round, in every language and kind of file?

``python -m benchmarks.form_tools``: a line a file, ``same`` or the first row that differs; 1 where
any does. The suite takes the languages and kinds of file in turn.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sample_data.test_form_tools import ALL, differences, named


def main() -> int:
    """File by file. The exit code."""
    wrong = 0
    for case in ALL:
        with TemporaryDirectory() as folder:
            more, less = differences(case, Path(folder))
        wrong += bool(more or less)
        print(
            f"{named(case)}: {'same' if not more and not less else [*more, *less][0]}", flush=True
        )
    print(f"{len(ALL) - wrong} of {len(ALL)} read the same")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
