/// The version of the programs of this house: what `--version` and `/health` say.
///
/// Whoever publishes one raises it, in the manner of semver.org: the last number for what is mended, the middle one for what
/// is new, the first where configurations or software have to change.
public enum HouseVersion {
    /// Three numbers.
    public static let text = "1.0.0"
}
