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
  gmsh                # STEP
  python3-jsonschema  # published JSON Schemas against an independent validator
  python3-pydantic    # the seed's models of the manifest
)

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -qq -y --no-install-recommends "${readers[@]}" >/dev/null
echo "installed: ${readers[*]}"
