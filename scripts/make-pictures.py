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
DRAWINGS = ["sld", "pid_cooling", "comms", "installation_graph"]
COLUMNS = 4
WIDTH = 480
# Pages are drawn larger and reduced: at their own size every line would be a whole pixel and tables would be black.
OVERSAMPLING = 4
GAP = 6


def pages(pdf, folder, width):
    prefix = folder / pdf.stem
    large = ["pdftoppm", "-gray", "-scale-to-x", str(width * OVERSAMPLING), "-scale-to-y", "-1", pdf, prefix]
    subprocess.run(large, check=True)
    # Reduced hair lines are pale: twice the ink.
    def darker(value):
        return max(0, 255 - 2 * (255 - value))

    return [Image.open(page).reduce(OVERSAMPLING).point(darker) for page in sorted(folder.glob(f"{pdf.stem}-*.pgm"))]


def contact_sheet(pictures):
    height = max(picture.height for picture in pictures)
    rows = -(-len(pictures) // COLUMNS)
    sheet = Image.new("L", (COLUMNS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP), 170)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, COLUMNS)
        sheet.paste(picture, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    return sheet


with tempfile.TemporaryDirectory() as scratch:
    for site in SITES:
        folder = pathlib.Path(scratch) / site
        payload = ROOT / "examples" / "payloads" / f"{site}.json"
        cli = ["npm", "run", "--silent", "edp", "--", "generate", payload, "--out", folder]
        subprocess.run(cli, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        pictures = [page for drawing in DRAWINGS for page in pages(folder / f"{drawing}.pdf", folder, WIDTH)]
        contact_sheet(pictures).quantize(16).save(IMAGES / f"contact-sheet-{site}.png", optimize=True)
    sld = pathlib.Path(scratch) / "commercial_ac" / "sld.pdf"
    first = ["pdftoppm", "-png", "-r", "240", "-l", "1", "-singlefile", sld, pathlib.Path(scratch) / "first"]
    subprocess.run(first, check=True)
    Image.open(pathlib.Path(scratch) / "first.png").convert("RGB").reduce(OVERSAMPLING).quantize(64).save(IMAGES / "sld.png", optimize=True)
