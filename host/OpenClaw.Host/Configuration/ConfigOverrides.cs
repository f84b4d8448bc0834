using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;


namespace OpenClaw.Host.Configuration;

/// <summary>What the command line says; it beats the environment and the file.</summary>
internal sealed record ConfigOverrides
{
    public static ConfigOverrides None { get; } = new();

    public int? Port { get; init; }

    public BindMode? Bind { get; init; }

    public string? Token { get; init; }

    public string? Password { get; init; }

    public GatewayAuthMode? AuthMode { get; init; }

    /// <summary>Raises the console, not the file, to debug.</summary>
    public bool Verbose { get; init; }

    public LogLevel? LogLevel { get; init; }

    public ConsoleStyle? LogFormat { get; init; }

    // The generated text would show the token.
    public override string ToString() => nameof(ConfigOverrides);
}
