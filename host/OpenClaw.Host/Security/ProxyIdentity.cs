using System.Net;

namespace OpenClaw.Host.Security;

/// <summary>What a configured proxy says about the person behind a request.</summary>
/// <param name="Proxy">The proxy's own address.</param>
/// <param name="User">The person it names; null when it names none.</param>
/// <param name="IsComplete">Whether every header the configuration insists on was there.</param>
internal sealed record ProxyIdentity(IPAddress Proxy, string? User, bool IsComplete);
