"""Practice ballots that somebody made up, in any file that ballots are read from."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from cohorts.committee.ballot_files.read_votes import read_votes
from cohorts.committee.practice.practice_ballots import nameless
from cohorts.committee.votes import Asked, Criterion, Election


def practice_file(
    name: str, data: bytes, criteria: tuple[Criterion, ...], most: int | None = None
) -> Election:
    """Read as they are asked, and then without any name. Raises InputError with every fault."""
    asked = Asked.SCORES if criteria else Asked.YES
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(name).name
        path.write_bytes(data)
        return nameless(
            read_votes(path, asked=asked, criteria=criteria or None, most_yes=most).election
        )
