"""A pytest plugin: how long each test that passed took, in the file MUTANTS_SECONDS names."""

import json
import os
from collections import defaultdict
from pathlib import Path

import pytest

_seconds: dict[str, float] = defaultdict(float)
_unfit: set[str] = set()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up what a test took; one that fails without any change cannot tell anything."""
    _seconds[report.nodeid] += report.duration
    if not report.passed:
        _unfit.add(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write them down, in the process that hears of every test."""
    if hasattr(session.config, "workerinput"):
        return
    fit = {test: round(spent, 3) for test, spent in _seconds.items() if test not in _unfit}
    Path(os.environ["MUTANTS_SECONDS"]).write_text(json.dumps(fit, indent=0), encoding="utf-8")
