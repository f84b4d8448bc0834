namespace OpenClaw.Host.Security;

/// <summary>What <see cref="OriginPolicy"/> found.</summary>
internal enum OriginVerdict
{
    Allowed,
    MissingOrInvalid,
    NotAllowed,
}
