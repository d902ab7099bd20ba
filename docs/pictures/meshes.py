"""Geometry of the shop's goods: every function in MAKE writes one mesh2 include.

Units are centimetres, y is up, +z goes away from the camera.
"""
import numpy as np

TAU = 2 * np.pi

# ---------------------------------------------------------------- noise

def _hash(ix, iy, iz, seed):
    h = (ix * 374761393 + iy * 668265263 + iz * 2147483647 + seed * 1274126177) & 0xFFFFFFFF
    h = ((h ^ (h >> 13)) * 1274126177) & 0xFFFFFFFF
    h = h ^ (h >> 16)
    return (h & 0xFFFF) / 32767.5 - 1.0


def noise(p, seed=0):
    """Value noise in [-1, 1] at points p (..., 3)."""
    p = np.asarray(p, float)
    i = np.floor(p).astype(np.int64)
    f = p - i
    f = f * f * f * (f * (f * 6 - 15) + 10)
    x, y, z = i[..., 0], i[..., 1], i[..., 2]
    fx, fy, fz = f[..., 0], f[..., 1], f[..., 2]

    def lerp(a, b, t):
        return a + (b - a) * t
    r = []
    for dz in (0, 1):
        a = lerp(_hash(x, y, z + dz, seed), _hash(x + 1, y, z + dz, seed), fx)
        b = lerp(_hash(x, y + 1, z + dz, seed), _hash(x + 1, y + 1, z + dz, seed), fx)
        r.append(lerp(a, b, fy))
    return lerp(r[0], r[1], fz)


def fbm(p, octaves=4, seed=0):
    p = np.asarray(p, float)
    s, a = 0, 1.0
    for o in range(octaves):
        s = s + a * noise(p * 2 ** o + 17.3 * o, seed + o)
        a *= .5
    return s / 1.6


def P3(x, y=0, z=0):
    return np.stack(np.broadcast_arrays(np.asarray(x, float), y, z), -1)


# ---------------------------------------------------------------- mesh basics

class Mesh:
    def __init__(self):
        self.v, self.n, self.uv, self.f, self.k = [], [], [], [], 0

    def add(self, v, n, uv, f):
        self.v.append(v); self.n.append(n); self.uv.append(uv); self.f.append(f + self.k)
        self.k += len(v)
        return self

    def grid(self, P, uv=None, wrap=False):
        """A grid of points (a, b, 3); with wrap the last column repeats the first."""
        a, b = P.shape[:2]
        du = np.gradient(P, axis=0)
        dv = np.gradient(P, axis=1)
        if wrap:
            dv[:, 0] = dv[:, -1] = (P[:, 1] - P[:, -2]) / 2
        N = np.cross(du, dv)
        L = np.linalg.norm(N, axis=-1, keepdims=True)
        N = np.where(L > 1e-12, N / np.maximum(L, 1e-12), [0, 1, 0])
        if uv is None:
            uv = np.stack(np.meshgrid(np.linspace(0, 1, a), np.linspace(0, 1, b), indexing='ij'), -1)
        i = np.arange(a - 1)[:, None] * b + np.arange(b - 1)[None]
        i = i.ravel()
        F = np.concatenate([np.stack([i, i + 1, i + b], 1), np.stack([i + 1, i + b + 1, i + b], 1)])
        return self.add(P.reshape(-1, 3), N.reshape(-1, 3), uv.reshape(-1, 2), F)

    def write(self, path, name):
        v, n = np.concatenate(self.v), np.concatenate(self.n)
        uv, f = np.concatenate(self.uv), np.concatenate(self.f)
        with open(path, 'w') as o:
            def block(kind, arr, fmt):
                o.write('%s { %d,\n' % (kind, len(arr)))
                o.write(((fmt + ',\n') * len(arr))[:-2] % tuple(arr.ravel().tolist()))
                o.write('\n}\n')
            o.write('#declare M_%s = mesh2 {\n' % name)
            block('vertex_vectors', v, '<%.4f,%.4f,%.4f>')
            block('normal_vectors', n, '<%.4f,%.4f,%.4f>')
            block('uv_vectors', uv, '<%.4f,%.4f>')
            block('face_indices', f, '<%d,%d,%d>')
            o.write('inside_vector <0,1,0> }\n')


def spline(pts, n):
    """Centripetal Catmull-Rom through pts, resampled evenly to n points."""
    p = np.asarray(pts, float)
    p = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    d = np.maximum(np.linalg.norm(np.diff(p, axis=0), axis=1), 1e-6) ** .5
    t = np.concatenate([[0], np.cumsum(d)])
    out = []
    for i in range(1, len(p) - 2):
        u = np.linspace(t[i], t[i + 1], 60, endpoint=False)[:, None]
        t0, t1, t2, t3 = t[i - 1:i + 3]
        a1 = (t1 - u) / (t1 - t0) * p[i - 1] + (u - t0) / (t1 - t0) * p[i]
        a2 = (t2 - u) / (t2 - t1) * p[i] + (u - t1) / (t2 - t1) * p[i + 1]
        a3 = (t3 - u) / (t3 - t2) * p[i + 1] + (u - t2) / (t3 - t2) * p[i + 2]
        b1 = (t2 - u) / (t2 - t0) * a1 + (u - t0) / (t2 - t0) * a2
        b2 = (t3 - u) / (t3 - t1) * a2 + (u - t1) / (t3 - t1) * a3
        out.append((t2 - u) / (t2 - t1) * b1 + (u - t1) / (t2 - t1) * b2)
    out = np.vstack(out + [p[-2:-1]])
    return resample(out, n)


def resample(q, n):
    s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(q, axis=0), axis=1))])
    u = np.linspace(0, s[-1], n)
    return np.stack([np.interp(u, s, q[:, k]) for k in range(q.shape[1])], 1)


def smooth(x, a, b):
    t = np.clip((x - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def revolve(prof, rows=220, seg=220, disp=None, warp=None, wob=.01, seed=0):
    """Turn a profile; wob is the hand's unevenness as a share of the radius."""
    q = spline(prof, rows)
    t = np.linspace(0, TAU, seg + 1)
    r, y = q[:, 0][:, None], q[:, 1][:, None]
    ln = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(q, axis=0), axis=1))])[:, None]
    T = np.broadcast_to(t, (rows, seg + 1))
    d = np.gradient(q, axis=0)
    nr, ny = d[:, 1][:, None], -d[:, 0][:, None]
    nl = np.hypot(nr, ny) + 1e-9
    k = 0 * T
    if disp is not None:
        k = k + disp(T, ln + 0 * T, r + 0 * T, y + 0 * T)
    H = q[:, 1].max() + .1
    c = P3(np.cos(T), y * 1.2 / H + 0 * T, np.sin(T))
    w = 1 + wob * fbm(c * .9 + 3.1 * seed, 3, seed)
    rr = np.maximum(r * w + k * nr / nl, 1e-4)
    yy = y * (1 + wob * .5 * noise(P3(np.cos(T) * .7 + seed, np.sin(T) * .7), seed + 5) * (y / H)) + k * ny / nl
    P = np.stack([rr * np.cos(T), yy, rr * np.sin(T)], -1)
    if warp is not None:
        P = warp(P)
    uv = np.stack([T / TAU, np.broadcast_to(ln / ln[-1], T.shape)], -1)
    return P, uv


