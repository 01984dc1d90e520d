/// A source of unpredictable bytes, given by the assembly; this module draws none of its own.
public typealias RandomBytes = @Sendable (Int) -> [UInt8]

/// Draws from a source and refuses one that answers short.
func drawn(_ count: Int, from random: RandomBytes) throws(SealingError) -> [UInt8] {
    let bytes = random(count)
    guard bytes.count == count else { throw .malformed(.randomness) }
    return bytes
}
