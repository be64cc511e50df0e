import PDFDocument from "pdfkit";

import type { InvoiceFacts, Line, Sum } from "./facts";

const MARGIN = 56;
const PAGE = { width: 595.28, height: 841.89 };
const RIGHT = PAGE.width - MARGIN;
const WIDTH = RIGHT - MARGIN;
const FOOT = PAGE.height - 90;
const INK = "#1d1b18";
const MUTED = "#4f4940";
const LINE = "#ddd5c6";
const ACCENT = "#1d466f";
const HEADING = "Times-Bold";
const TEXT = "Helvetica";
const BOLD = "Helvetica-Bold";

/** The invoice as a PDF: A4, one page unless its lines need more. */
export async function invoicePdf(facts: InvoiceFacts): Promise<Buffer> {
  const title = `Invoice ${facts.number}`;
  const document = new PDFDocument({ size: "A4", margin: MARGIN, bufferPages: true, lang: "en", displayTitle: true, info: { Title: title, Author: "Etude", Subject: `${title} of ${facts.issuedOn}` } });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", resolve).on("error", reject);
  });
  letterhead(document, facts);
  parties(document, facts);
  lines(document, facts.lines);
  sums(document, facts.sums);
  footers(document, facts);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

type Document = PDFKit.PDFDocument;

/** The built-in fonts know the letters of Western Europe; others would come out as different ones. */
const plain = (text: string): string => text.normalize("NFC").replace(/−/g, "-").replace(/[^\n\x20-\x7e\xa0-\xff€–—‘’“”•…Œœ\u0160\u0161\u0178\u017d\u017e\u0192]/g, "?");

interface Spot {
  x?: number;
  y: number;
  width?: number;
  align?: "left" | "right";
}

function write(document: Document, text: string, { x = MARGIN, y, width = WIDTH, align = "left" }: Spot): void {
  document.text(plain(text), x, y, { width, align });
}

function rule(document: Document, y: number, color = LINE): void {
  document.moveTo(MARGIN, y).lineTo(RIGHT, y).lineWidth(0.75).strokeColor(color).stroke();
}

function letterhead(document: Document, { number, status }: InvoiceFacts): void {
  document.font(HEADING).fontSize(22).fillColor(INK);
  write(document, "Etude", { y: MARGIN });
  document.font(TEXT).fontSize(11).fillColor(MUTED);
  write(document, "Invoice", { y: MARGIN, align: "right" });
  document.font(BOLD).fillColor(INK);
  write(document, number, { y: MARGIN + 15, align: "right" });
  for (let staffLine = 0; staffLine < 5; staffLine++) rule(document, MARGIN + 44 + staffLine * 4);
  document.font(BOLD).fontSize(11).fillColor(ACCENT);
  write(document, status, { y: MARGIN + 76 });
}

function parties(document: Document, { billedTo, issuedOn, remark }: InvoiceFacts): void {
  const top = MARGIN + 104;
  const column = WIDTH / 3;
  const blocks = [
    ["From", "Etude"],
    ["Billed to", ...billedTo],
    ["Date", issuedOn, remark],
  ];
  let bottom = top;
  blocks.forEach(([label = "", ...texts], place) => {
    const spot = { x: MARGIN + place * column, width: column - 12 };
    document.font(TEXT).fontSize(9).fillColor(MUTED);
    write(document, label, { ...spot, y: top });
    document.fontSize(10.5).fillColor(INK);
    write(document, texts.filter(Boolean).join("\n"), { ...spot, y: top + 14 });
    bottom = Math.max(bottom, document.y);
  });
  document.y = bottom + 28;
}

function lines(document: Document, all: readonly Line[]): void {
  columns(document, document.y);
  for (const line of all) {
    if (document.y > FOOT - 40) columns(freshPage(document), MARGIN);
    oneLine(document, line);
  }
}

function columns(document: Document, y: number): void {
  document.font(TEXT).fontSize(9).fillColor(MUTED);
  write(document, "Description", { y });
  write(document, "Quantity", { y, width: WIDTH - 110, align: "right" });
  write(document, "Amount", { y, align: "right" });
  rule(document, y + 16);
  document.y = y + 26;
}

function oneLine(document: Document, { description, period, quantity, amount }: Line): void {
  const y = document.y;
  document.font(TEXT).fontSize(10.5).fillColor(INK);
  write(document, String(quantity), { y, width: WIDTH - 110, align: "right" });
  write(document, amount, { y, align: "right" });
  write(document, description, { y, width: WIDTH - 190 });
  if (period) {
    document.fontSize(9).fillColor(MUTED);
    write(document, period, { y: document.y + 2, width: WIDTH - 190 });
  }
  const bottom = document.y + 8;
  rule(document, bottom);
  document.y = bottom + 10;
}

function sums(document: Document, all: readonly Sum[]): void {
  if (document.y + all.length * 20 > FOOT) freshPage(document);
  for (const { label, amount, isMain } of all) {
    const y = document.y + 4;
    document.font(isMain ? BOLD : TEXT).fontSize(isMain ? 12 : 10.5).fillColor(isMain ? INK : MUTED);
    write(document, label, { x: MARGIN + WIDTH / 2, y, width: WIDTH / 2 - 110 });
    document.fillColor(INK);
    write(document, amount, { y, align: "right" });
    document.y = y + (isMain ? 20 : 16);
  }
}

function freshPage(document: Document): Document {
  document.addPage();
  document.y = MARGIN;
  return document;
}

function footers(document: Document, { number }: InvoiceFacts): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    document.page.margins.bottom = 0; // or the foot would begin a page of its own
    rule(document, FOOT + 24);
    document.font(TEXT).fontSize(8.5).fillColor(MUTED);
    write(document, `${number} · page ${page - start + 1} of ${count}`, { y: FOOT + 34, align: "right" });
    write(document, "Made by Etude's sandbox: no money moved.", { y: FOOT + 34 });
  }
}
