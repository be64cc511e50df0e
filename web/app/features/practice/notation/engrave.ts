import { renderAbc } from "abcjs";
import Svg from "abcjs/src/write/svg";
import { isRhythm, widthOf } from "./abc";

/** abcjs adds a <style> for its drag and drop, which we don't use and the content security policy refuses. */
Svg.prototype.insertStyles = () => undefined;

const STAFF_SPACE = 7.75;
/** Room above and below the staff, in staff spaces: the staff stays in its place whatever note comes, short of the very far ones. */
const ROOM = { pitched: { above: 3.6, below: 3.6 }, rhythm: { above: 4.6, below: 2 }, triplets: { above: 6.6, below: 2 } };

const drawn = new Map<string, SVGSVGElement>();

/**
 * Draws ABC as an SVG in the text's colour, one staff space as high as the font-size; to be added to the page by the caller.
 * Must run in a browser. The same music is drawn once and copied afterwards.
 */
export function engrave(abc: string): SVGSVGElement {
  const master = drawn.get(abc) ?? draw(abc);
  drawn.set(abc, master);
  return master.cloneNode(true) as SVGSVGElement;
}

function draw(abc: string): SVGSVGElement {
  const desk = document.createElement("div");
  desk.className = "engraving-desk";
  document.body.append(desk);
  renderAbc(desk, stemsUp(abc), {
    add_classes: true, staffwidth: widthOf(abc), format: { stretchlast: true },
    paddingtop: 0, paddingbottom: 0, paddingleft: 0, paddingright: 0,
  });
  const svg = desk.querySelector("svg");
  if (!svg) throw new Error("abcjs drew nothing");
  crop(svg, ROOM[roomFor(abc)]);
  desk.remove();
  return svg;
}

function roomFor(abc: string): keyof typeof ROOM {
  if (!isRhythm(abc)) return "pitched";
  return abc.includes("(3") ? "triplets" : "rhythm";
}

/** Rhythm stands on one line with its stems up, as it is printed. */
const stemsUp = (abc: string) => (isRhythm(abc) ? abc.replace(/^K:.*$/m, "$&\nV:1 stem=up") : abc);

/** Cuts the paper to what is drawn. A cell, which has no bar line, is shown without its line of staff. */
function crop(svg: SVGSVGElement, room: { above: number; below: number }): void {
  const staves = [...svg.querySelectorAll<SVGGElement>(".abcjs-staff")];
  const lines = staves.map((staff) => staff.getBBox());
  const fixed = {
    top: Math.min(...lines.map((box) => box.y)) - room.above * STAFF_SPACE,
    bottom: Math.max(...lines.map((box) => box.y + box.height)) + room.below * STAFF_SPACE,
  };
  if (!svg.querySelector(".abcjs-bar")) for (const staff of staves) staff.remove();
  const ink = svg.getBBox();
  const top = Math.min(fixed.top, ink.y);
  const [width, height] = [ink.width + 2, Math.max(fixed.bottom, ink.y + ink.height) - top];
  svg.setAttribute("viewBox", [ink.x - 1, top, width, height].map((value) => value.toFixed(2)).join(" "));
  svg.setAttribute("width", `${(width / STAFF_SPACE).toFixed(3)}em`);
  svg.setAttribute("height", `${(height / STAFF_SPACE).toFixed(3)}em`);
  for (const name of ["style", "role", "aria-label"]) svg.removeAttribute(name);
  svg.querySelector("title")?.remove();
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
}
