"""A composition under way: in a thread of its own, to be watched and stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Unpack

from cohorts.composing.compose import compose
from cohorts.composing.first_time import first_time
from cohorts.composing.inputs import Given
from cohorts.composing.proposal import Proposal
from cohorts.errors import CohortsError
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from solver.score import Score
from solver.solution import Effort


@dataclass(eq=False)
class Job:
    """``share``: how much is done, 0 … 1; ``best``: the score so far; ``longer``: why, as a key.

    Once it is ``over`` there is a ``proposal``, an ``error`` in words, or it is ``broken``.
    """

    stop: Event = field(default_factory=Event)
    share: float = 0.0
    best: Score | None = None
    longer: str | None = None
    proposal: Proposal | None = None
    error: CohortsError | None = None
    broken: bool = False
    _thread: Thread | None = None

    def start(
        self,
        applicants: Sequence[Applicant],
        programme: Programme,
        effort: Effort,
        **given: Unpack[Given],
    ) -> None:
        """Begins; comes back at once."""

        def run() -> None:
            try:
                self.longer = first_time(len(applicants))
                self.proposal = compose(
                    applicants,
                    programme,
                    effort=effort,
                    progress=self._progress,
                    stop=self.stop,
                    **given,
                )
            except CohortsError as error:
                self.error = error
            except Exception:  # noqa: BLE001 - the page says that it broke; nothing personal is kept
                self.broken = True

        self._thread = Thread(target=run, daemon=True)
        self._thread.start()

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self._thread is not None and not self._thread.is_alive()

    def wait(self) -> None:
        """Until it has ended."""
        if self._thread is not None:
            self._thread.join()

    def _progress(self, best: Score, share: float) -> None:
        self.best, self.share = best, share
