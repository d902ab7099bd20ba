#!/usr/bin/env python3
"""Times posra's pictures against sharp's, whole processes in turn: CPU, wall, memory, bytes.

    pictures.py WORK_FOLDER --posra PROGRAM --sharp PATH/node_modules/sharp [--photos FOLDER] [--count 100]
                [--rounds 5] [--effort N] [--many 5000] [--quality]

Photographs of about 900 KB are made once in `--photos` (else WORK_FOLDER/photos; numpy and Pillow): light, nine
octaves of texture, things with edges, grain of a sensor; 2400 x 1800, JPEG 90, 4:2:0. Their copies are as large as
those of pictures from telephones. Both programs make 480, 960 and 1600 pixels of each as WebP 75 and JPEG 80, with
as many threads as there are cores. `--many` measures posra's memory with so many photographs, each different by a
comment. `--quality` compares ten copies of both with the photograph, brought down by Pillow.
"""
import argparse
import concurrent.futures
import os
import pathlib
import shutil
import statistics
import subprocess
import time

WIDTHS = [480, 960, 1600]
SIZE = (2400, 1800)
THEME = """name = "bench"
contract = 2
extends = "cotton"
page_length = 24

[pictures]
"""


def octaves(random, np, Image):
    """Texture like stone and cloth: noise of every scale, the fine a little weaker than the coarse."""
    total = np.zeros((SIZE[1], SIZE[0]), "float32")
    for octave in range(9):
        cells = 4 << octave
        noise = random.standard_normal((cells * 3 // 4, cells), dtype="float32")
        total += np.asarray(Image.fromarray(noise).resize(SIZE, Image.BICUBIC)) / 1.2 ** octave
    return total / total.std()


def things(random, draws, ground):
    """Things before and behind each other, many small and few large, each with a colour and a roughness of its own."""
    for _ in range(500):
        radius = min(600, 16 / random.uniform() ** 0.55)
        x, y = random.uniform(0, SIZE[0]), random.uniform(0, SIZE[1])
        flat = radius * random.uniform(0.4, 1)
        shade = random.normal(0, 45)
        colour = tuple(min(245, max(10, int(one + shade + random.normal(0, 45)))) for one in ground)
        shape = "ellipse" if random.random() < 0.6 else "rectangle"
        for draw, fill in zip(draws, (colour, int(random.integers(0, 256)))):
            getattr(draw, shape)([x - radius, y - flat, x + radius, y + flat], fill=fill)


def photo(seed, path):
    import numpy as np
    from PIL import Image, ImageDraw, ImageFilter
    random = np.random.default_rng(seed)
    across, down = np.meshgrid(*(np.linspace(0, 1, side, dtype="float32") for side in SIZE))
    light = 1.15 - 0.7 * np.hypot(across - random.uniform(), down - random.uniform())
    ground = tuple(int(one) for one in random.integers(90, 190, 3))
    colours, rough = Image.new("RGB", SIZE, ground), Image.new("L", SIZE, 150)
    things(random, [ImageDraw.Draw(colours), ImageDraw.Draw(rough)], ground)
    colours = np.asarray(colours.filter(ImageFilter.GaussianBlur(0.8)), dtype="float32")
    rough = np.asarray(rough.filter(ImageFilter.GaussianBlur(3)), dtype="float32") / 255
    texture = 36 * rough * octaves(random, np, Image)
    grain = random.normal(0, 2.8, (*texture.shape, 1)) + random.normal(0, 1.4, (*texture.shape, 3))
    pixels = colours * light[..., None] + texture[..., None] * random.uniform(0.7, 1, 3) + grain
    Image.fromarray(np.clip(pixels, 0, 255).astype("uint8")).save(path, quality=90, subsampling=2)


def photos(folder, count):
    folder.mkdir(parents=True, exist_ok=True)
    missing = [(seed, path) for seed in range(count) if not (path := folder / f"{seed:04}.jpg").exists()]
    if missing:
        # Made in processes of their own: a child's peak counts what its parent held when it was started.
        with concurrent.futures.ProcessPoolExecutor() as pool:
            list(pool.map(photo, *zip(*missing)))
    return sorted(folder.glob("*.jpg"))[:count]


def shop(folder, files, effort):
    """A shop whose one page shows every photograph, in a theme whose one role in use has the widths of the test."""
    shutil.rmtree(folder, ignore_errors=True)
    pages, theme = folder / "content/pages", folder / "themes/bench"
    pages.mkdir(parents=True)
    theme.mkdir(parents=True)
    roles = ["gallery", "thumbnail", "card", "cover", "body", "row"]
    (theme / "theme.toml").write_text(THEME + "".join(f'{role} = {{ widths = {WIDTHS}, sizes = "100vw" }}\n' for role in roles))
    settings = ['name = "Bench"', 'address = "https://shop.example/"', 'languages = ["en"]', 'currency = "BDT"', 'country = "BD"',
                'time_zone = "Asia/Dhaka"', 'theme = "bench"', "[pictures]", "webp_quality = 75", "jpeg_quality = 80"]
    settings += [f"effort = {effort}"] if effort is not None else []
    (folder / "posra.toml").write_text("\n".join(settings) + "\n")
    shown = "\n\n".join(f"![photograph {path.stem}]({path.name})" for path in files)
    (pages / "photos.md").write_text(f'+++\ntitle = "Photographs"\nsummary = "All of them."\n+++\n\n{shown}\n')
    for path in files:
        os.link(path, pages / path.name)


def run(command, folder="."):
    """CPU seconds, wall seconds, peak MiB of a process and all that it starts."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    if status:
        raise SystemExit(f"{command} failed:\n{said.decode()}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def report(name, runs):
    cpu, wall, memory = (statistics.median(column) for column in zip(*runs))
    print(f"{name:34} CPU {cpu:7.2f} s   wall {wall:7.2f} s   peak {memory:6.0f} MiB   ({len(runs)} runs, CPU {min(r[0] for r in runs):.2f} to {max(r[0] for r in runs):.2f})", flush=True)
    return cpu


def bytes_of(folder):
    return {kind: sum(path.stat().st_size for path in pathlib.Path(folder).rglob(f"*.{kind}")) for kind in ("webp", "jpg")}


def commands(args, place, files):
    """What makes the copies of `files` with posra, and with sharp in one way or another; both below `place`."""
    shutil.rmtree(place, ignore_errors=True)
    shop(place, files, args.effort)
    script = str(pathlib.Path(__file__).with_name("sharp.mjs"))
    names = [str(path) for path in files]
    return [args.posra, "build", "--root", str(place)], lambda how: ["node", script, args.sharp, str(place / "sharp"), how, *names]


def compare(args, files):
    place = args.work / "shop"
    posra, sharp = commands(args, place, files)
    cold, clones, once, republished, warm = [], [], [], [], []
    for _ in range(args.rounds):
        for folder in (place / ".posra", place / "public", place / "sharp"):
            shutil.rmtree(folder, ignore_errors=True)
        cold.append(run(posra))
        clones.append(run(sharp("clones")))
        once.append(run(sharp("once")))
        warm.append(run(posra))
        shutil.rmtree(place / "public")
        republished.append(run(posra))
    mine = report(f"posra, {len(files)} photographs", cold)
    theirs = [report("sharp, clones of one pipeline", clones), report("sharp, pixels decoded once", once)]
    report("posra, nothing changed", warm)
    report("posra, output lost, store full", republished)
    print(f"sharp / posra: {theirs[0] / mine:.2f} (clones), {theirs[1] / mine:.2f} (once); posra / 100 photographs: {mine * 100 / len(files):.1f} s")
    ours, others = bytes_of(place / "public/pictures"), bytes_of(place / "sharp")
    for kind in ours:
        print(f"{kind}: posra {ours[kind] / 1e6:.2f} MB, sharp {others[kind] / 1e6:.2f} MB, ratio {ours[kind] / others[kind]:.3f}")
    print(f"all: ratio {sum(ours.values()) / sum(others.values()):.3f}")


def likeness(np, left, right):
    """SSIM of two grey pictures, blocks of 8 x 8 (Wang et al. 2004)."""
    def blocks(grey):
        height, width = (side // 8 * 8 for side in grey.shape)
        return grey[:height, :width].reshape(height // 8, 8, width // 8, 8).swapaxes(1, 2).reshape(-1, 64)
    a, b = blocks(left), blocks(right)
    ma, mb, va, vb = a.mean(1), b.mean(1), a.var(1), b.var(1)
    cov = ((a - ma[:, None]) * (b - mb[:, None])).mean(1)
    c1, c2 = 6.5025, 58.5225
    return float((((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma ** 2 + mb ** 2 + c1) * (va + vb + c2))).mean())


def quality(args, files):
    """Copies of ten photographs against what Pillow makes of them; copies of posra are found by their likeness."""
    import numpy as np
    from PIL import Image
    place, files = args.work / "quality", files[:10]
    posra, sharp = commands(args, place, files)
    run(posra)
    run(sharp("clones"))
    grey = lambda picture: np.asarray(picture.convert("L"), dtype="float32")
    for width in WIDTHS:
        wanted = [grey(Image.open(path).resize((width, width * SIZE[1] // SIZE[0]), Image.LANCZOS)) for path in files]
        for kind in ("webp", "jpg"):
            mine = [grey(Image.open(path)) for path in (place / "public/pictures").glob(f"*-{width}.{kind}")]
            theirs = [grey(Image.open(place / "sharp" / f"{path.name}-{width}.{kind}")) for path in files]
            near = [min(mine, key=lambda one: float(((one - whole) ** 2).mean())) for whole in wanted]
            scores = [statistics.mean(map(lambda *pair: likeness(np, *pair), wanted, copies)) for copies in (near, theirs)]
            print(f"SSIM {width} {kind}: posra {scores[0]:.4f}, sharp {scores[1]:.4f}", flush=True)


def many(args, files):
    folder = args.work / "many"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    different = []
    for number in range(args.many):
        whole = files[number % len(files)].read_bytes()
        path = folder / f"{number:05}.jpg"
        path.write_bytes(whole[:2] + b"\xff\xfe\x00\x07%05d" % number + whole[2:])
        different.append(path)
    shop(args.work / "many-shop", different, args.effort)
    report(f"posra, {args.many} photographs", [run([args.posra, "build", "--root", str(args.work / "many-shop")])])
    for folder in (folder, args.work / "many-shop"):
        shutil.rmtree(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--posra", required=True)
    parser.add_argument("--sharp", required=True)
    parser.add_argument("--photos", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--effort", type=int)
    parser.add_argument("--many", type=int)
    parser.add_argument("--quality", action="store_true")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    args.posra, args.sharp = os.path.abspath(args.posra), os.path.abspath(args.sharp)
    files = photos(args.photos or args.work / "photos", args.count)
    print(f"{len(files)} photographs, mean {statistics.mean(path.stat().st_size for path in files) / 1000:.0f} KB")
    if args.rounds:
        compare(args, files)
    if args.many:
        many(args, files)
    if args.quality:
        quality(args, files)


main()
