#!/usr/bin/env python3
"""The reader beside a checksum loop in C over the same files, on one core.

usage: reader.py READER_BENCHMARK [SIZE]

The reader reads, hashes and cuts the files, parses and checks every value, looks every text up and
fills the columns. Prints seconds and its speed as a share of the checksum's; medians of five runs
in turn.
"""
import glob
import os
import statistics
import subprocess
import sys
import tempfile

import benchmark


def seconds(command):
    said = subprocess.run(
        ["taskset", "-c", "0", *command], check=True, capture_output=True, text=True).stdout
    name, time = said.split()[:2]
    return {name: float(time)}


def main():
    program = os.path.realpath(sys.argv[1])
    folder = benchmark.draw(int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
    files = sorted(glob.glob(f"{folder}/*.csv"))
    with tempfile.TemporaryDirectory() as scratch:
        checksum = os.path.join(scratch, "checksum")
        source = os.path.join(benchmark.ROOT, "Tests", "ReaderBenchmark", "checksum.c")
        subprocess.run(["clang", "-O2", "-o", checksum, source], check=True)
        runs = [seconds([checksum, *files]) | seconds([program, folder]) for _ in range(5)]
    megabytes = sum(os.path.getsize(f) for f in files) / 1e6
    print(f"  {megabytes:.0f} MB on one core, medians of {len(runs)}")
    for name in ["checksum", "reader"]:
        time = statistics.median(r[name] for r in runs)
        share = statistics.median(r["checksum"] / r[name] for r in runs)
        print(f"  {name:<10}{time:>8.2f} s{megabytes / time:>8.0f} MB/s{share:>8.2f} of the checksum")


main()