def turned(name_prof, **kw):
    P, uv = revolve(name_prof, **kw)
    return Mesh().grid(P, uv, wrap=True)


def frames(path, ref=None):
    T = np.gradient(path, axis=0)
    T /= np.linalg.norm(T, axis=1, keepdims=True) + 1e-12
    if ref is not None:
        R = np.broadcast_to(np.asarray(ref, float), path.shape)
        B = np.cross(T, R); B /= np.linalg.norm(B, axis=1, keepdims=True) + 1e-12
        return T, np.cross(B, T), B
    N = np.empty_like(path)
    n = np.cross(T[0], [.3, 1, .2]); n /= np.linalg.norm(n)
    for i in range(len(path)):
        n = n - T[i] * n.dot(T[i]); n /= np.linalg.norm(n)
        N[i] = n
    return T, N, np.cross(T, N)


def tube(m, path, r, seg=8, ref=None, flat=1.0, taper=False, uscale=1.0, u0=0):
    """A round or flat tube; r may vary; flat is thickness over width."""
    T, N, B = frames(path, ref)
    s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    t = np.linspace(0, TAU, seg + 1)
    r = np.broadcast_to(np.asarray(r, float), (len(path),)).copy()
    if taper:
        path = np.vstack([path[:1], path, path[-1:]])
        T, N, B = [np.vstack([a[:1], a, a[-1:]]) for a in (T, N, B)]
        r = np.concatenate([[.001], r, [.001]]); s = np.concatenate([s[:1], s, s[-1:]])
    P = path[:, None] + r[:, None, None] * (B[:, None] * np.cos(t)[None, :, None]
                                            + flat * N[:, None] * np.sin(t)[None, :, None])
    uv = np.stack(np.broadcast_arrays(s[:, None] * uscale + u0, t[None] / TAU), -1)
    return m.grid(P, uv, wrap=True)


def rope(m, path, R, pitch=2.6, seg=18, ref=None, seed=0, strands=3):
    """A twisted rope of strands, with slightly uneven thickness."""
    T, N, B = frames(path, ref)
    s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    t = np.linspace(0, TAU, seg + 1)
    tw = TAU * s / pitch + .5 * noise(P3(s * .25, seed), seed)
    ph = t[None] - tw[:, None]
    al = (ph * strands / TAU) % 1.0
    al = (np.minimum(al, 1 - al)) * TAU / strands
    b, a = .47, .55
    rr = b * np.cos(al) + np.sqrt(np.maximum(a * a - (b * np.sin(al)) ** 2, .0))
    un = 1 + .06 * noise(P3(s * .6, seed * 3.7), seed + 1)[:, None] + .04 * noise(
        P3(s[:, None] * 2.1 + 0 * t, 3 * np.cos(t)[None] + 0 * s[:, None], 3 * np.sin(t)[None] + 0 * s[:, None]), seed + 2)
    rr = rr * un * R
    P = path[:, None] + rr[..., None] * (B[:, None] * np.cos(t)[None, :, None] + N[:, None] * np.sin(t)[None, :, None])
    uv = np.stack(np.broadcast_arrays(s[:, None], ph * strands / TAU / 3), -1)
    m.grid(P, uv, wrap=True)
    return P


def fuzz(m, P, count, length, width, seed=0):
    """Loose fibres standing off a rope's surface points P (a, b, 3)."""
    g = np.random.default_rng(seed)
    a, b = P.shape[:2]
    for _ in range(count):
        i, j = g.integers(2, a - 2), g.integers(0, b - 1)
        p = P[i, j]
        out = p - P[i].mean(0); out /= np.linalg.norm(out) + 1e-9
        d = P[i + 1, j] - P[i - 1, j]; d /= np.linalg.norm(d) + 1e-9
        L = length * g.uniform(.3, 1.3)
        dr = out * g.uniform(.15, .9) + d * g.uniform(-1, 1) + g.normal(0, .25, 3)
        bend = g.normal(0, .6, 3)
        t = np.linspace(0, 1, 5)[:, None]
        q = p + L * (dr * t + bend * t * t * .5)
        side = np.cross(dr, g.normal(0, 1, 3)); side /= np.linalg.norm(side) + 1e-9
        w = width * (1 - .7 * t)
        m.grid(np.stack([q - side * w, q + side * w], 1))


# ---------------------------------------------------------------- the sheet

def sheet(kind):
    """Cotton sheet on the table, rising softly into the background."""
    W, z0, z1, ny = 110, -70, 150, 330
    x = np.linspace(-W, W, 320)
    z = np.linspace(z0, z1, ny)
    X, Z = np.meshgrid(x, z)
    q = P3(X, 0, Z)
    wx = X + 9 * fbm(q * .018 + 4, 2, 3)
    wz = Z + 9 * fbm(q * .018 + 9, 2, 4)
    Y = .55 * fbm(P3(wx * .022, 0, wz * .03), 2, 11)

    def fold(nx, nz, off, width, h, seed):
        d = (wx * nx + wz * nz - off) + 2.5 * noise(q * .03 + seed, seed)
        along = -wx * nz + wz * nx
        amp = .55 + .45 * noise(P3(along * .022, seed), seed + 1)
        return h * np.clip(amp, 0, 1) * np.exp(-(d / width) ** 2)
    Y += fold(.93, .36, -27, 2.6, 1.0, 1) + fold(.75, -.66, 34, 3.2, 1.2, 2)
    Y += fold(.98, -.2, 22, 1.7, .55, 5) + fold(.35, .94, 37, 3.0, 1.1, 7)
    Y += fold(.88, .47, -48, 4.0, 1.6, 9) + fold(-.5, .86, 52, 4.5, 1.8, 12)
    # the creases of having lain folded in the press
    for off, ax in ((-19.5, X), (20.5, X), (27, Z), (-13, Z)):
        d = ax - off + .5 * noise(q * .05 + off, 21)
        Y += .22 * np.exp(-np.abs(d) / .9) * (.6 + .4 * noise(q * .06, 23))
    Y += .04 * fbm(q * .25, 3, 31)
    # leave the middle, where goods stand, flatter
    mid = np.exp(-((X / 20) ** 2 + ((Z - 2) / 16) ** 2))
    Y = (Y - .4) * (1 - .9 * mid)
    back = np.maximum(Z - 55, 0)
    Yb = np.where(back < 60, 60 - np.sqrt(np.maximum(3600 - np.minimum(back, 60) ** 2, 0)), 60 + (back - 60) * 8)
    Y = Y * (1 + .5 * smooth(Z, 40, 70)) + Yb
    Zb = np.where(back < 60, Z, 115 + (back - 60) * .03)
    P = np.stack([X, Y, Zb], -1)
    return Mesh().grid(P, np.stack([X, Z], -1))


# ---------------------------------------------------------------- clay

def rings(T, ln, k, amp, seed=0):
    n = noise(P3(ln * .8, seed), seed)
    return amp * np.sin(k * ln + T + 2 * n) * (.6 + .4 * noise(P3(ln * .5, 7 + seed), seed + 1))


def groove(x, at, w, depth):
    return -depth * np.exp(-((x - at) / w) ** 2)


