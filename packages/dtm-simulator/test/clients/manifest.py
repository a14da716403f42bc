"""What the clients share: the manifest, and the decoding that its fields describe. Standard library alone."""
import json
import struct
import sys

FORMATS = {
    "int16": ">h", "sunssf": ">h", "uint16": ">H", "enum16": ">H", "bitfield16": ">H",
    "int32": ">i", "uint32": ">I", "acc32": ">I", "bitfield32": ">I",
    "int64": ">q", "uint64": ">Q", "float32": ">f", "float64": ">d",
}


def devices(protocol):
    """Devices of a protocol of the manifest named by the first argument."""
    with open(sys.argv[1], encoding="utf-8") as file:
        manifest = json.load(file)
    return [d for d in manifest["devices"] if d["protocol_config"]["protocol"] == protocol]


def report(values):
    """Prints what was read: a list of [device_uuid, name, value], in the order of the manifest."""
    json.dump(values, sys.stdout)


def registers_value(point, words):
    """Raw value of Modbus registers, by data type, word order and byte order."""
    data_type = point.get("data_type", "uint16")
    if point.get("word_order") == "little":
        words = words[::-1]
    code = "<H" if point.get("byte_order") == "little" else ">H"
    octets = b"".join(struct.pack(code, word) for word in words)
    if data_type == "string":
        return octets.rstrip(b"\0").decode("ascii")
    if data_type == "bool":
        return any(octets)
    if len(octets) > struct.calcsize(FORMATS[data_type]):
        return list(words)
    return struct.unpack(FORMATS[data_type], octets)[0]


def scaled(row, raw, exponent=0):
    """Engineering value of a raw one."""
    if isinstance(raw, (str, bool, list)):
        return raw
    return raw * row.get("scale", 1) * 10.0**exponent + row.get("offset", 0)
