"""Counts all rows of tables for a readiness report: the same figures as `headwater profile`, where a machine is not enough.

    --source ID      the source of the estate that the tables belong to
    --from FOLDER    a folder of files, a table
    --format FORM    csv, parquet, json (a record a line)
    --to FILE        where the figures go; standard output if left out

The result is read back with `headwater profile --import FILE`. Values are counted, none is kept.
"""

import argparse
import json
import sys
from datetime import datetime, timezone


def parse(arguments):
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--source", required=True)
    parser.add_argument("--from", required=True, dest="folder")
    parser.add_argument("--format", required=True, choices=("csv", "parquet", "json"))
    parser.add_argument("--table", default="")
    parser.add_argument("--to", default="")
    known, _ = parser.parse_known_args(arguments)
    return known


def read(spark, options):
    if options.format == "csv":
        return spark.read.csv(options.folder, header=True, inferSchema=False, multiLine=True, escape='"')
    return spark.read.json(options.folder) if options.format == "json" else spark.read.parquet(options.folder)


def main(arguments):
    options = parse(arguments)
    from pyspark.sql import SparkSession

    from lake_profile import table_figures

    spark = SparkSession.builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
    name = options.table or options.folder.rstrip("/").rsplit("/", 1)[-1]
    form = "ndjson" if options.format == "json" else options.format
    figures = {
        "source": options.source,
        "title": name,
        "at": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "tables": [table_figures(read(spark, options).cache(), name, form, 0)],
        "unread": [],
    }
    text = json.dumps([figures])
    if options.to:
        spark.sparkContext.parallelize([text], 1).saveAsTextFile(options.to)
    else:
        print(text)
    return 0


if __name__ == "__main__":
    code = main(sys.argv[1:])
    if code:
        sys.exit(code)
