#!/usr/bin/env python3
"""Turns a plain catalogue (content/products/<slug>/index.md, catalog.json) into a posra shop.

    catalogue.py PLAIN_FOLDER SHOP_FOLDER

The plain form is common ground for comparing site generators: TOML front matter with
title, sku, price, compare_at, stock, brand, collections, tags, variants (name and price),
specs and images, then a Markdown body. Only the standard library is used.
"""
import json
import pathlib
import shutil
import sys
import tomllib
import unicodedata


def text(value):
    return json.dumps(unicodedata.normalize("NFC", str(value)), ensure_ascii=False)


def handle(name):
    """The Latin word of a name such as "লাল Red", in lower case."""
    words = [word for word in name.split() if word.isascii()]
    return "-".join(words or ["other"]).lower()


def options(variants):
    """Axes of the variants' names ("লাল Red / S"): colour and size, with their values in order."""
    axes = [("colour", "রং Colour", {}), ("size", "মাপ Size", {})]
    for variant in variants:
        for (_, _, values), name in zip(axes, variant["name"].split(" / ")):
            values.setdefault(handle(name), name)
    return axes


def product(facts):
    lines = [f'sku = {text(facts["sku"])}', f'title = {text(facts["title"])}', f'summary = {text(facts["summary"])}',
             f'price = {facts["price"]}', f'was_price = {facts["compare_at"]}', f'brand = {text(facts["brand"])}',
             f'collections = {json.dumps(facts["collections"])}', f'tags = {json.dumps(facts["tags"])}', f'stock = {facts["stock"]}']
    if facts.get("images"):
        lines.append("pictures = [" + ", ".join(
            f'{{ file = {text(image["file"])}, alt = {text(image.get("alt") or facts["title"])} }}' for image in facts["images"]) + "]")
    variants = facts.get("variants", [])
    for handle_, name, values in options(variants) if variants else []:
        listed = ", ".join(f'{{ id = "{id}", name = {text(shown)} }}' for id, shown in values.items())
        lines += ["", "[[options]]", f'id = "{handle_}"', f"name = {text(name)}", f"values = [{listed}]"]
    for variant in variants:
        colour, size = (handle(part) for part in variant["name"].split(" / "))
        lines += ["", "[[variants]]", f'sku = {text(variant["id"])}', f'options = {{ colour = "{colour}", size = "{size}" }}',
                  f'price = {variant["price"]}', f'stock = {variant["stock"]}']
    rows = [f'  {{ id = "s{place}", name = {text(spec["name"])}, value = {text(spec["value"])} }},'
            for place, spec in enumerate(facts.get("specs", []))]
    return "\n".join(lines + ["", "[[specifications]]", 'id = "facts"', 'name = "তথ্য Facts"', "rows = ["] + rows + ["]"])


def convert(plain, shop):
    catalogue = json.loads((plain / "catalog.json").read_text())
    products = shop / "content/products"
    products.mkdir(parents=True)
    for source in sorted((plain / "content/products").iterdir()):
        _, front, body = (source / "index.md").read_text().split("+++\n", 2)
        target = products / source.name
        target.mkdir()
        (target / "index.md").write_text(f"+++\n{product(tomllib.loads(front))}\n+++\n{body}")
        for picture in source.glob("*.jpg"):
            shutil.copy(picture, target)
    collections = shop / "content/collections"
    collections.mkdir()
    for one in catalogue["collections"]:
        front = f'title = {text(one["name"])}\nsummary = {text(one["name"])}'
        (collections / f'{one["id"]}.md').write_text(f"+++\n{front}\n+++\n")
    policies = shop / "content/policies"
    policies.mkdir()
    for source in sorted((plain / "content/policies").glob("*.md")):
        _, front, body = source.read_text().split("+++\n", 2)
        title = tomllib.loads(front)["title"]
        front = f"title = {text(title)}\nsummary = {text(title)}\n"
        if source.stem == "delivery":
            front += "handling_days = [0, 1]\n" + "".join(
                f'\n[[zones]]\nid = "{zone["id"]}"\nname = {text(zone["name"])}\ncharge = {zone["price"]}\ndays = [1, 3]\n' for zone in catalogue["zones"])
        if source.stem == "returns":
            front += 'window_days = 7\npaid_by = "buyer"\nrefund_days = 7\nrefund = "full"\nmethods = ["courier"]\n'
        (policies / source.name).write_text(f"+++\n{front}+++\n{body}")
    (shop / "posra.toml").write_text(
        f'name = "Shop Example"\naddress = "{catalogue["base"]}/"\nlanguages = ["bn"]\ncurrency = "BDT"\ncountry = "BD"\n'
        'time_zone = "Asia/Dhaka"\n\n[orders]\nservice = "formspree"\nform = "abcdefgh"\n')


if __name__ == "__main__":
    convert(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
