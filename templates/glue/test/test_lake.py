"""Runs on bare Python: python3 -m unittest discover -s test"""

import json
import sys
import unittest
from contextlib import redirect_stderr
from datetime import datetime, timezone
from io import StringIO
from pathlib import Path

home = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(home / "lake"), str(home / "jobs")]

import extract  # noqa: E402
import lake_names as names  # noqa: E402
import lake_options as options  # noqa: E402

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=timezone.utc)
ORDERS = {"name": "orders_1a2b3c4d", "format": "dms-parquet"}


def parsed(*more, datasets=(ORDERS,)):
    given = [
        "--does",
        "tidy",
        "--from",
        "s3://lake-raw/",
        "--to",
        "s3://lake-stage",
        "--datasets",
        json.dumps(list(datasets)),
    ]
    return options.parse([*given, *more], NOW)


class Arguments(unittest.TestCase):
    def refused(self, *more, **also):
        with self.assertRaises(SystemExit) as end, redirect_stderr(StringIO()) as said:
            parsed(*more, **also)
        self.assertEqual(end.exception.code, 2)
        return said.getvalue().strip().splitlines()[-1]

    def test_options_are_frozen_and_whole(self):
        self.assertEqual(
            parsed("--settings", '{"key": "machine"}'),
            options.Options(
                does="tidy",
                source="s3://lake-raw",
                target="s3://lake-stage",
                datasets=(options.Dataset("orders_1a2b3c4d", "dms-parquet", "s3://lake-raw/orders_1a2b3c4d"),),
                settings={"key": "machine"},
                run="20261124T063000Z",
            ),
        )
        with self.assertRaises(AttributeError):
            parsed().does = "merge"

    def test_what_glue_adds_is_passed_over(self):
        self.assertEqual(parsed("--JOB_NAME", "tidy", "--TempDir", "s3://x/y", "--enable-metrics", "true"), parsed())

    def test_an_abbreviation_is_no_argument(self):
        self.assertEqual(parsed("--sett", '{"a": 1}').settings, {})

    def test_hostile_names_and_places_are_refused(self):
        for name in ["", "Orders", "a;drop", "../x", "a`b", "a" * 129, "a\n", 7, None]:
            with self.subTest(name=name):
                self.assertIn("--datasets", self.refused(datasets=[{**ORDERS, "name": name}]))
        for place in ["http://x/y", "s3://A/b", "s3://ab$(c)", "relative", "s3://lake-raw/a b"]:
            with self.subTest(place=place):
                self.assertIn("--to", self.refused("--to", place))
        self.assertIn("format", self.refused(datasets=[{**ORDERS, "format": "exe"}]))
        self.assertIn("place", self.refused(datasets=[{**ORDERS, "path": "s3://x y"}]))
        self.assertIn("--datasets", self.refused("--datasets", '"orders"'))
        self.assertIn("--does", self.refused("--does", "drop"))
        self.assertIn("--settings", self.refused("--settings", "[]"))
        self.assertIn("--database", self.refused("--table-format", "iceberg"))

    def test_rows_stand_together_by_day_or_month_alone(self):
        self.assertEqual(parsed(datasets=[{**ORDERS, "partition": "day"}]).datasets[0].partition, "day")
        self.assertIn("day or month", self.refused(datasets=[{**ORDERS, "partition": "hour"}]))

    def test_a_dataset_may_lie_elsewhere(self):
        (found,) = parsed(datasets=[{**ORDERS, "path": "s3://shop-clickstream/"}]).datasets
        self.assertEqual(found.path, "s3://shop-clickstream")

    def test_iceberg_uses_the_catalogue_of_glue_on_s3_and_a_folder_locally(self):
        on_s3 = options.spark_conf(parsed("--table-format", "iceberg", "--database", "lake_stage"))
        self.assertEqual(on_s3["spark.sql.catalog.lake.catalog-impl"], "org.apache.iceberg.aws.glue.GlueCatalog")
        here = options.spark_conf(parsed("--table-format", "iceberg", "--database", "stage", "--to", "/tmp/lake"))
        self.assertEqual(
            (here["spark.sql.catalog.lake.type"], here["spark.sql.catalog.lake.warehouse"]), ("hadoop", "/tmp/lake")
        )
        self.assertNotIn("spark.sql.catalog.lake", options.spark_conf(parsed()))

    def test_tables_of_s3_have_a_catalogue_of_their_own(self):
        table = {"name": "clicks_1", "format": "s3-table", "database": "raw"}
        found = options.spark_conf(parsed("--tables-catalog", "111122223333:s3tablescatalog/a-raw-tables", datasets=[table]))
        self.assertEqual(found["spark.sql.catalog.tables.glue.id"], "111122223333:s3tablescatalog/a-raw-tables")
        self.assertNotIn("spark.sql.catalog.lake", found)
        self.assertIn("--tables-catalog", self.refused(datasets=[table]))
        self.assertIn("--tables-catalog", self.refused("--tables-catalog", "s3tablescatalog"))


