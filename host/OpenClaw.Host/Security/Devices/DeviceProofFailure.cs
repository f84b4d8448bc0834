namespace OpenClaw.Host.Security.Devices;

/// <summary>Why a proof of a device does not count.</summary>
internal enum DeviceProofFailure
{
    PublicKeyInvalid,
    IdMismatch,
    SignatureExpired,
    NonceMissing,
    NonceMismatch,
    SignatureInvalid,
}
