// A picture that looks the same from no other side: shapes, a soft ground and a little grain, drawn from nothing.

export const SCENE = { width: 240, height: 160 };

/** The scene `{ data, width, height }`, RGB. `tint` (0 to 1) makes another one of it. */
export function scene(tint = 0) {
  const { width, height } = SCENE;
  const data = Buffer.alloc(width * height * 3);
  let seed = 7;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const grain = (seed >>> 29) - 4;
      data.set(colourAt(x, y, tint).map((one) => Math.max(0, Math.min(255, Math.round(one + grain)))), (y * width + x) * 3);
    }
  }
  return { data, width, height };
}

function colourAt(x, y, tint) {
  if (Math.hypot(x - 60, y - 50) < 34) return [214, 60 + 120 * tint, 44];
  if (Math.hypot(x - 60, y - 50) < 40) return [250, 240, 200];
  if (x > 150 && x < 214 && y > 20 && y < 60 && (x + y) % 24 > 8) return [30, 70, 150 + 80 * tint];
  if (y > 110 + 20 * Math.sin(x / 24)) return [40 + x / 4, 120 - x / 6, 50];
  if (x > 120 && x < 128 && y < 120) return [20, 20, 24];
  return [90 + x / 2, 130 + y / 3 - x / 8, 200 - y / 2 - 90 * tint];
}

/** What a camera stores of the upright picture when it writes `orientation` (EXIF 2.32, tag 0x112). */
export function stored({ data, width, height }, orientation) {
  const [across, down] = orientation < 5 ? [width, height] : [height, width];
  const [right, bottom] = [width - 1, height - 1];
  const upright = [null, (x, y) => [x, y], (x, y) => [right - x, y], (x, y) => [right - x, bottom - y], (x, y) => [x, bottom - y],
    (x, y) => [y, x], (x, y) => [right - y, x], (x, y) => [right - y, bottom - x], (x, y) => [y, bottom - x]][orientation];
  const turned = Buffer.alloc(data.length);
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const [fromX, fromY] = upright(x, y);
      data.copy(turned, (y * across + x) * 3, (fromY * width + fromX) * 3, (fromY * width + fromX) * 3 + 3);
    }
  }
  return { data: turned, width: across, height: down };
}
