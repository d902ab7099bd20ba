#!/usr/bin/env python3
"""Times posra's pictures against sharp's, whole processes in turn: CPU, wall, memory, bytes.

    pictures.py WORK_FOLDER --posra PROGRAM --sharp PATH/node_modules/sharp [--count 100] [--rounds 5]
                [--effort N] [--many 5000] [--quality]

Photographs of about a megabyte are made once in WORK_FOLDER/photos (numpy and Pillow): light, seven octaves of
texture, shapes with edges, grain of a sensor; 2400 x 1800, JPEG 90, 4:2:0. Both programs make 480, 960 and 1600
pixels of each as WebP 75 and JPEG 80. `--many` measures posra's memory with so many photographs, each
different by a comment. `--quality` compares the copies of both with the photograph, brought down by Pillow.
"""
import argparse
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


def octaves(random, np, size):
    """Texture like stone and cloth: noise of every scale, the fine weaker than the coarse."""
    from PIL import Image
    sum_ = np.zeros((size[1], size[0]))
    for octave in range(7):
        cells = 4 << octave
        noise = random.normal(0, 1, (cells * 3 // 4, cells)).astype("float32")
        grown = Image.fromarray(noise).resize(size, Image.BICUBIC)
        sum_ += np.asarray(grown) / 1.7 ** octave
    return sum_ / np.abs(sum_).max()


def photo(seed, path):
    import numpy as np
    from PIL import Image, ImageDraw, ImageFilter
    random = np.random.default_rng(seed)
    across, down = np.meshgrid(np.linspace(0, 1, SIZE[0]), np.linspace(0, 1, SIZE[1]))
    light = 1 - 0.6 * np.hypot(across - random.uniform(), down - random.uniform())
    base = random.uniform(60, 200, 3)
    texture = octaves(random, np, SIZE)
    pixels = (base * light[..., None]) + 55 * texture[..., None] * random.uniform(0.5, 1, 3)
    picture = Image.fromarray(np.clip(pixels, 0, 255).astype("uint8"))
    draw = ImageDraw.Draw(picture)
    for _ in range(14):
        x, y = random.integers(0, SIZE[0]), random.integers(0, SIZE[1])
        width, height = random.integers(80, 700, 2)
        colour = tuple(int(one) for one in random.integers(20, 235, 3))
        shape = draw.ellipse if random.random() < 0.5 else draw.rectangle
        shape([x, y, x + width, y + height], fill=colour if random.random() < 0.6 else None, outline=colour, width=int(random.integers(2, 14)))
    picture = picture.filter(ImageFilter.GaussianBlur(0.8))
    grain = random.normal(0, 4.2, (SIZE[1], SIZE[0], 1))
    Image.fromarray(np.clip(np.asarray(picture) + grain, 0, 255).astype("uint8")).save(path, quality=90, subsampling=2)


def photos(folder, count):
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(count):
        path = folder / f"{seed:04}.jpg"
        if not path.exists():
            photo(seed, path)
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
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
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


def compare(args, files):
    work, place = args.work, args.work / "shop"
    shop(place, files, args.effort)
    posra = [args.posra, "build", "--root", str(place)]
    sharp = lambda *more: ["node", str(pathlib.Path(__file__).with_name("sharp.mjs")), args.sharp, str(work / "chosen"), str(work / "sharp"), *more]
    shutil.rmtree(work / "chosen", ignore_errors=True)
    (work / "chosen").mkdir()
    for path in files:
        os.link(path, work / "chosen" / path.name)
    cold, clones, once, republished, warm = [], [], [], [], []
    for _ in range(args.rounds):
        for folder in (place / ".posra", place / "public", work / "sharp"):
            shutil.rmtree(folder, ignore_errors=True)
        cold.append(run(posra))
        clones.append(run(sharp()))
        once.append(run(sharp("once")))
        warm.append(run(posra))
        shutil.rmtree(place / "public")
        republished.append(run(posra))
    mine = report(f"posra, {len(files)} photographs", cold)
    theirs = [report("sharp, clones of one pipeline", clones), report("sharp, pixels decoded once", once)]
    report("posra, nothing changed", warm)
    report("posra, output lost, store full", republished)
    print(f"sharp / posra: {theirs[0] / mine:.2f} (clones), {theirs[1] / mine:.2f} (once); posra / 100 photographs: {mine * 100 / len(files):.1f} s")
    ours, others = bytes_of(place / "public/pictures"), bytes_of(work / "sharp")
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
    grey = lambda picture: np.asarray(picture.convert("L"), dtype="float64")
    for width in WIDTHS:
        height = width * SIZE[1] // SIZE[0]
        for kind in ("webp", "jpg"):
            mine = [grey(Image.open(path)) for path in sorted((args.work / "shop/public/pictures").glob(f"*-{width}.{kind}"))]
            scores = {"posra": [], "sharp": []}
            for path in files[:10]:
                wanted = grey(Image.open(path).resize((width, height), Image.LANCZOS))
                near = min(mine, key=lambda one: float(((one - wanted) ** 2).mean()))
                scores["posra"].append(likeness(np, wanted, near))
                scores["sharp"].append(likeness(np, wanted, grey(Image.open(args.work / "sharp" / f"{path.name}-{width}.{kind}"))))
            print(f"SSIM {width} {kind}: posra {statistics.mean(scores['posra']):.4f}, sharp {statistics.mean(scores['sharp']):.4f}")


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
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--effort", type=int)
    parser.add_argument("--many", type=int)
    parser.add_argument("--quality", action="store_true")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    args.posra, args.sharp = os.path.abspath(args.posra), os.path.abspath(args.sharp)
    files = photos(args.work / "photos", args.count)
    print(f"{len(files)} photographs, mean {statistics.mean(path.stat().st_size for path in files) / 1000:.0f} KB")
    if args.rounds:
        compare(args, files)
    if args.quality:
        quality(args, files)
    if args.many:
        many(args, files)


main()
