"""The rules for Prometheus: what they ask for is there, and each fires for its own trouble."""

import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.metrics import Metrics
from bot.process import health
from bot.process.health import Snapshot

ROOT = Path(__file__).parents[2]
RULES = ROOT / "docs" / "deploy" / "alerts.yaml"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def promtool():
    """The tool that comes with Prometheus; CI has it."""
    found = shutil.which("promtool")
    if found is None:
        if os.environ.get("DSN_ALERT_TESTS") == "required":
            pytest.fail("promtool is missing: the alerts cannot be tested")
        pytest.skip("promtool is missing (Debian's prometheus): the alerts are NOT tested")
    return found


def exposed():
    """Return what a process shows that has begun to poll, as Prometheus reads it."""
    metrics = Metrics()
    metrics.expect_jobs(["deliver"])
    metrics.receipt(0, at=NOW)
    metrics.job_ran("deliver", at=NOW)
    stored = Snapshot(0, None, {("planned", "notice"): 3}, size=4096, backed_up_at=NOW)
    return health.exposition(metrics, stored, 0, NOW).decode()


def test_every_metric_that_a_rule_asks_for_is_there_from_the_first_scrape_on():
    asked = set(re.findall(r"dsn_\w+(?:\{[^}]*\})?", RULES.read_text()))
    shown = exposed()
    assert len(asked) >= 8
    for metric in asked:
        name, _, labels = metric.partition("{")
        lines = [line for line in shown.splitlines() if re.match(rf"{name}[ {{]", line)]
        assert any(labels.rstrip("}") in line for line in lines), metric


def test_the_rules_are_well_formed_and_each_fires_for_its_own_trouble(promtool):
    tests = Path(__file__).with_name("alerts_test.yaml")
    for words in (("check", "rules", str(RULES)), ("test", "rules", str(tests))):
        done = subprocess.run([promtool, *words], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
    alerts = set(re.findall(r"alert: (\w+)", RULES.read_text()))
    fired = set(re.findall(r"alertname: (\w+)\n\s+exp_alerts", tests.read_text()))
    assert fired == alerts


def test_what_is_shown_keeps_the_rules_of_prometheus(promtool):
    done = subprocess.run(
        [promtool, "check", "metrics"], input=exposed(), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
