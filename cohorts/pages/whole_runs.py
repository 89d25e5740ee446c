"""A page is drawn to its end before the next press is heard: what somebody did is never cut in two.

Streamlit ends a run wherever it next draws or looks at its state, as soon as the browser asks for
another: in the midst of an act, before a press was seen, or beside a second run that clears what
the first one heard. Here the next run waits, and each press has a run of its own, in their order.
"""

from __future__ import annotations

from collections import deque
from threading import Lock

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.scriptrunner import get_script_run_ctx, script_runner
from streamlit.runtime.scriptrunner_utils.script_requests import (
    RerunData,
    ScriptRequest,
    ScriptRequests,
    ScriptRequestType,
)

PRESS = "trigger_value"
"""How the kinds of value end that are there for one run only: a button's, a component's."""


class WholeRuns(ScriptRequests):
    """What is asked of runs: only what the page asks of itself, as ``st.rerun`` does, ends one."""

    def __init__(self) -> None:
        super().__init__()
        self._by_the_page = False
        self._order = Lock()
        self._pressed: set[str] = set()
        """In the run that waits."""
        self._behind: deque[RerunData] = deque()
        """What was asked after it and cannot be in the same run: a first act may end that."""

    def request_stop(self) -> None:
        """The page wants no more of itself, or nobody looks at it any longer."""
        self._note()
        super().request_stop()

    def request_rerun(self, new_data: RerunData) -> bool:
        """The browser or the page wants it drawn anew; False where it was stopped."""
        if self._note():
            return super().request_rerun(new_data)
        with self._order:
            pressed = _pressed(new_data)
            if self._behind or (self._pressed and pressed - self._pressed):
                self._queue(new_data)
                return self._state is not ScriptRequestType.STOP
            self._pressed |= pressed
            return super().request_rerun(new_data)

    def request_rerun_batch(self, rerun_batch: list[RerunData]) -> bool:
        """What callbacks wanted, once all of them are done."""
        self._note()
        return super().request_rerun_batch(rerun_batch)

    def on_scriptrunner_yield(self) -> ScriptRequest | None:
        """At every place where a run can be ended."""
        if not self._by_the_page:
            return None
        with self._order:
            request = super().on_scriptrunner_yield()
            if request is not None:
                self._taken()
            return request

    def on_scriptrunner_ready(self) -> ScriptRequest:
        """Between two runs."""
        with self._order:
            request = super().on_scriptrunner_ready()
            self._taken()
            return request

    def _taken(self) -> None:
        """What waited is a run now; what was asked behind it waits next."""
        self._by_the_page, self._pressed = False, set()
        if self._behind:
            ahead = self._behind.popleft()
            self._pressed = _pressed(ahead)
            super().request_rerun(ahead)

    def _queue(self, asked: RerunData) -> None:
        """The same press again, or only more that was typed, is in the run of the one before it."""
        last = self._behind[-1] if self._behind else None
        if last and last.fragment_id == asked.fragment_id and _pressed(last) == _pressed(asked):
            self._behind.pop()
        self._behind.append(asked)

    def _note(self) -> bool:
        """Whether it is the page that asks: in the thread in which it is drawn."""
        drawn = get_script_run_ctx(suppress_warning=True)
        by_the_page = drawn is not None and drawn.script_requests is self
        self._by_the_page |= by_the_page
        return by_the_page


def _pressed(asked: RerunData) -> set[str]:
    """What is pressed in it: the ids of widgets."""
    states = asked.widget_states.widgets if asked.widget_states is not None else ()
    return {state.id for state in states if _is_press(state)}


def _is_press(state: WidgetState) -> bool:
    kind = state.WhichOneof("value") or ""
    return kind.endswith(PRESS) and bool(getattr(state, kind))


def runs_are_whole() -> None:
    """From now on, in every session of this server; with ``runner.fastReruns`` off."""
    script_runner.ScriptRequests = WholeRuns  # type: ignore[attr-defined]
