"""What `read.py` does without Spark. Run with `python3 -m unittest discover -s test` in the folder above."""

import contextlib
import io
import json
import sys
import unittest
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "jobs"))

import read  # noqa: E402

NOW = datetime(2026, 11, 24, tzinfo=timezone.utc)


class Arguments(unittest.TestCase):
    def test_what_glue_adds_is_passed_over(self):
        options = read.parse(
            ["--kind", "dynamodb", "--names", "carts, orders.v2", "--to", "s3://lake-raw/carts_1a2b/", "--JOB_NAME", "x"], NOW
        )
        self.assertEqual(options.names, ("carts", "orders.v2"))
        self.assertEqual((options.target, options.run), ("s3://lake-raw/carts_1a2b", "20261124T000000Z"))

    def test_names_and_places_that_are_none_end_the_program(self):
        good = {"--kind": "opensearch", "--names": "logs-*", "--to": "s3://lake-raw/logs", "--host": "https://search.example:9200"}
        self.assertEqual(read.parse([part for pair in good.items() for part in pair], NOW).host, good["--host"])
        for flag, wrong in (
            ("--names", "a;DROP TABLE b"),
            ("--names", "`a`"),
            ("--names", " , "),
            ("--kind", "mongodb"),
            ("--host", "https://a b"),
            ("--host", ""),
            ("--to", "http://lake-raw"),
            ("--parts", "0"),
        ):
            with self.subTest(flag=flag, wrong=wrong), contextlib.redirect_stderr(io.StringIO()):
                with self.assertRaises(SystemExit):
                    read.parse([part for pair in {**good, flag: wrong}.items() for part in pair], NOW)

    def test_a_table_of_cassandra_has_its_keyspace(self):
        with contextlib.redirect_stderr(io.StringIO()), self.assertRaises(SystemExit):
            read.parse(["--kind", "cassandra", "--names", "carts", "--to", "/lake", "--host", "db"], NOW)

    def test_folders_are_plain_words(self):
        self.assertEqual([read.folder(name) for name in ("Shop.Carts", "logs-*", "*")], ["shop_carts", "logs", "all"])


class Table:
    """Two pages of a segment, as the client of DynamoDB gives them."""

    def __init__(self):
        self.asked = []

    def scan(self, **asked):
        self.asked.append(asked)
        if "ExclusiveStartKey" in asked:
            return {"Items": [{"id": "c", "tags": {"b", "a"}}]}
        return {"Items": [{"id": "a", "n": Decimal("3")}, {"id": "b", "n": Decimal("1.5")}], "LastEvaluatedKey": {"id": "b"}}


class Scans(unittest.TestCase):
    def test_every_page_of_a_segment_is_read_once(self):
        table = Table()
        items = [json.loads(line) for line in read.scan(table, 2, 8)]
        self.assertEqual(items, [{"id": "a", "n": 3}, {"id": "b", "n": 1.5}, {"id": "c", "tags": ["a", "b"]}])
        self.assertEqual(
            table.asked,
            [
                {"Segment": 2, "TotalSegments": 8},
                {"Segment": 2, "TotalSegments": 8, "ExclusiveStartKey": {"id": "b"}},
            ],
        )

    def test_values_are_what_json_takes(self):
        self.assertEqual(read.plain({"a": [Decimal("1E+2")], "b": b"x", "c": None}), {"a": [100], "b": "x", "c": None})


if __name__ == "__main__":
    unittest.main()
