"""Woven cloth as images: gamcha checks, thread by thread."""
import os
import numpy as np
from PIL import Image

# stripe plans: (colour, threads); one repeat is 12 cm of cloth
RED = (172, 40, 40); GREEN = (44, 104, 74); BLUE = (44, 68, 118); WHITE = (232, 224, 206); YEL = (214, 160, 48); MAROON = (104, 22, 34)
PLANS = {
    'gamcha_red': ([(RED, 13), (WHITE, 2)] * 4 + [(RED, 3), (GREEN, 7), (RED, 3), (GREEN, 7), (RED, 3), (WHITE, 2)]),
    'gamcha_green': ([(GREEN, 8), (WHITE, 4)] * 5 + [(RED, 6), (WHITE, 3), (RED, 6), (WHITE, 4)]),
    'gamcha_blue': ([(BLUE, 9), (WHITE, 7)] * 4 + [(BLUE, 3), (RED, 4), (BLUE, 3), (WHITE, 7)]),
}


def weave(plan, size, seed):
    g = np.random.default_rng(seed)
    seq = []
    for c, n in plan:
        seq += [c] * n
    n = len(seq) * 2                             # two repeats fill the image
    col = np.array(seq * 2, float) / 255
    px = size // n
    size = px * n

    def yarn(count):
        tone = 1 + g.normal(0, .05, (count, 1, 1))
        slub = g.normal(0, .07, (count, size // (px * 3) + 2, 1))
        slub = np.repeat(slub, px * 3, 1)[:, :size]
        return tone + slub
    warp = col[:, None] * yarn(n)                # n threads along y
    weft = col[:, None] * yarn(n)
    W = np.repeat(warp.transpose(1, 0, 2), px, 1)
    F = np.repeat(weft, px, 0)
    i = np.arange(size)
    u = (i % px + .5) / px - .5
    over = ((i[:, None] // px + i[None] // px) % 2).astype(float)[..., None]
    shw = (1 - 1.1 * u[None] ** 2 - .5 * u[:, None] ** 2)[..., None]
    shf = (1 - 1.1 * u[:, None] ** 2 - .5 * u[None] ** 2)[..., None]
    mix = .18 + .64 * over
    img = W * shw * mix + F * shf * (1 - mix)
    return Image.fromarray((np.clip(img, 0, 1) * 255).astype(np.uint8))


def make_all(work):
    for k, (name, plan) in enumerate(PLANS.items()):
        f = os.path.join(work, name + '.png')
        if not os.path.exists(f) or os.path.getmtime(f) < os.path.getmtime(__file__):
            im = weave(plan, 1850, k + 3)
            im.save(f)
