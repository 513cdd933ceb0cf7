#!/usr/bin/env python3
"""Audits drawn books with the release build, and with what others would use, in turn.

usage: benchmark.py PROGRAM SIZE [--runs N] [--linear | --lines]

With --lines the books have lines and attachments, and DuckDB loads and compares them too
(duckdb_lines.py); --linear runs three times as many as well.

Prints medians, ratios of pairs and peak memory; checks the snapshot and the findings; ends with 1
where a figure is worse than what goals.json holds, or an answer is wrong. Nothing but the whole
process is measured: from its start to its end, by the operating system's own account.

The data is drawn once, into .build/benchmarks: by draw_extract.py of the shared folder (../shared,
or $SHARED) where there is one, which draws the true findings too, else by draw.py beside this file.
The peers are audit_duckdb.py (a Python with duckdb 2.0.0: python3, or $DUCKDB_PYTHON) and
audit_sqlite.sh of the same folder; one that is not there is left out, and that is said.
"""
import csv
import glob
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHARED = os.environ.get("SHARED", os.path.join(os.path.dirname(ROOT), "shared"))
WORK = os.path.join(ROOT, ".build", "benchmarks")


class Run:
    """One run of a program: seconds of wall and of processor, peak of resident bytes."""

    def __init__(self, command, expected):
        begun = time.perf_counter()
        child = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        complaint = child.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(child.pid, 0)
        self.wall = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        if child.returncode not in expected:
            sys.exit(f"{' '.join(command)} ended with {child.returncode}: {complaint}")


