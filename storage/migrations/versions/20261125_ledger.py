"""Several processes on one database: queues, lanes, signs of life, one pace."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_ledger"
down_revision = "20261124_first"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lane",
        sa.Column("lane", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("held_by", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("lane", name=op.f("pk_lane")),
    )
    op.create_index(op.f("ix_lane_held_by"), "lane", ["held_by"])
    op.create_table(
        "process",
        sa.Column("instance", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("instance", name=op.f("pk_process")),
    )
    op.create_table(
        "pace_slot",
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("free_at", sa.Float(), nullable=False),
        sa.Column("taken_at", sa.Float(), nullable=False),
        sa.Column("first_until", sa.Float(), nullable=False),
        sa.Column("held_by", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("slot", name=op.f("pk_pace_slot")),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.add_column(sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(
            sa.Column("parts_sent", sa.Integer(), nullable=False, server_default="0")
        )
        batch_op.add_column(sa.Column("parts_of", sa.String(length=64), nullable=True))
        batch_op.drop_column("lease_until")
        batch_op.drop_index(batch_op.f("ix_delivery_person_id"))
        batch_op.create_index(
            "ix_delivery_state_next_try_at", ["state", "next_try_at"], unique=False
        )
        batch_op.create_index(
            "ix_delivery_person_id_state_failures", ["person_id", "state", "failures"], unique=False
        )
        batch_op.create_index(
            "ix_delivery_claimed_by",
            ["claimed_by"],
            unique=False,
            sqlite_where=sa.text("claimed_by IS NOT NULL"),
            postgresql_where=sa.text("claimed_by IS NOT NULL"),
        )
        batch_op.drop_index("ix_delivery_state_due_at")
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_column("attempts")
        batch_op.drop_column("claimed_by")
        batch_op.drop_column("lease_until")


def downgrade() -> None:
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("claimed_by", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index("ix_delivery_state_due_at", ["state", "due_at"], unique=False)
        batch_op.drop_index("ix_delivery_claimed_by")
        batch_op.drop_index("ix_delivery_person_id_state_failures")
        batch_op.drop_index("ix_delivery_state_next_try_at")
        batch_op.create_index(batch_op.f("ix_delivery_person_id"), ["person_id"], unique=False)
        batch_op.add_column(sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.drop_column("parts_of")
        batch_op.drop_column("parts_sent")
        batch_op.drop_column("failures")
    op.drop_table("pace_slot")
    op.drop_table("process")
    op.drop_table("lane")
