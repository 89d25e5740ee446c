"""What is asked of the runs of a page: each press has a whole one, in order."""

from __future__ import annotations

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


def asked(pressed: str = "", **typed: str) -> RerunData:
    """What a browser sends: one button that is pressed, and fields with what is typed."""
    states = WidgetStates()
    for name, text in typed.items():
        states.widgets.add(id=name, string_value=text)
    if pressed:
        states.widgets.add(id=pressed, trigger_value=True)
    return RerunData(widget_states=states)


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
    with drawing.context() as browser:
        browser.setattr(whole_runs, "get_script_run_ctx", lambda **_: None)
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


def test_the_server_runs_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script_runner, "ScriptRequests", ScriptRequests)
    runs_are_whole()
    assert vars(script_runner)["ScriptRequests"] is WholeRuns
    assert SETTINGS["runner.fastReruns"] is False
