"""Reads packages with readers that share no code with their writers, and prints what they say as JSON.

usage: read_packages.py <folder of JSON Schemas> <package folder>...
"""

import json
import pathlib
import subprocess
import sys

import ezdxf
import jsonschema
import openpyxl

SCHEMAS = {
    "bom.json": "bom",
    "cable_hose_schedule.json": "cable-hose-schedule",
    "dtm.json": "dtm",
    "manifest.json": "package-manifest",
}


def read_json(path, schemas):
    with open(schemas / f"{SCHEMAS[path.name]}.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    validator = jsonschema.Draft202012Validator(schema)
    return {"problems": [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(document)]}


def read_xlsx(path):
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = [f"{c.parent.title}!{c.coordinate}" for c in cells if c.data_type == "f"]
    empty = [sheet.title for sheet in book if sheet.max_row < 2]
    headers = [sheet.oddHeader.left.text or "" for sheet in book]
    texts = [cell.value for cell in cells if cell.data_type == "s"]
    return {"problems": formulas + empty, "texts": headers + texts[:400]}


def read_dxf(path):
    document = ezdxf.readfile(path)
    auditor = document.audit()
    problems = [f"{e.code}: {e.message}" for e in [*auditor.errors, *auditor.fixes]]
    entities = [e for layout in document.layouts for e in layout]
    if not entities:
        problems.append("no entity")
    texts = [e.dxf.text for e in entities if e.dxftype() == "TEXT"]
    return {"problems": problems, "entities": len(entities), "texts": texts}


def read_pdf(path):
    check = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return {"problems": [] if check.returncode == 0 else [check.stdout + check.stderr], "text": text}


def read(path, schemas):
    if path.suffix == ".json":
        return read_json(path, schemas)
    if path.suffix == ".xlsx":
        return read_xlsx(path)
    if path.suffix == ".dxf":
        return read_dxf(path)
    if path.suffix == ".pdf":
        return read_pdf(path)
    return None


schemas, *packages = map(pathlib.Path, sys.argv[1:])
results = {}
for package in packages:
    for path in sorted(package.iterdir()):
        result = read(path, schemas)
        if result is not None:
            results[f"{package.name}/{path.name}"] = result
print(json.dumps(results))
