"""A text that waits for its writer's yes has a place of its own; forms are forms alone."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "20261127_texts"
down_revision = "20261127_seals"
branch_labels = None
depends_on = None

FORM = sa.table(
    "form",
    sa.column("id", sa.Integer),
    sa.column("telegram_id", sa.BigInteger),
    sa.column("kind", sa.String),
    sa.column("answers", sa.JSON),
    sa.column("updated_at", sa.DateTime(timezone=True)),
)


def upgrade() -> None:
    made = op.create_table(
        "offered_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(length=8), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offered_text")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_offered_text_telegram_id"), "offered_text", ["telegram_id"])
    op.create_index(op.f("ix_offered_text_offered_at"), "offered_text", ["offered_at"])
    _move(made)


def _move(target: sa.Table) -> None:
    """Take the texts out of the table of forms, the latest of each chat.

    The buttons under them named a form, so they are old from now on; a typed yes still counts.
    """
    bind = op.get_bind()
    query = sa.select(FORM).where(FORM.c.kind == "offer").order_by(FORM.c.updated_at, FORM.c.id)
    latest = {
        row.telegram_id: {
            "seal": secrets.token_hex(4),
            "telegram_id": row.telegram_id,
            "text": row.answers["text"],
            "message_id": row.answers.get("message"),
            "offered_at": row.updated_at,
        }
        for row in bind.execute(query)
    }
    if latest:
        op.bulk_insert(target, list(latest.values()))
    bind.execute(sa.delete(FORM).where(FORM.c.kind == "offer"))


def downgrade() -> None:
    op.drop_table("offered_text")