def vase():
    prof = [(.02, 0.25), (3, .2), (4.6, 0), (5.1, .25), (5.6, 2), (7.3, 6), (8.3, 10.5), (7.7, 14.5), (5.6, 18), (3.9, 20.5),
            (3.45, 22.5), (3.9, 24.3), (5.0, 25.6), (5.35, 25.9), (5.3, 26.2), (4.9, 26.1), (3.6, 24.6), (3.0, 22.5), (3.2, 20), (5, 16), (5.5, 12)]

    def disp(T, ln, r, y):
        out = smooth(ln, 5, 6) * (1 - smooth(ln, 38.2, 39))
        d = rings(T, ln, 5.2, .022, 2)
        for at in (9.2, 9.75, 13.6, 14.1, 18.9):
            d += groove(y + .06 * noise(P3(np.cos(T) * 2, np.sin(T) * 2, at)), at, .10, .10)
        wave = 11.75 + .75 * np.sin(13 * T + .4 * np.sin(3 * T)) + .1 * np.sin(5 * T)
        for o in (-.28, 0, .28):
            d += groove(y, wave + o, .075, .085)
        k = (T * 34 / TAU + .15 * np.sin(5 * T)) % 1 - .5
        d += -.10 * np.exp(-((y - 16.1 - .05 * np.sin(9 * T)) / .42) ** 2 - (k / .2) ** 2)
        d += .035 * fbm(P3(6 * np.cos(T), y * .6, 6 * np.sin(T)), 3, 5)
        return d * out
    return turned(prof, rows=500, seg=380, disp=disp, wob=.016, seed=3,
                  warp=lambda P: P + P3(.010 * P[..., 1] * np.sin(P[..., 1] * .1), 0, .004 * P[..., 1]))


def lamp(seed):
    g = np.random.default_rng(seed)
    prof = [(.02, .25), (1.4, .15), (1.9, 0), (2.15, .25), (2.6, .8), (3.4, 1.6), (4.0, 2.25), (4.2, 2.65), (4.05, 2.8), (3.8, 2.6),
            (3.2, 1.75), (2.4, 1.05), (1.2, .75), (.02, .7)]
    sz, dx = g.uniform(.96, 1.04), g.uniform(-.15, .15)

    def disp(T, ln, r, y):
        return rings(T, ln, 6, .02, seed) + .03 * fbm(P3(r * np.cos(T), y, r * np.sin(T)) * 1.3, 3, seed)

    def warp(P):
        t = np.arctan2(P[..., 2], P[..., 0])
        h = smooth(P[..., 1], .5, 2.7)
        lip = np.exp(-(t / .36) ** 2)
        side = np.exp(-((np.abs(t) - .72) / .3) ** 2)
        R = np.hypot(P[..., 0], P[..., 2])
        k = 1 + h * (.34 * lip - .17 * side + dx * .15 * np.cos(2 * t + seed))
        Q = P * sz
        Q = np.stack([Q[..., 0] * k, Q[..., 1] * (1 + h * (.06 * lip + .10 * side)), Q[..., 2] * k * (1 - .25 * h * lip)], -1)
        return Q
    return turned(prof, rows=200, seg=220, disp=disp, warp=warp, wob=.03, seed=seed)


def jug():
    prof = [(.02, .5), (4, .35), (6.5, 0), (7.6, .5), (10.5, 3.5), (12.8, 8), (13.1, 12), (11.6, 16), (8.6, 19.2), (6.0, 20.6),
            (4.9, 21.6), (4.8, 22.8), (5.6, 24.2), (6.7, 25.1), (7.1, 25.5), (7.05, 25.9), (6.5, 25.9), (5.0, 24.4), (4.2, 22.8), (4.3, 21.4), (6, 19.8), (9, 17)]

    def disp(T, ln, r, y):
        d = rings(T, ln, 4.2, .03, 4) + .05 * fbm(P3(5 * np.cos(T), y * .5, 5 * np.sin(T)), 3, 8)
        for at in (19.4, 18.9, 15.2):
            d += groove(y, at + .05 * np.sin(4 * T), .12, .09)
        k = (T * 40 / TAU + .1 * np.sin(7 * T)) % 1 - .5
        d += -.11 * np.exp(-((y - 17.0 - k * .8) / .75) ** 2 - ((k - (y - 17) * .22) / .11) ** 2)
        # paddle marks low on the belly
        d += .06 * noise(P3(7 * np.cos(T), y * .45, 7 * np.sin(T)), 12) * (1 - smooth(y, 9, 13))
        return d * smooth(ln, 6.5, 7.5)
    return turned(prof, rows=500, seg=360, disp=disp, wob=.018, seed=6)


def jug_lid():
    prof = [(.02, .55), (3.5, .35), (4.3, .0), (5.2, .55), (6.3, .75), (6.75, .95), (6.7, 1.25), (6.2, 1.3), (4.6, 1.5), (2.6, 2.2), (1.35, 2.55),
            (1.0, 3.0), (1.25, 3.6), (1.3, 4.1), (.8, 4.5), (.02, 4.6)]

    def disp(T, ln, r, y):
        return rings(T, ln, 5, .02, 9) + .03 * fbm(P3(r * np.cos(T), y, r * np.sin(T)) * .8, 3, 3)
    return turned(prof, rows=200, seg=180, disp=disp, wob=.02, seed=12)


def cup(seed):
    g = np.random.default_rng(seed)
    h = 7.6 * g.uniform(.96, 1.04); w = g.uniform(.97, 1.03)
    prof = [(.02, .45), (1.9, .4), (2.35, .0), (2.7, .2), (2.85, .6), (3.15, 1.3), (3.65, .4 * h), (3.8, .65 * h), (4.05, .88 * h), (4.3, h - .25), (4.3, h),
            (4.12, h + .05), (3.95, h - .35), (3.55, .65 * h), (3.35, .4 * h), (2.9, .2 * h), (2, 1.0), (.02, .9)]
    prof = [(a * w, b) for a, b in prof]

    def disp(T, ln, r, y):
        d = rings(T, ln, 4.6, .03, seed) + .03 * fbm(P3(4 * np.cos(T), y * .8, 4 * np.sin(T)), 3, seed)
        out = smooth(ln, 3, 3.5) * (1 - smooth(ln, 10.5, 11.2))
        d += out * (groove(y, .72 * h, .07, .06) + groove(y, .72 * h - .35, .07, .06))
        return d * smooth(r, 0, .8)
    return turned(prof, rows=230, seg=200, disp=disp, wob=.022, seed=seed)


# ---------------------------------------------------------------- metal

def facets(T, s, R, spacing, depth, seed, s_lo, s_hi):
    """Hammer marks: shallow dishes meeting in soft ridges."""
    g = np.random.default_rng(seed)
    pts = []
    n = int(TAU * R / spacing)
    row = s_lo
    while row < s_hi:
        t = (np.arange(n) + .5 * (int(row / spacing) % 2) + g.normal(0, .22, n)) / n * TAU
        pts.append(np.stack([t * R, row + g.normal(0, .22 * spacing, n)], 1))
        row += spacing * .88
    q = np.concatenate(pts)
    q = np.concatenate([q, q + [TAU * R, 0], q - [TAU * R, 0]])
    best = np.full(T.shape, 1e9); second = best.copy()
    tt = T * R
    for a, b in q:
        d = (tt - a) ** 2 + (s - b) ** 2
        m = d < best
        second = np.where(m, best, np.minimum(second, d))
        best = np.minimum(best, d)
    k = np.minimum(best, spacing ** 2) / spacing ** 2
    edge = np.clip((np.sqrt(np.minimum(second, 9e4)) - np.sqrt(best)) / spacing, 0, 1)
    k = k * (.55 + .45 * smooth(edge, 0, .25))
    return depth * k


