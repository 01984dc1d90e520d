"""A certificate of its own for a test server on 127.0.0.1; clients trust `server.pem` of the folder."""
import os
import signal
import ssl
import subprocess


# No server outlives its test by long, even where nobody could end it.
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGALRM})
signal.alarm(180)


def server_context(folder):
    key, certificate = os.path.join(folder, "server.key"), os.path.join(folder, "server.pem")
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
