"""Runs all tests at once; the few that fail so are tried once more, alone.

Three processes, their browsers, servers and databases share two cores: a page can take longer to
draw than a test waits for it. What fails alone as well is a fault, and so is more than a few; what
passes alone is named at the end, because it may be a race of ours.

    python -m tests.alone -m "not long"

What is said to it is said to pytest.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FEW = 5
"""Of a busy machine; more is a fault of what is tested."""
FAILED = 1
"""What pytest ends with where tests failed, and nothing else went wrong."""
CACHE = Path(".pytest_cache")
LAST_FAILED = CACHE / "v" / "cache" / "lastfailed"


def main(arguments: list[str]) -> int:
    """What pytest ends with."""
    together = _pytest("-n", "auto", "--dist", "worksteal", "--cache-clear", *arguments)
    if together != FAILED or not LAST_FAILED.is_file():
        return together
    failed = sorted(json.loads(LAST_FAILED.read_text("utf-8")))
    if not 0 < len(failed) <= FEW:
        return together
    alone = _pytest(*failed)
    if not alone:
        sys.stdout.write("\n".join(["Failed beside others, passed alone:", *failed, ""]))
    return alone


def _pytest(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
