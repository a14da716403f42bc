#!/usr/bin/python3
"""Makes the pictures of the README and of docs/ from real packages. Needs poppler-utils and python3-pil.

usage: scripts/make-pictures.py      (npm run pictures)
"""

import pathlib
import subprocess
import tempfile

from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
# A small site without a battery, a block with two battery units, a solar site of two blocks.
SITES = ["dod_no_bess", "commercial_ac", "commercial_dc_int"]
# Every sheet of the diagrams; of the installation graph network and bars, its other sheets are forms to fill in.
DRAWINGS = {"sld": None, "pid_cooling": None, "comms": None, "installation_graph": 2}
COLUMNS = 3
WIDTH = 800
# Pages are drawn larger and reduced: at their own size every line would be a whole pixel and tables would be black.
OVERSAMPLING = 3
# Reduced hair lines are pale: more ink, as little as keeps them visible.
INK = 1.6
GAP = 8
# Few colours keep the files small; chosen by their distance, or the rare reds and blues would fade into greys.
COLOURS = 48


def pages(pdf, folder, width, last):
    prefix = folder / pdf.stem
    upto = [] if last is None else ["-l", str(last)]
    large = ["pdftoppm", *upto, "-scale-to-x", str(width * OVERSAMPLING), "-scale-to-y", "-1", pdf, prefix]
    subprocess.run(large, check=True)

    def darker(value):
        return max(0, round(255 - INK * (255 - value)))

    return [Image.open(page).reduce(OVERSAMPLING).point(darker) for page in sorted(folder.glob(f"{pdf.stem}-*.ppm"))]


def contact_sheet(pictures):
    height = max(picture.height for picture in pictures)
    rows = -(-len(pictures) // COLUMNS)
    size = (COLUMNS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP)
    sheet = Image.new("RGB", size, (170, 170, 170))
    for index, picture in enumerate(pictures):
        row, column = divmod(index, COLUMNS)
        sheet.paste(picture, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    return sheet


def fullest(pdf):
    """Number of the page with the most text: the sheet of a block with its feeders and tables."""
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    lengths = [len(page) for page in text.split("\f")]
    return str(lengths.index(max(lengths)) + 1)


with tempfile.TemporaryDirectory() as scratch:
    for site in SITES:
        folder = pathlib.Path(scratch) / site
        payload = ROOT / "examples" / "payloads" / f"{site}.json"
        cli = ["npm", "run", "--silent", "edp", "--", "generate", payload, "--out", folder]
        subprocess.run(cli, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        pictures = [
            page for drawing, last in DRAWINGS.items() for page in pages(folder / f"{drawing}.pdf", folder, WIDTH, last)
        ]
        contact_sheet(pictures).quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE).save(IMAGES / f"contact-sheet-{site}.png", optimize=True)
    sld = pathlib.Path(scratch) / "commercial_ac" / "sld.pdf"
    page = fullest(sld)
    one = ["pdftoppm", "-r", str(60 * OVERSAMPLING), "-f", page, "-l", page, "-singlefile", sld, pathlib.Path(scratch) / "one"]
    subprocess.run(one, check=True)
    picture = Image.open(pathlib.Path(scratch) / "one.ppm").reduce(OVERSAMPLING)
    picture.quantize(64, method=Image.Quantize.MAXCOVERAGE).save(IMAGES / "sld.png", optimize=True)