class Names(unittest.TestCase):
    def test_columns_become_plain_and_stay_apart(self):
        given = ["Order ID", "orderId", "2nd", "größe", "", "_committed_at", "a`b;--", "ORDER ID"]
        self.assertEqual(
            names.clean_names(given),
            ["order_id", "order_id_2", "c_2nd", "gr_e", "column", "_committed_at", "a_b", "order_id_3"],
        )

    def test_files_of_change_capture_are_one_table_per_schema_and_name(self):
        files = [
            ("shop/orders/LOAD00000001.parquet", 1),
            ("shop/orders/20261124-01.parquet", 2),
            ("shop/items/LOAD1.parquet", 1),
            ("awsdms_status", 3),
        ]
        self.assertEqual(
            names.tables_in(files, "dms-parquet"),
            {
                "shop_items": ["shop/items/LOAD1.parquet"],
                "shop_orders": ["shop/orders/20261124-01.parquet", "shop/orders/LOAD00000001.parquet"],
            },
        )

    def test_only_the_newest_of_full_exports_counts(self):
        files = [
            ("lake-b/shop/shop.orders/1/part-0.gz.parquet", 10),
            ("lake-a/shop/shop.orders/1/part-0.gz.parquet", 20),
            ("lake-a/shop/shop.orders/1/part-1.gz.parquet", 21),
            ("lake-a/export_info_lake-a.json", 22),
        ]
        self.assertEqual(
            names.tables_in(files, "rds-parquet"),
            {
                "shop_shop_orders": [
                    "lake-a/shop/shop.orders/1/part-0.gz.parquet",
                    "lake-a/shop/shop.orders/1/part-1.gz.parquet",
                ]
            },
        )
        runs = [("rows/run=20261123T000000Z/part-0.parquet", 5), ("rows/run=20261124T000000Z/part-0.parquet", 6)]
        self.assertEqual(names.tables_in(runs, "run-parquet"), {"rows": ["rows/run=20261124T000000Z/part-0.parquet"]})

    def test_every_export_of_changes_counts_and_manifests_do_not(self):
        files = [
            ("AWSDynamoDB/01/data/a.json.gz", 1),
            ("AWSDynamoDB/02/data/b.json.gz", 2),
            ("AWSDynamoDB/02/manifest-files.json.gz", 3),
        ]
        self.assertEqual(
            names.tables_in(files, "dynamodb-json"),
            {"": ["AWSDynamoDB/01/data/a.json.gz", "AWSDynamoDB/02/data/b.json.gz"]},
        )

    def test_of_full_exports_the_newest_counts(self):
        files = [
            ("AWSDynamoDB/02/data/b.json.gz", 2),
            ("AWSDynamoDB/01/data/a.json.gz", 1),
            ("AWSDynamoDB/01/data/c.json.gz", 1),
        ]
        self.assertEqual(names.tables_in(files, "dynamodb-full"), {"": ["AWSDynamoDB/02/data/b.json.gz"]})

    def test_a_key_is_said_or_looks_like_one(self):
        self.assertEqual(names.key_of(["id", "a"], "orders"), ["id"])
        self.assertEqual(names.key_of(["order_id", "a"], "shop_orders"), ["order_id"])
        self.assertEqual(names.key_of(["a", "b"], "orders", ["A", "b"]), ["a", "b"])
        self.assertEqual(names.key_of(["a", "b"], "orders", "c"), [])

    def test_the_time_of_rows_is_said_or_the_one_that_does_not_move(self):
        self.assertEqual(names.moment_of_rows(["updated_at", "created_at"]), "created_at")
        self.assertEqual(names.moment_of_rows(["updated_at", "paid_on"]), "paid_on")
        self.assertEqual(names.moment_of_rows(["a", "b"], "B"), "b")
        self.assertIsNone(names.moment_of_rows(["a", "b"], "c"))
        self.assertIsNone(names.moment_of_rows(["updated_at", "valid_until"]))

    def test_columns_with_personal_names_are_found(self):
        columns = ["customer_id", "email", "first_name", "birth_date", "filename", "phone_2", "amount", "ip"]
        self.assertEqual(names.masked_columns(columns, None), ["email", "first_name", "birth_date", "phone_2", "ip"])
        self.assertEqual(names.masked_columns(columns, "amount"), ["amount"])
        self.assertEqual(names.masked_columns(columns, ["Amount", "detected"])[-2:], ["amount", "ip"])

    def test_names_in_sql_cannot_leave_their_ticks(self):
        self.assertEqual(names.quoted("lake", "a`; DROP TABLE b"), "`lake`.`a``; DROP TABLE b`")
        which, how = names.merge_statements("`lake`.`s`.`t`", ["id", "a"], ["id"])
        self.assertEqual(
            how,
            "MERGE INTO `lake`.`s`.`t` t USING changes c ON t.`id` <=> c.`id` "
            "WHEN MATCHED AND c._gone THEN DELETE WHEN MATCHED THEN UPDATE SET t.`id` = c.`id`, t.`a` = c.`a` "
            "WHEN NOT MATCHED THEN INSERT (`id`, `a`) VALUES (c.`id`, c.`a`)",
        )
        self.assertIn("(t.`_met` IS NULL AND NOT c._gone) OR (t.`_met` AND TRUE AND (c._gone OR NOT (", which)
        dated, _ = names.merge_statements("t", ["id", "_committed_at"], ["id"])
        self.assertIn("(t.`_committed_at` IS NULL OR c.`_committed_at` >= t.`_committed_at`)", dated)


