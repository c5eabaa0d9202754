"""Places of their own: nil returns, visitors' languages, the list last shown, one register."""

import sqlalchemy as sa
from alembic import op

revision = "20261127_places"
down_revision = "20261127_channel"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nil_return",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("chamber_id", sa.String(length=12), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_nil_return_meeting_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_nil_return_person_id")),
        sa.PrimaryKeyConstraint("meeting_id", "chamber_id", name=op.f("pk_nil_return")),
    )
    op.create_table(
        "visitor",
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", name=op.f("pk_visitor")),
    )
    op.create_index(op.f("ix_visitor_chosen_at"), "visitor", ["chosen_at"])
    op.create_table(
        "list_view",
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("filter", sa.String(length=200), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", name=op.f("pk_list_view")),
    )
    op.create_index(op.f("ix_list_view_shown_at"), "list_view", ["shown_at"])
    _move_nil_returns()
    _move_forms("language", "visitor", ("language", "language", "chosen_at"))
    _move_forms("list", "list_view", ("code", "filter", "shown_at"))
    op.execute(sa.text("DELETE FROM mark WHERE name LIKE 'running:%'"))


def _move_nil_returns() -> None:
    """Take what chambers said out of the log of acts; the acts stay as what was done."""
    bind = op.get_bind()
    act = sa.table(
        "act",
        sa.column("id", sa.Integer),
        sa.column("at", sa.DateTime(timezone=True)),
        sa.column("by", sa.Integer),
        sa.column("act", sa.String),
        sa.column("subject", sa.String),
        sa.column("detail", sa.JSON),
    )
    nil_return = sa.table(
        "nil_return",
        sa.column("meeting_id", sa.Integer),
        sa.column("chamber_id", sa.String),
        sa.column("person_id", sa.Integer),
        sa.column("said_at", sa.DateTime(timezone=True)),
    )
    meetings = set(bind.execute(sa.text("SELECT id FROM meeting")).scalars())
    rows = {}
    query = sa.select(act).where(act.c.act == "chamber.nothing_to_report").order_by(act.c.id)
    for said in bind.execute(query):
        meeting_id = int(str(said.subject).removeprefix("meeting:"))
        chamber_id = (said.detail or {}).get("chamber_id")
        if meeting_id in meetings and chamber_id:
            rows.setdefault(
                (meeting_id, chamber_id),
                {
                    "meeting_id": meeting_id,
                    "chamber_id": chamber_id,
                    "person_id": said.by,
                    "said_at": said.at,
                },
            )
    if rows:
        op.bulk_insert(nil_return, list(rows.values()))


def _move_forms(kind: str, table: str, names: tuple[str, str, str]) -> None:
    """Take the rows of a *kind* that are no forms out of the table of forms, the latest of a chat.

    *names* are the answer that held the value, and the columns for the value and its instant.
    """
    answer, column, instant = names
    bind = op.get_bind()
    form = sa.table(
        "form",
        sa.column("id", sa.Integer),
        sa.column("telegram_id", sa.BigInteger),
        sa.column("kind", sa.String),
        sa.column("answers", sa.JSON),
        sa.column("updated_at", sa.DateTime(timezone=True)),
    )
    target = sa.table(
        table,
        sa.column("telegram_id", sa.BigInteger),
        sa.column(column, sa.String),
        sa.column(instant, sa.DateTime(timezone=True)),
    )
    query = sa.select(form).where(form.c.kind == kind).order_by(form.c.updated_at)
    latest = {
        row.telegram_id: {
            "telegram_id": row.telegram_id,
            column: str(row.answers[answer]),
            instant: row.updated_at,
        }
        for row in bind.execute(query)
    }
    if latest:
        op.bulk_insert(target, list(latest.values()))
    bind.execute(sa.delete(form).where(form.c.kind == kind))
