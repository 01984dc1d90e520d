/// What a narrative may bring along.
public struct NarrativeLimits: Sendable {
    /// Largest image shown, in bytes once decoded.
    public var imageBytes: Int
    /// Images shown in one document, in bytes altogether: the same image may be named many times.
    public var totalImageBytes: Int

    /// Limits; by default 2 MiB for an image and 8 MiB for all.
    public init(imageBytes: Int = 2 << 20, totalImageBytes: Int = 8 << 20) {
        self.imageBytes = imageBytes
        self.totalImageBytes = totalImageBytes
    }
}
