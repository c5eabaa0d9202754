"""What strangers cause is counted: silenced updates, their faults; and a pause for who erased."""

import sqlalchemy as sa
from alembic import op

revision = "20261128_strangers"
down_revision = "20261128_retention"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "silenced",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("why", sa.String(length=20), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "why", name=op.f("pk_silenced")),
    )
    op.create_table(
        "outside_fault",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("day", "place", name=op.f("pk_outside_fault")),
    )
    op.create_table(
        "registration_pause",
        sa.Column("account_hash", sa.String(length=64), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_hash", name=op.f("pk_registration_pause")),
    )


def downgrade() -> None:
    op.drop_table("registration_pause")
    op.drop_table("outside_fault")
    op.drop_table("silenced")