def bowl():
    prof = [(.02, .35), (2.5, .25), (3.6, .0), (3.9, .15), (4.1, .6), (5.6, 1.4), (7.8, 3.2), (9.0, 5.4), (9.45, 7.4), (9.6, 7.75), (9.5, 7.95), (9.3, 7.8),
            (8.75, 5.4), (7.5, 3.4), (5.4, 1.75), (3, 1.1), (.02, .95)]

    def disp(T, ln, r, y):
        out = smooth(ln, 4.7, 5.3) * (1 - smooth(ln, 12.4, 13.0))
        ins = smooth(ln, 14.2, 15.0)
        f = facets(T, ln, 7.5, 1.3, .34, 4, 4.5, 13)
        d = out * f * smooth(r, 3.5, 7)
        f2 = facets(T, ln, 6.0, 1.3, .10, 8, 14, 25)
        return d - ins * f2 * smooth(r, 1.5, 5)
    return turned(prof, rows=360, seg=420, disp=disp, wob=.008, seed=2)


def plate():
    prof = [(.02, .05), (8, .02), (11.2, .1), (12.2, .6), (12.7, 1.35), (13.1, 1.7), (15.6, 1.95), (16.0, 2.1), (16.1, 2.3), (15.9, 2.4), (15.5, 2.3),
            (13.1, 2.0), (12.5, 1.75), (11.9, .95), (11.0, .5), (8, .38), (.02, .33)]

    def disp(T, ln, r, y):
        top = smooth(ln, 17.3, 17.8)
        d = 0 * T
        for at in (3.0, 3.25, 7.2, 7.4, 10.7, 13.5, 15.2):
            d += top * groove(r, at, .05, .03)
        d += .012 * noise(P3(r * np.cos(T), 0, r * np.sin(T)) * .5, 4)
        d += .006 * noise(P3(r * np.cos(T), 0, r * np.sin(T)) * 1.2, 6)
        return d
    return turned(prof, rows=460, seg=300, disp=disp, wob=.005, seed=8)


def lota():
    prof = [(.02, .4), (2.8, .3), (3.9, .0), (4.2, .25), (4.0, .65), (3.75, .95), (4.6, 1.5), (6.3, 3.2), (7.0, 5.4), (6.6, 7.6), (5.2, 9.5), (3.9, 10.6),
            (3.55, 11.2), (3.6, 11.7), (4.4, 12.5), (5.3, 13.15), (5.5, 13.45), (5.35, 13.6), (4.9, 13.4), (3.6, 12.2), (3.2, 11.4), (3.6, 10.4), (5.0, 9), (6, 7)]

    def disp(T, ln, r, y):
        out = smooth(ln, 4.6, 5) * (1 - smooth(ln, 21.3, 21.8))
        d = 0 * T
        for at in (9.75, 9.45, 6.6, 6.35, 4.6, 11.35):
            d += groove(y, at, .06, .05)
        k = (T * 30 / TAU) % 1 - .5
        d += -.06 * np.exp(-((y - 8.1) / .5) ** 2 - (k / .22) ** 2)
        d += .018 * noise(P3(r * np.cos(T), y, r * np.sin(T)) * .75, 4)
        return d * out
    return turned(prof, rows=440, seg=300, disp=disp, wob=.007, seed=5)


# ---------------------------------------------------------------- jute and cane

def spiral_flat(R0, R1, d, y, per_cm):
    turns = (R1 - R0) / d
    L = np.pi * (R1 ** 2 - R0 ** 2) / d
    n = int(L * per_cm)
    # even in arc length: r^2 grows linearly
    u = np.linspace(0, 1, n)
    r = np.sqrt(R0 ** 2 + u * (R1 ** 2 - R0 ** 2))
    t = (r - R0) / d * TAU
    return r, t, turns


def basket():
    m = Mesh()
    R, d = .58, .98
    rb = 11.6
    r, t, turns = spiral_flat(.5, rb, d, R, 5)
    base = np.stack([r * np.cos(t), R + 0 * t, r * np.sin(t)], 1)
    rows = 16
    n = int(rows * TAU * 13.5 * 6)
    u = np.linspace(0, 1, n)
    tt = t[-1] + u * rows * TAU
    h = u * rows
    rad = rb + .3 + 2.2 * np.sin(np.clip(h / rows, 0, 1) * np.pi * .62) ** .8 + .1 * noise(P3(tt * .8), 4)
    y = R + h * d * .94 + .10 * noise(P3(np.cos(tt) * 2, np.sin(tt) * 2, h * .5), 8)
    wall = np.stack([rad * np.cos(tt), y, rad * np.sin(tt)], 1)
    path = np.vstack([base, wall[1:]])
    P = rope(m, path, R, seg=16, ref=[0, 1, 0], seed=3)
    fuzz(m, P[len(base):], 5200, .75, .011, 5)
    top = wall[-1, 1]
    rt = rad[-1]
    for k, a0 in ((0, 0), (1, np.pi)):
        s = np.linspace(-1, 1, 170)
        ang = a0 + s * .40
        hh = 4.4 * (1 - np.abs(s) ** 2.6) - 1.6 - 1.2 * np.abs(s) ** 6
        rr = rt + .75 + .5 * (1 - s * s)
        q = np.stack([rr * np.cos(ang), top + hh, rr * np.sin(ang)], 1)
        Ph = rope(m, q, .66, pitch=3, seg=20, seed=6 + k)
        fuzz(m, Ph, 260, .7, .011, 8 + k)
        for sgn in (-1, 1):        # whipping where the handle meets the wall
            a1 = a0 + sgn * .39
            w = np.linspace(0, 1, 160)
            ph = w * TAU * 6
            c = np.stack([(rt + .45 + 1.25 * np.cos(ph)), top - 1.0 - 1.7 * w + 0 * ph, .9 * np.sin(ph)], 1)
            ca, sa = np.cos(a1), np.sin(a1)
            q = np.stack([c[:, 0] * ca - c[:, 2] * sa, c[:, 1], c[:, 0] * sa + c[:, 2] * ca], 1)
            rope(m, q, .16, pitch=.8, seg=8, seed=2)
    return m


def mat(seed):
    m = Mesh()
    R, d = .42, .77
    r, t, turns = spiral_flat(.35, 17.5, d, R, 6.5)
    wob = .06 * noise(P3(np.cos(t) * 3, np.sin(t) * 3, r * .7), seed)
    y = R * .9 + .06 * noise(P3(r * np.cos(t), seed, r * np.sin(t)) * .2, seed) + .05 * wob + .5 * (r / 17.5) ** 4 * np.maximum(
        noise(P3(np.cos(t) * .8, np.sin(t) * .8, seed), seed), 0)
    q = np.stack([(r + wob) * np.cos(t), y, (r + wob) * np.sin(t)], 1)
    P = rope(m, q, R, pitch=1.9, seg=14, ref=[0, 1, 0], seed=seed)
    fuzz(m, P, 2600, .55, .009, seed)
    # tail end tucked: a little stitched tail
    return m


