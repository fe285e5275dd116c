"""Counts what a profile of headwater counts, over all rows of a table. Needs Spark; values are counted, none is kept."""

import math

from pyspark.sql import functions as F

# The same words in every engine.
MISSING = ("", "NA", "N/A", "n/a", "NULL", "null", "None", "NaN", "nan", "\\N")
INTEGER = r"^([+-]?[1-9]\d{0,17}|0)$"
NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$"
NAMELIKE = r"^0\d+$"
DATE = r"^\d{4}-\d{2}-\d{2}$"
TIME = r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?( ?(Z|UTC|[+-]\d{2}(:?\d{2})?))?$"
ZONE = r"(Z|UTC|[+-]\d{2}(:?\d{2})?)$"
BOOLEAN = r"^(true|false|TRUE|FALSE|True|False|yes|no|Yes|No)$"
PERSONAL = {
    "e-mail address": r"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+",
    "social security number": r"^(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$",
    "phone number": r"^(\+|00)\d{1,3}[ ()./-]?(\d[ ()./-]?){6,12}$|^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$",
    "IP address": r"^((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)$",
}
MOSTLY = 0.8
STORED = {
    "boolean": "boolean", "tinyint": "integer", "smallint": "integer", "int": "integer", "bigint": "integer",
    "float": "decimal", "double": "decimal", "timestamp": "timestamp", "timestamp_ntz": "timestamp", "date": "date",
    "string": "text", "binary": "binary",
}


def table_figures(rows, name, form, size):
    """The figures of a table: the same record that a profile on a machine gives."""
    names = rows.columns
    kinds = {column: kind_of(type_name) for column, type_name in rows.dtypes}
    total = rows.count()
    types = written_types(rows, [column for column in names if kinds[column] == "text"], total)
    columns = [column_figures(rows, column, types.get(column, kinds[column]), kinds[column] == "text") for column in names]
    return {
        "name": name, "format": form, "engine": "spark", "rows": total, "population": total, "whole": True, "bytes": size,
        "duplicates": total - comparable(rows, kinds).distinct().count(), "duplicatesError": 0,
        "columns": columns, "drift": [], "troubles": [],
    }


def kind_of(type_name):
    if type_name.startswith("decimal"):
        return "decimal"
    if type_name.startswith(("array", "map")):
        return "list"
    return "record" if type_name.startswith("struct") else STORED.get(type_name, "text")


def comparable(rows, kinds):
    """Maps cannot be compared, so nested values are compared as JSON."""
    nested = ("list", "record")
    return rows.select([F.to_json(F.col(quoted(c))).alias(c) if kinds[c] in nested else F.col(quoted(c)) for c in rows.columns])


def quoted(column):
    return "`" + column.replace("`", "``") + "`"


def missing_in(value, text):
    if not text:
        return value.isNull()
    return value.isNull() | F.trim(value).isin(*MISSING)


def count_of(condition):
    return F.coalesce(F.sum(F.when(condition, 1).otherwise(0)), F.lit(0))


def written_types(rows, texts, total):
    """What columns of text are written as: the same rule as on a machine, four fifths of the present values."""
    if not texts or total == 0:
        return {column: "empty" for column in texts}
    asked = []
    for column in texts:
        value = F.col(quoted(column))
        trimmed = F.trim(value)
        name = trimmed.rlike(NAMELIKE)
        for condition in (
            ~missing_in(value, True),
            trimmed.rlike(INTEGER),
            trimmed.rlike(NUMBER) & ~name,
            trimmed.rlike(TIME) | trimmed.rlike(DATE),
            trimmed.rlike(TIME),
            trimmed.rlike(BOOLEAN),
        ):
            asked.append(count_of(condition))
    answer = list(rows.select(*[term.alias(f"t{index}") for index, term in enumerate(asked)]).first())
    return {column: type_of(*answer[6 * index : 6 * index + 6]) for index, column in enumerate(texts)}


