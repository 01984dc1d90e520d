/// What is fixed of the demonstration's world, so that it is the same each time.
enum DemoWorld {
    /// Where its people and documents come from.
    static let seed: UInt64 = 2007
    /// The passphrase of its key store, here for all to read: a demonstration protects nobody.
    static let passphrase = "dossier de demonstration"
    /// The name of its trace log.
    static let logOrigin = "trace.dmp.localhost/2026/s00"
}
