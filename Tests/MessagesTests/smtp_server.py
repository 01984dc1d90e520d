"""A mail server for tests: writes what it accepts as JSON files into a folder.

Arguments: folder, mode (plain, starttls, tls, mutual), optional reply (such as "451 later") for every recipient, optional
answer to the content: a reply (such as "552 too large"), silent (it keeps the content and never answers) or hangup (it
keeps the content and closes the line). An empty argument is none.
In the mode mutual it asks for a certificate, and takes its own.
The port is written to the file `port` once the server listens. User "dmp", password "mot de passe".
"""
import asyncio
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

from tls import server_context


class Folder:
    def __init__(self, path, reply, answer):
        self.path, self.reply, self.answer, self.count = path, reply, answer, 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.reply:
            return self.reply
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.answer and self.answer[0].isdigit():
            return self.answer
        self.count += 1
        message = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "content": envelope.content.decode("ascii"),
            "tls": session.ssl is not None or sys.argv[2] in ("tls", "mutual"),
            "user": session.auth_data.login.decode() if session.auth_data else None,
        }
        write(os.path.join(self.path, f"message-{self.count}.json"), json.dumps(message))
        if self.answer == "hangup":
            server.transport.abort()
        if self.answer:
            await asyncio.Event().wait()
        return "250 OK"


def write(path, text):
    with open(path + ".part", "w") as file:
        file.write(text)
    os.rename(path + ".part", path)


def authenticate(server, session, envelope, mechanism, data):
    good = data.login == b"dmp" and data.password == b"mot de passe"
    return AuthResult(success=good, handled=False, auth_data=data if good else None)


async def main():
    folder, mode = sys.argv[1], sys.argv[2]
    reply, answer = (sys.argv[3:] + ["", ""])[:2]
    handler = Folder(folder, reply, answer)
    context = server_context(folder) if mode != "plain" else None
    if mode == "mutual":
        context.load_verify_locations(os.path.join(folder, "server.pem"))
        context.verify_mode = ssl.CERT_REQUIRED

    def protocol():
        return SMTP(
            handler,
            hostname="mail.example.fr",
            tls_context=context if mode == "starttls" else None,
            require_starttls=mode == "starttls",
            authenticator=authenticate,
            auth_require_tls=mode == "starttls",
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(protocol, "127.0.0.1", 0, ssl=context if mode in ("tls", "mutual") else None)
    write(os.path.join(folder, "port"), str(server.sockets[0].getsockname()[1]))
    await server.serve_forever()


asyncio.run(main())
