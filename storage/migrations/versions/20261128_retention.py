"""What is left of deliveries, whom to ask whether they stay, and who was erased."""

import sqlalchemy as sa
from alembic import op

revision = "20261128_retention"
down_revision = "20261128_indexes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "person", sa.Column("asked_to_stay_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.create_table(
        "delivery_count",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("notice_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("doubtful", sa.Boolean(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notice.id"], name=op.f("fk_delivery_count_notice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery_count")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_delivery_count_notice_id"), "delivery_count", ["notice_id"])
    op.create_table(
        "notice_reach",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("chamber_id", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notice.id"], name=op.f("fk_notice_reach_notice_id")
        ),
        sa.PrimaryKeyConstraint("notice_id", "chamber_id", name=op.f("pk_notice_reach")),
    )
    op.create_table(
        "retention_done",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_done")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_retention_done_at"), "retention_done", ["at"])
    op.create_table(
        "suspended_account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suspended_account")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wiped_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    for table in (
        "erasure",
        "suspended_account",
        "retention_done",
        "notice_reach",
        "delivery_count",
    ):
        op.drop_table(table)
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_column("asked_to_stay_at")
