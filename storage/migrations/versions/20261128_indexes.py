"""Indexes for what people and probes wait for, so that it stays quick with years of rows."""

from alembic import op

revision = "20261128_indexes"
down_revision = "20261127_texts"
branch_labels = None
depends_on = None

INDEXES = (
    ("delivery", ["due_at"]),
    ("delivery", ["sent_at"]),
    ("delivery", ["state", "kind"]),
    ("inbox", ["handled_at"]),
    ("inbox", ["received_at"]),
    ("inbox", ["state", "handled_at"]),
    ("act", ["by"]),
    ("project_update", ["start", "id"]),
    ("project_update", ["state", "chamber_id"]),
)


def upgrade() -> None:
    for table, columns in INDEXES:
        op.create_index(_name(table, columns), table, columns)
    op.drop_index("ix_project_update_state_start", table_name="project_update")


def downgrade() -> None:
    op.create_index("ix_project_update_state_start", "project_update", ["state", "start"])
    for table, columns in INDEXES:
        op.drop_index(_name(table, columns), table_name=table)


def _name(table: str, columns: list[str]) -> str:
    return "_".join(["ix", table, *columns])
