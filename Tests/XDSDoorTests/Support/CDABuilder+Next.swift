import HealthRecord
import SampleRecords

extension CDABuilder {
    /// The next version of the document.
    func next(id: OID) -> CDABuilder {
        var newer = self
        newer.id = id
        newer.version += 1
        newer.replaces = self.id
        return newer
    }
}
