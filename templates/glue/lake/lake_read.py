"""Reads the tables of a dataset, each format as its mover writes it. Needs Spark."""

from pyspark.sql import functions as F

from lake_names import COMMITTED, OPERATION, clean_names, quoted, tables_in


class Table:
    """A table on its way: its dataset, its name ("" where the dataset is one table), its rows, and its key if
    files tell it.
    """

    def __init__(self, dataset, name, rows, keys=()):
        self.dataset, self.name, self.rows, self.keys = dataset, name, rows, keys

    @property
    def label(self):
        """What people call it: the name without the mark that makes a dataset's name unique."""
        return self.name or self.dataset.name.rsplit("_", 1)[0]


def tables_of(spark, options, dataset):
    """Every table of a dataset; none where nothing has arrived yet."""
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
        rows = spark.read.option("header", True).option("multiLine", True).option("escape", '"').csv(paths)
    elif dataset.format == "json":
        rows = spark.read.option("columnNameOfCorruptRecord", "_corrupt").json(paths)
    elif dataset.format.startswith("dynamodb"):
        return items(dataset, name, spark.read.json(paths))
    elif dataset.format == "orc":
        rows = spark.read.orc(paths)
    else:
        rows = spark.read.parquet(*paths)
    return Table(dataset, name, rows.toDF(*clean_names(rows.columns)))


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
