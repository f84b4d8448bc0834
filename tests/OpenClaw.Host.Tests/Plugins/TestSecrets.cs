using System.Collections.Concurrent;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>Replaces exactly what was registered.</summary>
internal sealed class TestSecrets : ISecretRegistry
{
    private readonly ConcurrentBag<string> _secrets = [];

    public void Register(string? secret) => _secrets.Add(secret!);

    public string Redact(string text) => _secrets.Aggregate(text, static (current, secret) => current.Replace(secret, "***", StringComparison.Ordinal));
}
