"""Reads tables of a database over JDBC and writes them as Parquet, a folder for each table and run. Plain PySpark."""

import argparse
import json
import re
import sys
from dataclasses import dataclass
from datetime import datetime, timezone

URL = re.compile(r"jdbc:(mysql|mariadb|postgresql|oracle|sqlserver|h2|sqlite|redshift):\S+")
TABLE = re.compile(r"[A-Za-z_][\w$]*(?:\.[A-Za-z_][\w$]*){0,2}")
PLACE = re.compile(r"(?:s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]|/)[\w./=-]*")
# How many rows are fetched at a time; the drivers' own default of Oracle is 10.
FETCH = 10_000


@dataclass(frozen=True)
class Options:
    url: str
    tables: tuple
    secret: str
    target: str
    parts: int
    run: str


def parse(arguments, now=None):
    """Options from arguments; what Glue adds is passed over. Wrong ones end the program with a sentence."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--url", required=True)
    parser.add_argument("--tables", required=True)
    parser.add_argument("--secret", default="")
    parser.add_argument("--to", required=True, dest="target")
    parser.add_argument("--parts", default=8, type=int)
    known, _ = parser.parse_known_args(arguments)
    tables = tuple(one.strip() for one in known.tables.split(",") if one.strip())
    if not URL.fullmatch(known.url):
        parser.error("--url is not a JDBC URL of a database that is read here")
    if not tables or not all(TABLE.fullmatch(one) for one in tables):
        parser.error("--tables must be names of tables, with commas between")
    if not PLACE.fullmatch(known.target):
        parser.error("--to is not a place")
    if not 1 <= known.parts <= 64:
        parser.error("--parts must be 1 to 64")
    run = (now or datetime.now(timezone.utc)).strftime("%Y%m%dT%H%M%SZ")
    return Options(known.url, tables, known.secret, known.target.rstrip("/"), known.parts, run)


def folder(table):
    return re.sub(r"[^a-z0-9]+", "_", table.lower()).strip("_")


def login(secret):
    """Username and password of a secret of Secrets Manager; nothing where no secret is named."""
    if not secret:
        return {}
    import boto3

    held = json.loads(boto3.client("secretsmanager").get_secret_value(SecretId=secret)["SecretString"])
    return {"user": held["username"], "password": held["password"]}


def main(arguments):
    options = parse(arguments)
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName(f"extract-{options.run}").getOrCreate()
    properties = {**login(options.secret), "fetchsize": str(FETCH)}
    for table in options.tables:
        frame = read(spark, options, table, properties)
        path = f"{options.target}/{folder(table)}/run={options.run}"
        frame.write.mode("overwrite").parquet(path)
        print(json.dumps({"table": table, "path": path, "rows": spark.read.parquet(path).count()}), flush=True)
    return 0


def read(spark, options, table, properties):
    """A table in parallel, split by its first whole-number column; as a whole where it has none or is empty."""
    whole = spark.read.jdbc(options.url, table, properties=properties)
    numbers = [one.name for one in whole.schema.fields if one.dataType.typeName() in ("integer", "long", "short")]
    if not numbers or options.parts == 1:
        return whole
    low, high = whole.selectExpr(f"min(`{numbers[0]}`)", f"max(`{numbers[0]}`)").first()
    if low is None or low == high:
        return whole
    return spark.read.jdbc(
        options.url,
        table,
        column=numbers[0],
        lowerBound=low,
        upperBound=high,
        numPartitions=options.parts,
        properties=properties,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
