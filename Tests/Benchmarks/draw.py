#!/usr/bin/env python3
"""Draws an extract of any size, with faults of most kinds, the same bytes on every machine.

usage: draw.py DIR RECEIVED [--month N]

Month N (default 0) is the same books some months later, for the second audit of a workspace.
For figures that compare with others' use tools/draw_extract.py of the shared folder, which draws
the truth too; this one is for machines without it, and for the count of instructions.
"""
import os
import sys


class Dice:
    """A generator that no version of Python changes (Steele and Vigna's SplitMix64)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return (z ^ (z >> 31)) % limit


def date(day):
    """Day 0 is 2022-01-01; all months have 28 days here."""
    return f"{2022 + day // 336}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}"


def money(minor):
    return f"{minor // 100}.{minor % 100:02}"


def main(folder, count, month):
    os.makedirs(folder, exist_ok=True)
    dice = Dice(77)
    names = ["received", "sent", "processed", "source", "attempts"]
    files = {n: open(f"{folder}/{n}.csv", "w", newline="\n") for n in names}
    put = {n: f.write for n, f in files.items()}
    put["received"]("id,supplier,number,kind,issue_date,due_date,currency,net,vat,gross,status\n")
    put["sent"](
        "id,number,customer,kind,issue_date,due_date,currency,net,vat,gross,status,credits,"
        "reference,mirror_of,idempotency_key,created_at,ended_at\n")
    put["processed"]("received_id,processed,processed_at,mirror_id\n")
    put["source"](
        "id,supplier,number,customer,kind,issue_date,currency,net,vat,gross,status\n")
    put["attempts"]("received_id,idempotency_key,attempted_at,outcome,sent_id\n")
    sent = 0

    def mirror(id, fields, gross, status, key, ended=""):
        nonlocal sent
        sent += 1
        day, customer, currency = fields
        net = gross * 4 // 5
        put["sent"](
            f"{800000 + sent},{sent},{customer},invoice,{date(day)},{date(day + 28)},{currency},"
            f"{money(net)},{money(gross - net)},{money(gross)},{status},,,"
            f"{id if key % 3 else ''},{id},{date(day)}T02:{key % 60:02}:11Z,{ended}\n")
        return 800000 + sent

    for i in range(count):
        id = 100000 + (i * 7919) % count
        day = dice.below(400)
        supplier = f"CC{dice.below(8):02}"
        customer = f"K{dice.below(13000)}"
        currency = ("SEK", "SEK", "SEK", "EUR", "NOK")[dice.below(5)]
        gross = dice.below(50_000_000) + 100
        net = gross * 4 // 5
        amounts = f"{currency},{money(net)},{money(gross - net)},{money(gross)}"
        number = f"{supplier[2:]}{i:07}"
        fault = dice.below(100)
        fields = (day, customer, currency)
        moment = f"{date(day)}T02:{i % 60:02}:11Z"
        put["received"](
            f"{id},{supplier},{number},invoice,{date(day)},{date(day + 28)},{amounts},booked\n")
        if fault != 1:
            put["source"](
                f"{supplier}-{number},{supplier},{number},{customer if fault != 2 else 'K1'},"
                f"invoice,{date(day)},{amounts},sent\n")
        mine = ""
        if fault == 3:
            mine = mirror(id, fields, gross, "deleted", i, f"{date(day + 3)}T09:00:00Z")
        elif fault != 4:
            mine = mirror(id, fields, gross + (100 if fault == 5 else 0), "sent", i)
        if fault == 6:
            put["attempts"](f"{id},,{moment},timeout,\n")
            mirror(id, fields, gross, "sent", i)
        if dice.below(3):
            outcome = "replayed" if fault == 3 else "created"
            put["attempts"](f"{id},{id},{date(day + 7)}T02:00:00Z,{outcome},{mine}\n")
        done = "false" if fault == 7 else "true"
        put["processed"](f"{id},{done},{moment if done == 'true' else ''},{mine}\n")
    for file in files.values():
        file.close()
    with open(f"{folder}/extract.json", "w") as header:
        header.write(
            '{"format": "mirror-extract/1", "group": "Consulting Group AB", '
            f'"taken_at": "2023-{6 + month:02}-28T06:00:00Z"}}')


if __name__ == "__main__":
    months = int(sys.argv[4]) if sys.argv[3:4] == ["--month"] else 0
    main(sys.argv[1], int(sys.argv[2]), months)
