"""Reads the tables of a dataset, each format as its mover writes it. Needs Spark."""

from urllib.parse import unquote

from pyspark.sql import functions as F

from lake_names import COMMITTED, OPERATION, clean_names, quoted, tables_in
from lake_shape import united

# Where Spark puts the text of a record that it cannot read.
CORRUPT = "_corrupt"


class Table:
    """A table on its way: its dataset, its name ("" where the dataset is one table), its rows, and its key if
    files tell it; and the records that could not be read, if its format has such.
    """

    def __init__(self, dataset, name, rows, keys=(), rejected=None):
        self.dataset, self.name, self.rows, self.keys, self.rejected = dataset, name, rows, keys, rejected

    @property
    def label(self):
        """What people call it: the name without the mark that makes a dataset's name unique."""
        # A dataset that is one table was written as "rows".
        return self.dataset.name.rsplit("_", 1)[0] if self.name in ("", "rows") else self.name


def tables_of(spark, options, dataset):
    """Every table of a dataset; none where nothing has arrived yet."""
    if dataset.format == "s3-table":
        rows = spark.table(quoted("tables", dataset.database, dataset.name))
        return [Table(dataset, "", rows.toDF(*clean_names(rows.columns)))]
    if dataset.format == "iceberg":
        return iceberg_tables(spark, options, dataset)
    found = tables_in(files_below(spark, dataset.path), dataset.format)
    return [read(spark, dataset, name, [f"{dataset.path}/{path}" for path in paths]) for name, paths in found.items()]


def iceberg_tables(spark, options, dataset):
    base = quoted("lake", dataset.database or options.source_database or options.database)
    names = sorted(row["tableName"] for row in spark.sql(f"SHOW TABLES IN {base}").collect())
    if dataset.database:
        return [Table(dataset, one, spark.table(f"{base}.{quoted(one)}")) for one in names]
    own = [one for one in names if one == dataset.name or one.startswith(f"{dataset.name}__")]
    return [Table(dataset, one[len(dataset.name) + 2 :], spark.table(f"{base}.{quoted(one)}")) for one in own]


def files_below(spark, path):
    """(path below, time of writing) of every file in a folder; nothing where the folder is missing."""
    filesystem = spark._jvm.org.apache.hadoop.fs
    root = filesystem.Path(path)
    system = root.getFileSystem(spark._jsc.hadoopConfiguration())
    if not system.exists(root):
        return []
    start = system.makeQualified(root).toString().rstrip("/") + "/"
    found, listing = [], system.listFiles(root, True)
    while listing.hasNext():
        status = listing.next()
        name = status.getPath().toString().removeprefix(start)
        if not any(part.startswith((".", "_")) for part in name.split("/")):
            found.append((name, status.getModificationTime()))
    return found


def read(spark, dataset, name, paths):
    if dataset.format == "csv":
        rows = read_csv(spark, paths)
    elif dataset.format == "json":
        rows = spark.read.option("columnNameOfCorruptRecord", CORRUPT).json(paths)
    elif dataset.format.startswith("dynamodb"):
        return items(dataset, name, spark.read.json(paths))
    else:
        rows = read_columns(spark, "orc" if dataset.format == "orc" else "parquet", paths)
    rejected = None
    if CORRUPT in rows.columns:
        # Spark refuses to look at the unreadable alone unless all was read once.
        rows = rows.cache()
        rejected = rows.where(F.col(CORRUPT).isNotNull()).select(F.col(CORRUPT).alias("record"))
        rows = rows.where(F.col(CORRUPT).isNull()).drop(CORRUPT)
    return Table(dataset, name, rows.toDF(*clean_names(rows.columns)), rejected=rejected)


def read_csv(spark, paths):
    """CSV by its headers: files of one header together, so that a column that came later does not shift the others."""
    options = {"header": True, "multiLine": True, "escape": '"', "columnNameOfCorruptRecord": CORRUPT}
    numbered = spark.read.text(paths).select("value", F.input_file_name().alias("file"), F.monotonically_increasing_id().alias("at"))
    first = numbered.groupBy("file").agg(F.min_by("value", "at").alias("header"))
    by_header = {}
    for file, header in sorted(tuple(row) for row in first.collect()):
        by_header.setdefault(header, []).append(unquote(file))
    parts = []
    for _, files in sorted(by_header.items()):
        columns = spark.read.options(**options).csv(files[0]).columns
        schema = ", ".join(f"{quoted(one)} string" for one in (*columns, CORRUPT))
        parts.append(spark.read.schema(schema).options(**options).csv(files))
    return united(parts)


def read_columns(spark, form, paths):
    """Parquet or ORC. Files whose columns changed their types are read by themselves and widened together."""
    try:
        rows = spark.read.option("mergeSchema", True).format(form).load(paths)
        _ = rows.schema
        return rows
    except Exception as trouble:  # noqa: BLE001: Spark's own class differs between versions
        if "merge" not in str(trouble).lower():
            raise
        return united([spark.read.format(form).load(path) for path in paths])


def items(dataset, name, frame):
    """Items of DynamoDB exports, full ones and those of changes, as rows. An item that was deleted has its key and
    no image.
    """
    images = [F.to_json(one) for one in ("Item", "NewImage") if one in frame.columns]
    image = F.coalesce(*images, F.lit(None).cast("string"))
    has_keys = "Keys" in frame.columns
    key = F.to_json("Keys") if has_keys else F.lit(None).cast("string")
    is_dated = "Metadata" in frame.columns
    at = F.col("Metadata.WriteTimestampMicros.N") if is_dated else F.lit(0)
    rows = frame.select(
        F.from_json(F.coalesce(image, key), "map<string,string>").alias("item"),
        F.when(image.isNull(), "D").otherwise("U").alias(OPERATION),
        F.coalesce(at.cast("long"), F.lit(0)).alias(COMMITTED),
    )
    names = [row[0] for row in rows.select(F.explode(F.map_keys("item"))).distinct().collect()]
    names = sorted(one for one in names if one not in (OPERATION, COMMITTED))
    flat = rows.select(*[scalar(one) for one in names], OPERATION, COMMITTED)
    keys = frame.schema["Keys"].dataType.fieldNames() if has_keys else ()
    return Table(dataset, name, flat.toDF(*clean_names(names), OPERATION, COMMITTED), keys)


def scalar(name):
    """The value inside {"S": …}, {"N": …} or {"BOOL": …}; what is nested stays JSON."""
    value = F.col("item").getItem(name)
    return F.coalesce(*[F.get_json_object(value, f"$.{kind}") for kind in ("S", "N", "BOOL")], value).alias(name)
