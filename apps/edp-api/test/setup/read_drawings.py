"""Reads drawings with readers that share no code with their writers, and prints what they say as JSON.

usage: read_drawings.py <folder>      every NAME.dxf of the folder has a NAME.pdf
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

import ezdxf
import numpy


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def characters(texts):
    """How often each character occurs, blanks aside: readers differ in where they break a line into words."""
    counts = collections.Counter(c for text in texts for c in text if not c.isspace())
    return dict(sorted(counts.items()))


def read_dxf(path):
    document = ezdxf.readfile(path)
    auditor = document.audit()
    model = document.modelspace()
    lines = [line.strip() for line in path.read_text("utf-8").split("\n")]
    pairs = list(zip(lines[0::2], lines[1::2]))
    handles = [value for code, value in pairs[next(i for i, p in enumerate(pairs) if p == ("2", "TABLES")) :] if code in ("5", "105")]
    census = collections.Counter(f"{e.dxf.layer} {e.dxftype()}" for e in model)
    texts = [e.dxf.text for e in model if e.dxftype() == "TEXT"]
    for insert in model.query("INSERT"):
        texts += [e.dxf.text for e in document.blocks[insert.dxf.name] if e.dxftype() == "TEXT"]
    return {
        "problems": [f"{e.code}: {e.message}" for e in [*auditor.errors, *auditor.fixes]],
        "handles": len(handles),
        "handles_distinct": len(set(handles)),
        "layouts": len([name for name in document.layout_names() if name != "Model"]),
        "census": dict(census),
        "on_layer_0": len([e for e in model if e.dxf.layer == "0"]),
        "characters": characters(texts),
    }


def read_pdf(path):
    check = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    fonts = [line.split() for line in run("pdffonts", str(path)).splitlines()[2:]]
    text = run("pdftotext", "-raw", str(path), "-")
    pages = int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", str(path))).group(1))
    sizes = re.findall(r"Page\s+\d+ size:\s+([\d.]+) x", run("pdfinfo", "-l", "-1", str(path)))
    return {
        "width_mm": sum(float(width) for width in sizes) / 72 * 25.4,
        "problems": [] if check.returncode == 0 else [check.stdout + check.stderr],
        "fonts": len(fonts),
        "fonts_embedded": len([f for f in fonts if f[-5] == "yes"]),
        "pages": pages,
        "characters": characters([text]),
    }


DPI = 80
# Between the sheets in model space, pixels.
GAP = round(80 / 25.4 * DPI)


def ink(path, columns, rows, dpi=DPI):
    """Share of dark pixels in each cell of a raster over a drawing: the pages of its PDF stand side by side as in model space."""
    prefix = path.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", str(path), f"{prefix}-ink"], check=True)
    pages = []
    for pgm in sorted(path.parent.glob(f"{prefix.name}-ink*.pgm")):
        raw = pgm.read_bytes()
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", raw)
        width, height = int(header.group(1)), int(header.group(2))
        page = numpy.frombuffer(raw, numpy.uint8, offset=header.end()).reshape(height, width) < 200
        pages += [page, numpy.zeros((height, GAP), bool)]
        pgm.unlink()
    # Sheets of any size stand on the same line.
    tallest = max(page.shape[0] for page in pages)
    picture = numpy.concatenate([numpy.pad(page, ((tallest - page.shape[0], 0), (0, 0))) for page in pages], axis=1)
    ys, xs = numpy.nonzero(picture)
    picture = picture[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    bands = numpy.array_split(picture, rows, axis=0)
    return [[float(cell.mean()) for cell in numpy.array_split(band, columns, axis=1)] for band in bands]


folder = pathlib.Path(sys.argv[1])
results = {}
for dxf in sorted(folder.glob("*.dxf")):
    pdf = dxf.with_suffix(".pdf")
    results[dxf.stem] = {"dxf": read_dxf(dxf), "pdf": read_pdf(pdf)}
    printed = dxf.with_suffix(".librecad.pdf")
    if printed.exists():
        columns = 24 * results[dxf.stem]["pdf"]["pages"]
        results[dxf.stem]["ink"] = ink(pdf, columns, 16)
        # LibreCAD fits all sheets into the width of one A4 page.
        width_mm = results[dxf.stem]["pdf"]["width_mm"] + 80 * (results[dxf.stem]["pdf"]["pages"] - 1)
        results[dxf.stem]["ink_librecad"] = ink(printed, columns, 16, round(DPI * width_mm / 210))
    browser = dxf.with_suffix(".browser.pdf")
    if browser.exists():
        results[dxf.stem]["ink"] = ink(pdf, 24, 16)
        results[dxf.stem]["ink_browser"] = ink(browser, 24, 16)
print(json.dumps(results))
