"""Ids that are never reused, and a seal in each row that a button can name."""

import sqlalchemy as sa
from alembic import op

revision = "20261127_seals"
down_revision = "20261127_places"
branch_labels = None
depends_on = None

SEALED = ("person", "meeting", "notice", "project_update", "form", "delivery")
NUMBERED = (*SEALED, "seat", "invitation", "project", "act")
"""The tables that count their own ids. Each is made anew on SQLite, which knows no other way."""
RANDOM = {
    "sqlite": "lower(hex(randomblob(4)))",
    "postgresql": "substr(md5(random()::text || id::text), 1, 8)",
}
LAST_FORM = """
    SELECT max(id) FROM (
        SELECT id FROM form
        UNION ALL
        SELECT json_extract(about, '$.form_id') FROM delivery WHERE kind = 'draft'
    )
"""
"""Forms are deleted when they end: messages that waited may still name a later one."""


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    for table in SEALED:
        op.add_column(table, sa.Column("seal", sa.String(length=8), nullable=True))
        op.execute(f"UPDATE {table} SET seal = {RANDOM[dialect]}")
    if dialect != "sqlite":
        for table in SEALED:
            op.alter_column(table, "seal", existing_type=sa.String(length=8), nullable=False)
        return
    last_form = op.get_bind().execute(sa.text(LAST_FORM)).scalar() or 0
    for table in NUMBERED:
        with op.batch_alter_table(
            table, recreate="always", table_kwargs={"sqlite_autoincrement": True}
        ) as batch_op:
            if table in SEALED:
                batch_op.alter_column("seal", existing_type=sa.String(length=8), nullable=False)
    _count_from(last_form)


def _count_from(last_form: int) -> None:
    """Let the ids of forms begin above *last_form*; the others begin above their rows by now."""
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'form'")
    op.get_bind().execute(
        sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES ('form', :last)"),
        {"last": last_form},
    )


def downgrade() -> None:
    for table in SEALED:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("seal")
