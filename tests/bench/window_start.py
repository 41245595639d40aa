#!/usr/bin/env python3
# SPDX-FileCopyrightText: DCS Workbench contributors
# SPDX-License-Identifier: Apache-2.0
"""Time from exec to the first painted window, beside a bare QMainWindow, in one X server whose frame buffer is read.

window_start.py BIN_FOLDER [RUNS [DATA_FOLDER [OTHER_DATA_FOLDER]]]: with a second data folder, the same window on that
one stands beside it instead: a history of a million calls beside one of ten.

A window counts as painted when a large part of the screen has changed and shows several colours: a window filled with
its background does not count."""
import mmap
import os
import statistics
import subprocess
import sys
import tempfile
import time

bin_dir, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 9
data_dir = sys.argv[3] if len(sys.argv) > 3 else None
other_dir = sys.argv[4] if len(sys.argv) > 4 else None
WIDTH, HEIGHT = 1280, 800


def painted(screen, before):
    """Some 40 rows, sampled; a row counts where it differs from the empty screen and is not uniform."""
    rows, colours = 0, set()
    stride = WIDTH * 4
    offset = len(screen) - stride * HEIGHT
    for y in range(10, HEIGHT, 20):
        row = screen[offset + y * stride:offset + (y + 1) * stride]
        if row == before[offset + y * stride:offset + (y + 1) * stride]:
            continue
        seen = {row[i:i + 3] for i in range(0, stride, 16)}
        colours |= seen
        rows += len(seen) > 1
    return rows >= 6 and len(colours) >= 5


def start_once(command, environment, frame_buffer):
    with open(frame_buffer, "rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as screen:
        before = screen[:]
        begin = time.perf_counter()
        program = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        try:
            while not painted(screen, before):
                if program.poll() is not None or time.perf_counter() - begin > 20:
                    sys.exit(f"{command[0]} painted no window")
                time.sleep(0.001)
            return (time.perf_counter() - begin) * 1000
        finally:
            program.terminate()
            program.wait()
            while screen[:] != before:  # until the screen is empty again
                time.sleep(0.005)


with tempfile.TemporaryDirectory() as folder:
    display = ":97"
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder, "-nolisten", "tcp"],
                              stderr=subprocess.DEVNULL)
    try:
        frame_buffer = folder + "/Xvfb_screen0"
        while not os.path.exists(f"/tmp/.X11-unix/X{display[1:]}") or not os.path.exists(frame_buffer):
            time.sleep(0.01)
        environment = dict(os.environ, DISPLAY=display, HOME=folder, QT_QPA_PLATFORM="xcb")
        environment.pop("WAYLAND_DISPLAY", None)
        ours = [bin_dir + "/dcs-workbench", "--data-dir", data_dir or folder + "/data"]
        bare = [ours[0], "--data-dir", other_dir] if other_dir else [bin_dir + "/bare_window"]
        start_once(ours, environment, frame_buffer), start_once(bare, environment, frame_buffer)
        a, b = [], []
        for _ in range(runs):
            a.append(start_once(ours, environment, frame_buffer))
            b.append(start_once(bare, environment, frame_buffer))
        ratio = statistics.median(x / y for x, y in zip(a, b))
        peer = other_dir or "bare QMainWindow"
        print(f"first painted window: {statistics.median(a):.0f} ms, {peer} {statistics.median(b):.0f} ms, "
              f"ratio {ratio:.2f}")
    finally:
        server.terminate()
        server.wait()
