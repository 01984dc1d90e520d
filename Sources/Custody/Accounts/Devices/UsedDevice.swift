public import HealthRecord

/// What a person says of a kind of device that signed in under his name.
public enum DeviceVerdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// It was he.
    case mine
    /// It was not.
    case foreign
}

/// A kind of device that somebody has signed in with, as far as it is kept: a browser on a machine, and when.
public struct UsedDevice: Sendable, Hashable, Codable {
    /// What it is.
    public let device: SessionDevice
    /// When it was first used, of what is kept.
    public let first: Instant
    /// When it was last used.
    public let last: Instant
    /// Whether it is the kind that asks.
    public let isThis: Bool
    /// What was said of it; nil where nothing was.
    public let verdict: DeviceVerdict?

    /// Joins the parts.
    public init(device: SessionDevice, first: Instant, last: Instant, isThis: Bool, verdict: DeviceVerdict?) {
        self.device = device
        self.first = first
        self.last = last
        self.isThis = isThis
        self.verdict = verdict
    }
}
