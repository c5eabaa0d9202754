"""The sample of `make mutants`: what is changed, how it is drawn, how equivalents are known."""

import random

import pytest

from tests.mutants import run
from tests.mutants.changes import Change, Source

TEXT = '''"""A module."""

from structlog import get_logger

log = get_logger()


def weigh(stones: list[int], limit: int = 3) -> int:
    """Return what they weigh."""
    if len(stones) > limit:
        raise ValueError("too many")
    log.info("weighing", stones=1)
    stones.sort()
    total = sum(stones) + 1
    return total
'''


@pytest.fixture(scope="module")
def source():
    return Source("scale.py", TEXT)


def changes_of(source, operator):
    made = [source.change(place) for place in source.places if place.operator == operator]
    return {change.essence()[1:] for change in made if change is not None}


def test_a_call_a_condition_a_result_and_an_operator_are_changed(source):
    assert changes_of(source, "drop_call") == {("stones.sort()", "...")}
    assert changes_of(source, "turn_condition") == {
        ("if len(stones) > limit:", "if not (len(stones) > limit):")
    }
    assert changes_of(source, "return_nothing") == {("return total", "return None")}
    assert ("total = sum(stones) + 1", "total = sum(stones) - 1") in changes_of(
        source, "operator_swap_op"
    )


def test_annotations_docstrings_the_log_and_errors_are_left_alone(source):
    changed = {TEXT.splitlines()[place.line - 1].strip() for place in source.places}
    assert not [line for line in changed if line.startswith(('"""', "from", "log.", "raise"))]


def test_a_change_knows_the_lines_of_its_statement():
    source = Source("call.py", "if ready(\n    1,\n):\n    go(\n        2,\n    )\n")
    lines = {
        (place.line, place.statement.start, place.statement.stop)
        for place in source.places
        if place.operator == "operator_number"
    }
    assert lines == {(2, 1, 4), (5, 4, 7)}


def test_a_seed_repeats_its_sample(source):
    def drawn(seed):
        return run.sample([source], random.Random(seed), 4)

    assert len(drawn(5)) == 4
    assert drawn(5) == drawn(5)
    assert len({tuple(drawn(seed)) for seed in range(5)}) > 1


def test_a_line_is_drawn_once(source):
    lines = [change.line for change in run.sample([source], random.Random(1), 100)]
    assert len(lines) == len(set(lines)) > 3


def test_every_listed_equivalent_has_its_reason():
    for each in run.read_equivalents():
        assert sorted(each) == ["after", "before", "path", "reason", "within"]
        assert all(value.strip() for value in each.values())


def test_a_listed_change_is_known_again_and_one_that_has_gone_is_not(source):
    assert source.can_become(("weigh", "stones.sort()", "..."))
    assert not source.can_become(("count", "stones.sort()", "..."))
    assert not source.can_become(("weigh", "stones.sort()", "stones.sort(1)"))


def test_what_is_not_caught_below_the_floor_fails(source, capsys):
    change = Change("scale.py", 1, range(1, 2), "weigh", "drop_call", "a()\n", "...\n")
    caught = [run.Verdict(change, "caught", 1, 0.1)] * 19
    assert run.report([*caught, run.Verdict(change, "survived", 1, 0.1)], seed=1) == 0
    assert run.report([*caught, run.Verdict(change, "not covered", 0, 0.0)], seed=1) == 0
    assert run.report([*caught[1:], run.Verdict(change, "survived", 1, 0.1)], seed=1) == 1
    assert run.report([*caught, run.Verdict(change, "equivalent", 0, 0.0)], seed=1) == 0
    assert "-a()" in capsys.readouterr().out
