"""Reads every CANopen value of a manifest with python-can, and one object by SDO from each node.
Usage: canopen_client.py dtm.json"""
import time

import can
from manifest import devices, report, scaled

PATIENCE_S = 10


def decoded(row, data):
    place = data[row["byte_offset"] : row["byte_offset"] + row["byte_length"]]
    signed = row.get("data_type", "").startswith("int")
    return int.from_bytes(place, row.get("byte_order", "little"), signed=signed)


def frames_of(bus, wanted):
    """Frames by identifier, until all that are wanted were seen."""
    seen = {}
    end = time.monotonic() + PATIENCE_S
    while wanted - seen.keys() and time.monotonic() < end:
        message = bus.recv(0.5)
        if message is not None:
            seen[message.arbitration_id] = bytes(message.data)
    return seen


def object_by_sdo(bus, node, index):
    request = bytes([0x40, index & 0xFF, index >> 8, 0, 0, 0, 0, 0])
    bus.send(can.Message(arbitration_id=0x600 + node, data=request, is_extended_id=False))
    return frames_of(bus, {0x580 + node})[0x580 + node]


found, buses = [], {}
for device in devices("canopen_gw"):
    config = device["protocol_config"]
    address = (device["host"], device["port"])
    if address not in buses:
        buses[address] = can.Bus(interface="socketcand", host=address[0], port=address[1], channel="can0")
    bus, rows = buses[address], config["pdo_maps"]
    seen = frames_of(bus, {row["cob_id"] for row in rows} | {0x700 + config["node_id"]})
    assert seen[0x700 + config["node_id"]] == b"\x05", "heartbeat of an operational node"
    for row in rows:
        raw = decoded(row, seen[row["cob_id"]])
        found.append([device["device_uuid"], row["name"], scaled(row, raw)])
        if "od" in row:
            reply = object_by_sdo(bus, config["node_id"], int(row["od"].rstrip("h"), 16))
            assert reply[0] & 0xF3 == 0x43, f"expedited upload of {row['od']}: {reply.hex()}"
            assert decoded({**row, "byte_offset": 4}, reply) == raw, row["od"]
for bus in buses.values():
    bus.shutdown()
report(found)
