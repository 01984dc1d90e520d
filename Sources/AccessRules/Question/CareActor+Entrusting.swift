public import HealthRecord

extension CareActor {
    /// Whether a holder's consent may be stated for somebody by another: never for those whom the law bans, nor for those
    /// who watch over workers, whose consent the holder gives himself (CSP L1111-17 IV; L1111-18).
    public var mayBeEntrusted: Bool {
        ActorColumn.of(self, .any) != nil && !profession.role.value.isEmpty && Sector.isKnown(structure.sector)
            && !BanStep.covers(self)
            && !OccupationalHealth.covers(self)
    }
}
