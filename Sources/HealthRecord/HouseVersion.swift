/// The version of the programs of this house: what `--version` and `/health` say.
///
/// Whoever publishes one raises it, in the manner of semver.org: the last number for what is mended, the middle one for what
/// is new, the first where configurations or software have to change; with the first at 0, real people are not for it yet.
public enum HouseVersion {
    /// Three numbers.
    public static let text = "0.9.0"
}
