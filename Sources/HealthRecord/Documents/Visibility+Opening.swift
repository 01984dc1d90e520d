/// What was opened to representatives is not closed to them again (EX_3.3-1045).
extension Visibility {
    /// Whether a document that stands so may stand as asked.
    public func mayBecome(_ asked: Visibility) -> Bool {
        !contains(.openedToRepresentatives) || !asked.contains(.hiddenFromRepresentatives)
    }

    /// Whether a version that is filed as asked may replace a document that stands so: no way round what cannot be undone.
    ///
    /// - Parameter isSecret: whether it is filed in a minor's secret connection; what he keeps secret now is still a secret.
    public func mayBeFollowed(by asked: Visibility, isSecret: Bool) -> Bool { isSecret || mayBecome(asked) }
}
