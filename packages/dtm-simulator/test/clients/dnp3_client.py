"""Reads every DNP3 point of a manifest with a master of its own: standard library alone, check sums bit by bit.
Usage: dnp3_client.py dtm.json conversation.json"""
import json
import math
import socket
import struct
import sys

from manifest import devices, report, scaled

GROUPS = {"binary_input": 1, "binary_output": 10, "counter": 20, "analog_input": 30, "analog_output": 40}
NUMBERS = {(20, 1): "<BI", (20, 2): "<BH", (30, 1): "<Bi", (30, 2): "<Bh", (30, 5): "<Bf", (30, 6): "<Bd", (40, 3): "<Bf"}


def crc(block):
    value = 0
    for octet in block:
        value ^= octet
        for _ in range(8):
            value = (value >> 1) ^ 0xA6BC if value & 1 else value >> 1
    return struct.pack("<H", ~value & 0xFFFF)


def frame(outstation, master, user):
    header = bytes([5, 0x64, 5 + len(user), 0xC4]) + struct.pack("<HH", outstation, master)
    blocks = [user[i : i + 16] for i in range(0, len(user), 16)]
    return header + crc(header) + b"".join(block + crc(block) for block in blocks)


class Master:
    """One connection to one outstation; keeps every octet that went over it."""

    def __init__(self, device):
        config = device["protocol_config"]
        self.outstation, self.master = config["outstation_addr"], config["master_addr"]
        self.socket = socket.create_connection((device["host"], device["port"]), 10)
        self.rest, self.sequence, self.conversation = b"", 0, []

    def send(self, application):
        octets = frame(self.outstation, self.master, b"\xc0" + application)
        self.conversation.append(["master", octets.hex()])
        self.socket.sendall(octets)

    def take(self, size):
        while len(self.rest) < size:
            octets = self.socket.recv(4096)
            assert octets, "the outstation closed the connection"
            self.conversation.append(["outstation", octets.hex()])
            self.rest += octets
        taken, self.rest = self.rest[:size], self.rest[size:]
        return taken

    def fragment(self):
        application = b""
        while True:
            header = self.take(10)
            assert header[:2] == b"\x05\x64" and crc(header[:8]) == header[8:], "link header"
            assert struct.unpack("<HH", header[4:8]) == (self.master, self.outstation), "addresses"
            length, user = header[2] - 5, b""
            body = self.take(length + 2 * math.ceil(length / 16))
            for i in range(0, len(body), 18):
                block = body[i : i + 18]
                assert crc(block[:-2]) == block[-2:], "data block"
                user += block[:-2]
            application += user[1:]
            if user[0] & 0x80:
                return application

    def request(self, function, objects):
        """Objects of all fragments of the answer, and its internal indications."""
        self.sequence = (self.sequence + 1) % 16
        self.send(bytes([0xC0 | self.sequence, function]) + objects)
        objects = b""
        while True:
            answer = self.fragment()
            assert answer[1] == 129, "function code of a response"
            objects += answer[4:]
            if answer[0] & 0x20:  # wants a confirmation before it goes on
                self.send(bytes([0xC0 | (answer[0] & 15), 0]))
            if answer[0] & 0x40:
                return objects, struct.unpack("<H", answer[2:4])[0]


def points_in(objects):
    found, at = {}, 0
    while at < len(objects):
        group, variation, qualifier, start, stop = struct.unpack_from("<BBBHH", objects, at)
        assert qualifier == 1, f"qualifier {qualifier}"
        at += 7
        if variation == 1 and group in (1, 10):
            for i in range(stop - start + 1):
                found[group, start + i] = bool(objects[at + i // 8] >> (i % 8) & 1)
            at += math.ceil((stop - start + 1) / 8)
            continue
        for index in range(start, stop + 1):
            if group in (1, 10):
                assert objects[at] & 0x7F == 1, "on line"
                found[group, index] = bool(objects[at] & 0x80)
                at += 1
            else:
                code = NUMBERS[group, variation]
                flags, found[group, index] = struct.unpack_from(code, objects, at)
                assert flags == 1, "on line, in range"
                at += struct.calcsize(code)
    return found


CLASS_0, CLASS_1_TO_3 = bytes([60, 1, 6]), bytes([60, 2, 6, 60, 3, 6, 60, 4, 6])
CLEAR_RESTART = bytes([80, 1, 0, 7, 7, 0])
found, conversations = [], []
for device in devices("dnp3_tcp"):
    master = Master(device)
    _, indications = master.request(1, CLASS_0)
    assert indications == 0x0080, f"restart is told: {indications:04x}"
    assert master.request(2, CLEAR_RESTART) == (b"", 0)
    everything, indications = master.request(1, CLASS_1_TO_3 + CLASS_0)
    assert indications == 0, f"{indications:04x}"
    values = points_in(everything)
    by_group = {}
    for group in GROUPS.values():
        by_group.update(points_in(master.request(1, bytes([group, 0, 6]))[0]))
    assert by_group == values, "reads of the groups give what class 0 gives"
    for point in device["protocol_config"]["point_maps"]:
        group = GROUPS[point["point_type"]]
        for index in range(point["start_address"], point["start_address"] + point["count"]):
            found.append([device["device_uuid"], point["name"], scaled(point, values[group, index])])
    master.socket.close()
    conversations.append(master.conversation)
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(conversations, file)
report(found)
