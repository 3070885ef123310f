"""Stands before a server and does to chosen requests what networks and servers do on bad days.

    faulty_proxy.py http://127.0.0.1:9000

Writes its own address into the file `address`, and a line for each request into `requests`: fault or status, method, path. It
reads the file `faults` before each request, a line for each rule: FAULT TIMES METHOD PATTERN. The first rule whose method (`.`
for any) and regular expression fit the request, and that is not used up, decides. Another text of the file begins anew.

    500, 503    that answer, and the request goes nowhere
    drop        the connection is closed before anything is answered, and the request goes nowhere
    cut         the connection is closed when half of the request is there, and the request goes nowhere
    lost        the request is done, and the connection closed before anything is answered
    partial     the request is done, and half of the answer comes
    flip        the request is done, and a bit of the answer is another one
    damaged     a bit of what is sent is another one when it arrives: refused as S3 does, by the digest of the request
    hang        nothing is answered for a minute, and the request goes nowhere
"""
import hashlib
import http.client
import http.server
import os
import re
import sys
import threading
import time

upstream = sys.argv[1].split("//")[1].rstrip("/")
lock = threading.Lock()
rules = {"text": None, "left": []}


def chosen(method, path):
    """The fault for a request; None for none."""
    with lock:
        text = open("faults").read() if os.path.exists("faults") else ""
        if text != rules["text"]:
            lines = [line.split() for line in text.splitlines() if line.strip()]
            rules.update(text=text, left=[[f, int(n), m, re.compile(p)] for f, n, m, p in lines])
        for rule in rules["left"]:
            if rule[1] > 0 and rule[2] in (".", method) and rule[3].search(path):
                rule[1] -= 1
                return rule[0]
    return None


def flipped(data):
    """The same with a bit in the middle turned over."""
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1:] if data else data


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do(self):
        length = int(self.headers.get("Content-Length") or 0)
        fault = chosen(self.command, self.path)
        if fault == "cut":
            self.rfile.read(length // 2)
            return self.close(fault)
        body = self.rfile.read(length)
        if fault == "damaged":
            if hashlib.sha256(flipped(body)).hexdigest() != self.headers["x-amz-content-sha256"]:
                return self.answer(fault, 400, [], b"<Error><Code>XAmzContentSHA256Mismatch</Code></Error>")
        if fault in ("drop", "hang"):
            self.close(fault)
            return time.sleep(60 if fault == "hang" else 0)
        if fault in ("500", "503"):
            code = b"InternalError" if fault == "500" else b"SlowDown"
            return self.answer(fault, int(fault), [], b"<Error><Code>%s</Code></Error>" % code)
        status, headers, content = self.forwarded(body)
        if fault == "lost":
            return self.close(fault)
        self.answer(fault, status, headers, content)

    do_GET = do_PUT = do_HEAD = do_DELETE = do_POST = do

    def forwarded(self, body):
        """What the server answers to the same request."""
        server = http.client.HTTPConnection(upstream, timeout=60)
        server.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            if name.lower() not in ("connection", "expect"):
                server.putheader(name, value)
        server.endheaders(body)
        answer = server.getresponse()
        content = answer.read()
        drop = ("connection", "transfer-encoding", "content-length", "date", "server")
        headers = [(name, value) for name, value in answer.getheaders() if name.lower() not in drop]
        if self.command == "HEAD" and answer.getheader("Content-Length"):
            headers.append(("Content-Length", answer.getheader("Content-Length")))
        server.close()
        return answer.status, headers, content

    def answer(self, fault, status, headers, content):
        if fault == "flip":
            content = flipped(content)
        self.note(fault or status)
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if self.command != "HEAD":
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content[:len(content) // 2] if fault == "partial" else content)
        if fault == "partial":
            self.close_connection = True

    def close(self, fault):
        self.note(fault)
        self.close_connection = True

    def note(self, word):
        with lock, open("requests", "a") as log:
            log.write(f"{word} {self.command} {self.path}\n")

    def log_message(self, *words):
        pass


def hold(parent=os.getppid()):
    """Ends with the shell that began it: an orphan would keep what it inherited open."""
    while os.getppid() == parent:
        time.sleep(0.1)
    os._exit(0)


threading.Thread(target=hold, daemon=True).start()
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
with open("address.part", "w") as file:
    file.write("http://127.0.0.1:%d" % server.server_address[1])
os.rename("address.part", "address")
server.serve_forever()
