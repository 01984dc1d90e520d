/// Why some bytes are no such JSON; a reason says what stands there in general, never the text itself.
public enum JSONFault: Error, Hashable, Sendable {
    /// It does not read on in that line.
    case malformed(line: Int, reason: String)
    /// A name stands twice in one object.
    case repeated(name: String)
}
