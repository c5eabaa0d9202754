"""The audit log is a chain of digests; refused attempts are counted."""

import hashlib
import json
import secrets
from datetime import UTC

import sqlalchemy as sa
from alembic import op

revision = "20261128_acts"
down_revision = "20261127_texts"
branch_labels = None
depends_on = None

ACT = sa.table(
    "act",
    sa.column("id", sa.Integer),
    sa.column("at", sa.DateTime(timezone=True)),
    sa.column("by", sa.Integer),
    sa.column("act", sa.String),
    sa.column("subject", sa.String),
    sa.column("detail", sa.JSON),
    sa.column("number", sa.Integer),
    sa.column("salt", sa.String),
    sa.column("commitment", sa.String),
    sa.column("digest", sa.String),
)
MARK = sa.table(
    "mark",
    sa.column("name", sa.String),
    sa.column("at", sa.DateTime(timezone=True)),
    sa.column("value", sa.String),
)


def upgrade() -> None:
    op.create_table(
        "refused_attempts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("way", sa.String(length=80), nullable=False),
        sa.Column("standing", sa.String(length=20), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "way", "standing", name=op.f("pk_refused_attempts")),
    )
    op.add_column("act", sa.Column("number", sa.Integer(), nullable=True))
    op.add_column("act", sa.Column("salt", sa.String(length=32), nullable=True))
    op.add_column("act", sa.Column("commitment", sa.String(length=64), nullable=True))
    op.add_column("act", sa.Column("digest", sa.String(length=64), nullable=True))
    op.create_index(op.f("ix_act_number"), "act", ["number"], unique=True)
    _seal()


def _seal() -> None:
    """Seal the acts that are there, as storage/chain.py did when this was written."""
    bind = op.get_bind()
    previous, sealed, last_at = "0" * 64, [], None
    for number, row in enumerate(bind.execute(sa.select(ACT).order_by(ACT.c.id)).all(), 1):
        salt = secrets.token_hex(16)
        committed = json.dumps(
            [row.by, row.subject, row.detail], sort_keys=True, separators=(",", ":")
        )
        commitment = hashlib.sha256(f"{salt}{committed}".encode()).hexdigest()
        at = row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC)
        instant = at.astimezone(UTC).isoformat(timespec="microseconds")
        linked = json.dumps(
            [previous, number, row.id, instant, row.act, commitment], separators=(",", ":")
        )
        previous, last_at = hashlib.sha256(linked.encode()).hexdigest(), row.at
        sealed.append(
            {"this": row.id, "n": number, "s": salt, "c": commitment, "d": previous},
        )
    if not sealed:
        return
    statement = (
        sa.update(ACT)
        .where(ACT.c.id == sa.bindparam("this"))
        .values(
            number=sa.bindparam("n"),
            salt=sa.bindparam("s"),
            commitment=sa.bindparam("c"),
            digest=sa.bindparam("d"),
        )
    )
    bind.execute(statement, sealed)
    end = {"name": "acts_sealed", "at": last_at, "value": f"{len(sealed)} {previous}"}
    op.bulk_insert(MARK, [end])


def downgrade() -> None:
    op.execute("DELETE FROM mark WHERE name = 'acts_sealed'")
    op.drop_index(op.f("ix_act_number"), "act")
    with op.batch_alter_table("act", schema=None) as batch_op:
        for name in ("number", "salt", "commitment", "digest"):
            batch_op.drop_column(name)
    op.drop_table("refused_attempts")
