"""A Chromium of our own, driven by its DevTools protocol over a pipe: no port, no package."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Chromium:
    def __init__(self, program, downloads):
        self.folder = tempfile.mkdtemp(prefix="dossier-chromium-")
        commands_out, self.commands = os.pipe()
        self.answers, answers_in = os.pipe()
        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
             f"--user-data-dir={self.folder}", "about:blank"],
            preexec_fn=lambda: self.as_three_and_four(commands_out, answers_in), close_fds=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(commands_out)
        os.close(answers_in)
        self.number, self.rest, self.session, self.events = 0, b"", None, []
        self.dialogs = []
        self.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=downloads, eventsEnabled=True)
        self.new_page()

    @staticmethod
    def as_three_and_four(reads, writes):
        # Both are moved out of the way first: either may be 3 or 4 itself.
        reads, writes = os.dup(reads), os.dup(writes)
        os.dup2(reads, 3)
        os.dup2(writes, 4)

    def new_page(self):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def send(self, method, arguments):
        self.number += 1
        message = {"id": self.number, "method": method, "params": arguments}
        if self.session and not method.startswith(("Target.", "Browser.")):
            message["sessionId"] = self.session
        octets = json.dumps(message).encode() + b"\0"
        while octets:
            octets = octets[os.write(self.commands, octets):]
        return self.number

    def call(self, method, **arguments):
        number = self.send(method, arguments)
        answer = self.wait(lambda message: message.get("id") == number, f"an answer to {method}")
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def message(self, deadline, what):
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.answers], [], [], max(0, deadline - time.monotonic()))
            chunk = os.read(self.answers, 1 << 20) if ready else b""
            if not chunk:
                raise RuntimeError(f"Chromium did not give {what}")
            self.rest += chunk
        whole, self.rest = self.rest.split(b"\0", 1)
        return json.loads(whole)

    def wait(self, is_it, what, seconds=60):
        deadline = time.monotonic() + seconds
        while True:
            message = self.message(deadline, what)
            if message.get("method") == "Page.javascriptDialogOpening":
                self.dialogs.append(message["params"])
                self.send("Page.handleJavaScriptDialog", {"accept": True})
            if "method" in message:
                self.events.append(message)
            if is_it(message):
                return message

    def event(self, name):
        return self.wait(lambda message: message.get("method") == name, name)

    def event_since(self, begin, is_it, what):
        """An event that came after the first `begin` of them, or that is still to come."""
        for message in self.events[begin:]:
            if is_it(message):
                return message
        return self.wait(is_it, what)

    def open(self, address):
        """Opens an address and says how many seconds passed until its load event and two frames were drawn."""
        begin = time.monotonic()
        number = self.send("Page.navigate", {"url": address})
        self.event("Page.loadEventFired")
        self.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return time.monotonic() - begin

    def open_without_frames(self, address):
        """Where no script may run, none can wait for frames."""
        self.send("Page.navigate", {"url": address})
        self.event("Page.loadEventFired")

    def reload(self):
        self.send("Page.reload", {})
        self.event("Page.loadEventFired")

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True,
                           userGesture=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    KEYS = {"Escape": 27, "Enter": 13, "Tab": 9}

    def press(self, key):
        named = key in self.KEYS
        event = {"key": key, "windowsVirtualKeyCode": self.KEYS[key] if named else ord(key.upper())}
        if not named or key == "Enter":
            event["text"] = "\r" if named else key
        self.call("Input.dispatchKeyEvent", type="keyDown", **event)
        self.call("Input.dispatchKeyEvent", type="keyUp", **{k: v for k, v in event.items() if k != "text"})

    def type(self, text):
        self.call("Input.insertText", text=text)

    def click(self, selector):
        box = self.evaluate(
            f"(e => {{ e.scrollIntoView({{block: 'center'}}); const b = e.getBoundingClientRect();"
            f" return [b.x + b.width / 2, b.y + b.height / 2] }})(document.querySelector({json.dumps(selector)}))")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def size(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def media(self, medium="", scheme="light"):
        self.call("Emulation.setEmulatedMedia", media=medium,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def close(self):
        try:
            self.session = None
            self.send("Browser.close", {})
            self.process.wait(20)
        except (OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        os.close(self.commands)
        os.close(self.answers)
        shutil.rmtree(self.folder, ignore_errors=True)
