internal import Glibc
package import SafeXML

/// The other side of the pool: a process that does nothing but compute signatures, and can do nothing else.
public enum SignatureWorker {
    /// Confines this process, then answers the jobs of its standard input until that ends.
    public static func run() -> Never {
        run { head, document in SignatureFrame.verdict(head: head, document: document) }
    }

    /// The same with another way of answering, for tests of what becomes of a worker that goes astray.
    package static func run(answering answer: ([UInt8], [UInt8]) -> SignatureVerdict) -> Never {
        do throws(WorkerFault) {
            try checkInput()
            // Before the filter, so that every library has read what it reads.
            guard WarmUp.succeeds else { throw .warmUp }
            try Confinement.enter()
            // And after it: what the filter would not let pass is known now.
            guard WarmUp.succeeds else { throw .warmUp }
        } catch {
            _exit(error.rawValue)
        }
        // Job 0 is the warm-up.
        say(SignatureAnswer.encode(.valid, number: 0))
        while let bytes = hear(SignatureFrame.openingBytes) {
            guard let opening = try? SignatureFrame.Opening(bytes), let head = hear(opening.head),
                let document = hear(opening.document)
            else { break }
            say(SignatureAnswer.encode(answer(head, document), number: opening.number))
        }
        _exit(0)
    }

    private static func checkInput() throws(WorkerFault) {
        var status = stat()
        guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { throw .notAsked }
    }

    /// That many bytes of standard input; nil once it has ended.
    private static func hear(_ count: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let taken = read(STDIN_FILENO, base + filled, count - filled)
                if taken > 0 { filled += taken } else if taken == 0 || errno != EINTR { break }
            }
        }
        return bytes.count == count ? bytes : nil
    }

    private static func say(_ bytes: [UInt8]) {
        let written = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        // So few bytes are written at once or not at all: nobody listens any more.
        if written != bytes.count { _exit(0) }
    }
}