def oval(a, b, n, y=0.0):
    t = np.linspace(0, TAU, 2000)
    e = 2 / 2.4
    q = np.stack([a * np.sign(np.cos(t)) * np.abs(np.cos(t)) ** e, b * np.sign(np.sin(t)) * np.abs(np.sin(t)) ** e], 1)
    q = resample(q, n)
    return np.stack([q[:, 0], np.full(n, y), q[:, 1]], 1)


def tray():
    m = Mesh()
    a, b = 19.5, 13.0
    g = np.random.default_rng(3)
    p = .72
    e = 2.4

    def half(x, A, B):
        return B * np.maximum(1 - np.abs(x / A) ** e, 0) ** (1 / e)
    nz = int(b / p)
    for j in range(-nz, nz + 1):               # weavers along x
        z = j * p + g.normal(0, .03)
        L = half(z, b, a)
        x = np.linspace(-L, L, max(int(2 * L / p * 6), 8))
        y = .35 + .12 * np.cos(np.pi * (x / p + j)) + .02 * g.normal()
        tube(m, np.stack([x, y, z + .05 * noise(P3(x * .3, j), 2)], 1), .30 * g.uniform(.93, 1.05), 8, [0, 1, 0], .22, u0=g.uniform(0, 90))
    nx = int(a / p)
    for j in range(-nx, nx + 1):
        x = j * p + g.normal(0, .03)
        L = half(x, a, b)
        z = np.linspace(-L, L, max(int(2 * L / p * 6), 8))
        y = .35 - .12 * np.cos(np.pi * (z / p + j))
        tube(m, np.stack([x + .05 * noise(P3(z * .3, j), 5), y, z], 1), .30 * g.uniform(.93, 1.05), 8, [0, 1, 0], .22, u0=g.uniform(0, 90))
    N = 104
    n = N * 10 + 1
    base = oval(a, b, n)
    k = np.linspace(0, N, n)
    tan = np.gradient(base, axis=0); tan[0] = tan[-1] = (base[1] - base[-2]) / 2
    tan /= np.linalg.norm(tan, axis=1, keepdims=True)
    out = np.stack([tan[:, 2], 0 * k, -tan[:, 0]], 1)
    rows, H = 11, 4.2

    def wall(y):
        return .9 * (y / H) ** 1.3 + .12 * np.sin(y * 2)
    for i in range(rows):
        y = .35 + (i + .5) * H / rows
        off = wall(y) + .19 * np.cos(np.pi * k + np.pi * i) + .03 * noise(P3(k * .2, i), 6)
        q = base + out * off[:, None]
        q[:, 1] = y + .03 * noise(P3(np.cos(k / N * TAU) * 4, np.sin(k / N * TAU) * 4, i), 9)
        q[-1] = q[0]
        tube(m, q, .185 * g.uniform(.95, 1.05), 8, [0, 1, 0], 1.0, u0=g.uniform(0, 90))
    for s in range(N):
        i = s * 10
        y = np.linspace(.1, H + .3, 24)
        off = wall(y) - .0
        q = base[i] + out[i] * off[:, None]
        q[:, 1] = y
        q += tan[i] * (.04 * noise(P3(y * .5, s), 3))[:, None]
        tube(m, q, .15, 7, u0=g.uniform(0, 90))
    rim = base + out * (wall(H) + .05)
    for dy, ro, rr in ((H + .45, .26, .33), (H + .45, -.30, .30), (H + .9, 0, .30)):
        q = rim + out * ro; q[:, 1] = dy; q[-1] = q[0]
        tube(m, q, rr, 10, [0, 1, 0], u0=g.uniform(0, 90))
    foot = base + out * .15
    foot[:, 1] = .28
    tube(m, foot, .32, 10, [0, 1, 0])
    # wrapped rim: a flat strip wound round the three canes
    turns = 150
    nn = turns * 26 + 1
    u = np.linspace(0, n - 1, nn)
    c = np.stack([np.interp(u, np.arange(n), rim[:, i]) for i in range(3)], 1)
    o = np.stack([np.interp(u, np.arange(n), out[:, i]) for i in range(3)], 1)
    o /= np.linalg.norm(o, axis=1, keepdims=True)
    ph = np.linspace(0, turns * TAU, nn)
    ph = ph + .25 * noise(P3(ph * .05), 3)
    q = c + o * (.70 * np.cos(ph))[:, None]
    q[:, 1] = H + .58 + .66 * np.sin(ph)
    ref = o * np.cos(ph)[:, None] + np.array([0, 1, 0]) * np.sin(ph)[:, None]
    tube(m, q, .27, 8, ref, .2, uscale=1)
    return m


# ---------------------------------------------------------------- cotton

def slab(m, path_zy, W, t, seed, amp=.10, nx=96, v0=0.0, flare=0.0):
    """Cloth of some thickness: a flat closed section swept along a (z, y) path."""
    q = np.asarray(path_zy, float)
    n = len(q)
    s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(q, axis=0), axis=1))])
    T = np.gradient(q, axis=0); T /= np.linalg.norm(T, axis=1, keepdims=True)
    N = np.stack([-T[:, 1], T[:, 0]], 1)
    e = np.linspace(-1, 1, nx)
    xs = np.concatenate([e, e[::-1], e[:1]])
    th = np.sqrt(np.maximum(1 - np.abs(e) ** 60, 0)) * t / 2
    off = np.concatenate([th, -th, th[:1]])
    X = xs[None] * W / 2 * (1 + .004 * noise(P3(s * .25, seed), seed)[:, None])
    X = X + .12 * noise(P3(s[:, None] * .3, np.sign(xs)[None] * 3, seed), seed + 3)
    w = amp * fbm(P3(X * .16, s[:, None] * .16, seed * 3.3), 3, seed)
    w = w + .35 * amp * fbm(P3(X * .5, s[:, None] * .5, seed * 1.7), 3, seed + 9)
    o = off[None] + w
    Z = q[:, 0][:, None] + N[:, 0][:, None] * o
    Y = q[:, 1][:, None] + N[:, 1][:, None] * o
    edge = np.abs(xs[None]) ** 8
    Y = Y - flare * edge
    P = np.stack([X, Y, Z], -1)
    uv = np.stack(np.broadcast_arrays(xs[None] * W / 2 + 0 * X, s[:, None] + v0 + 0 * X), -1)
    m.grid(P, uv, wrap=True)
    return m


def ufold(D, ylo, yhi, zf, n=84):
    r = (yhi - ylo) / 2
    a = np.linspace(np.pi / 2, 3 * np.pi / 2, 26)
    top = np.stack([np.linspace(D, zf + r, n), np.full(n, yhi)], 1)
    arc = np.stack([zf + r + r * 1.15 * np.cos(a), ylo + r + r * np.sin(a)], 1)
    bot = np.stack([np.linspace(zf + r, D, n), np.full(n, ylo)], 1)
    return np.vstack([top, arc[1:-1], bot])


