/// The version of SQLite that runs, as it numbers itself.
public struct SQLiteVersion: Hashable, Sendable {
    /// Such as `3.40.1`.
    public let text: String

    /// Takes the version as `sqlite_version()` says it.
    public init(_ text: String) { self.text = text }

    /// Such as `3040001`.
    public var number: Int {
        let parts = text.split(separator: ".").compactMap { Int($0) }.filter { (0..<1_000).contains($0) }
        return parts.prefix(3).reduce(0) { $0 * 1_000 + $1 }
    }

    /// Whether this version can lose pages when a log is moved while another connection writes (security design § 6.2).
    public var hasWALResetBug: Bool {
        switch number {
        case ..<3_007_000, 3_051_003...: false
        case 3_044_006..<3_045_000, 3_050_007..<3_051_000: false
        default: true
        }
    }
}
