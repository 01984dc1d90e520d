extension StartFailure: SpokenFailure {
    var exitStatus: ExitStatus {
        switch self {
        case .unreadable: .noInput
        case .unwritable, .unusableFolder, .notADemonstration: .cannotCreate
        case .openKey, .openConfiguration, .openFolder: .permission
        case .cannotListen, .noSignatureWorkers: .unavailable
        case .hostLost, .custodyLost: .data
        default: .configuration
        }
    }
}
