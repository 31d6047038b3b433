#!/usr/bin/env python3
"""Writes the spreadsheets of the tests, list.xlsx and list.ods, beside itself: two sheets, of which the second holds the
list; texts, a number, a date, a tick, an empty row, and a text that stands once and is used twice."""

import pathlib
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent
NOTES = [["This book belongs to the office."]]
# (kind, value): t text, n number, d date as the day number of spreadsheets and as ISO, b boolean.
LIST = [
    [("t", "Vorname"), ("t", "Nachname"), ("t", "E-Mail"), ("t", "Firma/Organisation"), ("t", "Land"), ("t", "Bietet"),
     ("t", "max_meetings"), ("t", "Anreise"), ("t", "Empfang"), ("t", "Status")],
    [("t", "Łukasz"), ("t", "Żółć"), ("t", "lukasz@drewno.example"), ("t", "Klaster Drewno"), ("t", "Polska"),
     ("t", "Holzbau; Photonik"), ("n", "4"), ("d", ("46398", "2027-01-11")), ("b", "1"), ("t", "bestätigt")],
    [],
    [("t", "Zoë"), ("t", "Müller & Söhne"), ("t", "zoe@soehne.example"), ("t", "Klaster Drewno"), ("t", "D"),
     ("t", "Holzbau"), ("n", "7"), ("d", ("46399", "2027-01-12")), ("b", "0"), ("t", "storniert")],
]


def xlsx() -> None:
    strings: list[str] = []

    def cell(ref: str, kind: str, value: object) -> str:
        if kind == "t":
            if value not in strings:
                strings.append(str(value))
            return f'<c r="{ref}" t="s"><v>{strings.index(str(value))}</v></c>'
        if kind == "d":
            return f'<c r="{ref}" s="1"><v>{value[0]}</v></c>'
        if kind == "b":
            return f'<c r="{ref}" t="b"><v>{value}</v></c>'
        return f'<c r="{ref}"><v>{value}</v></c>'

    def sheet(rows: list) -> str:
        body = ""
        for number, row in enumerate(rows, 1):
            cells = [entry if isinstance(entry, tuple) else ("t", entry) for entry in row]
            made = "".join(cell(f"{chr(65 + at)}{number}", *entry) for at, entry in enumerate(cells))
            body += f'<row r="{number}">{made}</row>' if made else ""
        return ('<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                f"<sheetData>{body}</sheetData></worksheet>")

    first, second = sheet(NOTES), sheet(LIST)
    texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{main}" xmlns:r="{kinds}"><sheets><sheet name="Notizen" sheetId="1" r:id="rId1"/><sheet name="Teilnehmer" sheetId="2" r:id="rId2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{kinds}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{kinds}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{kinds}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="{kinds}/styles" Target="styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": first,
        "xl/worksheets/sheet2.xml": second,
        "xl/sharedStrings.xml": f'<?xml version="1.0"?><sst xmlns="{main}" count="{len(strings)}" uniqueCount="{len(strings)}">{texts}</sst>',
        "xl/styles.xml": f'<?xml version="1.0"?><styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    write("list.xlsx", parts)


def ods() -> None:
    def cell(kind: str, value: object) -> str:
        if kind == "d":
            return f'<table:table-cell office:value-type="date" office:date-value="{value[1]}"><text:p>{value[1]}</text:p></table:table-cell>'
        if kind == "b":
            said = "true" if value == "1" else "false"
            return f'<table:table-cell office:value-type="boolean" office:boolean-value="{said}"><text:p>{said}</text:p></table:table-cell>'
        if kind == "n":
            return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'

    def table(name: str, rows: list) -> str:
        body = ""
        for row in rows:
            cells = [entry if isinstance(entry, tuple) else ("t", entry) for entry in row]
            made = "".join(cell(*entry) for entry in cells)
            body += f'<table:table-row>{made}<table:table-cell table:number-columns-repeated="1014"/></table:table-row>'
        # As the programs write it: everything below is empty.
        body += '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
        return f'<table:table table:name="{name}">{body}</table:table>'

    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{names}:office:1.0" '
               f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" office:version="1.3"><office:body>'
               f'<office:spreadsheet>{table("Notizen", NOTES)}{table("Teilnehmer", LIST)}</office:spreadsheet>'
               "</office:body></office:document-content>")
    manifest = f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{names}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content,
             "META-INF/manifest.xml": manifest}
    write("list.ods", parts)


def write(name: str, parts: dict) -> None:
    with zipfile.ZipFile(HERE / name, "w") as book:
        for part, text in parts.items():
            kind = zipfile.ZIP_STORED if part == "mimetype" else zipfile.ZIP_DEFLATED
            book.writestr(zipfile.ZipInfo(part), text, compress_type=kind)


xlsx()
ods()
