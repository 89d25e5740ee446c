"""``python -m cohorts.work [URL] [--job KEY]``: works off the queue of a store, or does one job."""

from __future__ import annotations

import argparse
import os
import sys

from cohorts.rounds.jobs.job import PROPOSALS, WHAT, JobKey
from cohorts.store.keys import Key
from cohorts.store.place import url_of
from cohorts.store.store import opened
from cohorts.work.one_job import DONE, do
from cohorts.work.queue import work_off
from cohorts.work.work_limits import limits


def main(argv: list[str]) -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(prog="python -m cohorts.work")
    parser.add_argument("url", nargs="?")
    parser.add_argument("--job")
    parser.add_argument("--on", choices=WHAT, default=PROPOSALS)
    given = parser.parse_args(argv)
    store = opened(given.url or url_of(os.environ))
    try:
        if given.job:
            return do(store, JobKey(Key(given.job)), limits())
        work_off(store, limits(), given.on)
        return DONE
    finally:
        store.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
