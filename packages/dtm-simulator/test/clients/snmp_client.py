"""Reads every SNMP value of a manifest with net-snmp's snmpget. Usage: snmp_client.py dtm.json secrets.json"""
import json
import math
import subprocess
import sys

from manifest import devices, report, scaled

PROTOCOLS = {"SHA256": "SHA-256", "SHA512": "SHA-512", "AES128": "AES", "AES256": "AES-256"}
AT_ONCE = 24

with open(sys.argv[2], encoding="utf-8") as file:
    SECRETS = json.load(file)


def get(device, oids):
    creds = device["protocol_config"]["creds"]
    command = [
        "snmpget", "-v3", "-l", creds.get("security_level", "authPriv"), "-u", creds["user"],
        "-a", PROTOCOLS[creds["auth_proto"]], "-A", SECRETS[creds["auth_secret_ref"]],
        "-x", PROTOCOLS[creds["priv_proto"]], "-X", SECRETS[creds["priv_secret_ref"]],
        "-n", creds.get("context", ""), "-m", "", "-Onqet", "-t", "5", "-r", "1",
        f"{device['host']}:{device['port']}", *oids,
    ]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return dict(line[1:].split(" ", 1) for line in lines)


def exponent_of(row, answers):
    if "scale_oid" not in row:
        return 0
    scale = int(answers[row["scale_oid"]])
    if row["scale_rule"] == "decimal_digits":
        return -scale
    return math.log10(scale) if scale > 0 else -math.log10(-scale)


found = []
for device in devices("snmp"):
    rows = device["protocol_config"]["oid_maps"]
    oids = list(dict.fromkeys([r["oid"] for r in rows] + [r["scale_oid"] for r in rows if "scale_oid" in r]))
    answers = {}
    for first in range(0, len(oids), AT_ONCE):
        answers.update(get(device, oids[first : first + AT_ONCE]))
    for row in rows:
        text = answers[row["oid"]]
        raw = int(text) if text.lstrip("-").isdigit() else text.strip('"')
        found.append([device["device_uuid"], row["name"], scaled(row, raw, exponent_of(row, answers))])
report(found)