def type_of(present, integers, numbers, times, clocked, booleans):
    if present == 0:
        return "empty"
    kinds = [
        ("integer" if integers == numbers else "decimal", numbers),
        ("timestamp" if clocked else "date", times),
        ("boolean", booleans),
    ]
    kind, count = max(kinds, key=lambda one: one[1])
    return kind if count >= MOSTLY * present else "text"


def column_figures(rows, column, kind, text):
    value = F.col(quoted(column))
    gone = missing_in(value, text)
    present = F.when(~gone, F.to_json(value) if kind in ("list", "record") else value)
    terms = {"rows": F.count(F.lit(1)), "missing": count_of(gone), "distinct": F.countDistinct(present)}
    if kind in ("integer", "decimal"):
        number = F.when(~gone & (~F.trim(value).rlike(NAMELIKE) if text else F.lit(True)), value.cast("double"))
        number = F.when(~F.isnan(number), number)
        terms.update(fitting=F.count(number), low=F.min(number), high=F.max(number), mean=F.avg(number), deviation=F.stddev_samp(number))
        terms["quantiles"] = F.percentile_approx(number, [0.05, 0.25, 0.5, 0.75, 0.95], 10000)
    elif kind in ("timestamp", "date"):
        time = value.cast("timestamp")
        terms.update(fitting=F.count(time), low=F.min(time).cast("double"), high=F.max(time).cast("double"))
        if text and kind == "timestamp":
            terms.update(zoned=count_of(value.rlike(ZONE) & value.rlike(TIME)), clocked=count_of(value.rlike(TIME)))
    elif kind == "boolean" and text:
        terms["fitting"] = count_of(F.trim(value).rlike(BOOLEAN))
    elif kind == "text":
        length = F.length(present)
        terms.update(low=F.min(length), high=F.max(length), mean=F.avg(length))
    if text:
        for index, pattern in enumerate(PERSONAL.values()):
            terms[f"p{index}"] = count_of(~gone & value.rlike(pattern))
    found = rows.select(*[term.alias(name) for name, term in terms.items()]).first().asDict()
    return record_of(column, kind, found, text)


def record_of(column, kind, found, text):
    present = found["rows"] - found["missing"]
    record = {
        "name": column, "type": kind if present else "empty", "rows": found["rows"], "missing": found["missing"],
        "fitting": found.get("fitting", present), "distinct": found["distinct"],
        # A value that comes again takes two rows at least.
        "single": max(0, 2 * found["distinct"] - present), "distinctError": 0,
        "forms": {}, "classed": present if text else 0,
        "personal": {name: found[f"p{index}"] for index, name in enumerate(PERSONAL) if text and found[f"p{index}"]},
    }
    if found.get("low") is None:
        return record
    if kind in ("integer", "decimal"):
        record["number"] = {
            "low": rounded(found["low"], math.floor), "high": rounded(found["high"], math.ceil), "mean": rounded(found["mean"]),
            "deviation": rounded(found["deviation"] or 0), "quantiles": [rounded(one) for one in found["quantiles"]], "bins": [],
        }
    elif kind in ("timestamp", "date"):
        clocked = found.get("clocked", present if kind == "timestamp" else 0)
        record["time"] = {"low": minute(found["low"], math.floor), "high": minute(found["high"], math.ceil), "zoned": found.get("zoned", 0), "clocked": clocked}
    elif kind == "text":
        record["length"] = {"low": found["low"], "high": found["high"], "mean": rounded(found["mean"])}
    return record


def rounded(value, way=round):
    """Three digits: enough to judge by, too few to be somebody's own value."""
    if value is None or value == 0 or not math.isfinite(value):
        return 0
    step = 10 ** (math.floor(math.log10(abs(value))) - 2)
    return float(f"{way(value / step) * step:.6g}")


def minute(seconds, way):
    from datetime import datetime, timezone

    return datetime.fromtimestamp(way(seconds / 60) * 60, timezone.utc).strftime("%Y-%m-%dT%H:%M:00Z")
