"""What the tests on Spark stand on: a session, with Iceberg where its jar is, and folders of their own."""

import atexit
import functools
import json
import os
import shutil
import sys
import tempfile
import unittest
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from pyspark.sql import SparkSession

home = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(home / "lake"), str(home / "jobs")]

import curate  # noqa: E402
from iceberg_jars import jars  # noqa: E402


@functools.cache
def session():
    """One for all tests of a process: a second one would look for the classes of Iceberg where the first had them."""
    warehouse = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, warehouse, True)
    builder = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", False)
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.driver.extraJavaOptions", "-Dderby.stream.error.file=/dev/null")
    )
    found = jars(warehouse)
    if found:
        builder = (
            builder.config("spark.jars", ",".join(found))
            .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
            .config("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog")
            .config("spark.sql.catalog.lake.type", "hadoop")
            .config("spark.sql.catalog.lake.warehouse", warehouse)
        )
    spark = builder.getOrCreate()
    atexit.register(spark.stop)
    spark.sparkContext.setLogLevel("ERROR")
    if found:
        # The catalogue is made once, with this warehouse; what a job says later does not move it.
        spark.sql("SHOW NAMESPACES IN lake").collect()
    return spark


class LakeCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = session()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)

    def put(self, path, columns, *rows):
        """A file of Parquet where a mover would write it."""
        file = self.home / "from" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        part = self.home / "part"
        self.spark.createDataFrame(rows, columns).coalesce(1).write.mode("overwrite").parquet(str(part))
        next(part.glob("part-*.parquet")).rename(file)

    def text(self, path, text):
        file = self.home / "from" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def needs_iceberg(self):
        if not self.spark.conf.get("spark.sql.catalog.lake", None):
            if os.environ.get("CI") and self.spark.version.startswith("3.5."):
                self.fail("The jar of Iceberg is missing, and in CI nothing is skipped.")
            self.skipTest("needs the jar of Iceberg: ICEBERG_JAR")
        self.spark.sql("CREATE NAMESPACE IF NOT EXISTS lake.stage")

    def run_job(self, does, datasets, form, run="20261124T000000Z", more=(), partition="", **settings):
        """The exit code, and the lines of the report."""
        said = StringIO()
        names = [datasets] if isinstance(datasets, str) else datasets
        sets = [{"name": name, "format": form, "partition": partition} for name in names]
        with redirect_stdout(said):
            code = curate.main(
                ["--does", does, "--from", f"{self.home}/from", "--to", f"{self.home}/to", "--run", run]
                + ["--datasets", json.dumps(sets), "--settings", json.dumps(settings), *more]
            )
        return code, [json.loads(line) for line in said.getvalue().splitlines()]

    def table(self, path):
        frame = self.spark.read.parquet(str(self.home / "to" / path))
        return frame.columns, sorted(tuple(row) for row in frame.collect())
