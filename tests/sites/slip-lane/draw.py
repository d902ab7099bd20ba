#!/usr/bin/env python3
"""Draws the pictures, the sheet and the film of the specimen shop Slip Lane, plainly, from nothing.

    python3 -m pip install pillow
    ./draw.py               # every picture and the sheet, into shop/content/
    ./draw.py --film        # and the film, with ffmpeg (libvpx)

Flat shapes on a bench, like prints from cut lino: twice the size, then scaled down. Licence as the project's.
"""

import math
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

CONTENT = Path(__file__).parent / "shop" / "content"
WIDE, HIGH = 800, 640
BENCH, WALL, SHADOW = "#d8cdb8", "#ece6da", "#c3b69d"
INK, WOOD, WOOD_DARK, STEEL, STEEL_DARK = "#2f2b27", "#c08a55", "#9c6a3c", "#aab3b8", "#6f7a80"
INDIGO, OCHRE, SLATE = "#34466e", "#c9962f", "#5f6b70"
NATURAL, SAGE, RUST, MOSS, CREAM = "#d9cbae", "#94a58a", "#a9522f", "#5d6b45", "#f3ecdc"


class Print:
    """One picture: a bench before a wall, and what is put on it. Measures are of 800 x 640."""

    def __init__(self, wide=WIDE, high=HIGH, horizon=0.58):
        self.image = Image.new("RGB", (wide * 2, high * 2), WALL)
        self.pen = ImageDraw.Draw(self.image)
        self.wide, self.high = wide, high
        self.shape([(0, high * horizon), (wide, high * horizon), (wide, high), (0, high)], BENCH)

    def shape(self, points, fill, line=None, width=0):
        points = [(x * 2, y * 2) for x, y in points]
        self.pen.polygon(points, fill)
        if line:
            self.pen.line(points + points[:1], line, width * 2, joint="curve")

    def oval(self, x, y, rx, ry, fill=None, line=None, width=0):
        self.pen.ellipse([(x - rx) * 2, (y - ry) * 2, (x + rx) * 2, (y + ry) * 2], fill, line, width * 2)

    def box(self, x, y, wide, high, fill, radius=0, line=None, width=1):
        self.pen.rounded_rectangle([x * 2, y * 2, (x + wide) * 2, (y + high) * 2], radius * 2, fill, line, width * 2)

    def line(self, points, colour=INK, width=3):
        points = [(x * 2, y * 2) for x, y in points]
        self.pen.line(points, colour, round(width * 2), joint="curve")
        for x, y in (points[0], points[-1]):
            self.pen.ellipse([x - width, y - width, x + width, y + width], colour)

    def stitches(self, points, colour, width=2.5, step=14):
        """A running stitch along a line."""
        for (x1, y1), (x2, y2) in zip(points, points[1:]):
            length = math.hypot(x2 - x1, y2 - y1)
            for at in range(0, int(length), step):
                a, b = at / length, min(at + step * 0.55, length) / length
                self.line([(x1 + (x2 - x1) * a, y1 + (y2 - y1) * a), (x1 + (x2 - x1) * b, y1 + (y2 - y1) * b)], colour, width)

    def shadow(self, x, y, rx, ry=14):
        self.oval(x, y, rx, ry, SHADOW)

    def save(self, name):
        """Writes the picture as a JPEG of at most 30 KiB."""
        path = CONTENT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        small = self.image.resize((self.wide, self.high), Image.Resampling.LANCZOS)
        for quality in (82, 74, 66, 58):
            small.save(path, quality=quality, optimize=True, progressive=False)
            if path.stat().st_size <= 30 << 10:
                break
        told(path)


def told(path):
    print(f"{path.stat().st_size / 1024:5.1f} KiB  {path.relative_to(CONTENT)}")


def curve(start, bend, end, steps=24):
    """Points of a quadratic curve."""
    at = lambda a, b, c, t: a * (1 - t) ** 2 + 2 * b * t * (1 - t) + c * t**2
    return [(at(start[0], bend[0], end[0], i / steps), at(start[1], bend[1], end[1], i / steps)) for i in range(steps + 1)]


def mix(one, other, share):
    rgb = lambda c: [int(c[i : i + 2], 16) for i in (1, 3, 5)]
    return "#%02x%02x%02x" % tuple(round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other)))


