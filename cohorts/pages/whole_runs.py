"""A page is drawn to its end before the next press is heard: what somebody did is never cut in two.

Streamlit ends a run wherever it next draws or looks at its state, as soon as the browser asks for
another: in the midst of an act, before a press was seen, or beside a second run that clears what
the first one heard. Here the next run waits, and each press has a run of its own, in their order.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
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
        self._page = ""
        """Of the run that was last begun."""
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
            return super().request_rerun(self._on_the_way(new_data))
        with self._order:
            if self._is_past(new_data):
                return self._state is not ScriptRequestType.STOP
            pressed = _pressed(new_data)
            if self._behind or (self._pressed and pressed - self._pressed) or self._goes(new_data):
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
                self._taken(request)
            return request

    def on_scriptrunner_ready(self) -> ScriptRequest:
        """Between two runs."""
        with self._order:
            request = super().on_scriptrunner_ready()
            self._taken(request)
            return request

    @property
    def _waiting(self) -> RerunData | None:
        return self._rerun_data if self._state is ScriptRequestType.RERUN else None

    def _goes(self, asked: RerunData) -> bool:
        """To another page than the run that waits: what was pressed or typed there has its own."""
        waits = self._waiting
        return waits is not None and waits.page_script_hash != asked.page_script_hash

    def _on_the_way(self, asked: RerunData) -> RerunData:
        """Whoever was on the way to another page gets there, though the one they left is anew."""
        waits = self._waiting
        if waits is None or not self._goes(asked) or asked.page_script_hash != self._page:
            return asked
        page, query = waits.page_script_hash, waits.query_string
        return replace(asked, page_script_hash=page, query_string=query)

    def _is_past(self, asked: RerunData) -> bool:
        """Of a part of a page that was left: begun, the browser would clear the page it is on.

        What a part asks by its clock is past as well where the whole is drawn anew.
        """
        if not asked.fragment_id:
            return False
        whole_waits = self._waiting is not None and not self._waiting.fragment_id_queue
        left = bool(self._page) and asked.page_script_hash != self._page
        return left or (asked.is_auto_rerun and whole_waits)

    def _taken(self, request: ScriptRequest) -> None:
        """What waited is a run now; what was asked behind it waits next."""
        if request.type is ScriptRequestType.RERUN:
            self._page = request.rerun_data.page_script_hash
        self._by_the_page, self._pressed = False, set()
        if self._behind:
            ahead = self._behind.popleft()
            self._pressed = _pressed(ahead)
            super().request_rerun(ahead)

    def _queue(self, asked: RerunData) -> None:
        """The same press again, or only more that was typed, is in the run of the one before it."""
        if self._behind and _same(self._behind[-1], asked):
            self._behind.pop()
        self._behind.append(asked)

    def _note(self) -> bool:
        """Whether it is the page that asks: in the thread in which it is drawn."""
        drawn = get_script_run_ctx(suppress_warning=True)
        by_the_page = drawn is not None and drawn.script_requests is self
        self._by_the_page |= by_the_page
        return by_the_page


def _same(one: RerunData, other: RerunData) -> bool:
    """The same press of the same page, or part of it."""
    at_one, at_other = (
        (asked.page_script_hash, asked.fragment_id, _pressed(asked)) for asked in (one, other)
    )
    return at_one == at_other


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
