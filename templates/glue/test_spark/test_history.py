"""A history that arrives as histories do, against what plain Python makes of the same events."""

import json
import random
import unittest
from datetime import datetime, timedelta, timezone

from lake_case import LakeCase

COLUMNS = {
    1: "Op string, id int, state string, amount int, _committed_at string",
    2: "Op string, id int, state string, amount bigint, _committed_at string",
    3: "Op string, id int, state string, amount bigint, vip string, _committed_at string",
}
RUNS = {1: "20261124T000000Z", 2: "20261125T000000Z", 3: "20261126T000000Z"}


def events(seed, keys=30):
    """Changes by the batch they arrive in: some late, some twice, some without a key; a column more in the last batch,
    larger numbers in the second.
    """
    draw = random.Random(seed)
    batches = {1: [], 2: [], 3: []}
    for key in range(keys):
        moment = 0
        for step in range(draw.randint(1, 6)):
            moment += draw.randint(1, 9_000)
            operation = "I" if step == 0 else draw.choice("UUUD")
            due = min(3, 1 + moment // 12_000)
            comes = min(3, due + (draw.random() < 0.2))
            amount = draw.randint(0, 99) + (2**40 if comes > 1 and draw.random() < 0.2 else 0)
            vip = draw.choice(["y", "n", None]) if comes == 3 else None
            event = (operation, key, f"state {step}", amount, vip, f"2026-11-24 {moment:08d}")
            batches[comes].append(event)
            if draw.random() < 0.2:
                batches[draw.randint(comes, 3)].append(event)
    batches[2].append(("U", None, "nobody", 1, None, "2026-11-24 00000001"))
    for batch in batches.values():
        draw.shuffle(batch)
    return batches


def standing(arrived):
    """Rows by key: of the events that arrived the newest of each key, unless it is a delete."""
    newest = {}
    for event in arrived:
        key, moment = event[1], event[5]
        if key is not None and (key not in newest or moment > newest[key][5]):
            newest[key] = event
    return {key: event[2:] for key, event in newest.items() if event[0] != "D"}


class History(LakeCase):
    def deliver(self, batches, number, name):
        rows = batches[number]
        if number < 3:
            rows = [(*event[:4], event[5]) for event in rows]
        self.put(f"{name}/shop/orders/{number}.parquet", COLUMNS[number], *rows)

    def arrives(self, name, read, *more):
        """Batch for batch: merged, compared, merged again, compared again."""
        batches, arrived = events(7), []
        for number, run in RUNS.items():
            self.deliver(batches, number, name)
            arrived += batches[number]
            for again in (False, True):
                code, report = self.run_job("merge", name, "dms-parquet", run=run, more=more)
                self.assertEqual(code, 0)
                self.assertEqual(report[0]["rejected"], 0 if number == 1 else 1)
                with self.subTest(batch=number, again=again):
                    self.assertEqual(read(run), standing(arrived))

    def rows_of(self, frame):
        given = {row["id"]: row.asDict() for row in frame.collect()}
        return {
            key: (row["state"], row["amount"], row.get("vip"), row["_committed_at"]) for key, row in given.items()
        }

    def test_parquet_holds_what_plain_python_says_after_every_batch(self):
        path = f"{self.home}/to/orders_1/shop_orders"
        self.arrives("orders_1", lambda run: self.rows_of(self.spark.read.parquet(f"{path}/run={run}")))
        (record,) = self.spark.read.text(f"{self.home}/to/rejected/orders_1/shop_orders/run={RUNS[3]}").collect()
        self.assertEqual(json.loads(record["value"])["state"], "nobody")

    def test_iceberg_holds_the_same_and_a_second_run_writes_no_file(self):
        self.needs_iceberg()
        table = "lake.stage.orders_2__shop_orders"
        files = {}

        def read(run):
            now = {row[0] for row in self.spark.sql(f"SELECT file_path FROM {table}.files").collect()}
            # The first run of all replaces the table, those after it merge.
            if run in files and run != RUNS[1]:
                self.assertEqual(files[run], now)
            files[run] = now
            return self.rows_of(self.spark.table(table))

        self.arrives("orders_2", read, "--table-format", "iceberg", "--database", "stage")
        kinds = {field.name: field.dataType.typeName() for field in self.spark.table(table).schema.fields}
        self.assertEqual((kinds["amount"], kinds["vip"]), ("long", "string"))
        # Compaction changes files and no row.
        before = self.rows_of(self.spark.table(table))
        code, _ = self.run_job(
            "compact", "orders_2", "iceberg", more=("--table-format", "iceberg", "--database", "stage")
        )
        self.assertEqual((code, self.rows_of(self.spark.table(table))), (0, before))

    def test_rows_of_a_month_stand_together_and_stay_so_when_changes_are_merged(self):
        self.needs_iceberg()
        columns = "Op string, id int, created_at timestamp, updated_at timestamp, _committed_at string"
        start = datetime(2026, 9, 1)
        rows = [("I", one, start + timedelta(days=one), start + timedelta(days=80), "1") for one in range(75)]
        self.put("visits_1/shop/visits/1.parquet", columns, *rows)
        more = ("--table-format", "iceberg", "--database", "stage")
        _, report = self.run_job("merge", "visits_1", "dms-parquet", more=more, partition="month")
        self.assertEqual((report[0]["partitioned"], report[0]["rows"]), ("created_at", 75))

        def counts():
            parts = self.spark.sql("SELECT record_count FROM lake.stage.visits_1__shop_visits.partitions")
            return sorted(row[0] for row in parts.collect())

        self.assertEqual(counts(), [14, 30, 31])
        late = [("U", 3, rows[3][2], start, "2"), ("I", 90, datetime(2026, 12, 1), start, "2")]
        self.put("visits_1/shop/visits/2.parquet", columns, *late)
        self.run_job("merge", "visits_1", "dms-parquet", run=RUNS[2], more=more, partition="month")
        self.assertEqual(counts(), [1, 14, 30, 31])

    def test_what_comes_late_does_not_undo_what_is_newer_though_the_old_files_are_gone(self):
        name, folder = "orders_3", self.home / "from/orders_3/shop/orders"
        self.put(f"{name}/shop/orders/a.parquet", COLUMNS[1], ("I", 1, "new", 1, "2026-11-24 3"))
        self.run_job("merge", name, "dms-parquet", run=RUNS[1])
        (folder / "a.parquet").unlink()
        self.put(f"{name}/shop/orders/b.parquet", COLUMNS[1], ("U", 1, "old", 2, "2026-11-24 1"))
        self.run_job("merge", name, "dms-parquet", run=RUNS[2])
        self.assertEqual(self.table(f"{name}/shop_orders/run={RUNS[2]}")[1], [(1, "new", 1, "2026-11-24 3")])


class Drift(LakeCase):
    def test_a_column_that_came_later_shifts_no_other_and_unreadable_records_are_kept_apart(self):
        self.text("a_1/1.csv", "id,note\n1,one\n")
        self.text("a_1/2.csv", "id,colour,note\n2,red,two\n")
        self.run_job("tidy", "a_1", "csv")
        frame = self.spark.read.parquet(f"{self.home}/to/a_1/rows/run={RUNS[1]}")
        rows = {tuple(row[name] for name in ("id", "note", "colour")) for row in frame.collect()}
        self.assertEqual(rows, {("1", "one", None), ("2", "two", "red")})
        self.text("b_1/1.json", '{"id": 1}\n{"id": 2, "n\n{"id": 3, "late": true}\n')
        code, report = self.run_job("tidy", "b_1", "json")
        self.assertEqual((code, report[0]["rejected"], report[0]["rows"]), (0, 1, 2))
        (record,) = self.spark.read.text(f"{self.home}/to/rejected/b_1/rows/run={RUNS[1]}").collect()
        self.assertEqual(record["value"], '{"id": 2, "n')

    def test_files_whose_numbers_grew_are_read_together(self):
        self.put("c_1/1.parquet", "id int, amount int", (1, 5))
        self.put("c_1/2.parquet", "id int, amount bigint", (2, 2**40))
        self.run_job("tidy", "c_1", "parquet")
        self.assertEqual(self.table(f"c_1/rows/run={RUNS[1]}")[1], [(1, 5), (2, 2**40)])


class PointInTime(LakeCase):
    def test_no_feature_knows_what_happened_after_its_label(self):
        draw = random.Random(3)
        seconds = iter(draw.sample(range(9_999), 99))
        visits = [(key, draw.randint(0, 99), next(seconds)) for key in range(9) for _ in range(draw.randint(0, 7))]
        churn = [(key, bool(key % 2), next(seconds)) for key in range(9) for _ in range(2)]
        for name, rows, kind in (("visits_1", visits, "pages int"), ("churn_1", churn, "`left` boolean")):
            self.put(
                f"{name}/rows/run={RUNS[1]}/a.parquet",
                f"customer int, {kind}, at timestamp",
                *[(key, value, datetime.fromtimestamp(second, timezone.utc)) for key, value, second in rows],
            )
        code, report = self.run_job(
            "join", ["visits_1", "churn_1"], "run-parquet", run=RUNS[2], key="customer", labels="churn", at="at"
        )
        self.assertEqual((code, report[0]["joined"]), (0, ["churn", "visits"]))
        frame = self.spark.read.parquet(f"{self.home}/to/features/customer/run={RUNS[2]}")
        found = {(int(row["customer"]), row["churn__left"], row["churn__at"], row["visits__pages"]) for row in frame.collect()}
        known = {
            (key, left, second): max(((then, pages) for who, pages, then in visits if who == key and then <= second), default=(0, None))
            for key, left, second in churn
        }
        self.assertEqual(len(frame.collect()), len(churn))
        self.assertEqual(
            {(key, left, at.timestamp(), pages) for key, left, at, pages in self.with_zone(found)},
            {(key, left, float(second), pages) for (key, left, second), (_, pages) in known.items()},
        )

    def with_zone(self, rows):
        """Times come without a zone, in that of the machine."""
        return {(key, left, at.astimezone(timezone.utc), pages) for key, left, at, pages in rows}


if __name__ == "__main__":
    unittest.main()
