"""`read_many` beside the command line on the same files: as quick, within its memory, and the same tables row by row.

Usage: python against_cli.py BINARY REPORTS SCRATCH
"""

# The commands and file names are those of this project's own test run.
# ruff: noqa: S603, S608

import os
import subprocess
import sys
import time
from pathlib import Path

import duckdb

# Times the time of the command line at most (1.08 to 1.15 on a quiet machine), and memory.
SLOWER = 1.25
MEMORY = 500 << 20
# Other work on the machine makes single runs slow; the best of some is what the program needs.
ROUNDS = 4

PYTHON = """
import sys, report_model
report_model.read_many(sys.argv[1], progress=False).to_parquet(sys.argv[2])
"""


def run(command: list[str]) -> tuple[float, int]:
    """Seconds and greatest memory of a command, in bytes."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - began
    if status != 0:
        raise SystemExit(f"{command[0]}: failed with {status}")
    return took, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def different(left: Path, right: Path) -> int:
    """Rows of two Parquet files that are not the same, in the same place."""
    numbered = "select row_number() over () as place, * from read_parquet('{}')"
    one, other = numbered.format(left), numbered.format(right)
    query = f"select count(*) from (({one} except all {other}) union all ({other} except all {one}))"
    return int(duckdb.sql(query).fetchall()[0][0])


def main() -> None:
    """Runs both, compares, and ends with a message where anything is not as it should be."""
    binary, reports, scratch = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    ours, theirs = scratch / "python", scratch / "cli"
    cli = [binary, "table", "all", str(reports), "--format", "parquet", "--offsets", "utf32", "-o", str(theirs)]
    python = [sys.executable, "-c", PYTHON, str(reports), str(ours)]
    times: dict[str, list[float]] = {"cli": [], "python": []}
    memory = 0
    for _ in range(ROUNDS):
        times["cli"].append(run(cli)[0])
        took, peak = run(python)
        times["python"].append(took)
        memory = max(memory, peak)
        # Enough was seen once the package is quick enough.
        if len(times["cli"]) > 1 and min(times["python"]) <= SLOWER * min(times["cli"]):
            break
    best = {name: min(all_) for name, all_ in times.items()}
    ratio = best["python"] / best["cli"]
    print(
        f"command line {best['cli']:.2f} s, read_many {best['python']:.2f} s: {ratio:.2f} times; "
        f"{memory / 2**20:.0f} MiB",
        file=sys.stderr,
    )
    tables = sorted(path.name for path in theirs.glob("*.parquet"))
    faults = [] if tables else ["no tables"]
    if sorted(path.name for path in ours.glob("*.parquet")) != tables:
        faults.append("not the same tables")
    else:
        counts = {name: different(ours / name, theirs / name) for name in tables}
        faults += [f"{name}: {count} rows differ" for name, count in counts.items() if count]
        rows = sum(int(duckdb.sql(f"select count(*) from '{ours / name}'").fetchall()[0][0]) for name in tables)
        if not rows:
            faults.append("no rows")
        print(f"{len(tables)} tables, {rows} rows compared", file=sys.stderr)
    if ratio > SLOWER:
        faults.append(f"read_many takes {ratio:.2f} times the time of the command line, allowed are {SLOWER}")
    if memory > MEMORY:
        faults.append(f"read_many takes {memory / 2**20:.0f} MiB")
    if faults:
        raise SystemExit("\n".join(faults))


if __name__ == "__main__":
    main()
