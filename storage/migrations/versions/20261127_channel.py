"""A delivery says by which channel it goes; so far all go by Telegram."""

import sqlalchemy as sa
from alembic import op

revision = "20261127_channel"
down_revision = "20261125_ledger"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "delivery",
        sa.Column("channel", sa.String(length=40), nullable=False, server_default="telegram"),
    )


def downgrade() -> None:
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_column("channel")