class Extract(unittest.TestCase):
    def parsed(self, **changed):
        given = {
            "--url": "jdbc:postgresql://db:5432/shop",
            "--tables": "shop.orders, items",
            "--to": "s3://lake-raw/shop",
            **changed,
        }
        return extract.parse([part for pair in given.items() for part in pair], NOW)

    def test_tables_and_url_are_read(self):
        self.assertEqual(
            self.parsed(**{"--JOB_NAME": "x"}),
            extract.Options(
                "jdbc:postgresql://db:5432/shop",
                ("shop.orders", "items"),
                "",
                "s3://lake-raw/shop",
                8,
                "20261124T063000Z",
            ),
        )
        self.assertEqual(extract.folder("shop.Orders"), "shop_orders")

    def test_hostile_ones_are_refused(self):
        for changed in [
            {"--tables": "orders; DROP TABLE orders"},
            {"--tables": "(SELECT 1) x"},
            {"--tables": ","},
            {"--url": "jdbc:evil://x"},
            {"--url": "http://x"},
            {"--to": "s3://x y"},
            {"--parts": "0"},
        ]:
            with self.subTest(changed=changed), self.assertRaises(SystemExit), redirect_stderr(StringIO()):
                self.parsed(**changed)


if __name__ == "__main__":
    unittest.main()
