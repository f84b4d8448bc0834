namespace OpenClaw.Host.Http;

/// <summary>Who makes an HTTP request that the gateway let in.</summary>
/// <param name="Method">How the caller proved itself.</param>
/// <param name="Scopes">What the caller may do.</param>
/// <param name="User">The person a proxy vouched for; null where none did.</param>
internal sealed record HttpCaller(string Method, IReadOnlyList<string> Scopes, string? User);