def apron(colour, short=False):
    p = Print(horizon=1)
    dark, foot = mix(colour, INK, 0.35), 470 if short else 570
    p.line(curve((345, 110), (400, 10), (455, 110)), dark, 7)
    p.line(curve((262, 285), (190, 300), (170, 420)), dark, 6)
    p.line(curve((538, 285), (610, 300), (630, 420)), dark, 6)
    side = curve((338, 100), (325, 230), (255, 280))
    p.shape(side + [(240, foot - 15), (255, foot), (545, foot), (560, foot - 15)] + [(800 - x, y) for x, y in reversed(side)], colour)
    p.stitches([(350, 116), (450, 116)], CREAM)
    p.stitches([(256, foot - 16), (544, foot - 16)], CREAM)
    p.box(305, 330, 190, 110, mix(colour, INK, 0.12), 8)
    p.stitches([(312, 338), (312, 432), (488, 432), (488, 338)], CREAM)
    p.line([(400, 334), (400, 436)], dark, 2)
    p.box(362, 165, 76, 60, mix(colour, INK, 0.12), 6)
    p.stitches([(367, 170), (367, 220), (433, 220), (433, 170)], CREAM, 2, 11)
    return p


def linen(colour):
    p = Print()
    dark = mix(colour, INK, 0.2)
    p.shadow(410, 520, 280, 26)
    p.shape(curve((180, 300), (190, 420), (150, 530)) + [(560, 560)] + curve((570, 420), (560, 360), (590, 300))[0:], mix(colour, INK, 0.05))
    for i in range(12):
        x = 190 + i * 33
        p.line(curve((x, 310), (x - 6, 420), (x - 24 + i * 1.5, 535 + i * 2)), mix(colour, INK, 0.1), 1.5)
    p.shape([(170, 200), (620, 200), (620, 330), (170, 330)], colour)
    p.oval(170, 265, 34, 65, dark)
    p.oval(620, 265, 34, 65, mix(colour, INK, 0.08))
    for i in range(1, 4):
        p.oval(620, 265, 34 - i * 9, 65 - i * 17, None, dark, 2)
    p.oval(620, 265, 7, 13, INK)
    p.line([(186, 214), (604, 214)], mix(colour, "#ffffff", 0.35), 3)
    return p


def button(p, x, y, r, colour, holes=4):
    p.oval(x + r * 0.08, y + r * 0.14, r, r, SHADOW)
    p.oval(x, y, r, r, colour, mix(colour, INK, 0.3), 2)
    p.oval(x, y, r * 0.72, r * 0.72, mix(colour, "#ffffff", 0.25), mix(colour, INK, 0.15), 2)
    for i in range(holes):
        angle = math.pi / 4 + i * 2 * math.pi / holes
        p.oval(x + r * 0.24 * math.cos(angle), y + r * 0.24 * math.sin(angle), r * 0.1, r * 0.1, INK)


def buttons():
    p = Print(horizon=0)
    shells = ["#e9e2d4", "#cfc6c9", "#b9c4bd", "#d8c3ae"]
    spots = [(170, 160, 52), (330, 120, 34), (470, 190, 64), (640, 140, 40), (230, 330, 64), (400, 350, 40), (560, 350, 52), (690, 300, 34), (150, 500, 40), (320, 500, 52), (490, 510, 34), (640, 500, 64)]
    for i, (x, y, r) in enumerate(spots):
        button(p, x, y, r, shells[i % 4], 2 if i % 3 == 1 else 4)
    return p


def mushroom_on(p, x, y, size=1.0):
    s = lambda dx, dy: (x + dx * size, y + dy * size)
    p.shadow(x, y + 175 * size, 110 * size, 16 * size)
    p.shape([s(-26, 30), s(26, 30), s(38, 160), s(30, 176), s(-30, 176), s(-38, 160)], WOOD)
    p.line([s(-20, 60), s(-27, 160)], mix(WOOD, "#ffffff", 0.3), 4 * size)
    p.oval(x, y + 40 * size, 120 * size, 34 * size, WOOD_DARK)
    p.shape([s(*q) for q in curve((-125, 36), (-110, -90), (0, -92))] + [s(*q) for q in curve((0, -92), (110, -90), (125, 36))], WOOD)
    for i in range(3):
        p.line([s(*q) for q in curve((-88 + i * 14, -18 + i * 20), (0, -70 + i * 26), (88 - i * 14, -18 + i * 20))], WOOD_DARK, 2 * size)


