"""What a job is told: arguments, checked before Spark is even started."""

import argparse
import json
import re
from dataclasses import dataclass, field
from datetime import datetime, timezone

ACTS = ("tidy", "merge", "mask", "quality", "compact", "join")
# How files look, by what wrote them: plain ones, exports of RDS and DynamoDB, files of DMS, of extract.py, of these
# jobs.
FORMATS = (
    "parquet",
    "csv",
    "json",
    "orc",
    "rds-parquet",
    "dms-parquet",
    "table-parquet",
    "dynamodb-json",
    "dynamodb-full",
    "run-parquet",
    "iceberg",
    "s3-table",
)
NAME = re.compile(r"[a-z][a-z0-9_]{0,127}")
PLACE = re.compile(r"(?:s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]|(?=/))(?:/[\w.=-]*)*")
CATALOG = re.compile(r"\d{12}:s3tablescatalog/[a-z0-9-]{3,63}")
RUN = re.compile(r"\d{8}T\d{6}Z")


@dataclass(frozen=True)
class Dataset:
    """The data of one source: its name, what its files are, the folder they are below, a database if it has its
    own, and whether rows of a `day` or a `month` stand together in its tables.
    """

    name: str
    format: str
    path: str
    database: str = ""
    partition: str = ""


@dataclass(frozen=True)
class Options:
    does: str
    source: str
    target: str
    datasets: tuple
    database: str = ""
    source_database: str = ""
    # Glue's name for a bucket of tables: account:s3tablescatalog/bucket.
    tables_catalog: str = ""
    table_format: str = "parquet"
    settings: dict = field(default_factory=dict)
    # Names the folder of this run: the time at which it began.
    run: str = ""


def parse(arguments, now=None):
    """Options from arguments. What Glue adds is passed over; a wrong argument ends the program with a sentence."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--does", required=True, choices=ACTS)
    parser.add_argument("--from", required=True, dest="source", type=matching(PLACE))
    parser.add_argument("--to", required=True, dest="target", type=matching(PLACE))
    parser.add_argument("--datasets", required=True, type=json.loads)
    parser.add_argument("--database", default="", type=matching(NAME))
    parser.add_argument("--from-database", default="", dest="source_database", type=matching(NAME))
    parser.add_argument("--tables-catalog", default="", type=matching(CATALOG))
    parser.add_argument("--table-format", default="parquet", choices=("parquet", "iceberg"))
    parser.add_argument("--settings", default="{}", type=json.loads)
    parser.add_argument("--run", default="", type=matching(RUN))
    known, _ = parser.parse_known_args(arguments)
    try:
        datasets = tuple(dataset_of(one, known.source) for one in known.datasets)
    except (KeyError, TypeError, ValueError) as trouble:
        parser.error(f"--datasets: {trouble}")
    if not isinstance(known.settings, dict):
        parser.error("--settings must be a record")
    if any(one.format == "s3-table" for one in datasets) and not known.tables_catalog:
        parser.error("a dataset of the format s3-table needs --tables-catalog")
    if known.table_format == "iceberg" and not known.database:
        parser.error("--table-format iceberg needs --database")
    moment = now or datetime.now(timezone.utc)
    return Options(
        does=known.does,
        source=known.source.rstrip("/"),
        target=known.target.rstrip("/"),
        datasets=datasets,
        database=known.database,
        source_database=known.source_database,
        tables_catalog=known.tables_catalog,
        table_format=known.table_format,
        settings=known.settings,
        run=known.run or moment.strftime("%Y%m%dT%H%M%SZ"),
    )


def matching(pattern):
    """A type of argparse: the text as a whole must match, or be empty."""

    def check(text):
        if text != "" and not pattern.fullmatch(text):
            raise argparse.ArgumentTypeError(f"{text!r} is not accepted")
        return text

    return check


def dataset_of(record, source):
    name, form = record["name"], record["format"]
    path = record.get("path") or f"{source.rstrip('/')}/{name}"
    if not (isinstance(name, str) and NAME.fullmatch(name)):
        raise ValueError(f"{name!r} is not a name")
    if form not in FORMATS:
        raise ValueError(f"{form!r} is not a format")
    if not (isinstance(path, str) and PLACE.fullmatch(path)):
        raise ValueError(f"{path!r} is not a place")
    database = record.get("database") or ""
    if database and not NAME.fullmatch(database):
        raise ValueError(f"{database!r} is not a database")
    partition = record.get("partition") or ""
    if partition not in ("", "day", "month"):
        raise ValueError(f"{partition!r} is not a partition: day or month")
    return Dataset(name, form, path.rstrip("/"), database, partition)


def spark_conf(options):
    """Settings of Spark. The catalogue of Iceberg tables is Glue's on S3, and a folder for local paths."""
    conf = {"spark.sql.session.timeZone": "UTC", "spark.sql.parquet.mergeSchema": "true"}
    formats = (options.table_format, *(one.format for one in options.datasets))
    if "s3-table" in formats:
        tables = "spark.sql.catalog.tables"
        conf |= {
            tables: "org.apache.iceberg.spark.SparkCatalog",
            f"{tables}.catalog-impl": "org.apache.iceberg.aws.glue.GlueCatalog",
            f"{tables}.io-impl": "org.apache.iceberg.aws.s3.S3FileIO",
            f"{tables}.glue.id": options.tables_catalog,
            f"{tables}.warehouse": options.target,
            "spark.sql.extensions": "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
        }
    if "iceberg" not in formats:
        return conf
    catalog = "spark.sql.catalog.lake"
    on_s3 = {
        f"{catalog}.catalog-impl": "org.apache.iceberg.aws.glue.GlueCatalog",
        f"{catalog}.io-impl": "org.apache.iceberg.aws.s3.S3FileIO",
    }
    return {
        **conf,
        **(on_s3 if options.target.startswith("s3://") else {f"{catalog}.type": "hadoop"}),
        "spark.sql.extensions": "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
        catalog: "org.apache.iceberg.spark.SparkCatalog",
        f"{catalog}.warehouse": options.target,
    }
