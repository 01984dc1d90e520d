/// A version tells of itself by the one that it replaces: whoever sees that one sees it give way.
extension Visibility {
    /// Whether a version that is filed as asked is hidden from the patient, in the place of one that is not.
    ///
    /// Who acts for the holder needs no such rule: a version that is closed to them closes all those before it.
    public func isFollowedUnseen(by asked: Visibility) -> Bool {
        asked.contains(.hiddenFromPatient) && !contains(.hiddenFromPatient)
    }
}
