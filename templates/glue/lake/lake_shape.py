"""How rows of different times fit together: columns that came later, types that grew, values that no longer fit. Needs
Spark.
"""

from pyspark.sql import functions as F

from lake_names import quoted

# Types that hold every value of the ones before them.
WIDER = (("byte", "short", "integer", "long"), ("float", "double"), ("integer", "double"), ("short", "double"))


def wider(one, other):
    """The type that holds the values of both; text where no number does."""
    if one == other:
        return one
    names = (one.typeName(), other.typeName())
    for family in WIDER:
        if all(name in family for name in names):
            return max((one, other), key=lambda kind: family.index(kind.typeName()))
    return None


def united(frames):
    """Rows of several frames: every column of each, with the widest type that it has anywhere, else as text."""
    types = {}
    for frame in frames:
        for field in frame.schema.fields:
            before = types.get(field.name, field.dataType)
            kind = None if before is None else wider(before, field.dataType)
            types[field.name] = kind
    result = None
    for frame in frames:
        casts = [F.col(quoted(one)).cast(types[one] or "string").alias(one) for one in frame.columns]
        part = frame.select(*casts)
        result = part if result is None else result.unionByName(part, allowMissingColumns=True)
    return result


def fitted(rows, schema):
    """Rows in the types of a table, the rows that do not fit, the columns that the table lacks, and those that must grow."""
    own = {field.name: field.dataType for field in schema.fields}
    new, grown, casts, unfit = [], [], [], F.lit(False)
    for field in rows.schema.fields:
        name, column = quoted(field.name), F.col(quoted(field.name))
        kind = own.get(field.name)
        if kind is None:
            new.append((field.name, field.dataType))
        elif kind != field.dataType:
            both = wider(kind, field.dataType)
            if both is not None and both != kind:
                grown.append((field.name, both))
                column = column.cast(both)
            elif both is None:
                column = F.expr(f"try_cast({name} AS {kind.simpleString()})")
                unfit = unfit | (F.col(name).isNotNull() & column.isNull())
            else:
                column = column.cast(kind)
        casts.append(column.alias(field.name))
    return rows.where(~unfit).select(*casts), rows.where(unfit), new, grown
