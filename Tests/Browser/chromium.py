"""Drives a headless Chromium over its debugging pipe, with nothing but the standard library.

Chosen over Playwright and Selenium because there is nothing to download and no version to match: the browser is the
distribution's, the protocol is the part of it that has not changed in years, and a pipe needs no free port.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Chromium:
    """One browser; `page()` opens a window in it. Ends with the `with` that began it."""

    def __init__(self, deadline=100):
        self.deadline = time.monotonic() + deadline
        self.folder = tempfile.mkdtemp(prefix="browser-")
        self.count = 0
        self.events = []
        self.buffer = b""

    def __enter__(self):
        program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if not program:
            raise SystemExit("no chromium on the PATH; Scripts/setup tests installs it")
        read_end, self.send_end = os.pipe()
        self.receive_end, write_end = os.pipe()

        def connect():
            # The browser reads commands from descriptor 3 and writes answers to 4.
            first, second = os.dup(read_end), os.dup(write_end)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--no-first-run", "--remote-debugging-pipe", "--user-data-dir=" + self.folder, "about:blank"],
            preexec_fn=connect, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(read_end)
        os.close(write_end)
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, method, session=None, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.send_end, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(method + ": " + answer["error"]["message"])
                return answer["result"]
            self.events.append(answer)

    def receive(self):
        while b"\0" not in self.buffer:
            left = self.deadline - time.monotonic()
            if left <= 0 or not select.select([self.receive_end], [], [], left)[0]:
                raise SystemExit("the browser did not answer in time")
            piece = os.read(self.receive_end, 1 << 20)
            if not piece:
                raise SystemExit("the browser ended")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def page(self, path, width=1280, height=900, touch=False, fragment="", script=True):
        return Page(self, path, width, height, touch, fragment, script)


class Page:
    """A window that shows a file, or what a server has at an address."""

    def __init__(self, browser, path, width, height, touch, fragment, script):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(domain + ".enable")
        if not script:
            self.call("Emulation.setScriptExecutionDisabled", value=True)
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=touch)
        if touch:
            self.call("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=2)
        place = path if "://" in path else "file://" + os.path.abspath(path)
        self.call("Page.navigate", url=place + fragment)
        self.wait("document.readyState === 'complete'")

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def value(self, expression):
        """What an expression of the page is."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description", expression))
        return result["result"].get("value")

    def wait(self, condition, seconds=10):
        end = time.monotonic() + seconds
        while not self.value(f"!!({condition})"):
            if time.monotonic() > end:
                raise AssertionError("never true: " + condition)
            time.sleep(0.02)

    def frame(self):
        """Lets the page draw once."""
        self.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def mouse(self, kind, x, y, **more):
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def hover(self, x, y):
        self.mouse("mouseMoved", x, y)
        self.frame()

    def drag(self, start, end, y):
        self.hover(start, y)
        self.mouse("mousePressed", start, y, button="left", clickCount=1)
        for step in range(1, 7):
            self.mouse("mouseMoved", start + (end - start) * step / 6, y, button="left", buttons=1)
        self.mouse("mouseReleased", end, y, button="left", clickCount=1)
        self.frame()

    def double_click(self, x, y):
        for count in (1, 2):
            self.mouse("mousePressed", x, y, button="left", clickCount=count)
            self.mouse("mouseReleased", x, y, button="left", clickCount=count)
        self.frame()

    def touch(self, kind, *points):
        places = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(points)]
        self.call("Input.dispatchTouchEvent", type=kind, touchPoints=places)

    def tap(self, x, y):
        self.touch("touchStart", (x, y))
        self.touch("touchEnd")
        self.frame()

    def pinch(self, from_pair, to_pair, y):
        self.touch("touchStart", *[(x, y) for x in from_pair])
        for step in range(1, 7):
            self.touch("touchMove", *[(a + (b - a) * step / 6, y) for a, b in zip(from_pair, to_pair)])
        self.touch("touchEnd")
        self.frame()

    def key(self, key, shift=False):
        code = {"modifiers": 8 if shift else 0, "key": key, "code": key}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, windowsVirtualKeyCode={
                "ArrowLeft": 37, "ArrowRight": 39, "Home": 36, "End": 35, "Escape": 27}.get(key, 0), **code)
        self.frame()

    def complaints(self):
        """What the page wrote to its console, policy violations among it."""
        found = [event for event in self.browser.events if event.get("sessionId") == self.session
                 and event["method"] in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")]
        return [json.dumps(event["params"])[:200] for event in found]

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))
