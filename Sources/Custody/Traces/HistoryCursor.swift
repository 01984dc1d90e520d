import Foundation
import HealthRecord
import Sealing

/// Where a page of a history starts, for the next request; what it says is the custodian's affair.
///
/// A rank in the clear would tell, by its gaps, how much lies between two lines that is not shown.
public struct HistoryCursor: Sendable, Hashable, Codable {
    /// Characters of an address.
    public let text: String

    /// Takes up what an address carries; whether it is a cursor of this record shows when it is used.
    public init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { character in
            (0x30...0x39).contains(character) || (0x41...0x5A).contains(character)
                || (0x61...0x7A).contains(character) || character == 0x2D || character == 0x5F
        }
        guard isPlain, (1...64).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    fileprivate init(bytes: [UInt8]) {
        text = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    fileprivate var bytes: [UInt8]? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: plain + padding).map { [UInt8]($0) }
    }
}

extension Custodian {
    private static let cursorSalt = 16
    private static let cursorRank = 8
    private static let cursorCheck = 16

    /// A cursor for a rank, another one each time: sixteen random bytes, the rank under a pad made of them, a check over both.
    func cursor(_ rank: UInt64, of record: RecordID) throws(CustodyError) -> HistoryCursor {
        let salt = random(Self.cursorSalt)
        let pad = try cursorTag("pad", salt, record)
        let bytes = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: rank >> UInt64($0)) }
        let hidden = salt + zip(bytes, pad).map { $0 ^ $1 }
        return HistoryCursor(bytes: hidden + (try cursorTag("check", hidden, record)).prefix(Self.cursorCheck))
    }

    /// The rank of a cursor that was given for this record.
    func rank(of cursor: HistoryCursor, on record: RecordID) throws(CustodyError) -> UInt64 {
        guard let bytes = cursor.bytes, bytes.count == Self.cursorSalt + Self.cursorRank + Self.cursorCheck else {
            throw .conflict("cursor")
        }
        let hidden = Array(bytes.dropLast(Self.cursorCheck))
        let check = try cursorTag("check", hidden, record).prefix(Self.cursorCheck)
        guard SecretHash.isEqual(Array(bytes.suffix(Self.cursorCheck)), Array(check)) else { throw .conflict("cursor") }
        let pad = try cursorTag("pad", Array(hidden.prefix(Self.cursorSalt)), record)
        return zip(hidden.dropFirst(Self.cursorSalt), pad).reduce(UInt64(0)) { $0 << 8 | UInt64($1.0 ^ $1.1) }
    }

    private func cursorTag(_ use: String, _ bytes: [UInt8], _ record: RecordID) throws(CustodyError) -> [UInt8] {
        let name = "cursor/" + use + "/" + record.hex + "/" + Hexadecimal.encode(bytes)
        do { return try working.blindIndex.tag(login: name).bytes } catch { throw .unavailable }
    }
}
