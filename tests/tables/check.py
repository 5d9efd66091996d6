"""Holds the tables against the JSON that they say the same as, over a made corpus.

    check.py BINARY CORPUS SCRATCH

Writes the tables of a corpus as Parquet and its reports as JSON lines with the command line, opens the tables in DuckDB
and compares types (with the data dictionary), row counts and sums (with the JSON, counted here). Fails on the first
difference, and where writing took more memory than promised.
"""

import collections
import json
import pathlib
import re
import resource
import subprocess
import sys
import time

import duckdb

ROOT = pathlib.Path(__file__).resolve().parents[2]
# The promise of the issue: memory while tables of 3,000 reports are written, in KiB.
MEMORY = 300 * 1024
TYPES = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}


def run(*command: object) -> float:
    began = time.monotonic()
    done = subprocess.run([str(word) for word in command], stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{command[1:3]} failed:\n{done.stderr}")
    return time.monotonic() - began


def documented() -> dict[str, list[tuple[str, str]]]:
    """Columns and types as the data dictionary has them."""
    tables: dict[str, list[tuple[str, str]]] = {}
    name = ""
    for line in (ROOT / "docs/data-dictionary.md").read_text("utf-8").splitlines():
        if heading := re.fullmatch(r"## `(\w+)`", line):
            name = heading[1]
            tables[name] = []
        elif name and (row := re.match(r"\| `(\w+)` \| (\w+) \|", line)):
            tables[name].append((row[1], TYPES[row[2]]))
    return tables


def counted(lines: pathlib.Path) -> tuple[collections.Counter, collections.Counter]:
    """Rows of each table and sums, from the JSON alone."""
    rows: collections.Counter = collections.Counter()
    sums: collections.Counter = collections.Counter()

    def sections(tree: list) -> int:
        return sum(1 + sections(section["children"]) for section in tree)

    for line in lines.open(encoding="utf-8"):
        report = json.loads(line)
        annual = report["kind"] == "annual_report"
        rows["reports"] += 1
        rows["measures"] += len(report["measures"])
        rows["sections"] += sections(report["sections"])
        rows["citations"] += len(report["citations"])
        rows["diagnostics"] += len(report["diagnostics"])
        rows["parts"] += len(report["parts"])
        rows["points"] += len(report["problems"]) + len(report["improvements"])
        rows["checklist"] += 50 * annual
        rows["requests"] += (8 + len(report["refusals"])) * annual
        for measure in report["measures"]:
            sums["measures", measure["kind"]] += measure["value"]
        received = report["requests"]["received"]
        if received:
            sums["received"] += received["value"]
            sums["received", received["stated"]] += 1
    return rows, sums


def same(what: str, left: object, right: object) -> None:
    close = left == right
    if isinstance(left, float) or isinstance(right, float):
        close = abs(left - right) <= 1e-9 * max(abs(left), abs(right))
    if not close:
        raise SystemExit(f"{what}: {left!r} in the tables, {right!r} in the JSON")


def main() -> None:
    binary, corpus, scratch = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    tables = scratch / "tables"
    took = run(binary, "table", "all", corpus, "--format", "parquet", "-o", tables)
    # The largest of the children so far, which is this one alone.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"all tables: {took:.1f} s, {peak / 1024:.0f} MiB at most")
    if peak > MEMORY:
        raise SystemExit(f"writing the tables took {peak / 1024:.0f} MiB, the promise is {MEMORY / 1024:.0f}")
    lines = scratch / "reports.jsonl"
    with lines.open("wb") as out:
        subprocess.run([binary, "parse", "--format", "jsonl", corpus], stdout=out, check=True)

    duck = duckdb.connect()
    for table, columns in documented().items():
        found = duck.sql(f"describe select * from '{tables / table}.parquet'").fetchall()
        same(f"columns of {table}", [(row[0], row[1]) for row in found], columns)

    rows, sums = counted(lines)
    for table, count in rows.items():
        same(f"rows of {table}", duck.sql(f"select count(*) from '{tables / table}.parquet'").fetchall()[0][0], count)
    measures = duck.sql(f"select kind, sum(value) from '{tables}/measures.parquet' group by kind").fetchall()
    same("kinds", sorted(kind for kind, _ in measures), sorted(key[1] for key in sums if key[0] == "measures"))
    for kind, total in measures:
        same(f"sum of {kind}", total, float(sums["measures", kind]))
    reports = f"'{tables}/reports.parquet'"
    same("applications", duck.sql(f"select sum(requests_received) from {reports}").fetchall()[0][0], float(sums["received"]))
    stated = dict(duck.sql(f"select requests_received_status, count(*) from {reports} group by 1").fetchall())
    same("stated", stated.get("stated", 0), sums["received", "number"])
    same("nil", stated.get("nil", 0), sums["received", "nil"])
    size = sum(file.stat().st_size for file in tables.iterdir())
    print(f"{rows['reports']} reports, {rows['measures']} measures: types, rows and sums equal; {size / 1e6:.1f} MB of Parquet")


main()
