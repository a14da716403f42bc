"""Prints every cell of workbooks as JSON: {file: {sheet: {"rows": [[...]], "freeze": ..., "filter": ..., "landscape": ..., "titles": ..., "wide": ...}}}.

usage: read_cells.py <workbook>...
"""

import json
import pathlib
import sys

import openpyxl


def read_sheet(sheet):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    return {
        "rows": rows,
        "formulas": formulas,
        "freeze": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "orientation": sheet.page_setup.orientation,
        "fit_to_width": sheet.page_setup.fitToWidth,
        "print_titles": sheet.print_title_rows,
        "widths": [sheet.column_dimensions[key].width for key in sorted(sheet.column_dimensions)],
    }


def read(path):
    book = openpyxl.load_workbook(path)
    return {sheet.title: read_sheet(sheet) for sheet in book}


print(json.dumps({pathlib.Path(path).name: read(path) for path in sys.argv[1:]}))
