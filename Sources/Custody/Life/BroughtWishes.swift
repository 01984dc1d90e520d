import HealthRecord

/// What a duplicate's holder had refused, brought along to the record that took it over, so that it can be parted again.
///
/// Only what narrows is brought: a leave given on one record says nothing about the other (§ 7.1; CSP L1111-19).
struct BroughtWishes: Sendable, Hashable, Codable {
    /// Blocks that the kept record did not have.
    var blocks: [Block] = []
    /// Leaves that these blocks ended there.
    var ended: [Authorisation] = []
    /// The kept record's wishes for emergencies before.
    var emergency: EmergencyWishes
    /// Its objection to heirs before.
    var refusedHeirs: Bool
    /// Its default visibility before.
    var defaultVisibility: Visibility
    /// Its objection to feeding before; nil in files of before it was kept.
    var refusedFeeding: Bool?
    /// Categories that the kept record had not closed; nil in files of before it was kept.
    var closures: Set<CategoryClosure>?

    /// Brings one policy's refusals into another, and keeps what to undo.
    init(from duplicate: RecordPolicy, into kept: inout RecordPolicy) {
        emergency = kept.emergency
        refusedHeirs = kept.refusesHeirs
        defaultVisibility = kept.defaultVisibility
        refusedFeeding = kept.refusesFeeding
        for block in duplicate.blocks where !kept.blocks.contains(where: { $0.subject == block.subject }) {
            blocks.append(block)
            ended += kept.authorisations.filter { $0.subject == block.subject }
            kept.authorisations.removeAll { $0.subject == block.subject }
            kept.blocks.append(block)
        }
        kept.emergency = EmergencyWishes(
            refusesBreakGlass: emergency.refusesBreakGlass || duplicate.emergency.refusesBreakGlass,
            refusesRegulation: emergency.refusesRegulation || duplicate.emergency.refusesRegulation,
            opensMaskedDocuments: emergency.opensMaskedDocuments && duplicate.emergency.opensMaskedDocuments
        )
        kept.refusesHeirs = refusedHeirs || duplicate.refusesHeirs
        kept.defaultVisibility.formUnion(duplicate.defaultVisibility)
        kept.refusesFeeding = kept.refusesFeeding || duplicate.refusesFeeding
        closures = duplicate.closures.subtracting(kept.closures)
        kept.closures.formUnion(duplicate.closures)
    }

    /// Takes the brought refusals out again; what the holder has changed since stays as he left it.
    func part(from kept: inout RecordPolicy, _ duplicate: RecordPolicy) {
        for block in blocks {
            guard kept.blocks.contains(block) else { continue }
            kept.blocks.removeAll { $0 == block }
            kept.authorisations += ended.filter {
                $0.subject == block.subject && kept.authorisation(of: block.subject) == nil
            }
        }
        var merged = RecordPolicy(policySet: kept.policySet, state: kept.state, birthDate: kept.birthDate)
        merged.emergency = emergency
        merged.refusesHeirs = refusedHeirs
        merged.defaultVisibility = defaultVisibility
        merged.refusesFeeding = refusedFeeding ?? kept.refusesFeeding
        _ = BroughtWishes(from: duplicate, into: &merged)
        if kept.refusesFeeding == merged.refusesFeeding { kept.refusesFeeding = refusedFeeding ?? kept.refusesFeeding }
        kept.closures.subtract(closures ?? [])
        if kept.emergency == merged.emergency { kept.emergency = emergency }
        if kept.refusesHeirs == merged.refusesHeirs { kept.refusesHeirs = refusedHeirs }
        if kept.defaultVisibility == merged.defaultVisibility { kept.defaultVisibility = defaultVisibility }
    }
}
