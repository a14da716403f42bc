"""The manifest's models as a Python reader knows them; checks stdin. Works with pydantic 1 and 2.

Usage: python3 seed_models.py [forbid] < dtm.json
"""
import json
import sys
from enum import Enum
from typing import List, Union
from uuid import UUID

import pydantic
from pydantic import BaseModel, Field

try:
    from typing import Annotated, Literal
except ImportError:
    from typing_extensions import Annotated, Literal

V2 = pydantic.VERSION.startswith("2")
EXTRA = "forbid" if "forbid" in sys.argv[1:] else "ignore"


class Model(BaseModel):
    if V2:
        model_config = {"extra": EXTRA}
    else:

        class Config:
            extra = EXTRA


class EmsMode(str, Enum):
    SIM = "sim"
    LIVE = "live"


class PointMap(Model):
    name: str
    function_code: int
    start_address: int
    count: int


class OidMap(Model):
    name: str
    oid: str


class PdoMap(Model):
    name: str
    cob_id: int
    byte_offset: int
    byte_length: int


class RedfishResourceMap(Model):
    name: str
    uri: str


class SnmpV3Creds(Model):
    user: str
    auth_proto: str
    priv_proto: str


class ModbusTcpConfig(Model):
    protocol: Literal["modbus_tcp"]
    unit_id: int
    point_maps: List[PointMap]


class Dnp3TcpConfig(Model):
    protocol: Literal["dnp3_tcp"]
    master_addr: int
    outstation_addr: int
    point_maps: List[PointMap]


class SnmpConfig(Model):
    protocol: Literal["snmp"]
    creds: SnmpV3Creds
    oid_maps: List[OidMap]


class CanopenGwConfig(Model):
    protocol: Literal["canopen_gw"]
    gateway_vendor: str
    node_id: int
    pdo_maps: List[PdoMap]


class RedfishConfig(Model):
    protocol: Literal["redfish"]
    username: str
    password_secret_ref: str
    service_root: str = "/redfish/v1"
    resource_maps: List[RedfishResourceMap]


ProtocolConfig = Annotated[
    Union[ModbusTcpConfig, Dnp3TcpConfig, SnmpConfig, CanopenGwConfig, RedfishConfig],
    Field(discriminator="protocol"),
]


class SizingParams(Model):
    P_compute_total_kW: float
    E_BESS_total_kWh: float
    T_coolant_setpoint_C: float


class Module(Model):
    module_id: str
    module_type: str
    container_position: str
    description: str


class Device(Model):
    device_uuid: UUID
    device_type: str
    module_id: str
    host: str
    port: int
    protocol_config: ProtocolConfig
    description: str


class Dtm(Model):
    deployment_uuid: UUID
    ems_mode: EmsMode = EmsMode.SIM
    sizing_params: SizingParams
    modules: List[Module]
    devices: List[Device]


def main() -> None:
    document = json.load(sys.stdin)
    try:
        dtm = Dtm.model_validate(document) if V2 else Dtm.parse_obj(document)
    except pydantic.ValidationError as error:
        sys.exit(str(error))
    known = {module.module_id for module in dtm.modules}
    strangers = [d.module_id for d in dtm.devices if d.module_id not in known]
    if strangers:
        sys.exit(f"devices of unknown modules: {strangers}")
    print(json.dumps({"modules": len(dtm.modules), "devices": len(dtm.devices)}))


if __name__ == "__main__":
    main()
