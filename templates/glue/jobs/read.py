"""Reads tables of DynamoDB or Cassandra, or indices of OpenSearch, and writes them as Parquet, a folder for each and each run."""

import argparse
import json
import re
import sys
from dataclasses import dataclass
from datetime import datetime, timezone
from decimal import Decimal

KINDS = ("dynamodb", "cassandra", "opensearch")
NAME = re.compile(r"[\w*-]+(?:\.[\w*-]+)*")
HOST = re.compile(r"(?:https://)?[A-Za-z0-9.-]+(?::\d{1,5})?")
PLACE = re.compile(r"(?:s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]|/)[\w./=-]*")


@dataclass(frozen=True)
class Options:
    kind: str
    names: tuple
    target: str
    host: str
    secret: str
    parts: int
    run: str


def parse(arguments, now=None):
    """Options from arguments; what Glue adds is passed over. Wrong ones end the program with a sentence."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--kind", required=True, choices=KINDS)
    parser.add_argument("--names", required=True)
    parser.add_argument("--to", required=True, dest="target")
    parser.add_argument("--host", default="")
    parser.add_argument("--secret", default="")
    parser.add_argument("--parts", default=8, type=int)
    known, _ = parser.parse_known_args(arguments)
    names = tuple(one.strip() for one in known.names.split(",") if one.strip())
    if not names or not all(NAME.fullmatch(one) for one in names):
        parser.error("--names must be names of tables or indices, with commas between")
    if known.kind == "cassandra" and not all(one.count(".") == 1 for one in names):
        parser.error("--names must be KEYSPACE.TABLE for Cassandra")
    if known.kind != "dynamodb" and not HOST.fullmatch(known.host):
        parser.error("--host is not the address of a host")
    if not PLACE.fullmatch(known.target):
        parser.error("--to is not a place")
    if not 1 <= known.parts <= 64:
        parser.error("--parts must be 1 to 64")
    run = (now or datetime.now(timezone.utc)).strftime("%Y%m%dT%H%M%SZ")
    return Options(known.kind, names, known.target.rstrip("/"), known.host, known.secret, known.parts, run)


def folder(name):
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "all"


def login(secret):
    """Username and password of a secret of Secrets Manager; nothing where no secret is named."""
    if not secret:
        return {}
    import boto3

    return json.loads(boto3.client("secretsmanager").get_secret_value(SecretId=secret)["SecretString"])


def plain(value):
    """A value of DynamoDB's client as JSON takes it: whole numbers stay whole, sets become sorted lists."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted((plain(one) for one in value), key=str)
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value.decode("utf-8", "replace") if isinstance(value, (bytes, bytearray)) else value


def scan(table, segment, segments):
    """The items of one segment of a table, a line of JSON each."""
    more = {}
    while True:
        page = table.scan(Segment=segment, TotalSegments=segments, **more)
        for item in page["Items"]:
            yield json.dumps({name: plain(getattr(one, "value", one)) for name, one in item.items()}, sort_keys=True)
        if "LastEvaluatedKey" not in page:
            return
        more = {"ExclusiveStartKey": page["LastEvaluatedKey"]}


def from_dynamodb(spark, options, name):
    parts = options.parts

    def read(segments):
        import boto3

        table = boto3.resource("dynamodb").Table(name)
        for segment in segments:
            yield from scan(table, segment, parts)

    lines = spark.sparkContext.parallelize(range(parts), parts).mapPartitions(read).cache()
    return spark.read.json(lines)


def from_cassandra(spark, options, name):
    keyspace, table = name.split(".")
    host, _, port = options.host.partition(":")
    held = login(options.secret)
    spark.conf.set("spark.cassandra.connection.host", host)
    spark.conf.set("spark.cassandra.connection.port", port or "9042")
    spark.conf.set("spark.cassandra.connection.ssl.enabled", "true")
    for key in ("username", "password"):
        spark.conf.set(f"spark.cassandra.auth.{key}", held.get(key, ""))
    return spark.read.format("org.apache.spark.sql.cassandra").options(keyspace=keyspace, table=table).load()


def from_opensearch(spark, options, name):
    held = login(options.secret)
    reader = spark.read.format("opensearch").option("opensearch.nodes", options.host)
    reader = reader.option("opensearch.nodes.wan.only", "true").option("opensearch.net.ssl", "true")
    reader = reader.option("opensearch.port", "443" if options.host.count(":") < 2 else options.host.rsplit(":", 1)[1])
    reader = reader.option("opensearch.net.http.auth.user", held.get("username", ""))
    return reader.option("opensearch.net.http.auth.pass", held.get("password", "")).load(name)


READERS = {"dynamodb": from_dynamodb, "cassandra": from_cassandra, "opensearch": from_opensearch}


def main(arguments):
    options = parse(arguments)
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName(f"read-{options.run}").getOrCreate()
    for name in options.names:
        frame = READERS[options.kind](spark, options, name)
        path = f"{options.target}/{folder(name)}/run={options.run}"
        if not frame.columns:
            print(json.dumps({"name": name, "rows": 0}), flush=True)
            continue
        frame.write.mode("overwrite").parquet(path)
        print(json.dumps({"name": name, "path": path, "rows": spark.read.parquet(path).count()}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
