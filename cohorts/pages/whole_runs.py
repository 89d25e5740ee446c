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
        self._at = ("", "")
        """The address of the run that was last begun."""
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
        by_the_page = self._note()
        with self._order:
            if by_the_page:
                return self._asked_by_the_page(new_data)
            if self._is_past(new_data):
                return self._goes_on()
            if self._is_late(new_data):
                return self._before_going(new_data)
            return self._asked(new_data)

    def _asked_by_the_page(self, new_data: RerunData) -> bool:
        """Whoever asked for another address meanwhile gets there; a press is heard where it was."""
        waits = self._waiting
        if waits is None or waits.fragment_id_queue:
            return super().request_rerun(new_data)
        if _address(waits) == self._at == _address(new_data):
            return super().request_rerun(new_data)
        if all(_address(one) == self._at for one in (waits, *self._behind)):
            self._behind.append(new_data)
        return self._goes_on()

    def _asked(self, new_data: RerunData) -> bool:
        """In the run that waits where that hears all of it; else in one of its own behind it."""
        pressed, waits = _pressed(new_data), self._waiting
        elsewhere = waits is not None and _address(waits) != _address(new_data)
        if self._behind or (self._pressed and pressed - self._pressed) or elsewhere:
            self._queue(new_data)
            return self._goes_on()
        self._pressed |= pressed
        return super().request_rerun(new_data)

    def _before_going(self, late: RerunData) -> bool:
        """In the order in which it can be heard: what goes elsewhere comes after it."""
        if self._behind:
            going = self._behind.pop()
            self._queue(late)
            self._behind.append(going)
            return self._goes_on()
        with self._lock:
            if not self._goes_on():
                return False
            self._behind.append(self._rerun_data)
            self._state = ScriptRequestType.CONTINUE
        self._pressed = _pressed(late)
        return super().request_rerun(late)

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

    def _goes_on(self) -> bool:
        return self._state is not ScriptRequestType.STOP

    def _is_late(self, asked: RerunData) -> bool:
        """Asked of the page that is still seen, after somebody chose to go elsewhere."""
        last = self._behind[-1] if self._behind else self._waiting
        if last is None or asked.is_history_navigation or _pressed(last):
            return False
        return _address(asked) == self._at != _address(last)

    def _is_past(self, asked: RerunData) -> bool:
        """Of a part of a page that was left: begun, the browser would clear the page it is on.

        What a part asks by its clock is past as well where the whole is drawn anew.
        """
        if not asked.fragment_id:
            return False
        whole_waits = self._waiting is not None and not self._waiting.fragment_id_queue
        page, _ = self._at
        left = bool(page) and asked.page_script_hash != page
        return left or (asked.is_auto_rerun and (whole_waits or bool(self._behind)))

    def _taken(self, request: ScriptRequest) -> None:
        """What waited is a run now; what was asked behind it waits next."""
        if request.type is ScriptRequestType.RERUN:
            self._at = _address(request.rerun_data)
        self._by_the_page, self._pressed = False, set()
        while self._behind:
            ahead = self._behind.popleft()
            if not self._is_past(ahead):
                self._pressed = _pressed(ahead)
                super().request_rerun(ahead)
                return

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
    """The same press at the same address, or in the same part of it."""
    at_one, at_other = (
        (_address(asked), asked.fragment_id, _pressed(asked)) for asked in (one, other)
    )
    return at_one == at_other


def _address(asked: RerunData) -> tuple[str, str]:
    """Which page, and of what: on the card of another person the same button is another."""
    return asked.page_script_hash, asked.query_string


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
