"""A gateway of text messages for tests: writes the requests it gets as JSON files into a folder.

Arguments: folder, mode (plain, tls), status to answer, optional seconds to wait before it.
"""
import http.server
import json
import os
import sys
import time

from tls import server_context

folder, mode, status = sys.argv[1], sys.argv[2], int(sys.argv[3])
delay = float(sys.argv[4]) if len(sys.argv) > 4 else 0
count = 0


def write(path, text):
    with open(path + ".part", "w") as file:
        file.write(text)
    os.rename(path + ".part", path)


class Gateway(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        global count
        count += 1
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        request = {"path": self.path, "headers": {k.lower(): v for k, v in self.headers.items()}, "body": body}
        write(os.path.join(folder, f"message-{count}.json"), json.dumps(request))
        time.sleep(delay)
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(b'{"accepted":true}')

    def log_message(self, *arguments):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Gateway)
if mode == "tls":
    server.socket = server_context(folder).wrap_socket(server.socket, server_side=True)
write(os.path.join(folder, "port"), str(server.server_address[1]))
server.serve_forever()