def darn(p, x, y, size, rows, colour=OCHRE, warp=RUST, count=9):
    """A woven patch: the upright threads, and `rows` woven through them."""
    gap = size / count
    for i in range(count):
        p.line([(x + gap * (i + 0.5), y - 8), (x + gap * (i + 0.5), y + size + 8)], warp, gap * 0.28)
    for j in range(rows):
        for i in range(count):
            if (i + j) % 2 == 0:
                middle = y + gap * (j + 0.5)
                p.line([(x + gap * i - 2, middle), (x + gap * (i + 1) + 2, middle)], colour, gap * 0.3)


def mushroom():
    p = Print()
    mushroom_on(p, 300, 330, 1.25)
    p.shadow(580, 500, 120, 20)
    p.shape(curve((500, 260), (480, 380), (470, 430)) + curve((470, 430), (480, 500), (600, 500)) + curve((600, 500), (700, 500), (700, 440)) + curve((700, 440), (640, 400), (620, 260)), SLATE)
    p.shape([(497, 240), (624, 240), (622, 285), (499, 285)], mix(SLATE, "#ffffff", 0.2))
    darn(p, 540, 395, 90, 9)
    return p


def detail():
    p = Print(horizon=0)
    p.box(0, 0, 800, 640, SLATE)
    for i in range(1, 9):
        p.line(curve((0, i * 72), (400, i * 72 + 14), (800, i * 72)), mix(SLATE, INK, 0.18), 3)
    darn(p, 190, 110, 420, 11, count=13)
    p.line([(640, 485), (770, 560)], STEEL, 6)
    p.line(curve((610, 468), (560, 520), (500, 470)), OCHRE, 7)
    return p


def egg():
    p = Print()
    p.shadow(400, 490, 150, 22)
    p.oval(400, 375, 118, 128, WOOD)
    p.shape(curve((283, 360), (310, 190), (400, 190)) + curve((400, 190), (490, 190), (517, 360)), WOOD)
    for i in range(3):
        p.line(curve((296 + i * 10, 420 - i * 60), (400, 470 - i * 62), (504 - i * 10, 420 - i * 60)), WOOD_DARK, 2)
    p.oval(350, 290, 14, 30, mix(WOOD, "#ffffff", 0.45))
    return p


def blanket():
    p = Print()
    p.shadow(400, 530, 290, 24)
    for i, colour in enumerate([MOSS, mix(MOSS, INK, 0.12), MOSS, mix(MOSS, INK, 0.12)]):
        y = 440 - i * 78
        p.box(150, y, 500, 80, colour, 36)
        p.box(500, y + 4, 34, 72, CREAM, 4)
        p.box(552, y + 4, 14, 72, OCHRE, 3)
    for i in range(30):
        p.line([(155 + i * 16.8, 516), (152 + i * 16.8, 540)], MOSS, 3)
    return p


def smock():
    p = Print(horizon=1)
    colour = "#7c8f9c"
    dark = mix(colour, INK, 0.3)
    sleeve = [(300, 150), (140, 320), (110, 430), (190, 450), (290, 300)]
    p.shape(sleeve, mix(colour, INK, 0.08))
    p.shape([(800 - x, y) for x, y in sleeve], mix(colour, INK, 0.08))
    p.shape([(330, 130), (470, 130), (520, 160), (545, 560), (255, 560), (280, 160)], colour)
    p.shape([(352, 122), (448, 122), (400, 190)], mix(colour, INK, 0.45))
    for i in range(11):
        x = 310 + i * 18
        p.line([(x, 205), (x, 290)], mix(colour, INK, 0.2), 2)
        p.stitches([(304, 212 + i * 8), (496, 212 + i * 8)], CREAM, 1.5, 9) if i in (0, 5, 10) else None
    p.box(300, 410, 80, 90, mix(colour, INK, 0.12), 6)
    p.box(420, 410, 80, 90, mix(colour, INK, 0.12), 6)
    p.line([(113, 425), (192, 446)], dark, 5)
    p.line([(687, 425), (608, 446)], dark, 5)
    return p


