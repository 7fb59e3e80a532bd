"""Fits the coefficients of decision 0007: see there. Needs numpy.

  lurewatch evaluate --cases FILE --format jsonl > cases.jsonl
  lurewatch evaluate --ads FILE --format jsonl > ordinary.jsonl
  python3 docs/decisions/0007-fit.py cases.jsonl --ordinary ordinary.jsonl
"""
import argparse
import json
import math
import pathlib
import random
import re

import numpy as np

ROLES = ["work", "sister", "inducement", "journey", "conduct", "contact"]
PRIOR = np.array([1.6, 2.4, 1.3, 1.6, 1.6, 1.4, 0.6, -1.5, -4.0])
STIFFNESS, COPIES, DROPPED, MOST_OF_ROLE, MOST_LAWFUL, SEED = 3.0, 6, 0.25, 1.6, 2.5, 7
LAWFUL = ("ctx_lawful_process", "ctx_verified_employer")


def roles(file):
    found, signal = {}, None
    for line in file.read_text(encoding="utf-8").splitlines():
        if m := re.match(r"\s+- id: (\S+)", line):
            signal = m.group(1)
        if m := re.match(r"\s+role: (\S+)", line):
            found[signal] = m.group(1)
    return found


def texts(files):
    for file in files:
        for line in open(file, encoding="utf-8"):
            row = json.loads(line)
            if "case" in row:
                weights, lawful = {}, {}
                for s in row["assessment"]["signals"]:
                    weights[s["id"]] = max(weights.get(s["id"], 0), s["weight"], key=abs)
                    if s["id"] in LAWFUL:
                        lawful[s["quote"].lower()] = -math.log(1 + s["weight"])
                yield row["expected"], row["assessment"]["context"], weights, sum(lawful.values())


def features(role, weights, lawful):
    units = dict.fromkeys(ROLES, 0.0)
    for signal, weight in weights.items():
        if weight > 0:
            units[role[signal]] += -math.log(max(0.05, 1 - weight))
    further = max(0, sum(u >= 0.22 for u in units.values()) - 1)
    return [min(MOST_OF_ROLE, units[r]) for r in ROLES] + [further, min(MOST_LAWFUL, lawful), 1]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("cases", nargs="+")
    arguments.add_argument("--ordinary", nargs="+", required=True)
    arguments.add_argument("--signals", default="config/signals/signals.yaml")
    given = arguments.parse_args()
    role = roles(pathlib.Path(given.signals))
    chance = random.Random(SEED)
    cases = list(texts(given.cases))
    lures = [c for c in cases if c[0] == "lure"]
    benign = [c for c in cases if c[0] == "benign" and c[1] in ("none", "lawful_process")]
    ordinary = [c for c in texts(given.ordinary) if c[1] == "none"]
    x, y, w = [], [], []
    for _, _, weights, lawful in lures:
        for _ in range(COPIES):
            kept = {
                s: v
                for s, v in weights.items()
                if v < 0 or s == "off_platform_contact" or chance.random() > DROPPED
            }
            x.append(features(role, kept, lawful)), y.append(1), w.append(1 / COPIES)
    for group, share in ((benign, 0.5), (ordinary, 1.0)):
        for _, _, weights, lawful in group:
            x.append(features(role, weights, lawful)), y.append(0)
            w.append(share * len(lures) / len(group))
    x, y, w = np.array(x), np.array(y), np.array(w)
    stiffness = STIFFNESS * np.diag([1.0] * 8 + [1e6])
    fitted = PRIOR.copy()
    for _ in range(100):
        p = 1 / (1 + np.exp(-(x @ fitted)))
        gradient = x.T @ (w * (p - y)) + stiffness @ (fitted - PRIOR)
        curvature = x.T @ (x * (w * p * (1 - p))[:, None]) + stiffness
        fitted -= np.linalg.solve(curvature, gradient)
    for name, value in zip(ROLES + ["further role", "lawful", "nothing"], fitted):
        print(f"{name:12} {value:6.2f}")


main()
