"""Composes the slow rounds of earlier releases again: the same inputs, the same groups?

``python -m benchmarks.golden [--all] [--json]``: a line a round, ``same`` or ``differs`` (with its
reason where ``tests/releases/differences.toml`` has one); 1 where one differs without a reason, or
where a proposal whose check is slow no longer holds.
"""

from __future__ import annotations

import argparse
import json
import sys
import time

from tests.releases.test_golden_groups import ALL, DIFFERENCES, composed_now
from tests.releases.test_old_proposals import checked


def main() -> int:
    """Composes and compares. The exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="the quick ones as well")
    parser.add_argument("--json", action="store_true", help="one object a line")
    asked = parser.parse_args()
    unexplained = 0
    for kept in ALL:
        if not kept.told["recompose"] or not (asked.all or kept.told.get("slow")):
            continue
        began = time.perf_counter()
        same = composed_now(kept) == kept.composed.read_text("utf-8")
        reason = DIFFERENCES.get(str(kept), "")
        slow = bool(kept.told.get("slow_check"))
        holds = not slow or checked(kept, kept.folder / "proposal.json").holds
        unexplained += (not same and not reason) or not holds
        found = {"round": str(kept), "same": same, "reason": reason, "holds": holds}
        found["seconds"] = round(time.perf_counter() - began, 1)
        said = f"{kept}: {'same' if same else f'differs {reason}'.strip()}"
        said += "" if holds else ", and no longer holds"
        print(json.dumps(found, ensure_ascii=False) if asked.json else said, flush=True)
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