def cover():
    p = Print(horizon=0.62)
    p.shape([(0, 400), (800, 400), (800, 640), (0, 640)], "#8fa7ad")
    for i in range(7):
        p.line(curve((40 + i * 110, 560 + (i % 2) * 30), (80 + i * 110, 548 + (i % 2) * 30), (120 + i * 110, 560 + (i % 2) * 30)), "#b5c6c9", 3)
    p.shape(curve((90, 370), (200, 520), (330, 520)) + [(560, 520)] + curve((560, 520), (690, 480), (720, 360)), INDIGO)
    p.line(curve((104, 390), (400, 430), (712, 382)), CREAM, 5)
    p.shape(curve((90, 368), (250, 250), (400, 245)) + curve((400, 245), (600, 260), (722, 358)) + curve((722, 358), (400, 430), (90, 368)), "#8b8f72")
    p.line(curve((90, 368), (400, 440), (722, 358)), mix("#8b8f72", INK, 0.4), 3)
    for i in range(9):
        x = 150 + i * 64
        p.line([(x, 392), (x + 18, 418)], CREAM, 2.5)
    p.line(curve((400, 246), (396, 330), (398, 402)), mix("#8b8f72", INK, 0.3), 3)
    return p


def shears_on(p, x, y, s=1.0):
    at = lambda points: [(x + a * s, y + b * s) for a, b in points]
    p.shape(at([(-20, 14), (330, -40), (336, -30), (0, 44)]), STEEL_DARK)
    p.shape(at([(-20, -14), (330, 44), (336, 34), (10, -42)]), STEEL)
    p.line(at([(10, -34), (322, 34)]), mix(STEEL, "#ffffff", 0.5), 3 * s)
    for sign in (-1, 1):
        p.shape(at([(-30, -16 * sign), (10, 10 * sign), (-110, 78 * sign), (-128, 50 * sign)]), INK)
        p.oval(x - 165 * s, y + 78 * sign * s, 78 * s, 52 * s, INK)
        p.oval(x - 165 * s, y + 78 * sign * s, 50 * s, 28 * s, BENCH)
    p.oval(x, y, 13 * s, 13 * s, mix(STEEL, "#ffffff", 0.4), STEEL_DARK, 2)


def shears(worn=False):
    p = Print(horizon=0)
    p.shape([(60, 470), (760, 430), (780, 600), (70, 620)], SAGE if not worn else NATURAL)
    p.stitches([(90, 492), (750, 452)], CREAM)
    shears_on(p, 350, 270, 1.12 if not worn else 0.9)
    return p


def hoop():
    p = Print()
    p.shadow(400, 560, 190, 18)
    p.oval(400, 340, 205, 205, CREAM)
    for i in range(6):
        angle = i * math.pi / 3
        p.oval(400 + 62 * math.cos(angle), 330 + 62 * math.sin(angle), 36, 36, RUST)
    p.oval(400, 330, 34, 34, OCHRE)
    p.line(curve((400, 392), (410, 450), (380, 510)), MOSS, 7)
    p.oval(440, 450, 34, 14, MOSS)
    p.oval(400, 340, 215, 215, None, WOOD_DARK, 8)
    p.oval(400, 340, 206, 206, None, WOOD, 14)
    p.box(372, 100, 56, 26, STEEL, 5, STEEL_DARK, 2)
    p.line([(428, 113), (452, 113)], STEEL_DARK, 6)
    return p


def thimble():
    p = Print()
    p.shadow(400, 510, 140, 22)
    p.shape(curve((310, 230), (320, 160), (400, 160)) + curve((400, 160), (480, 160), (490, 230)) + [(520, 470), (280, 470)], STEEL)
    p.oval(400, 470, 120, 28, STEEL_DARK)
    p.box(272, 446, 256, 30, mix(STEEL, "#ffffff", 0.35), 14)
    for row in range(6):
        for i in range(7):
            p.oval(328 + i * 24 + (row % 2) * 6 - row, 226 + row * 34, 6, 6, STEEL_DARK)
    p.line([(312, 250), (296, 420)], mix(STEEL, "#ffffff", 0.6), 6)
    return p