def towel(seed):
    """One gamcha folded in four: a round fold in front, layered edges at the sides."""
    m = Mesh()
    g = np.random.default_rng(seed)
    h = .34
    W, D = 26, 19
    slab(m, ufold(D / 2, .12, .12 + 5 * h, -D / 2), W, .17, seed, .16, v0=g.uniform(0, 9))
    slab(m, ufold(D / 2 - .3, .12 + h, .12 + 4 * h, -D / 2 + .7), W - .25, .17, seed + 1, .14, v0=3)
    slab(m, ufold(D / 2 - .1, .12 + 2 * h, .12 + 3 * h, -D / 2 + 1.3), W - .1, .17, seed + 2, .12, v0=7)
    return m


def towel_flat(seed):
    """A gamcha spread and loosely gathered, for the detail and in-use views."""
    nx, nz = 420, 420
    x = np.linspace(-34, 34, nx); z = np.linspace(-30, 30, nz)
    Z, X = np.meshgrid(z, x, indexing='ij')
    q = P3(X, 0, Z)
    ph = X * .36 + 1.6 * fbm(q * .045, 2, seed) + .02 * Z
    ga = .25 + .75 * smooth(Z, -30, 25)
    Y = (1.0 + .9 * np.sin(ph)) * ga * (1 + .25 * noise(q * .08, seed + 2)) + .12 * fbm(q * .35, 3, seed + 3)
    Xs = X * (1 - .30 * ga) + .35 * ga * np.cos(ph)
    P = np.stack([Xs, Y + .2, Z + 1.2 * noise(q * .05, seed + 5)], -1)
    m = Mesh().grid(P, np.stack([X, Z], -1))
    fringe(m, P[0], X[0], -30, [0, -.25, -1], 2.6, .055, seed)
    return m


def fringe(m, edge, u, v, way, length, floor, seed):
    """Twisted ends along an edge; each takes the colour of the warp it continues."""
    g = np.random.default_rng(seed)
    way = np.array(way, float)
    d = np.cumsum(np.concatenate([[0], np.linalg.norm(np.diff(edge, axis=0), axis=1)]))
    at = 0.0
    while at < d[-1]:
        p = np.array([np.interp(at, d, edge[:, k]) for k in range(3)])
        uu = np.interp(at, d, u)
        t = np.linspace(0, 1, 9)[:, None]
        L = length * g.uniform(.8, 1.15)
        q = p + L * (way * t + g.normal(0, .16, 3) * t + g.normal(0, .18, 3) * t * t)
        if floor is not None:
            q[:, 1] = np.maximum(q[:, 1] - .5 * L * t[:, 0] ** 2 * abs(way[1]), floor)
        tube(m, q, .045 * (1 + .25 * np.sin(t[:, 0] * 30)) * (1 - .4 * t[:, 0] ** 6), 6)
        m.uv[-1] = np.tile([[uu, v + .02]], (len(m.uv[-1]), 1))
        at += g.uniform(.17, .27)


def towel_drape(seed):
    """A gamcha hung over a rail along x at y=0: front and back falls."""
    m = Mesh()
    ns, nx = 420, 360
    L = 74
    s = np.linspace(-L / 2, L / 2 + 6, ns)
    x = np.linspace(-21, 21, nx)
    S, X = np.meshgrid(s, x, indexing='ij')
    r = 1.6
    a = np.clip(S / r, -np.pi / 2, np.pi / 2)
    z = -r * np.sin(a)
    y = r * np.cos(a) - np.maximum(np.abs(S) - r * np.pi / 2, 0)
    down = smooth(-y, 0, 30)
    ph = X * .48 + 1.5 * noise(P3(X * .07, S * .02, seed), seed)
    k = down * 2.1 + .15
    z = z + np.sign(-S + 1e-9) * k * (1 + np.sin(ph + .012 * S)) + .15 * fbm(P3(X * .2, S * .12), 3, seed)
    Xd = X * (1 - .14 * down) + .5 * k * np.cos(ph)
    P = np.stack([Xd, y, z], -1)
    m.grid(P, np.stack([X, S], -1))
    fringe(m, P[-1], X[-1], S[-1, 0], [0, -1, 0], 2.8, None, seed)
    return fringe(m, P[0], X[0], S[0, 0], [0, -1, 0], 2.8, None, seed + 1) or m


CU = 20.0


def cushion_surf(a, b, side=1, pucker=True):
    """Point on the cushion for cloth coordinates a, b in cm (-20..20)."""
    u, v = a / CU, b / CU
    au, av = np.abs(u), np.abs(v)
    h = 6.6 * np.maximum(1 - au ** 2.5, 0) ** .62 * np.maximum(1 - av ** 2.5, 0) ** .62
    pull = .085
    x = a * (1 - pull * (1 - v * v) * au ** 3 - .05)
    z = b * (1 - pull * (1 - u * u) * av ** 3 - .05)
    y = side * h
    q = P3(a, 0, b)
    er = np.maximum(au, av)
    wr = np.sin(np.where(au > av, b, a) * 1.15 + 1.8 * noise(q * .12, 3)) * smooth(er, .62, .9) * (1 - smooth(er, .97, 1.0))
    y = y + side * .16 * wr * (.6 + .4 * noise(q * .2, 8))
    y = y + side * .30 * fbm(q * .09, 3, 5) * (1 - er ** 4)
    y = y - side * 1.0 * np.exp(-((a - 3) / 8.) ** 2 - ((b - 9) / 7.) ** 2)
    if pucker:
        row = b / .62
        f = np.abs(np.sin(np.pi * row))
        ph = np.cos(np.pi * (a / .39 + (np.floor(row + .5) % 2)) + .8 * noise(q * .5, 4))
        y = y + side * (.10 * f ** .8 + .040 * ph * (1 - f)) * (1 - smooth(er, .94, .99))
    return P3(x, y, z)


def cushion():
    m = Mesh()
    n = 420
    e = np.sin(np.linspace(-1, 1, n) * np.pi / 2)
    e = (.65 * np.linspace(-1, 1, n) + .35 * e) * CU
    B, A = np.meshgrid(e, e, indexing='ij')
    m.grid(cushion_surf(A, B, 1), np.stack([A, B], -1))
    n2 = 160
    e = np.linspace(-1, 1, n2) * CU
    B, A = np.meshgrid(e, e, indexing='ij')
    m.grid(cushion_surf(A, B, -1, False), np.stack([A, B], -1))
    k = np.linspace(-CU, CU, 260)
    q = np.concatenate([P3(k, 0, -CU), P3(CU, 0, k), P3(-k, 0, CU), P3(-CU, 0, -k)])
    s = cushion_surf(q[:, 0], q[:, 2], 1, False)
    tube(m, np.vstack([s, s[:1]]), .22, 8, [0, 1, 0])
    return m