def draw(size, more=("--no-lines",)):
    folder = os.path.join(WORK, f"extract-{size}{'' if more else '-labelled'}")
    if not os.path.exists(os.path.join(folder, "extract.json")):
        print(f"Drawing {size:,} received invoices into {folder}", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(WORK, exist_ok=True)
        tool = os.path.join(SHARED, "tools", "draw_extract.py")
        if os.path.exists(tool):
            command = [tool, folder, "--seed", "77", "-n", str(size), *more]
        else:
            command = [os.path.join(HERE, "draw.py"), folder, str(size)]
        subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    return folder


def later(folder):
    """The same books a month later, so that a run reads the snapshot before."""
    copy = f"{folder}-later"
    shutil.rmtree(copy, ignore_errors=True)
    os.makedirs(copy)
    for path in glob.glob(f"{folder}/*.csv"):
        os.link(path, os.path.join(copy, os.path.basename(path)))
    with open(f"{folder}/extract.json") as file:
        header = json.load(file)
    month = int(header["taken_at"][5:7]) + 1
    header["taken_at"] = f"{header['taken_at'][:5]}{month:02}-28T06:00:00Z"
    with open(f"{copy}/extract.json", "w") as file:
        json.dump(header, file)
    return copy


def fresh(name):
    folder = os.path.join(WORK, name)
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def peers(has_lines):
    found = {}
    python = os.environ.get("DUCKDB_PYTHON", sys.executable)
    duck = os.path.join(SHARED, "tools", "peers", "audit_duckdb.py")
    has_duckdb = subprocess.run(
        [python, "-c", "import duckdb"], capture_output=True, check=False).returncode == 0
    if os.path.exists(duck) and has_duckdb:
        lines = [os.path.join(HERE, "duckdb_lines.py")] if has_lines else []
        found["duckdb"] = lambda extract, out: [python, *lines, duck, extract, out]
    shell = os.path.join(SHARED, "tools", "peers", "audit_sqlite.sh")
    if not has_lines and os.path.exists(shell) and shutil.which("sqlite3"):
        found["sqlite"] = lambda extract, out: ["bash", shell, extract, out]
    for name in ["duckdb"] if has_lines else ["duckdb", "sqlite"]:
        if name not in found:
            print(f"The peer {name} is not here, and is left out")
    return found


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def check(extract, out):
    """The snapshot has every row, SQLite finds it sound, and the findings are the true ones."""
    faults = []
    [snapshot] = glob.glob(f"{out}/.mirror-audit/snapshots/*.sqlite")
    db = sqlite3.connect(f"file:{snapshot}?mode=ro", uri=True)
    for path in sorted(set(glob.glob(f"{extract}/*.csv")) - set(glob.glob(f"{extract}/truth-*"))):
        table = os.path.basename(path)[:-4]
        [stored] = db.execute(f'SELECT count(*) FROM "{table}"').fetchone()
        if stored != rows_of(path):
            faults.append(f"{table}: {stored} rows are stored, {rows_of(path)} are in the file")
    [verdict] = db.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        faults.append(f"PRAGMA integrity_check: {verdict}")
    return faults


def score(audit, out):
    """The findings of labelled books, drawn with lines and attachments, are the true ones."""
    tool = os.path.join(SHARED, "tools", "score.py")
    if not os.path.exists(tool):
        print("  not scored: score.py is not here")
        return []
    labelled = draw(20_000, ())
    fresh("ours")
    Run([*audit, "--extract", labelled], [0, 2])
    said = subprocess.run(
        [sys.executable, tool, labelled, f"{out}/reports"], capture_output=True, text=True,
        check=False)
    print(f"  {said.stdout.strip().splitlines()[-1]}")
    return [] if said.returncode == 0 else ["score.py is not 1.0000 on labelled books"]


def line(name, runs):
    median = {k: statistics.median(getattr(r, k) for r in runs)
              for k in ["wall", "processor", "memory"]}
    print(f"  {name:<34}{median['wall']:>9.2f} s{median['processor']:>9.2f} s"
          f"{median['memory']:>9.0f} MB", flush=True)
    return median


def main():
    program, size = os.path.realpath(sys.argv[1]), int(sys.argv[2])
    runs = int(sys.argv[sys.argv.index("--runs") + 1]) if "--runs" in sys.argv else 3
    has_lines = "--lines" in sys.argv
    extract = draw(size, ()) if has_lines else draw(size)
    others = peers(has_lines)
    is_busy = os.getloadavg()[0] > os.cpu_count() / 2
    if is_busy:
        print("The machine is busy with other things: figures of the wall are not judged")
    ours, theirs, second, report = [], {name: [] for name in others}, [], []
    out = os.path.join(WORK, "ours")
    month = later(extract)
    for _ in range(runs):
        fresh("ours")
        audit = [program, "run", "--out", f"{out}/reports", "--workspace", f"{out}/.mirror-audit"]
        ours.append(Run([*audit, "--extract", extract], [0, 2]))
        for name, command in others.items():
            theirs[name].append(Run(command(extract, fresh(name)), [0]))
        report.append(Run([program, "report", *audit[2:]], [0, 2]))
        second.append(Run([*audit, "--extract", month], [0, 2]))
    figures = {}
    print(f"\n  {size:,} received invoices, medians of {runs}"
          f"{'wall':>10}{'processor':>12}{'peak':>11}")
    median = line("mirror-audit run", ours)
    for name in others:
        their = line(f"{name}'s script", theirs[name])
        pairs = [a.wall / b.wall for a, b in zip(ours, theirs[name])]
        figures[f"wall / {name}'s"] = statistics.median(pairs)
        figures[f"processor / {name}'s"] = median["processor"] / their["processor"]
        if name == "duckdb":
            figures["peak / duckdb's"] = median["memory"] / their["memory"]
    line("mirror-audit report", report)
    line("mirror-audit run, second month", second)
    figures["report / run"] = statistics.median(a.wall / b.wall for a, b in zip(report, ours))
    figures["second month / run"] = statistics.median(
        a.wall / b.wall for a, b in zip(second, ours))
    fixture = os.path.join(ROOT, "Fixtures", "april-2023")
    small = []
    for _ in range(20):
        fresh("small")
        small.append(Run([program, "run", "--extract", fixture, "--out", f"{WORK}/small/r"], [0, 2]))
    figures["fixture, ms"] = statistics.median(r.wall for r in small) * 1000
    if "--linear" in sys.argv:
        fresh("ours")
        triple = Run([*audit, "--extract", draw(size * 3)], [0, 2])
        line(f"mirror-audit run, {size * 3:,}", [triple])
        figures["three times as many / run"] = triple.wall / median["wall"]
        figures["peak of three times as many, MB"] = triple.memory
    print("\n  The snapshot and the findings of another run:")
    fresh("ours")
    Run([*audit, "--extract", extract], [0, 2])
    faults = check(extract, out) + score(audit, out)
    goals_of = f"{size} with lines" if has_lines else str(size)
    judge(goals_of, figures, faults, is_busy or os.getloadavg()[0] > os.cpu_count() * 2)


def judge(goals_of, figures, faults, is_busy):
    with open(os.path.join(HERE, "goals.json")) as file:
        goals = json.load(file)[goals_of]
    print(f"\n  {'':<34}{'now':>9}{'held':>9}{'goal':>9}")
    for name, value in figures.items():
        bound = goals.get(name, {})
        held, goal = bound.get("held"), bound.get("goal")
        words = "" if goal is None or value <= goal else "  behind the goal"
        is_of_wall = not name.startswith(("peak", "processor"))
        if held is not None and value > held and not (is_busy and is_of_wall):
            words = "  WORSE THAN HELD"
            faults.append(f"{name} is {value:.2f}, held is {held}")
        print(f"  {name:<34}{value:>9.2f}{held or '-':>9}{goal or '-':>9}{words}")
    for fault in faults:
        print(f"\n  FAILED: {fault}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
