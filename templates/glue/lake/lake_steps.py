"""What the jobs do with tables: tidy, merge, mask, compact, join and write them, or check them. Needs Spark."""

import json
import re

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from lake_names import COMMITTED, FULL, MARKS, OPERATION, clean_name, key_of, masked_columns, merge_statements, moment_of_rows, quoted
from lake_options import Dataset, spark_conf
from lake_features import features_of, latest
from lake_quality import broken_rules, rules_of
from lake_read import Table, files_below, tables_of
from lake_shape import fitted, united


def carry(options):
    """Does the job for every table, prints a line for each, and gives the program's exit code: 2 if a rule is
    broken.
    """
    builder = SparkSession.builder.appName(f"{options.does}-{options.run}")
    for key, value in spark_conf(options).items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    tables = [table for dataset in options.datasets for table in tables_of(spark, options, dataset)]
    if options.does == "join":
        report = [join(spark, options, tables)]
    else:
        report = [step(spark, options, table) for table in tables]
    for line in report:
        print(json.dumps(line, sort_keys=True), flush=True)
    broken = sum(1 for line in report if line.get("broken"))
    print(json.dumps({"broken": broken, "run": options.run, "tables": len(report)}), flush=True)
    return 2 if broken else 0


def step(spark, options, table):
    """One table: what was asked for, then written; a line of the report."""
    columns = [column for column in table.rows.columns if column not in MARKS]
    keys = key_of(columns, table.label, said_keys(options, table) or table.keys)
    line = {"does": options.does, "keys": keys, "table": f"{table.dataset.name}/{table.name}".rstrip("/")}
    if options.does == "merge":
        return {**line, **merge(spark, options, table, keys, columns)}
    if options.does == "quality":
        broken = broken_rules(table.rows, rules_of(options, table))
        return {**line, "broken": broken}
    if options.does == "mask":
        gone = masked_columns(columns, options.settings.get("columns"))
        return {**line, "masked": gone, **write(spark, options, table, table.rows.drop(*gone))}
    line = {**line, **set_aside(options, table, table.rejected)}
    rows = table.rows
    if options.does == "tidy" and columns:
        rows = rows.dropna("all", subset=columns).dropDuplicates()
    if options.does == "compact":
        return {**line, **compact(spark, options, table)}
    return {**line, **write(spark, options, table, rows)}


def compact(spark, options, table):
    """Fewer, larger files: Iceberg rewrites its own; of Parquet a new copy is written."""
    if table.dataset.format == "iceberg":
        name = f"{options.source_database or options.database}.{full_name(table)}"
        spark.sql(f"CALL lake.system.rewrite_data_files(table => '{name}')")
        return {"to": name}
    return write(spark, options, table, table.rows.coalesce(max(1, int(options.settings.get("files", 16)))))


def said_keys(options, table):
    """Key columns from the settings: one list for all, or a record by table or dataset."""
    said = options.settings.get("keys") or ()
    if isinstance(said, str):
        said = json.loads(said) if said.startswith(("{", "[")) else said.split(",")
    return (said.get(table.name) or said.get(table.dataset.name) or ()) if isinstance(said, dict) else said


def merge(spark, options, table, keys, columns):
    """Changes into a table: every row once, as it was last, and deleted rows gone. A full copy is the table as it
    is.
    """
    if not keys:
        return {"kept": "every change, since no column tells rows apart", **write(spark, options, table, table.rows)}
    # When it was committed stays with a row, so that what comes late does not put an older version in its place.
    columns = [*columns, *(one for one in (COMMITTED,) if one in table.rows.columns)]
    keyless = F.lit(False)
    for key in keys:
        keyless = keyless | F.col(quoted(key)).isNull()
    lost = set_aside(options, table, table.rows.where(keyless))
    rows = table.rows.where(~keyless)
    is_copy = table.dataset.format in FULL
    target = iceberg_name(options, table)
    if options.table_format == "iceberg" and not is_copy and spark.catalog.tableExists(target):
        changes, unfit, new, grown = fitted(
            latest(rows, keys).select(*columns, "_gone"), spark.table(target).schema.add("_gone", "boolean")
        )
        for name, kind in new:
            spark.sql(f"ALTER TABLE {target} ADD COLUMNS ({quoted(name)} {kind.simpleString()})")
        for name, kind in grown:
            spark.sql(f"ALTER TABLE {target} ALTER COLUMN {quoted(name)} TYPE {kind.simpleString()}")
        changes.createOrReplaceTempView("arrived")
        which, how = merge_statements(target, columns, keys)
        effective = spark.sql(which).cache()
        if not effective.isEmpty():
            effective.createOrReplaceTempView("changes")
            spark.sql(how)
        lost = {"rejected": lost["rejected"] + set_aside(options, table, unfit, "unfit")["rejected"]}
        return {**lost, "rows": spark.table(target).count(), "to": target}
    before = None if is_copy or options.table_format == "iceberg" else written_before(spark, options, table)
    if before is not None:
        rows = united([rows, before])
        columns = [one for one in rows.columns if one != OPERATION]
    return {**lost, **write(spark, options, table, latest(rows, keys).where("NOT _gone").select(*columns))}