def stitch_curves():
    """Indigo lotus, leaves and border as polylines in cloth centimetres."""
    t = np.linspace(0, TAU, 240)
    C = []
    for r in (1.3, 2.0):
        C.append(np.stack([r * np.cos(t), r * np.sin(t)], 1))

    def petal(ang, r0, r1, w):
        u = np.linspace(0, 1, 60)
        rad = r0 + (r1 - r0) * u
        wd = w * np.sin(np.pi * u ** .85) ** .9
        a = np.concatenate([np.stack([rad, wd], 1), np.stack([rad, -wd], 1)[::-1]])
        c, s = np.cos(ang), np.sin(ang)
        return np.stack([a[:, 0] * c - a[:, 1] * s, a[:, 0] * s + a[:, 1] * c], 1)
    for i in range(8):
        an = i * TAU / 8
        C += [petal(an, 2.5, 7.2, 1.55), petal(an, 3.2, 6.2, .85)]
        C += [petal(an + TAU / 16, 4.6, 9.4, 1.35), petal(an + TAU / 16, 5.6, 8.5, .6)]
    for i in range(4):
        an = i * TAU / 4 + TAU / 8
        c, s = np.cos(an), np.sin(an)
        for off, sc in ((0, 1.0), (.62, .9), (-.62, .9)):
            p = petal(an + off, 0, 5.0 * sc, 1.1 * sc)
            C.append(p + 12.3 * np.array([c, s]))
    for r in (17.2, 17.9):
        k = np.linspace(-r, r, 80)
        C += [np.stack([k, 0 * k - r], 1), np.stack([k, 0 * k + r], 1), np.stack([0 * k - r, k], 1), np.stack([0 * k + r, k], 1)]
    return C


def stitches(colour):
    m = Mesh()
    g = np.random.default_rng(4)
    segs = []
    if colour == 'indigo':
        for c in stitch_curves():
            L = np.linalg.norm(np.diff(c, axis=0), axis=1).sum()
            q = resample(c, max(int(L / .06), 4))
            i, st, gp = 0, 8, 5
            while i + st < len(q):
                j = st + g.integers(-1, 2)
                if i + j >= len(q):
                    break
                segs.append((q[i], q[i + j])); i += j + gp + g.integers(-1, 2)
    else:
        for r in range(-30, 31):
            y = r * .62
            x = -19.0 + (r % 2) * .39
            while x < 18.6:
                L = .44 + g.normal(0, .04)
                segs.append((np.array([x, y + g.normal(0, .03)]), np.array([x + L, y + g.normal(0, .03)])))
                x += .78
    S = np.array(segs) + g.normal(0, .025, (len(segs), 2, 2))
    k = np.linspace(0, 1, 6)
    prof = np.array([.001, .75, 1, 1, .75, .001])
    w = .085 if colour == 'indigo' else .052
    for a, b in S:
        ab = a + (b - a) * k[:, None]
        p = cushion_surf(ab[:, 0], ab[:, 1], 1)
        ends = np.array([-.05, .02, .05, .05, .02, -.05])
        p[:, 1] = np.maximum(p[:, 1], np.interp(k, [0, 1], [p[0, 1], p[-1, 1]])) + ends
        tube(m, p, w * prof, 6, [0, 1, 0], .8)
    return m


# ---------------------------------------------------------------- pantry

JAR = [(.02, .3), (3.2, .3), (4.1, .0), (4.55, .25), (4.7, .9), (4.75, 3), (4.75, 8.2), (4.55, 9.2), (3.9, 9.9), (3.45, 10.3), (3.4, 10.8), (3.4, 11.9), (3.5, 12.1), (3.35, 12.2),
       (3.15, 12.0), (3.1, 10.6), (3.2, 10.1), (3.7, 9.6), (4.25, 8.9), (4.42, 8.0), (4.42, 3), (4.4, 1.0), (4.1, .6), (3.2, .5), (.02, .5)]


def jar():
    return turned(JAR, rows=260, seg=200, wob=.004, seed=3)


def jar_fill(top):
    k = 4.43
    prof = [(.02, .49), (3.2, .49), (4.1, .59), (4.41, 1.0), (k, 3), (k, min(8.0, top - .3))]
    if top > 9:
        prof += [(4.26, 8.9), (3.71, 9.6), (3.5, min(top, 9.75) - .03)]
        prof += [(3.3, top), (2, top), (.02, top)]
    else:
        prof += [(k - .02, top), (k - .2, top - .1), (2.5, top - .12), (.02, top - .12)]
    return turned(prof, rows=200, seg=160, wob=.004, seed=3)


def ghee_fill():
    def disp(T, ln, r, y):
        return .07 * fbm(P3(r * np.cos(T), y, r * np.sin(T)) * .8, 3, 6) * smooth(ln, 12.6, 13.4)
    prof = [(.02, .52), (3.2, .53), (4.08, .63), (4.37, 1.0), (4.39, 3), (4.39, 8.0), (4.36, 8.35), (4.1, 8.2), (3, 8.1), (1.5, 8.3), (.02, 8.2)]
    return turned(prof, rows=220, seg=180, disp=disp, wob=.004, seed=3)


def capcloth():
    """Cloth tied over the jar's mouth."""
    def prof(u):
        return None
    rows, seg = 240, 420
    q = spline([(.02, 12.75), (2, 12.7), (3.2, 12.5), (3.62, 12.15), (3.65, 11.6), (3.52, 11.15), (3.55, 10.8), (4.2, 10.3), (5.0, 9.7), (5.5, 9.15), (5.65, 8.8)], rows)
    t = np.linspace(0, TAU, seg + 1)
    u = np.linspace(0, 1, rows)[:, None]
    T = np.broadcast_to(t, (rows, seg + 1))
    pl = np.sin(17 * T + 1.5 * np.sin(3 * T) + .9 * np.sin(5 * T + 1))
    pl2 = np.sin(29 * T + 2 * np.sin(4 * T))
    low = smooth(u, .58, .95)
    k = (.04 + .50 * low) * pl * smooth(u, .3, .6) + .10 * pl2 * smooth(u, .38, .6)
    corner = 1 + .10 * np.cos(4 * T + .6) * low
    r = q[:, 0][:, None] * corner + k
    y = q[:, 1][:, None] - .55 * np.cos(4 * T + .6) * low + .12 * low * pl2 + .03 * fbm(P3(np.cos(T) * 3, u * 4, np.sin(T) * 3), 3, 2)
    P = np.stack([r * np.cos(T), y + 0 * T, r * np.sin(T)], -1)
    uv = np.stack([q[:, 0][:, None] * np.cos(T) * (1 + u), q[:, 0][:, None] * np.sin(T) * (1 + u)], -1)
    return Mesh().grid(P, uv, wrap=True)


def capstring():
    m = Mesh()
    u = np.linspace(0, 3, 420)
    q = np.stack([3.72 * np.cos(u * TAU), 11.0 + .16 * u + .05 * np.sin(u * 9), 3.72 * np.sin(u * TAU)], 1)
    rope(m, q, .11, pitch=.55, seg=10, seed=4)
    # the bow
    s = np.linspace(0, 1, 120)
    for sg in (-1, 1):
        a = s * TAU
        q = np.stack([sg * (1.1 * (1 - np.cos(a)) * .8), 11.2 + .55 * np.sin(a) * (1 if sg > 0 else .8) - .5 * (1 - np.cos(a)) * .5, -3.85 - .25 * np.sin(a / 2)], 1)
        rope(m, q, .10, pitch=.5, seg=10, seed=7)
    q = spline([(0, 11.2, -3.9), (.6, 10.6, -4.4), (.9, 9.3, -5.3), (1.2, 7.6, -5.55)], 100)
    rope(m, q, .10, pitch=.5, seg=10, seed=9)
    q = spline([(0, 11.2, -3.9), (-.5, 10.6, -4.4), (-.8, 9.3, -5.35), (-.9, 8.2, -5.2)], 100)
    rope(m, q, .10, pitch=.5, seg=10, seed=10)
    q = spline([(-.02, 11.4, -3.75), (.25, 11.25, -4.1), (.1, 11.05, -4.1), (-.05, 11.1, -3.8)], 40)
    rope(m, q, .13, pitch=.5, seg=10, seed=11)
    return m


