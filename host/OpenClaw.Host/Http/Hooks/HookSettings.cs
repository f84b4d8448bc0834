using System.Text.Json;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Http.Hooks;

/// <summary>What the section <c>hooks</c> says. Read for each request, so that a change of the file holds for the next one.</summary>
internal sealed record HookSettings
{
    private const int UsualBody = 262_144;
    private const int LargestBody = 1_048_576;

    public required string Path { get; init; }

    public required string Token { get; init; }

    public int MaxBodyBytes { get; init; }

    public string? DefaultSessionKey { get; init; }

    public bool AllowRequestSessionKey { get; init; }

    public IReadOnlyList<string> AllowedSessionKeyPrefixes { get; init; } = [];

    /// <summary>Null for every agent.</summary>
    public IReadOnlyList<string>? AllowedAgentIds { get; init; }

    public IReadOnlyList<HookMapping> Mappings { get; init; } = [];

    /// <returns>Null where hooks are off.</returns>
    public static HookSettings? Of(OpenClawConfig config)
    {
        var hooks = config.Raw.Member("hooks");
        if (hooks.Flag("enabled") != true || hooks.Text("token") is not { Length: > 0 } token)
            return null;
        var path = "/" + (hooks.Text("path") ?? "hooks").Trim().Trim('/');
        return path == "/" ? null : new HookSettings
        {
            Path = path,
            Token = token,
            MaxBodyBytes = Math.Clamp(hooks.Integer("maxBodyBytes") ?? UsualBody, 1, LargestBody),
            DefaultSessionKey = hooks.Text("defaultSessionKey"),
            AllowRequestSessionKey = hooks.Flag("allowRequestSessionKey") == true,
            AllowedSessionKeyPrefixes = [.. (hooks.Texts("allowedSessionKeyPrefixes") ?? []).Select(static prefix => prefix.Trim().ToLowerInvariant())],
            AllowedAgentIds = hooks.Texts("allowedAgentIds") is { Count: > 0 } agents && !agents.Contains("*") ? agents : null,
            Mappings = [.. HookMapping.Read(hooks.Member("mappings")), .. HookMapping.Presets(hooks.Texts("presets") ?? [])],
        };
    }
}
