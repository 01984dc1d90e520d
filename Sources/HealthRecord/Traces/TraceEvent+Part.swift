extension TraceEvent {
    /// The key of `details` that names a part that is no clinical document.
    public static let partKey = "part"
    /// The value of that key for the signature of a lot.
    public static let lotSignature = "lotSignature"

    /// Whether the event is about the signature of a lot, which came with documents that have events of their own.
    public var isAboutLotSignature: Bool { details[Self.partKey] == Self.lotSignature }
}
