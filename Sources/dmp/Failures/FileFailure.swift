import Credentials
import ServerKit

/// A file that a key names and that does not hold what it should.
struct FileFailure: SpokenFailure {
    let key: String
    let path: String
    let reason: String

    var description: String { "\(key) \(path): \(reason)" }
    var exitStatus: ExitStatus { .configuration }

    /// Reads a file, and says by which key it came when it is wrong.
    static func naming<Value>(_ key: String, _ path: String, _ read: () throws -> Value) throws -> Value {
        do { return try read() } catch {
            guard let reason = Self.reason(error) else { throw error }
            throw FileFailure(key: key, path: path, reason: reason)
        }
    }

    private static func reason(_ error: any Error) -> String? {
        switch error {
        case let known as TrustAnchorsError: known.sentence
        case let known as DoorError: "\(known)"
        default: nil
        }
    }
}

extension TrustAnchorsError {
    fileprivate var sentence: String {
        switch self {
        case .unreadable: "it is no PEM file of certificates: take the authorities of IGC-Santé"
        case .notAnAuthority: "it holds a certificate that is no authority's: take that out"
        case .weakKey: "an authority's key is weaker than the profile asks: take that authority out"
        case .unknownBranch: "an intermediate is neither of PERSONNES nor of ORGANISATIONS: take it out"
        case .empty: "a root and an intermediate are needed: put both in"
        }
    }
}
