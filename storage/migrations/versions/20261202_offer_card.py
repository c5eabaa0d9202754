"""An offer knows the message that asks, so that more text changes it in place."""

import sqlalchemy as sa
from alembic import op

revision = "20261202_offer_card"
down_revision = "20261201_reason"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("offered_text") as table:
        table.add_column(sa.Column("card_id", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("offered_text") as table:
        table.drop_column("card_id")
