namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>What a connection may do.</summary>
/// <param name="Method">How it proved itself; one of <see cref="Security.AuthMethods"/>.</param>
/// <param name="Role">Its role.</param>
/// <param name="Scopes">Its scopes.</param>
internal sealed record ConnectGrant(string Method, string Role, IReadOnlyList<string> Scopes);
