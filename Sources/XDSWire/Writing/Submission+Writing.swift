internal import HealthRecord
public import SafeXML

extension Submission {
    /// Writes a `ProvideAndRegisterDocumentSetRequest` with its own namespace declarations.
    public func write(into writer: inout XMLWriter) {
        writer.start("xds:ProvideAndRegisterDocumentSetRequest")
        writer.declare("xds", EbXML.xds)
        writeObjects(into: &writer)
        for document in documents {
            writer.start("xds:Document")
            writer.attribute("id", document.id)
            document.content.write(into: &writer)
            writer.end()
        }
        writer.end()
    }

    /// Writes the `SubmitObjectsRequest` alone, with its own namespace declarations: what media carry (XDM, ITI TF-2 § 3.32).
    public func writeObjects(into writer: inout XMLWriter) {
        writer.submitObjects {
            set.write(into: &$0)
            for folder in folders { folder.write(into: &$0) }
            for entry in entries { entry.write(into: &$0) }
            for association in associations { association.write(into: &$0) }
        }
    }
}

extension MetadataUpdateRequest {
    /// Writes a `SubmitObjectsRequest` with its own namespace declarations; associations are named after the set.
    public func write(into writer: inout XMLWriter) {
        writer.submitObjects {
            set.write(into: &$0)
            for case .newMetadataVersion(let entry, let logicalID, _) in updates {
                var entry = entry
                entry.logicalID = logicalID.urn
                entry.write(into: &$0)
            }
            for (index, update) in updates.enumerated() {
                association(update, "\(set.id)-update-\(index + 1)").write(into: &$0)
            }
        }
    }

    private func association(_ update: MetadataUpdate, _ id: String) -> SubmittedAssociation {
        switch update {
        case .changeStatus(let entry, let from, let to):
            var association = SubmittedAssociation(
                id: id,
                type: .updateAvailabilityStatus,
                source: set.id,
                target: entry.urn
            )
            association.originalStatus = from.rawValue
            association.newStatus = to.rawValue
            return association
        case .newMetadataVersion(let entry, _, let previous):
            var association = SubmittedAssociation.member(id: id, set: set.id, entry: entry.id)
            association.previousVersion = String(previous)
            return association
        }
    }
}

extension XMLWriter {
    mutating func submitObjects(_ content: (inout XMLWriter) -> Void) {
        start("lcm:SubmitObjectsRequest")
        declare("lcm", EbXML.lcm)
        objectList(content)
        end()
    }
}
