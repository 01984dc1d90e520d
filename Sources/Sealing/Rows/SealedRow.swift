/// `0x01 ‖ nonce12 ‖ AES-256-GCM(pad256(u32 length ‖ bytes))`: the shape of every sealed row.
///
/// Padding to 256 bytes keeps the length of a title or a name from showing in the length of the row.
enum SealedRow {
    static let version: UInt8 = 1
    static let block = 256

    static func seal<Purpose>(
        _ plaintext: [UInt8],
        key: SecretKey<Purpose>,
        nonce: SealNonce,
        associatedData: [UInt8],
        element: SealingError.Element,
        bound: RowBound = .row
    ) throws(SealingError) -> [UInt8] {
        guard plaintext.count <= bound.length else { throw .tooLarge(element) }
        var padded: [UInt8] = []
        padded.appendBigEndian(UInt32(plaintext.count))
        padded.append(contentsOf: plaintext)
        let excess = padded.count % block
        if excess > 0 { padded.append(contentsOf: repeatElement(0, count: block - excess)) }
        let sealed = try AuthenticatedBox.seal(
            padded,
            key: key.material,
            nonce: nonce,
            associatedData: associatedData,
            element: element
        )
        return [version] + sealed
    }

    static func open<Purpose>(
        _ row: [UInt8],
        key: SecretKey<Purpose>,
        associatedData: [UInt8],
        element: SealingError.Element,
        bound: RowBound = .row
    ) throws(SealingError) -> [UInt8] {
        guard row.first == version, row.count <= bound.length + block + AuthenticatedBox.overhead + 5 else {
            throw .malformed(element)
        }
        let padded = try AuthenticatedBox.open(
            row.dropFirst(),
            key: key.material,
            associatedData: associatedData,
            element: element
        )
        guard padded.count.isMultiple(of: block) else { throw .malformed(element) }
        var reader = ByteReader(padded, element: element)
        let length = try reader.readInteger(UInt32.self)
        guard let count = Int(exactly: length), count <= reader.remaining, reader.remaining - count < block else {
            throw .malformed(element)
        }
        let plaintext = try reader.read(count)
        guard reader.readRest().allSatisfy({ $0 == 0 }) else { throw .malformed(element) }
        return plaintext
    }
}
