"""smtp_sink.py FOLDER: a mail server that keeps what it gets.

It listens on this machine only, writes its port into FOLDER/port, and each message as it came into FOLDER/N-RECIPIENT. It
ends when FOLDER/port is gone.
"""

import os
import socketserver
import sys
import threading
import time

folder = sys.argv[1]
count = 0


class Conversation(socketserver.StreamRequestHandler):
    timeout = 30

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        recipients = []
        self.say("220 sink")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"RCPT":
                recipients.append(line.decode().split("<")[1].split(">")[0])
            if word == b"DATA":
                self.say("354 go on")
                self.keep(recipients, self.data())
                recipients = []
            if word == b"QUIT":
                return self.say("221 bye")
            self.say("250 well")

    def data(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines).replace(b"\r\n", b"\n")

    def keep(self, recipients, octets):
        global count
        for recipient in recipients:
            count += 1
            with open(f"{folder}/{count}-{recipient}", "wb") as file:
                file.write(octets)


with socketserver.TCPServer(("127.0.0.1", 0), Conversation) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with open(f"{folder}/port.part", "w") as file:
        file.write(str(server.server_address[1]))
    os.rename(f"{folder}/port.part", f"{folder}/port")
    deadline = time.monotonic() + 120
    while os.path.exists(f"{folder}/port") and time.monotonic() < deadline:
        time.sleep(0.02)
    server.shutdown()
