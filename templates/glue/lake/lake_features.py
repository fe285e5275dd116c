"""Features: a row for each value of a key, as it is now or as it was when something happened. Needs Spark."""

from pyspark.sql import Window
from pyspark.sql import functions as F

from lake_names import COMMITTED, MARKS, OPERATION, clean_name, quoted


def latest(rows, keys):
    """The newest row of each key, and in `_gone` whether it was deleted."""
    order = F.col(COMMITTED).desc_nulls_last() if COMMITTED in rows.columns else F.lit(0)
    # A delete and an update of the same moment: the delete counts.
    deleted = F.coalesce(F.col(OPERATION) == "D", F.lit(False)) if OPERATION in rows.columns else F.lit(False)
    window = Window.partitionBy(*keys).orderBy(order, F.col("_gone").desc(), F.to_json(F.struct("*")))
    ranked = rows.withColumn("_gone", deleted).withColumn("_rank", F.row_number().over(window))
    return ranked.where("_rank = 1").drop("_rank")


def features_of(tables, key, settings):
    """All columns of every table that has the key, named after their tables; and which tables those are. With the
    settings `labels` (a table) and `at` (its column of time) there is a row for each of its rows, with what was known
    then; else a row for each value of the key, with what is known now.
    """
    held = [Side(table, own, tables) for table in tables for own in [own_key(table, key)] if own]
    said = settings.get("labels")
    labels = next((side for side in held if said and clean_name(str(said)) in (side.name, side.table.label)), None)
    at = clean_name(str(settings.get("at") or "at"))
    if labels is None or at not in labels.table.rows.columns:
        return now(held, key), [side.name for side in held]
    others = [side for side in held if side is not labels]
    return then(labels, others, key, at, settings), [side.name for side in (labels, *others)]


def own_key(table, key):
    return next((one for one in (key, f"{key}_id") if one in table.rows.columns), None)


class Side:
    """A table that has the key, the column in which it has it, and a name that no other table has."""

    def __init__(self, table, own, tables):
        shared = sum(1 for one in tables if one.label == table.label) > 1
        self.table, self.own = table, own
        self.name = f"{table.dataset.name}_{table.label}" if shared else table.label

    @property
    def rows(self):
        return self.table.rows.where(F.col(quoted(self.own)).isNotNull())

    def columns(self, key, *more):
        columns = [one for one in self.table.rows.columns if one not in (self.own, *MARKS)]
        named = [F.col(quoted(one)).alias(f"{self.name}__{one}") for one in columns]
        return [F.col(quoted(self.own)).cast("string").alias(key), *more, *named]


def now(held, key):
    """The newest row of every table."""
    wide = None
    for one in held:
        newest = latest(one.rows, [one.own]).where("NOT _gone")
        side = newest.select(*one.columns(key))
        wide = side if wide is None else wide.join(side, key, "full_outer")
    return wide


def then(labels, sides, key, at, settings):
    """Each row of the labels with the newest row of every other table that was there at its time: nothing that
    happened later reaches a feature.
    """
    moment = F.col(quoted(at)).cast("timestamp").alias("_at")
    wide = labels.rows.select(*labels.columns(key, moment)).distinct()
    for one in sides:
        column = time_of(one.table, at, settings)
        if column is None:
            continue
        side = one.rows.select(*one.columns(key, moment_of(one.table, column).alias("_then")))
        names = [one for one in side.columns if one not in (key, "_then")]
        known = side.where(F.col("_then").isNotNull())
        # Two rows of one moment: the same one counts in every run.
        order = F.struct("_then", F.to_json(F.struct(*names)))
        near = wide.select(key, "_at").distinct().join(known, key).where("_then <= _at")
        newest = near.groupBy(key, "_at").agg(F.max_by(F.struct(*names), order).alias("_found"))
        flat = newest.select(key, "_at", *[F.col("_found")[one].alias(one) for one in names])
        wide = wide.join(flat, [key, "_at"], "left")
    return wide.drop("_at")


def time_of(table, at, settings):
    """The column that says when a row became true: said for the table, that of the labels, or when it was committed."""
    said = (settings.get("times") or {}).get(table.label)
    wanted = [clean_name(str(said))] if said else []
    return next((one for one in (*wanted, at, COMMITTED) if one in table.rows.columns), None)


def moment_of(table, column):
    """Exports of DynamoDB count microseconds."""
    kind = table.rows.schema[column].dataType.typeName()
    return F.timestamp_micros(column) if kind == "long" else F.col(quoted(column)).cast("timestamp")
