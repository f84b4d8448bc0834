namespace OpenClaw.Host.Diagnostics;

/// <summary>
/// Secrets that must never reach a log, an audit entry or an error text. Whoever reads or makes one registers it before
/// anything else can see it.
/// </summary>
internal interface ISecretRegistry
{
    /// <summary>Shorter values are not registered: replacing them everywhere would destroy ordinary text.</summary>
    const int MinimumLength = 6;

    /// <summary>Registers a secret and its usual encodings. Blank, short and known values are ignored.</summary>
    void Register(string? secret);

    /// <summary>Replaces every registered secret in <paramref name="text"/>.</summary>
    string Redact(string text);
}
