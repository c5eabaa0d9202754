"""Every column of every table is placed, and every span has a rule that ends it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Column, MetaData, String
from sqlmodel import SQLModel

import storage.models  # noqa: F401 - the tables
from config.network import Retention, network
from storage import chats, retention
from storage.register import (
    FIXED,
    OPEN_ENDED,
    REGISTER,
    RULES,
    Link,
    Purpose,
    RuleName,
    Span,
    personal_columns,
    problems,
)

BESIDE_A_SPAN = {"draft_offered_after", "silent_asked_after", "silent_removed_after"}
"""Keys of [retention] that say when something is asked, and when it is over for members."""


def copy_of(metadata):
    copied = MetaData()
    for table in metadata.sorted_tables:
        table.to_metadata(copied)
    return copied


def test_every_column_of_every_table_is_placed_once():
    assert list(problems(SQLModel.metadata)) == []
    assert len(SQLModel.metadata.tables) == len(REGISTER)


def test_a_personal_column_that_is_added_is_refused_until_it_is_placed():
    grown = copy_of(SQLModel.metadata)
    grown.tables["person"].append_column(Column("nickname", String))
    (problem,) = problems(grown)
    assert problem.startswith("person.nickname is neither personal nor plain")
    person = REGISTER["person"]
    placed = replace(person, personal=(*person.personal, "nickname"))
    assert list(problems(grown, {**REGISTER, "person": placed})) == []
    twice = replace(placed, plain=(*person.plain, "nickname"))
    assert list(problems(grown, {**REGISTER, "person": twice}))
    missing = {name: one for name, one in REGISTER.items() if name != "person"}
    assert "the table person is not in storage/register.py" in list(problems(grown, missing))


@pytest.mark.parametrize(
    "wrong",
    [
        {"rule": None},
        {"emptied": {"seal": None}},
        {"names_in": ("seal",)},
        {"personal": ("name", "nickname")},
    ],
)
def test_what_does_not_fit_together_is_refused(wrong):
    register = {**REGISTER, "person": replace(REGISTER["person"], **wrong)}
    assert list(problems(SQLModel.metadata, register))


def test_every_span_has_a_length_or_an_event_that_ends_it():
    spans = network().retention
    for span in Span:
        if span not in OPEN_ENDED:
            assert retention.span_of(span, spans) > timedelta()
    with pytest.raises(LookupError):
        retention.span_of(Span.MEMBERSHIP, spans)


def test_every_setting_of_retention_ends_something():
    named = {span.value for span in Span if span not in OPEN_ENDED and span not in FIXED}
    assert named | BESIDE_A_SPAN == set(Retention.model_fields)


def test_every_rule_that_a_clock_ends_looks_for_what_is_overdue():
    for name, rule in RULES.items():
        assert rule.name is name
        if rule.span not in OPEN_ENDED:
            assert name in retention.LOOKED_FOR, name
    ended_elsewhere = {RuleName.MEMBERS, RuleName.DRAFTS, RuleName.MESSAGES}
    assert set(retention.LOOKED_FOR) - set(retention.ENDED_HERE) == ended_elsewhere
    assert set(RULES) == set(RuleName)
    assert {rule.purpose for rule in RULES.values()} == set(Purpose)
    assert {rule.span for rule in RULES.values()} == set(Span)


def test_every_personal_column_has_a_rule():
    for record in REGISTER.values():
        placed = {column for one, column, _ in personal_columns() if one is record}
        assert placed == set(record.personal) | set(record.links)


def test_every_column_with_the_id_of_an_account_or_a_person_says_whose_the_row_is():
    accounts = {
        (one.table, owner.column)
        for one in REGISTER.values()
        for owner in one.owners
        if owner.link is Link.ACCOUNT
    }
    chat_columns = {(model.__tablename__, name) for model, name in chats.KEPT_IN}
    assert accounts == chat_columns | {("inbox", "lane"), ("lane", "lane")}
    for table in SQLModel.metadata.sorted_tables:
        for column in table.c:
            if any(key.column.table.name == "person" for key in column.foreign_keys):
                links = REGISTER[table.name].links
                assert column.name in links or column.name == "decided_by", column


def test_a_file_of_before_has_the_spans_by_default():
    older = {"inbox": "14 days", "draft_offered_after": "1 day", "draft_expires_after": "30 days"}
    found = Retention.model_validate({**older, "recipients": "365 days"})
    assert found.applicants == timedelta(days=182)
    assert found.strangers == timedelta(days=2)
    assert found.silent_removed_after == timedelta(days=730)
    assert network().retention == found
    with pytest.raises(ValueError, match="at least 7 days after silent_asked_after"):
        Retention.model_validate(
            {**older, "recipients": "365 days", "silent_removed_after": "23 months"}
        )
