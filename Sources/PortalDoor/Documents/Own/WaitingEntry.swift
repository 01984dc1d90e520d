import Foundation

/// A file that waits for its confirmation with what was said of it: one page shows both, however often it is asked for.
struct WaitingEntry: Sendable {
    private static let mark = Array("dmp+".utf8)

    let entered: OwnEntry
    let bytes: [UInt8]

    /// As the shelf keeps it: a mark, the length of what was said, what was said, the file.
    var packed: [UInt8]? {
        guard let said = try? JSONEncoder().encode(entered), let length = UInt32(exactly: said.count) else {
            return nil
        }
        let head = Self.mark + withUnsafeBytes(of: length.bigEndian, Array.init)
        return head + Array(said) + bytes
    }

    init(entered: OwnEntry, bytes: [UInt8]) {
        self.entered = entered
        self.bytes = bytes
    }

    /// Nil for a file that lies there alone.
    init?(packed: [UInt8]) {
        let head = Self.mark.count + 4
        guard packed.count >= head, packed.starts(with: Self.mark) else { return nil }
        let length = packed[Self.mark.count..<head].reduce(0) { $0 << 8 | Int($1) }
        guard packed.count - head >= length,
            let entered = try? JSONDecoder().decode(OwnEntry.self, from: Data(packed[head..<(head + length)]))
        else { return nil }
        self.init(entered: entered, bytes: Array(packed[(head + length)...]))
    }
}
