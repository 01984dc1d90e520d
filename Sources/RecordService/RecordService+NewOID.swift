import HealthRecord

extension RecordService {
    /// A new OID made of a UUID, as long as any other that is made here.
    func newOID() -> OID {
        var id = newID()
        for _ in 0..<64 where !id.isOfMostDigits { id = newID() }
        return OID(uuid: id)
    }
}
