internal import SafeXML

/// What a `SubmitObjectsRequest` holds once its objects are understood one by one.
struct SubmissionFrame {
    var set: SubmittedSet?
    var entries: [SubmittedEntry] = []
    var associations: [SubmittedAssociation] = []
    var folders: [SubmittedFolder] = []
    var findings = FindingCollector()
    /// Objects that tell something of the profile that is not kept.
    private var partlyKept: Set<String> = []

    init(_ request: XMLElement, profile: MetadataProfile, context: MetadataContext) throws(XDSWireError) {
        guard let list = request.child("RegistryObjectList", in: EbXML.rim) else {
            throw .missingElement("RegistryObjectList")
        }
        let objects = try RegistryObjectList(list)
        readPackages(objects.packages, profile, context)
        readEntries(objects.entries, profile, context)
        for link in objects.associations {
            if let association = SubmittedAssociation(link) {
                associations.append(association)
            } else {
                let element = FindingCollector.name("Association", link.id)
                let code: RegistryErrorCode =
                    context == .update ? .metadataUpdateOperationError : .registryMetadataError
                findings.add(code, element + ".associationType", link.type.isEmpty ? .missing : .unknownRelation)
            }
        }
        checkIDs(objects)
    }

    private mutating func readPackages(
        _ packages: [RegistryObject],
        _ profile: MetadataProfile,
        _ context: MetadataContext
    ) {
        for package in packages {
            if package.isClassified(by: XDSScheme.Folder.node) {
                var reader = AttributeReader(package, kind: "Folder")
                let folder = SubmittedFolder(&reader)
                folder.checkRequired(in: context, &reader)
                folders.append(folder)
                adopt(reader)
            } else if package.isClassified(by: XDSScheme.Set.node) {
                guard set == nil else {
                    findings.add(
                        .registryMetadataError,
                        FindingCollector.name("SubmissionSet", package.id),
                        .repeated
                    )
                    continue
                }
                var reader = AttributeReader(package, kind: "SubmissionSet")
                let read = SubmittedSet(&reader)
                read.checkRequired(profile, in: context, &reader)
                set = read
                adopt(reader)
            } else {
                findings.add(
                    .registryMetadataError,
                    FindingCollector.name("RegistryPackage", package.id),
                    .unknownObject
                )
            }
        }
        if set == nil { findings.add(.registryMetadataError, "SubmissionSet", .missing) }
    }

    private mutating func readEntries(
        _ objects: [RegistryObject],
        _ profile: MetadataProfile,
        _ context: MetadataContext
    ) {
        for object in objects {
            var reader = AttributeReader(object, kind: "DocumentEntry")
            let entry = SubmittedEntry(&reader)
            entry.checkRequired(profile, in: context, &reader)
            entries.append(entry)
            adopt(reader)
        }
    }

    private mutating func checkIDs(_ objects: RegistryObjectList) {
        var seen: Set<String> = []
        let ids =
            objects.packages.map { ("RegistryPackage", $0.id) } + objects.entries.map { ("DocumentEntry", $0.id) }
            + objects.associations.map { ("Association", $0.id) }
        for (kind, id) in ids {
            // Nothing refers to an association: one without id harms nobody.
            if id.isEmpty {
                if kind != "Association" {
                    findings.add(.registryMetadataError, FindingCollector.name(kind, id) + ".id", .missing)
                }
            } else if !seen.insert(id).inserted {
                findings.add(.registryMetadataError, FindingCollector.name(kind, id) + ".id", .repeatedID)
            }
        }
    }

    mutating func remarkExtraMetadata() {
        for entry in entries {
            remark(FindingCollector.name("DocumentEntry", entry.id), hasExtra: !entry.extraSlots.isEmpty)
        }
        if let set { remark(FindingCollector.name("SubmissionSet", set.id), hasExtra: !set.extraSlots.isEmpty) }
    }

    private mutating func remark(_ name: String, hasExtra: Bool) {
        guard hasExtra || partlyKept.contains(name) else { return }
        findings.add(.extraMetadataNotSaved, name, .extraNotStored)
    }

    private mutating func adopt(_ reader: AttributeReader) {
        if reader.tellsUnkept { partlyKept.insert(reader.name) }
        for finding in reader.findings.findings {
            findings.add(finding.code, finding.element, finding.reason, severity: finding.severity)
        }
    }
}
