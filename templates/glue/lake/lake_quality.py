"""Rules that rows must keep before anybody trains on them. Needs Spark."""

import json

from pyspark.sql import functions as F

from lake_names import clean_name


def rules_of(options, table):
    """The rules of the settings that are about a table; a rule that names none is about all."""
    rules = options.settings.get("rules") or []
    rules = json.loads(rules) if isinstance(rules, str) else rules
    return [rule for rule in rules if rule.get("table") in (None, table.name, table.dataset.name)]


def broken_rules(rows, rules):
    """Rules that do not hold, with the number of rows that break them. A table without rows breaks one always."""
    broken = [] if rows.take(1) else [{"rows": 0, "rule": "not empty"}]
    return broken + [line for line in (broken_by(rows, rule) for rule in rules) if line]


def broken_by(rows, rule):
    """A rule is about a column, or about several that must be unique together; `rows` are then the values that repeat."""
    columns, kind = [clean_name(str(name)) for name in rule.get("columns") or [rule.get("column")]], rule.get("rule")
    column = ", ".join(columns)
    if not set(columns) <= set(rows.columns):
        return {"column": column, "missing": True, "rule": kind}
    if kind == "unique":
        # No column of a lake has a blank in its name, so that this one is never one of them.
        count = rows.groupBy(*columns).agg(F.count("*").alias("how often")).where(F.col("how often") > 1).count()
    elif len(columns) > 1:
        raise ValueError(f"{kind!r} is not a rule of several columns")
    else:
        count = rows.where(~F.coalesce(holds(F.col(column), kind, rule), F.lit(False))).count()
    return {"column": column, "rows": count, "rule": kind} if count else None


def holds(value, kind, rule):
    if kind == "complete":
        return value.isNotNull()
    if kind == "between":
        return value.between(rule["low"], rule["high"])
    if kind == "in":
        return value.isin(*rule["values"])
    if kind == "matches":
        return value.rlike(rule["pattern"])
    raise ValueError(f"{kind!r} is not a rule")
