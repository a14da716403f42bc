#!/bin/bash
# Installs the independent readers that the tests check artifacts with. Without them those tests are reported as skipped
# by name; with EDP_REQUIRE_TOOLS=1, as in CI, a missing one is a failure.
set -euo pipefail

readers=(
  python3-ezdxf python3-numpy  # DXF: audit and entity counts
  python3-openpyxl    # XLSX
  libreoffice-calc    # XLSX: does a spreadsheet program open it
  librecad xvfb       # DXF: does a CAD program open it
  qpdf                # PDF: structure
  poppler-utils       # PDF: text, fonts and pictures
  chromium            # SVG: does a browser show it
  gmsh                # STEP
  python3-jsonschema  # published JSON Schemas against an independent validator
  python3-pydantic    # the seed's models of the manifest
  python3-pymodbus python3-serial-asyncio mbpoll  # Modbus TCP: clients of the simulator
  snmp                # SNMPv3: snmpget of net-snmp
  python3-requests    # Redfish over HTTPS
  python3-can         # CANopen through socketcand
  tshark              # DNP3: are the frames in order
)

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -qq -y --no-install-recommends "${readers[@]}" >/dev/null
echo "installed: ${readers[*]}"
