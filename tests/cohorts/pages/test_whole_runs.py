"""What is asked of the runs of a page: each press has a whole one, in order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.scriptrunner_utils.script_requests import (
    RerunData,
    ScriptRequest,
    ScriptRequests,
    ScriptRequestType,
)

from cohorts.pages import whole_runs
from cohorts.pages.server import SETTINGS
from cohorts.pages.whole_runs import WholeRuns, runs_are_whole

RERUN, STOP = ScriptRequestType.RERUN, ScriptRequestType.STOP


def asked(pressed: str = "", *, at: str = "", **typed: str) -> RerunData:
    """What a browser sends: one button that is pressed, and fields with what is typed.

    ``at``: of which page.
    """
    states = WidgetStates()
    for name, text in typed.items():
        states.widgets.add(id=name, string_value=text)
    if pressed:
        states.widgets.add(id=pressed, trigger_value=True)
    return RerunData(widget_states=states, page_script_hash=at)


def of_a_part(at: str, pressed: str = "", *, by_its_clock: bool = True) -> RerunData:
    return replace(asked(pressed, at=at), fragment_id="part", is_auto_rerun=by_its_clock)


def begun(requests: WholeRuns, at: str) -> None:
    """A run of that page."""
    requests.request_rerun(asked(at=at))
    requests.on_scriptrunner_ready()


def run(request: ScriptRequest) -> tuple[str, list[str]]:
    """Its address, and what is pressed or typed in it."""
    data = request.rerun_data
    query = data.query_string and f"?{data.query_string}"
    return f"{data.page_script_hash}{query}", [*told(request)]


def drawn(requests: WholeRuns) -> list[tuple[str, list[str]]]:
    """Each run that still comes."""
    runs = []
    while (request := requests.on_scriptrunner_ready()).type is RERUN:
        runs.append(run(request))
    return runs


def told(request: ScriptRequest | None) -> dict[str, Any]:
    """Widget → its value, in the run that begins."""
    assert request is not None
    assert request.type is RERUN
    states = request.rerun_data.widget_states
    assert states is not None
    return {one.id: one.string_value or one.trigger_value for one in states.widgets}


@pytest.fixture
def requests() -> WholeRuns:
    return WholeRuns()


@contextmanager
def browsing(drawing: pytest.MonkeyPatch) -> Iterator[None]:
    """While the page is drawn, in the thread of who asks for more of it."""
    with drawing.context() as elsewhere:
        elsewhere.setattr(whole_runs, "get_script_run_ctx", lambda **_: None)
        yield


@pytest.fixture
def drawing(requests: WholeRuns, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """As if all that follows is in the thread in which the page is drawn."""
    drawn = SimpleNamespace(script_requests=requests)
    monkeypatch.setattr(whole_runs, "get_script_run_ctx", lambda **_: drawn)
    return monkeypatch


def test_the_browser_ends_no_run() -> None:
    """The very request that ends one where Streamlit is left as it is."""
    for requests, ends in ((ScriptRequests(), True), (WholeRuns(), False)):
        requests.request_rerun(asked("save"))
        assert (requests.on_scriptrunner_yield() is not None) is ends
    assert told(requests.on_scriptrunner_ready()) == {"save": True}
    assert requests.on_scriptrunner_ready().type is STOP


def test_the_page_ends_its_own_run_and_takes_a_press_along(
    requests: WholeRuns, drawing: pytest.MonkeyPatch
) -> None:
    with browsing(drawing):
        requests.request_rerun(asked("next"))
    requests.request_rerun(RerunData())
    assert told(requests.on_scriptrunner_yield()) == {"next": True}
    assert requests.on_scriptrunner_yield() is None, "only once"
    drawing.undo()
    requests.request_rerun(asked("third"))
    assert requests.on_scriptrunner_yield() is None


@pytest.mark.usefixtures("drawing")
def test_what_callbacks_want_is_of_the_page(requests: WholeRuns) -> None:
    requests.request_rerun_batch([RerunData()])
    assert requests.on_scriptrunner_yield() is not None


@pytest.mark.usefixtures("drawing")
def test_a_page_that_wants_no_more_of_itself_ends(requests: WholeRuns) -> None:
    requests.request_stop()
    request = requests.on_scriptrunner_yield()
    assert request
    assert request.type is STOP


def test_whoever_leaves_ends_no_run_either_and_then_there_is_none(requests: WholeRuns) -> None:
    requests.request_stop()
    assert requests.on_scriptrunner_yield() is None
    assert not requests.request_rerun(asked("late"))
    assert requests.on_scriptrunner_ready().type is STOP


@given(st.lists(st.sampled_from(["", "a", "b", "c"]), max_size=8))
def test_each_press_has_a_run_in_the_order_in_which_they_came(presses: list[str]) -> None:
    """All while one run is drawn. The same one twice, before it is heard, is one press."""
    requests = WholeRuns()
    for number, press in enumerate(presses):
        assert requests.request_rerun(asked(press, field=f"{number}"))
    runs = []
    while (request := requests.on_scriptrunner_ready()).type is RERUN:
        runs.append(told(request))
    heard = [name for run in runs for name in run if name != "field"]
    assert [one for one, _ in groupby(heard)] == [one for one, _ in groupby(filter(None, presses))]
    assert all(len(run) <= 2 for run in runs)
    if presses:
        assert runs[-1]["field"] == f"{len(presses) - 1}"


def by_the_page(
    requests: WholeRuns, drawing: pytest.MonkeyPatch, meanwhile: list[RerunData], wanted: RerunData
) -> list[tuple[str, list[str]]]:
    """What runs then, where the browser asked ``meanwhile`` before the page wanted its own."""
    with browsing(drawing):
        for one in meanwhile:
            requests.request_rerun(one)
    requests.request_rerun(wanted)
    request = requests.on_scriptrunner_yield()
    assert request
    with browsing(drawing):
        return [run(request), *drawn(requests)]


def test_what_is_late_is_heard_where_it_was_pressed_before_whoever_left_goes_on(
    requests: WholeRuns,
) -> None:
    """Heard later it would bring them back; on another page there is no such button."""
    begun(requests, "board")
    requests.request_rerun(asked(at="decision"))
    requests.request_rerun(asked("save", at="board"))
    requests.request_rerun(of_a_part("board", "move", by_its_clock=False))
    requests.request_rerun(of_a_part("board"))
    requests.request_rerun(asked(at="board", name="typed"))
    requests.request_rerun(asked(at="letters"))
    late = [("board", ["save"]), ("board", ["move"]), ("board", ["name"])]
    assert drawn(requests) == [*late, ("decision", []), ("letters", [])]


def test_whoever_goes_back_is_not_late(requests: WholeRuns) -> None:
    begun(requests, "board")
    requests.request_rerun(asked(at="decision"))
    requests.request_rerun(replace(asked(at="board"), is_history_navigation=True))
    assert drawn(requests) == [("decision", []), ("board", [])]


@pytest.mark.parametrize("begins", ["board", ""])
def test_whoever_goes_on_gets_there_though_the_page_is_drawn_anew(
    requests: WholeRuns, drawing: pytest.MonkeyPatch, begins: str
) -> None:
    """Also in the first run, of which the browser does not know the page yet."""
    with browsing(drawing):
        begun(requests, begins)
    there = replace(asked(at="decision"), query_string="of=it")
    anew = RerunData(page_script_hash="board", query_string="of=board")
    assert by_the_page(requests, drawing, [there], anew) == [("decision?of=it", [])]


@pytest.mark.parametrize("wanted", ["letters", "board?of=next"])
def test_a_press_is_heard_where_it_was_though_the_page_goes_on(
    requests: WholeRuns, drawing: pytest.MonkeyPatch, wanted: str
) -> None:
    """On the card of the next person the same button would do it to another."""
    with browsing(drawing):
        begun(requests, "board")
    page, _, query = wanted.partition("?")
    on = RerunData(widget_states=WidgetStates(), page_script_hash=page, query_string=query)
    presses = [asked("save", at="board"), asked("away", at="board")]
    runs = [("board", ["save"]), ("board", ["away"]), (wanted, [])]
    assert by_the_page(requests, drawing, presses, on) == runs


def test_whoever_chose_to_go_elsewhere_is_not_brought_on_by_the_page(
    requests: WholeRuns, drawing: pytest.MonkeyPatch
) -> None:
    with browsing(drawing):
        begun(requests, "board")
    chosen = [asked("save", at="board"), asked(at="decision")]
    wanted = RerunData(page_script_hash="letters")
    runs = [("board", ["save"]), ("decision", [])]
    assert by_the_page(requests, drawing, chosen, wanted) == runs


@pytest.mark.parametrize("by_its_clock", [True, False])
def test_a_part_of_a_page_that_was_left_is_not_drawn(
    requests: WholeRuns, *, by_its_clock: bool
) -> None:
    """The browser would clear the page that it is on, and wait for ever or fall."""
    begun(requests, "decision")
    assert requests.request_rerun(of_a_part("board", by_its_clock=by_its_clock))
    assert requests.on_scriptrunner_ready().type is STOP


def test_a_part_asks_nothing_by_its_clock_while_the_whole_waits(requests: WholeRuns) -> None:
    begun(requests, "board")
    assert requests.request_rerun(of_a_part("board"))
    assert requests.on_scriptrunner_ready().rerun_data.fragment_id_queue == ["part"]
    requests.request_rerun(asked(at="decision"))
    requests.request_rerun(of_a_part("board"))
    assert drawn(requests) == [("decision", [])]


def test_the_server_runs_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script_runner, "ScriptRequests", ScriptRequests)
    runs_are_whole()
    assert vars(script_runner)["ScriptRequests"] is WholeRuns
    assert SETTINGS["runner.fastReruns"] is False
