/// Ids for the classifications and identifiers inside an object, which ebRIM wants and nobody reads.
///
/// Inside an object with a UUID they are UUIDs of version 8 (RFC 9562 § 5.8) made from it and a counter, so that the same
/// entry is always written the same; inside an object with a symbolic id they are that id and a counter.
struct PartIDs {
    private let stem: String
    private let tail: UInt16?
    private var count: UInt16 = 0

    init(_ object: String) {
        let bytes = Array(object.utf8)
        // `urn:uuid:` and 36 characters; the version digit is the 15th of them.
        guard bytes.count == 45, object.hasPrefix("urn:uuid:"),
            let last = UInt16(String(decoding: bytes.suffix(4), as: UTF8.self), radix: 16)
        else {
            stem = object + "-"
            tail = nil
            return
        }
        var head = Array(bytes.prefix(41))
        head[23] = UInt8(ascii: "8")
        stem = String(decoding: head, as: UTF8.self)
        tail = last
    }

    mutating func next() -> String {
        count &+= 1
        guard let tail else { return stem + String(count) }
        let digits = String(tail ^ count, radix: 16)
        switch digits.utf8.count {
        case 1: return stem + "000" + digits
        case 2: return stem + "00" + digits
        case 3: return stem + "0" + digits
        default: return stem + digits
        }
    }
}
