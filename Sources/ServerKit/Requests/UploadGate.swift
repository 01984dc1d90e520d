import Synchronization

/// How many uploads one client may have under way at once (security design § 5.5).
///
/// Beside the bytes that all clients together may hold, so that one of them cannot fill these alone and keep the others out.
public final class UploadGate: Sendable {
    /// The number of the security design.
    public static let usualPerClient = 4

    private let limit: Int
    private let underWay = Mutex<[[UInt8]: Int]>([:])

    /// A gate for so many uploads of one client at once.
    public init(perClient limit: Int = UploadGate.usualPerClient) { self.limit = max(0, limit) }

    /// How many clients have an upload under way.
    public var clients: Int { underWay.withLock { $0.count } }

    /// Lets one more upload of a client in, until the passage is let go.
    ///
    /// - Parameter client: what tells clients apart, such as their certificate's fingerprint.
    /// - Throws: `TooManyUploads` when the client has as many under way as it may.
    public func enter(_ client: [UInt8]) throws(TooManyUploads) -> Passage {
        let isLetIn = underWay.withLock { underWay in
            let count = underWay[client, default: 0]
            guard count < limit else { return false }
            underWay[client] = count + 1
            return true
        }
        guard isLetIn else { throw TooManyUploads() }
        return Passage(self, client)
    }

    private func leave(_ client: [UInt8]) {
        underWay.withLock { underWay in
            let left = underWay[client, default: 0] - 1
            underWay[client] = left > 0 ? left : nil
        }
    }

    /// One upload that was let in.
    public final class Passage: Sendable {
        private let gate: UploadGate
        private let client: [UInt8]

        fileprivate init(_ gate: UploadGate, _ client: [UInt8]) {
            self.gate = gate
            self.client = client
        }

        deinit { gate.leave(client) }
    }
}

/// A client has as many uploads under way as it may; the same request passes once one of them has ended.
public struct TooManyUploads: Error, Hashable, Sendable {}
