"""Reads every Modbus value of a manifest with pymodbus. Usage: modbus_client.py dtm.json"""
from manifest import devices, registers_value, report, scaled
from pymodbus.client import ModbusTcpClient

READ = {1: "read_coils", 2: "read_discrete_inputs", 3: "read_holding_registers", 4: "read_input_registers"}


def read(client, unit, point):
    reply = getattr(client, READ[point["function_code"]])(point["start_address"], point["count"], slave=unit)
    if reply.isError():
        raise SystemExit(f"{client} unit {unit} {point['name']}: {reply}")
    if point["function_code"] <= 2:
        bits = reply.bits[: point["count"]]
        return bits[0] if point["count"] == 1 else [int(bit) for bit in bits]
    return registers_value(point, reply.registers)


found = []
for device in devices("modbus_tcp"):
    client = ModbusTcpClient(device["host"], port=device["port"], timeout=5)
    client.connect()
    config = device["protocol_config"]
    points = [p for p in config["point_maps"] if p.get("access") != "w"]
    raw = {p["name"]: read(client, config["unit_id"], p) for p in points}
    for p in points:
        exponent = raw[p["scale_ref"]] if "scale_ref" in p else 0
        found.append([device["device_uuid"], p["name"], scaled(p, raw[p["name"]], exponent)])
    client.close()
report(found)
