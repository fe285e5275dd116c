"""Needs pyspark (3.5.6 is what AWS Glue 5.1 has, 4.1.1 what 6.0 has): python3 -m unittest discover -s test_spark"""

import gzip
import json
import unittest
from contextlib import redirect_stdout
from io import StringIO

from lake_case import LakeCase, curate

import extract


class Steps(LakeCase):
    def test_changes_are_merged_into_rows_and_again_into_those(self):
        columns = "Op string, id int, State string, _committed_at string"
        self.put(
            "orders_1/shop/orders/LOAD1.parquet",
            columns,
            ("I", 1, "new", "2026-11-24T01"),
            ("I", 2, "new", "2026-11-24T01"),
        )
        self.put(
            "orders_1/shop/orders/a.parquet",
            columns,
            ("U", 1, "paid", "2026-11-24T02"),
            ("D", 2, "new", "2026-11-24T03"),
            ("I", 3, "new", "2026-11-24T03"),
        )
        code, report = self.run_job("merge", "orders_1", "dms-parquet")
        self.assertEqual(code, 0)
        self.assertEqual({"keys": report[0]["keys"], "rows": report[0]["rows"]}, {"keys": ["id"], "rows": 2})
        self.assertEqual(
            self.table("orders_1/shop_orders/run=20261124T000000Z"),
            (["id", "state", "_committed_at"], [(1, "paid", "2026-11-24T02"), (3, "new", "2026-11-24T03")]),
        )
        # The old files are gone, as after the days of the landing zone; the rows are not.
        for file in (self.home / "from/orders_1/shop/orders").glob("*"):
            file.unlink()
        self.put(
            "orders_1/shop/orders/b.parquet",
            columns,
            ("D", 1, "paid", "2026-11-25T01"),
            ("U", 3, "sent", "2026-11-25T01"),
        )
        for _ in range(2):
            self.run_job("merge", "orders_1", "dms-parquet", run="20261125T000000Z")
            self.assertEqual(self.table("orders_1/shop_orders/run=20261125T000000Z")[1], [(3, "sent", "2026-11-25T01")])

    def test_rows_without_a_key_are_kept_as_changes(self):
        self.put("log_1/shop/log/a.parquet", "Op string, line string", ("I", "a"), ("I", "a"))
        _, report = self.run_job("merge", "log_1", "dms-parquet")
        self.assertEqual((report[0]["keys"], report[0]["rows"]), ([], 2))
        self.assertIn("every change", report[0]["kept"])

    def test_items_of_dynamodb_become_rows(self):
        folder = self.home / "from/profiles_1/AWSDynamoDB"
        lines = {
            "01/data/full.json.gz": [
                {"Item": {"pk": {"S": "a"}, "age": {"N": "7"}, "tags": {"L": [{"S": "x"}]}}},
                {"Item": {"pk": {"S": "b"}, "vip": {"BOOL": True}}},
            ],
            "02/data/changes.json.gz": [
                {
                    "Metadata": {"WriteTimestampMicros": {"N": "5"}},
                    "Keys": {"pk": {"S": "a"}},
                    "NewImage": {"pk": {"S": "a"}, "age": {"N": "8"}},
                },
                {"Metadata": {"WriteTimestampMicros": {"N": "6"}}, "Keys": {"pk": {"S": "b"}}},
            ],
        }
        for name, items in lines.items():
            (folder / name).parent.mkdir(parents=True)
            (folder / name).write_bytes(gzip.compress("\n".join(map(json.dumps, items)).encode()))
        (folder / "02/manifest-summary.json").write_text("{}")
        _, report = self.run_job("merge", "profiles_1", "dynamodb-json")
        self.assertEqual((report[0]["keys"], report[0]["rows"]), (["pk"], 1))
        self.assertEqual(
            self.table("profiles_1/rows/run=20261124T000000Z"), (["age", "pk", "tags", "vip", "_committed_at"], [("8", "a", None, None, 5)])
        )

    def test_tidying_puts_names_and_doubles_right(self):
        self.put(
            "orders_1/lake-x/shop/shop.orders/1/part-0.gz.parquet",
            "`Order ID` int, `Größe` string",
            (1, "L"),
            (1, "L"),
            (None, None),
        )
        self.run_job("tidy", "orders_1", "rds-parquet")
        self.assertEqual(
            self.table("orders_1/shop_shop_orders/run=20261124T000000Z"), (["order_id", "gr_e"], [(1, "L")])
        )

    def test_masking_takes_personal_columns_out(self):
        self.put("people_1/a.parquet", "id int, email string, city string", (1, "a@example.com", "Leipzig"))
        _, report = self.run_job("mask", "people_1", "parquet", columns="detected")
        self.assertEqual(report[0]["masked"], ["email"])
        self.assertEqual(self.table("people_1/rows/run=20261124T000000Z"), (["id", "city"], [(1, "Leipzig")]))

    def test_a_broken_rule_stops_the_table_and_is_counted(self):
        self.put("orders_1/a.parquet", "id int, state string", (1, "new"), (1, None), (2, "lost"))
        rules = [
            {"rule": "unique", "column": "id"},
            {"rule": "complete", "column": "state"},
            {"rule": "in", "column": "state", "values": ["new", "paid"]},
            {"rule": "between", "column": "id", "low": 1, "high": 9},
            {"rule": "matches", "column": "colour", "pattern": "x"},
        ]
        code, report = self.run_job("quality", "orders_1", "parquet", rules=rules)
        self.assertEqual(code, 2)
        self.assertEqual(
            report[0]["broken"],
            [
                {"column": "id", "rows": 1, "rule": "unique"},
                {"column": "state", "rows": 1, "rule": "complete"},
                {"column": "state", "rows": 2, "rule": "in"},
                {"column": "colour", "missing": True, "rule": "matches"},
            ],
        )
        self.assertFalse((self.home / "to").exists())
        self.assertEqual(self.run_job("quality", "orders_1", "parquet", rules=rules[3:4])[0], 0)

    def test_columns_that_are_unique_together_are_counted_together(self):
        rows = [("m1", 1), ("m1", 2), ("m2", 1), ("m2", 1), ("m2", 1)]
        self.put("readings_1/a.parquet", "`Machine No` string, count int", *rows)
        rule = {"rule": "unique", "columns": ["Machine No", "count"]}
        code, report = self.run_job("quality", "readings_1", "parquet", rules=[rule, {**rule, "columns": ["count", "day"]}])
        self.assertEqual(code, 2)
        self.assertEqual(
            report[0]["broken"],
            [
                {"column": "machine_no, count", "rows": 1, "rule": "unique"},
                {"column": "count, day", "missing": True, "rule": "unique"},
            ],
        )
        self.put("readings_2/a.parquet", "`Machine No` string, count int", *rows[:3])
        self.assertEqual(self.run_job("quality", "readings_2", "parquet", rules=[rule])[0], 0)

    def test_features_are_a_row_for_each_value_of_the_key(self):
        self.put("telemetry_1/rows/run=20261124T000000Z/a.parquet", "machine string, heat int", ("m1", 70), ("m2", 60))
        self.put("repairs_1/rows/run=20261124T000000Z/a.parquet", "machine_id string, hours int", ("m1", 3))
        datasets = [{"name": "telemetry_1", "format": "run-parquet"}, {"name": "repairs_1", "format": "run-parquet"}]
        with redirect_stdout(StringIO()):
            code = curate.main(
                [
                    "--does",
                    "join",
                    "--from",
                    f"{self.home}/from",
                    "--to",
                    f"{self.home}/to",
                    "--run",
                    "20261124T010000Z",
                ]
                + ["--datasets", json.dumps(datasets), "--settings", '{"key": "machine"}']
            )
        self.assertEqual(code, 0)
        self.assertEqual(
            self.table("features/machine/run=20261124T010000Z"),
            (["machine", "telemetry__heat", "repairs__hours"], [("m1", 70, 3), ("m2", 60, None)]),
        )

    def test_nothing_arrived_is_no_fault(self):
        self.assertEqual(
            self.run_job("tidy", "later_1", "parquet"), (0, [{"broken": 0, "run": "20261124T000000Z", "tables": 0}])
        )

    def test_csv_and_json_are_read_as_they_arrive(self):
        for name, text in {
            "a_1/x.csv": 'id,note\n1,"a, b"\n',
            "b_1/arrived=2026-11-24-01/x.json.gz": '{"id": 1, "Note": "n"}\n',
        }.items():
            file = self.home / "from" / name
            file.parent.mkdir(parents=True)
            file.write_bytes(gzip.compress(text.encode()) if name.endswith("gz") else text.encode())
        self.run_job("tidy", "a_1", "csv")
        self.run_job("tidy", "b_1", "json")
        self.assertEqual(self.table("a_1/rows/run=20261124T000000Z"), (["id", "note"], [("1", "a, b")]))
        self.assertEqual(self.table("b_1/rows/run=20261124T000000Z"), (["note", "id"], [("n", 1)]))

    def test_a_table_of_a_database_is_read_in_parts_and_written_whole(self):
        url = f"jdbc:derby:{self.home}/shop;create=true"
        rows = [(number, f"item {number}") for number in range(100)]
        self.spark.createDataFrame(rows, "id int, title string").write.jdbc(url, "items")
        options = extract.Options(url, ("items",), "", f"{self.home}/to", 4, "20261124T000000Z")
        frame = extract.read(self.spark, options, "items", {})
        self.assertEqual((frame.rdd.getNumPartitions(), sorted(tuple(row) for row in frame.collect())), (4, rows))


if __name__ == "__main__":
    unittest.main()
