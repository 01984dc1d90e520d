/// Purpose of ``RootKey``.
public enum RootPurpose: KeyPurpose {}
/// Purpose of ``ShardKey``.
public enum ShardPurpose: KeyPurpose {}
/// Purpose of ``RecordKey``.
public enum RecordPurpose: KeyPurpose {}
/// Purpose of ``TraceKey``.
public enum TracePurpose: KeyPurpose {}
/// Purpose of ``MetadataKey``.
public enum MetadataPurpose: KeyPurpose {}
/// Purpose of ``DocumentKey``.
public enum DocumentPurpose: KeyPurpose {}
/// Purpose of ``DocumentWrappingKey``.
public enum DocumentWrappingPurpose: KeyPurpose {}
/// Purpose of ``IdentityKey``.
public enum IdentityPurpose: KeyPurpose {}
/// Purpose of ``PolicyKey``.
public enum PolicyPurpose: KeyPurpose {}
/// Purpose of ``IndexMasterKey``.
public enum IndexMasterPurpose: KeyPurpose {}
/// Purpose of ``BlindIndexKey``.
public enum BlindIndexPurpose: KeyPurpose {}
/// Purpose of ``BindKey``.
public enum BindPurpose: KeyPurpose {}
/// Purpose of ``PseudonymKey``.
public enum PseudonymPurpose: KeyPurpose {}

/// The root key of an epoch; held by the custodian's key store, wraps shard keys.
public typealias RootKey = SecretKey<RootPurpose>
/// The key of one shard in one epoch; wraps record and trace keys.
public typealias ShardKey = SecretKey<ShardPurpose>
/// The key of one record, from which its working keys derive; never leaves the custodian.
public typealias RecordKey = SecretKey<RecordPurpose>
/// The key of one record's traces; may outlive the record key.
public typealias TraceKey = SecretKey<TracePurpose>
/// The key of one record's metadata rows of one confidentiality class.
public typealias MetadataKey = SecretKey<MetadataPurpose>
/// The key of one version of one document.
public typealias DocumentKey = SecretKey<DocumentPurpose>
/// The key that wraps a record's document keys; never leaves the custodian.
public typealias DocumentWrappingKey = SecretKey<DocumentWrappingPurpose>
/// The key of a record's identity traits.
public typealias IdentityKey = SecretKey<IdentityPurpose>
/// The key of a record's policy row at the custodian.
public typealias PolicyKey = SecretKey<PolicyPurpose>
/// The secret from which blind-index, binding and pseudonym keys derive.
public typealias IndexMasterKey = SecretKey<IndexMasterPurpose>
/// The key of blind lookup tags.
public typealias BlindIndexKey = SecretKey<BlindIndexPurpose>
/// The key that binds a record to the tag of its patient.
public typealias BindKey = SecretKey<BindPurpose>
/// The key of professional pseudonyms.
public typealias PseudonymKey = SecretKey<PseudonymPurpose>