def set_aside(options, table, rows, why="unreadable"):
    """Records that no table can take, kept as they were, and how many; nobody has to look for what is missing."""
    if rows is None:
        return {"rejected": 0}
    count = rows.count()
    if count:
        kept = rows if rows.columns == ["record"] else rows.select(F.to_json(F.struct("*")).alias("record"))
        folder = f"{options.target}/rejected/{table.dataset.name}/{table.name or 'rows'}"
        kept.write.mode("append" if why == "unfit" else "overwrite").text(f"{folder}/run={options.run}")
    return {"rejected": count}


def written_before(spark, options, table):
    """The table as the last run but this left it; nothing before the first."""
    folder = folder_of(options, table)
    files = [one for one in files_below(spark, folder) if not one[0].startswith(f"run={options.run}/")]
    newest = max((path.split("/")[0] for path, _ in files), default=None)
    return None if newest is None else spark.read.parquet(f"{folder}/{newest}")


def folder_of(options, table):
    return f"{options.target}/{table.dataset.name}/{table.name or 'rows'}"


def iceberg_name(options, table):
    return quoted("lake", options.database, full_name(table))


def full_name(table):
    return f"{table.dataset.name}__{table.name}" if table.name else table.dataset.name


def write(spark, options, table, rows):
    """A table as a whole: the next version of an Iceberg table, or a folder of its own for this run, so that older
    ones stay.
    """
    if options.table_format == "iceberg":
        target = iceberg_name(options, table)
        writer = rows.writeTo(target).using("iceberg").tableProperty("format-version", "2")
        moment = moment_column(options, table, rows)
        if moment:
            part = {"day": F.days, "month": F.months}[table.dataset.partition]
            writer = writer.partitionedBy(part(moment))
        writer.createOrReplace()
        return {"rows": spark.table(target).count(), "to": target, **({"partitioned": moment} if moment else {})}
    path = f"{folder_of(options, table)}/run={options.run}"
    rows.write.mode("overwrite").parquet(path)
    return {"rows": spark.read.parquet(path).count(), "to": path}


def moment_column(options, table, rows):
    """The column of time by which a table is partitioned; nothing where it is not to be, or has no such column."""
    if not table.dataset.partition:
        return None
    kinds = {one.name: one.dataType.typeName() for one in rows.schema.fields}
    times = [one for one, kind in kinds.items() if kind in ("date", "timestamp", "timestamp_ntz")]
    return moment_of_rows(times, (options.settings.get("times") or {}).get(table.label))


def unit_of(said):
    """The key of features: "a customer" is told apart by `customer`, or by `customer_id`."""
    return re.sub(r"^(?:an?|the|one|each|every|per)_(?=.)", "", clean_name(str(said))).removesuffix("_id") or "id"


def join(spark, options, tables):
    """Features, and a line of the report; broken where no table has the key."""
    key = unit_of(options.settings.get("key") or "id")
    wide, joined = features_of(tables, key, options.settings)
    line = {"does": "join", "joined": joined, "keys": [key]}
    if wide is None:
        return {**line, "broken": [{"rows": 0, "rule": "some table has the key"}]}
    features = Table(Dataset("features", "parquet", options.target), key, wide)
    return {**line, **write(spark, options, features, wide)}
