namespace OpenClaw.Host.Security;

/// <summary>Whose failed attempts are counted together.</summary>
/// <param name="Source">An <see cref="AddressBucket"/>, or the origin of the page that a local browser runs.</param>
/// <param name="Kind">What was tried.</param>
internal readonly record struct AttemptKey(string Source, CredentialKind Kind);
