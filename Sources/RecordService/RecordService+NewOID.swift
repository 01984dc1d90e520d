import HealthRecord

extension RecordService {
    /// A new OID made of a UUID, as long as any other that is made here: what holds one tells nothing by its size.
    func newOID() -> OID {
        var id = newID()
        // From this first byte on the number has 39 digits; seven draws in ten are there.
        for _ in 0..<64 where (id.bytes.first ?? 0) < 0x4C { id = newID() }
        return OID(uuid: id)
    }
}
