import Crypto

extension IndexMasterKey {
    /// The blind-index key of a generation.
    public func blindIndexKey(generation: UInt32) -> BlindIndexKey {
        BlindIndexKey(derived: derived("dmp/v1/bik", generation))
    }

    /// The binding key of a generation.
    public func bindKey(generation: UInt32) -> BindKey {
        BindKey(derived: derived("dmp/v1/bind", generation))
    }

    /// The professional-pseudonym key of a generation.
    public func pseudonymKey(generation: UInt32) -> PseudonymKey {
        PseudonymKey(derived: derived("dmp/v1/pseu", generation))
    }

    /// HMAC and not HKDF, so that a PKCS#11 token without HKDF gives the same keys.
    private func derived(_ label: String, _ generation: UInt32) -> SymmetricKey {
        SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: framed(label, generation), using: material))
    }
}
