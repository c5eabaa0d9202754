"""The triggers of the audit log, which refuse to change an act or to take one away.

Two changes pass: sealing (:mod:`storage.chain`), and taking the names out of a sealed act. They are
taken down before migrations and put up after them (:mod:`storage.migrate`), so a migration may make
``act`` anew as it makes any other table, and need not know of them. Whoever may alter the schema
can take them down as well: they stop mistakes and injected statements, and the chain shows the
rest.
"""

from sqlalchemy import Connection

KEPT = ("id", "at", "act")
TAKEN_OUT = ("by", "subject")
SEALED_AS = ("number", "commitment", "digest")
SAID = "an act is never changed or deleted"
FUNCTION = "act_guard"


def _same(names: tuple[str, ...], sign: str, cast: str) -> list[str]:
    return [f'NEW."{name}"{cast} {sign} OLD."{name}"{cast}' for name in names]


def _allowed(*, sign: str, cast: str) -> str:
    """Return the condition under which an UPDATE passes; *sign* is IS, or what PostgreSQL has."""
    sealing = [
        "OLD.digest IS NULL",
        "OLD.number IS NULL",
        *(f"NEW.{name} IS NOT NULL" for name in (*SEALED_AS, "salt")),
        *_same((*KEPT, *TAKEN_OUT), sign, ""),
        *_same(("detail",), sign, cast),
    ]
    taking_out = [
        "OLD.digest IS NOT NULL",
        *_same((*KEPT, *SEALED_AS), sign, ""),
        *(f'NEW."{name}" IS NULL' for name in (*TAKEN_OUT, "salt")),
        f"NEW.detail{cast} = '{{}}'",
    ]
    return f"({' AND '.join(sealing)}) OR ({' AND '.join(taking_out)})"


NEW_IS_SEALED = " OR ".join(f"NEW.{name} IS NOT NULL" for name in (*SEALED_AS, "salt"))
SQLITE = {
    "act_stays": (
        f"CREATE TRIGGER act_stays BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
    ),
    "act_holds": (
        "CREATE TRIGGER act_holds BEFORE UPDATE ON act "
        f"WHEN NOT ({_allowed(sign='IS', cast='')}) "
        f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
    ),
    # INSERT OR REPLACE deletes without asking the trigger above.
    "act_comes": (
        "CREATE TRIGGER act_comes BEFORE INSERT ON act "
        f"WHEN {NEW_IS_SEALED} OR EXISTS (SELECT 1 FROM act WHERE id = NEW.id) "
        f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
    ),
}
"""The triggers of a SQLite file, by name."""
POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT ({NEW_IS_SEALED}) THEN RETURN NEW; END IF;
    ELSIF TG_OP = 'UPDATE' THEN
        IF {_allowed(sign="IS NOT DISTINCT FROM", cast="::text")} THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION '{SAID}';
END
$guard$
"""
POSTGRES = {
    "act_holds": (
        "CREATE TRIGGER act_holds BEFORE INSERT OR UPDATE OR DELETE ON act "
        f"FOR EACH ROW EXECUTE FUNCTION {FUNCTION}()"
    ),
    "act_stays": (
        "CREATE TRIGGER act_stays BEFORE TRUNCATE ON act "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}()"
    ),
}
"""The triggers of a PostgreSQL database, by name."""
STANDING_POSTGRES = """
    SELECT tgname FROM pg_trigger
    WHERE tgrelid = to_regclass('act') AND NOT tgisinternal AND tgenabled IN ('O', 'A')
"""
STANDING_FUNCTION = """
    SELECT prosrc FROM pg_proc JOIN pg_trigger ON tgfoid = pg_proc.oid
    WHERE tgrelid = to_regclass('act') AND NOT tgisinternal
"""
"""What the triggers call; the schema that a restore has kept has functions of the same name."""
STANDING_SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'act'"


def stands(connection: Connection) -> bool:
    """Tell whether all of them are up, as this version has them."""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql(STANDING_SQLITE).all()
        return {row.name: row.sql for row in found} == SQLITE
    names = set(connection.exec_driver_sql(STANDING_POSTGRES).scalars())
    sources = set(connection.exec_driver_sql(STANDING_FUNCTION).scalars())
    return names >= set(POSTGRES) and sources == {POSTGRES_FUNCTION.split("$guard$")[1]}


def take_down(connection: Connection) -> None:
    """Let a migration do with ``act`` what it has to."""
    if connection.dialect.name == "sqlite":
        for name in SQLITE:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    elif connection.dialect.has_table(connection, "act"):
        for name in POSTGRES:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name} ON act")


def put_up(connection: Connection) -> None:
    """Guard ``act`` from now on, in the caller's transaction."""
    take_down(connection)
    if connection.dialect.name == "sqlite":
        for statement in SQLITE.values():
            connection.exec_driver_sql(statement)
        return
    connection.exec_driver_sql(POSTGRES_FUNCTION)
    for statement in POSTGRES.values():
        connection.exec_driver_sql(statement)