def sachets():
    p = Print()
    for x, y, colour in [(260, 400, SAGE), (430, 360, NATURAL), (560, 440, "#a79bb0")]:
        p.shadow(x, y + 92, 92, 14)
        p.box(x - 80, y - 50, 160, 140, colour, 30)
        p.shape([(x - 40, y - 46), (x - 60, y - 110), (x, y - 92), (x + 60, y - 110), (x + 40, y - 46)], mix(colour, INK, 0.08))
        p.line([(x - 44, y - 48), (x + 44, y - 48)], RUST, 6)
    return p


def booklet(inside=False):
    p = Print(horizon=0)
    if inside:
        p.box(90, 90, 620, 470, CREAM, 4)
        p.line([(400, 94), (400, 556)], NATURAL, 3)
        for i in range(9):
            p.line([(440, 150 + i * 40), (660 - (i % 3) * 40, 150 + i * 40)], NATURAL, 6)
        p.line(curve((150, 480), (150, 260), (250, 160)) + curve((250, 160), (340, 260), (340, 480)) + [(150, 480)], INDIGO, 3)
        p.stitches([(165, 462), (325, 462)], RUST)
        p.line([(245, 200), (245, 440)], INDIGO, 2)
        return p
    p.shape([(250, 92), (570, 80), (590, 560), (270, 575)], SHADOW)
    p.shape([(235, 80), (555, 70), (573, 545), (253, 560)], OCHRE)
    p.shape([(268, 120), (528, 112), (532, 210), (272, 219)], CREAM)
    p.line([(292, 150), (500, 144)], INK, 6)
    p.line([(292, 182), (440, 178)], INK, 4)
    darn(p, 325, 290, 170, 9, CREAM, mix(OCHRE, INK, 0.4))
    return p


def reel(p, x, y, colour, s=1.0):
    p.shadow(x, y + 56 * s, 44 * s, 9 * s)
    p.box(x - 42 * s, y + 40 * s, 84 * s, 16 * s, WOOD, 6 * s)
    p.box(x - 34 * s, y - 40 * s, 68 * s, 82 * s, colour, 6 * s)
    for i in range(6):
        p.line([(x - 33 * s, y - 30 * s + i * 12 * s), (x + 33 * s, y - 26 * s + i * 12 * s)], mix(colour, INK, 0.18), 1.5)
    p.box(x - 42 * s, y - 54 * s, 84 * s, 16 * s, WOOD, 6 * s)


def mending_box():
    p = Print()
    p.shadow(400, 545, 270, 22)
    p.shape([(170, 300), (630, 300), (660, 210), (140, 210)], "#8a5f3a")
    for i, colour in enumerate([RUST, INDIGO, OCHRE, MOSS]):
        reel(p, 240 + i * 106, 296, colour, 0.9)
    p.box(150, 320, 500, 210, WOOD, 10)
    p.box(150, 320, 500, 26, WOOD_DARK, 6)
    p.box(360, 316, 80, 58, OCHRE, 6)
    p.oval(400, 352, 9, 9, INK)
    p.stitches([(175, 505), (625, 505)], CREAM)
    return p


def bench():
    p = Print(1200, 750, 0.52)
    for i, colour in enumerate([INDIGO, NATURAL, SAGE]):
        p.box(110, 350 - i * 62, 360, 64, colour, 26)
        p.stitches([(150, 382 - i * 62), (430, 382 - i * 62)], CREAM if i != 1 else RUST)
    for i, colour in enumerate([RUST, OCHRE, MOSS, SLATE]):
        reel(p, 560 + i * 108, 372, colour, 1.1)
    mushroom_on(p, 1060, 330, 0.75)
    shears_on(p, 420, 580, 1.0)
    for x, y, r, colour in [(850, 600, 42, "#e9e2d4"), (940, 640, 30, "#b9c4bd"), (985, 570, 34, "#d8c3ae"), (900, 690, 24, "#cfc6c9")]:
        button(p, x, y, r, colour)
    return p


