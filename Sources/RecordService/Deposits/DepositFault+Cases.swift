import XDSWire

/// Faults that the service itself finds in a lot.
extension DepositFault {
    static let incompleteSet = DepositFault(
        .registryMetadataError,
        "SubmissionSet",
        "le lot est incomplet",
        remedy: "send every attribute of the profile"
    )

    static func incompleteEntry(_ id: String) -> DepositFault {
        DepositFault(
            .registryMetadataError,
            "DocumentEntry[\(id.prefix(64))]",
            "la fiche est incomplète",
            remedy: "send every attribute of the profile"
        )
    }

    static let nothingToDeposit = DepositFault(
        .missingDocument,
        "SubmissionSet",
        "le lot ne contient aucun document",
        remedy: "send at least one document"
    )

    static let unsigned = DepositFault(
        .repositoryError,
        "SubmissionSet",
        "le lot n’est pas signé",
        remedy: "add the XAdES signature document of the lot"
    )

    static let signedTwice = DepositFault(
        .repositoryError,
        "SubmissionSet",
        "le lot porte plus d’une signature",
        remedy: "send one signature document"
    )

    static func duplicate(_ element: String) -> DepositFault {
        DepositFault(
            .duplicateUniqueIDInRegistry,
            element,
            "cet identifiant est déjà employé",
            remedy: "give each document an OID of its own"
        )
    }

    static let duplicateSet = DepositFault(
        .duplicateUniqueIDInRegistry,
        "SubmissionSet.uniqueId",
        "cet identifiant de lot est déjà employé dans ce dossier",
        remedy: "give each lot an OID of its own"
    )

    static func otherContent(_ element: String) -> DepositFault {
        DepositFault(
            .nonIdenticalHash,
            element,
            "un autre contenu porte déjà cet identifiant",
            remedy: "give the new content a new OID, and replace the old document"
        )
    }

    static func unresolved(_ element: String) -> DepositFault {
        DepositFault(
            .unresolvedReference,
            element,
            "le document à remplacer est introuvable",
            remedy: "name a document of this record by its entryUUID"
        )
    }

    static func unrelated(_ element: String) -> DepositFault {
        DepositFault(
            .unresolvedReference,
            element,
            "l’objet de cette relation est introuvable",
            remedy: "name a document of this record by its entryUUID"
        )
    }

    static func relationNotKept(_ element: String) -> DepositFault {
        DepositFault(
            .registryMetadataError,
            element,
            "cette relation entre documents n’est pas conservée par le DMP",
            remedy: "use RPLC to replace, or send the document without this relation"
        )
    }

    static func notCurrent(_ element: String) -> DepositFault {
        DepositFault(
            .registryDeprecatedDocumentError,
            element,
            "le document à remplacer n’est plus en vigueur",
            remedy: "replace the current version"
        )
    }

    static func replacementWithoutAssociation(_ element: String) -> DepositFault {
        DepositFault(
            .registryMetadataError,
            element,
            "le document dit en remplacer un autre, le lot ne le dit pas",
            remedy: "add the RPLC association"
        )
    }

    static func replacementUnsaid(_ element: String) -> DepositFault {
        DepositFault(
            .registryMetadataError,
            element,
            "le lot remplace un document, et le nouveau ne le dit pas",
            remedy: "name the old document's uniqueId in relatedDocument/parentDocument/id"
        )
    }

    static func closesAgain(_ element: String) -> DepositFault {
        DepositFault(
            .registryMetadataError,
            element,
            "le document remplacé a été ouvert aux représentants légaux, et le reste",
            remedy: "replace it without INVISIBLE_REPRESENTANTS_LEGAUX, or file the secret as a new document"
        )
    }

    /// A version that the patient is not to see yet, over one that he sees.
    public static func hiddenOverSeen(_ element: String) -> DepositFault {
        DepositFault(
            .accessDeniedByRightsService,
            element,
            "le patient voit le document à remplacer : une version qu’il ne voit pas se trahirait",
            remedy: "file it as a document of its own, or replace without INVISIBLE_PATIENT"
        )
    }

    static func replacesAnother(_ element: String) -> DepositFault {
        DepositFault(
            .registryMetadataError,
            element,
            "le document en remplace un autre que celui du lot",
            remedy: "make relatedDocument and the RPLC association name the same document"
        )
    }
}

extension ServiceError {
    /// Whether a new version was refused because the patient, from whom it is hidden, sees the one that it replaces.
    public var isHiddenOverSeen: Bool {
        switch self {
        case .conflict("hiddenOverSeen"): true
        case .rejected(let faults): faults.contains { $0.code == .accessDeniedByRightsService }
        default: false
        }
    }
}
