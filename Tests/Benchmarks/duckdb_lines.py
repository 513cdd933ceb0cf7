#!/usr/bin/env python3
"""The DuckDB script of the shared tools, extended: it loads lines and attachments too, and compares
those of each mirror with those of what it mirrors.

usage: duckdb_lines.py SCRIPT EXTRACT OUT
"""
import runpy
import sys

script, extract, out = sys.argv[1:4]
sys.argv = [script, extract, out]
c = runpy.run_path(script)["c"]
for table, types in {
    "lines": "{'invoice_id': 'VARCHAR', 'quantity': 'DECIMAL(18,6)', 'unit_price': 'DECIMAL(18,6)', "
             "'vat_rate': 'DECIMAL(9,4)', 'net': 'DECIMAL(18,2)'}",
    "attachments": "{'invoice_id': 'VARCHAR', 'bytes': 'BIGINT'}",
}.items():
    c.execute(f"create table {table} as select * from "
              f"read_csv('{extract}/{table}.csv', header=true, types={types}, quote='\"')")
c.execute("""
    create table kinds as
     select ledger, invoice_id, kind, count(*) n, sum(net) net from lines group by all""")
c.execute("""
    insert into findings
     select case a.kind when 'mileage' then 'unbilled-expense' else 'missing-lines' end, l.rid,
       -sum(a.net - coalesce(m.net, 0)), r.currency
     from livelink l join received r on cast(r.id as varchar) = l.rid
       join kinds a on a.ledger = 'received' and a.invoice_id = l.rid
       left join kinds m on m.ledger = 'sent' and m.invoice_id = l.sid and m.kind = a.kind
     where coalesce(m.n, 0) < a.n group by all""")
c.execute("""
    insert into findings
     select distinct 'missing-attachment', l.rid, 0, r.currency
     from livelink l join received r on cast(r.id as varchar) = l.rid
       join attachments a on a.ledger = 'received' and a.invoice_id = l.rid
     where not exists (select 1 from attachments m
       where m.ledger = 'sent' and m.invoice_id = l.sid and m.sha256 = a.sha256)""")
c.execute(f"copy findings to '{out}/findings.csv' (header)")
print(c.execute("select count(*) from findings").fetchone()[0], "findings with those of lines")