def film():
    """Six seconds: a needle weaves a darn, row by row."""
    with tempfile.TemporaryDirectory() as folder:
        for frame in range(66):
            p = Print(320, 256, 0)
            rows = min(frame // 6, 9)
            darn(p, 90, 50, 140, rows)
            if rows < 9:
                along = (frame % 6) / 6
                x, y = (80 + 160 * along if rows % 2 == 0 else 240 - 160 * along), 50 + 140 / 9 * (rows + 0.5)
                p.line([(x - 16, y), (x + 16, y)], STEEL_DARK, 2.5)
            p.image.resize((320, 256), Image.Resampling.LANCZOS).save(Path(folder) / f"{frame:03}.png")
        out = CONTENT / "products" / "darning-mushroom" / "weaving.webm"
        command = ["ffmpeg", "-loglevel", "error", "-y", "-framerate", "11", "-i", f"{folder}/%03d.png"]
        subprocess.run([*command, "-c:v", "libvpx-vp9", "-crf", "45", "-b:v", "0", "-pix_fmt", "yuv420p", "-an", str(out)], check=True)
        told(out)


def sheet():
    """One page in PDF with a few lines, written by hand."""
    lines = ["How to darn a hole", "", "1. Put the mushroom under the hole and smooth the cloth over it.", "2. Run threads up and down, a finger's width beyond the hole.", "3. Weave across: over one, under one, and back the other way.", "4. Leave a small loop at every turn, so that it can shrink.", "5. Press it under a damp cloth. Do not cut the ends short."]
    text = "BT /F1 20 Tf 72 520 Td 26 TL " + "".join(f"({line.replace(chr(39), chr(92) + '222')}) ' /F1 12 Tf " for line in lines) + "ET"
    bodies = ["<< /Type /Catalog /Pages 2 0 R /Lang (en) >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>", f"<< /Length {len(text)} >>\nstream\n{text}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 6\n0000000000 65535 f \n{rows}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    path = CONTENT / "products" / "darning-mushroom" / "how-to-darn.pdf"
    path.write_bytes(out)
    told(path)


def table():
    p = Print()
    p.shadow(400, 560, 330, 18)
    for x in (130, 260, 540, 660):
        p.shape([(x, 330), (x + 18, 330), (x + 12, 560), (x + 4, 560)], STEEL_DARK)
    p.line([(140, 480), (670, 480)], STEEL_DARK, 5)
    p.shape([(130, 250), (670, 250), (740, 320), (60, 320)], "#d9ac74")
    p.shape([(60, 320), (740, 320), (740, 350), (60, 350)], WOOD)
    for i in range(33):
        p.line([(80 + i * 20, 326), (80 + i * 20, 334 if i % 5 else 344)], INK, 1.5)
    p.shape([(240, 262), (520, 262), (560, 306), (220, 306)], SAGE)
    p.stitches([(250, 270), (512, 270)], CREAM, 2)
    return p


PICTURES = {
    "products/table.jpg": table,
    "home/bench.jpg": bench,
    "guides/darn.jpg": detail,
    "products/work-apron/indigo.jpg": lambda: apron(INDIGO),
    "products/work-apron/ochre.jpg": lambda: apron(OCHRE, short=True),
    "products/work-apron/slate.jpg": lambda: apron(SLATE),
    "products/washed-linen/natural.jpg": lambda: linen(NATURAL),
    "products/washed-linen/sage.jpg": lambda: linen(SAGE),
    "products/washed-linen/rust.jpg": lambda: linen(RUST),
    "products/shell-buttons/scattered.jpg": buttons,
    "products/darning-mushroom/mushroom.jpg": mushroom,
    "products/darning-mushroom/patch.jpg": detail,
    "products/darning-egg/egg.jpg": egg,
    "products/wool-blanket/folded.jpg": blanket,
    "products/measured-smock/smock.jpg": smock,
    "products/boat-cover/boat.jpg": cover,
    "products/cutting-shears/shears.jpg": shears,
    "products/cutting-shears-8/shears.jpg": lambda: shears(worn=True),
    "products/stitching-hoop/hoop.jpg": hoop,
    "products/thimble/thimble.jpg": thimble,
    "products/moth-sachets/sachets.jpg": sachets,
    "products/darning-booklet/cover.jpg": booklet,
    "products/darning-booklet/inside.jpg": lambda: booklet(inside=True),
    "products/mending-box/box.jpg": mending_box,
}

if __name__ == "__main__":
    for name, draw in PICTURES.items():
        draw().save(name)
    sheet()
    if "--film" in sys.argv:
        film()
