"""Names and files: which files make up which table, what columns are called, which of them tell rows apart or are
personal.
"""

import re

# Columns that movers add about a change, and that are no data.
OPERATION, COMMITTED = "op", "_committed_at"
MARKS = (OPERATION, COMMITTED)
# Says in a join that a row is in the table.
MET = "_met"

PERSONAL = re.compile(
    r"(?:^|_)(?:e?mail|phone|mobile|fax|name|firstname|lastname|surname|street|address|birth\w*|dob|ssn|passport|iban"
    r"|card_?(?:number|holder)|pan|cvv|ip)(?:_|$)"
)
# Times that change with the row, and others that tell what is to come.
MOVES = re.compile(r"(?:^|_)(?:updated?|modified|changed?|last|deleted?|expires?|expiry|due|until|valid)(?:_|$)")
ENDINGS = {
    "csv": (".csv", ".csv.gz", ".tsv"),
    "json": (".json", ".json.gz", ".ndjson", ".jsonl", ".gz"),
    "orc": (".orc",),
    "dynamodb-json": (".json.gz",),
    "dynamodb-full": (".json.gz",),
}
# Folders that tell one table from another: (how many stand before, how many make the name).
FOLDERS = {"rds-parquet": (1, 2), "dms-parquet": (0, 2), "table-parquet": (0, 1), "run-parquet": (0, 1)}
# Full copies: what one of them wrote stands in a folder of its own, and only the newest counts. (How many folders
# deep.)
COPIES = {"rds-parquet": 1, "table-parquet": 2, "run-parquet": 2, "dynamodb-full": 2}
# Copies of a whole table as it is at the source; a run of these jobs may hold changes only.
FULL = ("rds-parquet", "table-parquet", "dynamodb-full")


def clean_name(text, taken=()):
    """A name of a-z, 0-9 and _ for a column or table, different from those taken."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text)
    name = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_") or "column"
    name = (f"c_{name}" if name[0].isdigit() else name)[:120]
    number, unique = 2, name
    while unique in taken:
        unique, number = f"{name}_{number}", number + 1
    return unique


def clean_names(columns):
    """Clean names for all columns of a table, each different from the others."""
    names = []
    for column in columns:
        names.append(COMMITTED if column == COMMITTED else clean_name(column, names))
    return names


def tables_in(files, form):
    """The files of each table, by its name ("" where a dataset is one table). `files` are (path below it, time of
    writing).
    """
    before, count = FOLDERS.get(form, (0, 0))
    found = {}
    for path, written in files:
        *folders, _ = path.split("/")
        is_kept = path.endswith(ENDINGS.get(form, (".parquet",))) and len(folders) >= before + count
        if not is_kept or (form.startswith("dynamodb") and "data" not in folders):
            continue
        table = clean_name("_".join(folders[before : before + count])) if count else ""
        copy = "/".join(folders[: COPIES.get(form, 0)])
        found.setdefault(table, {}).setdefault(copy, []).append((written, path))
    newest = {table: max(copies.values(), key=max) for table, copies in found.items()}
    return {table: sorted(path for _, path in copy) for table, copy in sorted(newest.items())}


def key_of(columns, table, said=()):
    """The columns that tell rows apart: those said, else the one that usually does; none if no column looks like it."""
    named = [clean_name(str(one)) for one in ([said] if isinstance(said, str) else said)]
    if named and all(one in columns for one in named):
        return named
    last = table.split("_")[-1]
    usual = ["id", f"{last}_id", f"{last.removesuffix('s')}_id", f"{last.removesuffix('es')}_id", "uuid", "pk"]
    return next(([one] for one in usual if one in columns), [])


def moment_of_rows(times, said=None):
    """Of columns of time the one that tells when something happened: that said, else one that usually does, else the
    only one that does not move with each change.
    """
    named = clean_name(str(said)) if said else None
    if named in times:
        return named
    usual = ("event_time", "event_at", "event_date", "occurred_at", "happened_at", "timestamp", "created_at", "created")
    still = [one for one in times if not MOVES.search(one)]
    found = next((one for one in usual if one in times), None)
    return found or (still[0] if len(still) == 1 else None)


def masked_columns(columns, said):
    """Columns to take out: those named; of "detected", those whose names say that they hold something personal."""
    named = said.split(",") if isinstance(said, str) else list(said or ["detected"])
    chosen = {clean_name(str(one)) for one in named if one != "detected"}
    return [one for one in columns if one in chosen or ("detected" in named and PERSONAL.search(one))]


def quoted(*names):
    """A name of SQL, part by part in back-ticks."""
    return ".".join("`" + name.replace("`", "``") + "`" for name in names)


def merge_statements(table, columns, keys):
    """SQL of a merge into an Iceberg table: first what of the view `arrived` would change a row, then how the view
    `changes` of it comes in. The newest version stays, deleted rows go; a change that comes late does nothing to a row
    that is newer. Iceberg writes every file anew in which a row is met, so what changes nothing must not be met.
    """
    on = " AND ".join(f"t.{quoted(key)} <=> c.{quoted(key)}" for key in keys)
    sets = ", ".join(f"t.{quoted(one)} = c.{quoted(one)}" for one in columns)
    names = ", ".join(quoted(one) for one in columns)
    values = ", ".join(f"c.{quoted(one)}" for one in columns)
    same = " AND ".join(f"t.{quoted(one)} <=> c.{quoted(one)}" for one in columns)
    at = quoted(COMMITTED)
    newer = f"(t.{at} IS NULL OR c.{at} >= t.{at})" if COMMITTED in columns else "TRUE"
    found = f"t.{quoted(MET)}"
    return (
        f"SELECT c.* FROM arrived c LEFT JOIN (SELECT *, TRUE AS {quoted(MET)} FROM {table}) t ON {on} "
        f"WHERE ({found} IS NULL AND NOT c._gone) OR ({found} AND {newer} AND (c._gone OR NOT ({same})))",
        f"MERGE INTO {table} t USING changes c ON {on} WHEN MATCHED AND c._gone THEN DELETE "
        f"WHEN MATCHED THEN UPDATE SET {sets} WHEN NOT MATCHED THEN INSERT ({names}) VALUES ({values})",
    )
