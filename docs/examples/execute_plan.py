"""Executes a repair plan, by the words of docs/repair-plan.md alone; after a failure start it again."""
import datetime, decimal, fcntl, hashlib, json, os, subprocess, sys, tomllib, urllib.request, xml.etree.ElementTree as ET
(PLAN, CONFIG, ADDRESS, TOKEN, JOURNAL), NS, Decimal = sys.argv[1:], {"": "urn:mirror-audit:repair-plan:1"}, decimal.Decimal
SYSTEM, ENGINE = (tomllib.load(open(CONFIG, "rb"))[name] for name in ("economy-system", "engine"))
def ask(verb, path, body=None, key=None, company=SYSTEM["group"]):
    headers = {"X-Token": TOKEN, "Content-Type": "application/json"} | ({"Idempotency-Key": key} if key else {})
    url = f"{ADDRESS}/api/v1/company/{company}/{path}"
    request = urllib.request.Request(url, body and json.dumps(body).encode(), headers, method=verb)
    try: return next(iter(json.load(urllib.request.urlopen(request)).values()), {})
    except urllib.error.HTTPError as error:
        if error.code not in (404, 422, 501): raise  # gone; the key has another body; mileage is not given
        return {}
def write(**entry): print(json.dumps(entry), file=journal, flush=True), os.fsync(journal.fileno()), memory.append(entry)
rounded, money = lambda it: int(it.quantize(Decimal(1), "ROUND_HALF_UP")), lambda minor: f"{Decimal(minor) / 100:.2f}"
sha256, gross = lambda data: hashlib.sha256(data).hexdigest(), lambda one: sum(sums(one)[1:])
digest = lambda *fields: sha256("".join(f + "\x1f" for f in fields).encode())[:16]
ids = lambda element, path: {e.get("id") for e in element.findall(path, NS)}
def sums(one):  # its rows with their nets; the net; the VAT, for each rate on the sum of its nets
    rows = [(r, rounded(Decimal(str(r["quantity"])) * r["price"])) for r in one.get("rows", [])]
    rates = {r["vat"]: sum(n for o, n in rows if o["vat"] == r["vat"]) for r, _ in rows}
    return rows, sum(n for _, n in rows), sum(rounded(Decimal(str(r)) * n / 100) for r, n in rates.items())
def content(one, kind, *number, net, vat):
    party, word = ask("GET", f"{kind}/{one[kind + '-ref']['id']}")["name"], "credit-note" if net + vat < 0 else "invoice"
    return digest(str(one["id"]), party, *number, word, one["invoice-date"], one.get("due-date", ""), one["currency"],
                  money(net), money(vat), "", money(net + vat))
def sent(id):  # as it is now, and in which of the states of `expect`
    one = ask("GET", f"client/invoice/{id}")
    notes = [ask("GET", f"client/invoice/{note['id']}") for note in one.get("credit-invoices", [])]
    live = bool(one) and not one["disabled"] and not (notes and -sum(map(gross, notes)) >= gross(one))
    unpaid = live and one["certified"] and not notes and one.get("remaining") == gross(one)
    return one | {"live": live, "draft": live and not one["certified"], "unpaid": unpaid}
def mirrors(received, linked=()):  # the live ones and the dead ones
    named = {str(i["id"]) for i in ask("GET", f"client/invoice?query={received}") if i.get("foreign-id") == received}
    return (live := {id for id in named.union(linked) if sent(id)["live"]}), named - live
def says(want):  # rule 4: what it says now of which `want` has the words
    kind, id = want.tag.split("}")[1], want.get("id") or want.get("received")
    if kind == "mirrors":
        live, dead = mirrors(id, ids(want, "live"))
        return {"received": id if live == ids(want, "live") and dead <= ids(want, "dead") else "of other mirrors"}
    one = ask("GET", f"supplier/invoice/{id}") if kind == "received" else sent(id)
    if kind == "received" or "id" not in one: return {"id": "gone"} if "id" not in one else {"cancelled": str(one["disabled"]).lower(), "content": content(
        one, "supplier", one["reference-nr"], net=one["amount"] - one["vat"], vat=one["vat"])}
    (rows, net, vat), rate = sums(one), lambda row: f"{Decimal(str(row['vat'])) * 10000:.0f}"
    lines = sorted(["service", row["description"], rate(row), money(each)] for row, each in rows)
    return {"mirror-of": one.get("foreign-id"), "content": content(one, "client", net=net, vat=vat),
            "lines": digest(*sum(lines, [])), "state": want.get("state") if one[want.get("state")] else "another"}