def wood_spoon():
    """Wooden spoon lying along +x, bowl at the origin end."""
    n, k = 220, 60
    x = np.linspace(0, 22, n)
    w = np.interp(x, [0, .15, .6, 1.5, 2.8, 4.2, 5.4, 6.3, 7.5, 14, 20, 21.6, 22], [.02, .75, 1.45, 2.15, 2.4, 2.0, 1.2, .75, .58, .62, .78, .6, .02])
    ker = np.hanning(11); ker /= ker.sum()
    w = np.convolve(np.pad(w, 5, 'edge'), ker, 'valid')
    w[0] = w[-1] = .01
    hgt = np.minimum(w, .52)
    hollow = .75 * np.exp(-((x - 2.7) / 1.75) ** 4)
    yc = .7 + .035 * np.maximum(x - 5, 0) - .0009 * np.maximum(x - 5, 0) ** 2 * 2 + .25 * smooth(x, 4, 8)
    deep = .55 * np.exp(-((x - 2.7) / 2.4) ** 4)
    t = np.linspace(0, TAU, k + 1)
    c, s = np.cos(t)[None], np.sin(t)[None]
    Z = w[:, None] * c
    low = np.where(s < 0, s * (hgt + deep)[:, None], s * hgt[:, None] * .75)
    top = np.where(s > 0, -(hollow * 1.15)[:, None] * np.clip(1 - c ** 2 * 1.15, 0, 1) ** .6, 0)
    Y = yc[:, None] + low + top
    return Mesh().grid(np.stack([np.broadcast_to(x[:, None], Z.shape), Y, Z], -1), np.stack([np.broadcast_to(x[:, None], Z.shape), Z], -1), wrap=True)


# ---------------------------------------------------------------- plants

def marigold(seed):
    m = Mesh()
    g = np.random.default_rng(seed)
    n = 150
    for i in range(n):
        f = (i + .5) / n
        az = i * 2.39996 + g.normal(0, .12)
        el = np.pi / 2 * (1 - f ** .75) + g.normal(0, .06) - .12
        r0 = .5
        L = (1.0 + .75 * f) * g.uniform(.88, 1.1)
        wd = .42 + .30 * f
        d = np.array([np.cos(az) * np.cos(el), np.sin(el), np.sin(az) * np.cos(el)])
        up = np.array([-np.cos(az) * np.sin(el), np.cos(el), -np.sin(az) * np.sin(el)])
        sd = np.cross(d, up)
        u = np.linspace(0, 1, 7)[:, None, None]
        v = np.linspace(-1, 1, 7)[None, :, None]
        ww = wd * np.sin(np.pi * (.12 + .70 * u)) ** .8
        ruf = .07 * np.sin(v * 7 + g.uniform(0, 6)) * u
        P = d * (r0 + L * u - .10 * u * np.abs(v) * 1.2) + sd * ww * v + up * (.26 * u * u * (1 - f) - .20 * u * u * f + .16 * v * v * u + ruf)
        P = P * np.array([1, .72, 1]) + np.array([0, .55, 0])
        m.grid(P, np.stack(np.broadcast_arrays(u[..., 0], v[..., 0]), -1))
    return m


def kash(seed):
    """A kash-grass plume on its stem, rising from the origin."""
    m = Mesh()
    g = np.random.default_rng(seed)
    H = g.uniform(40, 47)
    lean = g.uniform(-.25, .25, 2)
    u = np.linspace(0, 1, 90)
    q = np.stack([lean[0] * H * u ** 2 * .9, H * u, lean[1] * H * u ** 2 * .9], 1)
    tube(m, q, .13 * (1 - .75 * u) + .012, 7)
    for i in range(1500):
        a = g.uniform(.56, 1.0)
        k = int(a * 89)
        p = q[k]
        az = g.uniform(0, TAU)
        L = (3.6 * np.sin(np.pi * (a - .50) / .56) + .8) * g.uniform(.5, 1.1)
        d = np.array([np.cos(az) * .38, .95, np.sin(az) * .38])
        sag = np.array([lean[0], -.25, lean[1]]) * g.uniform(.2, 1.2)
        t = np.linspace(0, 1, 5)[:, None]
        r = p + L * (d * t + sag * t * t)
        s = np.cross(d, g.normal(0, 1, 3)); s /= np.linalg.norm(s)
        w = .028 * (1 - .6 * t)
        m.grid(np.stack([r - s * w, r + s * w], 1))
    return m


def leaf():
    u = np.linspace(0, 1, 40)[:, None]; v = np.linspace(-1, 1, 21)[None]
    w = 1.7 * np.sin(np.pi * u ** .8) ** .9
    x = 7.5 * u + 0 * v
    y = .9 * np.sin(np.pi * u) * .8 + .35 * np.abs(v) * np.sin(np.pi * u) + .05 * np.sin(22 * u - 3 * np.abs(v)) * np.abs(v)
    return Mesh().grid(np.stack([x, y + 0 * v, w * v], -1), np.stack(np.broadcast_arrays(u, v), -1))


def tamarind():
    m = Mesh()
    u = np.linspace(0, 1, 160)
    a = u * 2.0
    q = np.stack([6 * np.sin(a), .75 + 0 * a, 6 * (1 - np.cos(a))], 1)
    r = .78 * np.sin(np.pi * np.clip(u, .015, .985)) ** .35 * (1 + .16 * np.cos(u * TAU * 5.5)) + .04 * noise(P3(u * 30), 3)
    return tube(m, q, r, 40, [0, 1, 0], .85)


MAKE = {
    'sheet': lambda: sheet(0),
    'vase': vase, 'jug': jug, 'jug_lid': jug_lid,
    'bowl': bowl, 'plate': plate, 'lota': lota,
    'basket': basket, 'tray': tray, 'mat': lambda: mat(3), 'mat2': lambda: mat(7),
    'cushion': cushion, 'stitch_indigo': lambda: stitches('indigo'), 'stitch_white': lambda: stitches('white'),
    'towel1': lambda: towel(3), 'towel2': lambda: towel(14), 'towel3': lambda: towel(27),
    'towel_flat': lambda: towel_flat(5), 'towel_drape': lambda: towel_drape(4),
    'jar': jar, 'honey_fill': lambda: jar_fill(9.55), 'ghee_fill': ghee_fill,
    'capcloth': capcloth, 'capstring': capstring, 'spoon': wood_spoon,
    'marigold': lambda: marigold(3), 'leaf': leaf, 'tamarind': tamarind,
}
for _i in range(1, 7):
    MAKE['lamp%d' % _i] = lambda i=_i: lamp(20 + i)
for _i in range(1, 6):
    MAKE['cup%d' % _i] = lambda i=_i: cup(40 + i)
for _i in range(1, 5):
    MAKE['kash%d' % _i] = lambda i=_i: kash(60 + i)
