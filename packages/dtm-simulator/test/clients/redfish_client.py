"""Reads every Redfish value of a manifest with requests, half of the services by basic authentication, half by session.
Usage: redfish_client.py dtm.json secrets.json ca.pem"""
import json
import sys

import requests
from manifest import devices, report

with open(sys.argv[2], encoding="utf-8") as file:
    SECRETS = json.load(file)


def session_for(device, base, by_session):
    config = device["protocol_config"]
    account = (config["username"], SECRETS[config["password_secret_ref"]])
    session = requests.Session()
    session.trust_env = False  # REQUESTS_CA_BUNDLE would win over the certificate named here
    session.verify = sys.argv[3]
    if by_session:
        body = {"UserName": account[0], "Password": account[1]}
        reply = session.post(f"{base}{config['service_root']}/SessionService/Sessions", json=body, timeout=10)
        reply.raise_for_status()
        session.headers["X-Auth-Token"] = reply.headers["X-Auth-Token"]
    else:
        session.auth = account
    return session


def pointed(document, pointer):
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        document = document[int(token)] if isinstance(document, list) else document[token]
    return document


found = []
for number, device in enumerate(devices("redfish")):
    config = device["protocol_config"]
    base = f"{config.get('scheme', 'https')}://{device['host']}:{device['port']}"
    session = session_for(device, base, number % 2 == 1)
    resources = {}
    for row in config["resource_maps"]:
        if row["uri"] not in resources:
            reply = session.get(base + row["uri"], timeout=10)
            reply.raise_for_status()
            resources[row["uri"]] = reply.json()
        found.append([device["device_uuid"], row["name"], pointed(resources[row["uri"]], row["json_pointer"])])
report(found)