def files(of, received):  # by digest: the received invoice's own, and those of its source's expenses
    one = ask("GET", f"supplier/invoice/{received}")
    its = {"company": SYSTEM["suppliers"][ask("GET", f"supplier/{one['supplier-ref']['id']}")["name"]]}
    rows = [row for source in ask("GET", f"client/invoice?query={one['reference-nr']}", **its) for row in source["rows"]]
    entries = [ask("GET", f"expense/{row['expense-entry']['id']}", **its) for row in rows if row.get("expense-entry")]
    data = {sha256(bytes.fromhex(f["data"])): f["data"] for holder in [one, *entries] for f in holder.get("files", [])}
    return [{"filename": f.get("name"), "data": data[f.get("sha256")]} for f in of.findall("attachment", NS)]
def do(action, id, operation):  # rule 8: look first
    one, path = sent(id), f"client/invoice/{id}"
    if operation == "delete" and one["draft"]: ask("DELETE", path)
    note = operation == "credit" and (one.get("credit-invoices") or [ask("POST", f"{path}/credit")])[0]
    if note: do(action, note["id"], "certify")
    if operation in ("send", "certify") and not one["certified"]: ask("POST", f"{path}/certify")
    if operation == "send" and not one["sent"]: ask("POST", f"{path}/send")
    if operation == "attach": ask("POST", path, {"files": files(action, action.get("received"))})
def body(mirror):
    day = lambda days: str(datetime.date.today() + datetime.timedelta(int(days)))
    clients = {client["name"]: client["id"] for client in ask("GET", "client")}
    row = lambda e: {"description": e.get("description"), "quantity": e.get("quantity"),
                     "price": int(Decimal(e.get("unit-price")) * 100), "vat": e.get("vat-rate")}
    return {"foreign-id": mirror.get("received"), "client-ref": {"id": clients[mirror.get("customer")]},
            "our-reference": {"id": 0}, "currency": mirror.get("currency"), "invoice-date": day(0),
            "due-date": day(mirror.get("payment-days", 30)), "period": mirror.get("delivery-month"), "rows": [row(line) for line in mirror.findall("line", NS)],
            "files": files(mirror, mirror.get("received"))}
def create(mirror, received, key, dead):  # rules 5 and 6: made and read back; or None: nobody knows
    if not any(e.get("key") == key for e in memory): write(key=key, body=body(mirror))
    answer = ask("PUT", "client/invoice", next(e["body"] for e in memory if e.get("key") == key), key)
    id = answer.get("id") or next(iter(mirrors(received)[0]), None)
    if not id or (one := sent(id))["live"]: return id if id and money(gross(one)) == mirror.get("gross") else None
    key = f"mirror:{received}:" + sha256("\n".join(sorted({*dead, str(id)})).encode())[:16]
    return create(mirror, received, key, {*dead, str(id)})
def run(action, is_begun):  # the outcome, and why
    if action.get("kind") == "manual": return "manual", action.findtext("why", "", NS)
    if (action.get("safety"), action.get("approved")) == ("review", "false"): return "unapproved", "by nobody"
    wants = [] if is_begun else [(want, says(want)) for want in action.findall("expect/*", NS)]
    if any(want.get(k, said[k]) != said[k] for want, said in wants for k in said): return "stale", wants[-1][1]
    write(action=action.get("id"), outcome="begun")
    for e in action.findall("invoice[@ledger='sent']", NS): do(action, e.get("id"), e.get("operation"))
    made = next(iter(ids(action, "expect/sent")), None)
    for new in action.findall("create", NS): made = create(new, new.get("received"), new.get("key"), ids(new, "dead"))
    for id in ids(action, "invoice[@operation='mark']") if made else []:  # rule 7
        ask("POST", f"supplier/invoice/{id}", {"foreign-id": "processed", "client-invoice-relations": [int(made)]})
    return ("done", made) if made else ("unknown", "look in the economy system")
text, journal = open(PLAN, "rb").read(), open(JOURNAL, "a+")
plan, signers = ET.fromstring(text), os.path.join(os.path.dirname(CONFIG), ENGINE["allowed-signers"])
verify = ["ssh-keygen", "-Y", "verify", "-n", "mirror-audit-repair", "-f", signers, "-s", PLAN + ".sig", "-I"]
for by in {action.get("approved-by") for action in plan} - {None}: subprocess.run([*verify, by], input=text, check=True)
assert plan.get("group") == ENGINE["group-name"], "it is another group's plan"  # rule 1, as the signature
fcntl.flock(journal, fcntl.LOCK_EX | fcntl.LOCK_NB), (memory := [json.loads(line) for line in open(JOURNAL)])  # rule 3
for action in plan.findall("action", NS):
    known = [entry["outcome"] for entry in memory if entry.get("action") == action.get("id")]
    outcome, why = (known[-1], "") if {"done", "unknown"} & {*known} else run(action, "begun" in known)
    write(action=action.get("id"), outcome=outcome), print(action.get("id"), outcome, why)
