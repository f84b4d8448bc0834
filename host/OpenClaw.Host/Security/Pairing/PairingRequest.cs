using OpenClaw.Host.Security.Devices;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>What a proven device asks for in one connect request, with the texts of strangers cut to a size worth keeping.</summary>
internal sealed record PairingRequest
{
    private const int LongestText = 128;

    public required VerifiedDevice Device { get; init; }

    public required string Role { get; init; }

    /// <summary>Known scopes only; none for roles other than operator.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    public string? DisplayName { get; init; }

    public string? Platform { get; init; }

    public string? DeviceFamily { get; init; }

    public string? ClientId { get; init; }

    public string? ClientMode { get; init; }

    /// <summary>The caller's address; null for this machine.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>Whose pending requests are counted together.</summary>
    public required string Source { get; init; }

    public static PairingRequest From(ConnectParams connect, VerifiedDevice device, string role, IReadOnlyList<string> scopes, Peer peer) => new()
    {
        Device = device,
        Role = role,
        Scopes = role == Roles.Operator ? scopes : [],
        DisplayName = Cut(connect.Client.DisplayName),
        Platform = Cut(connect.Client.Platform),
        DeviceFamily = Cut(connect.Client.DeviceFamily),
        ClientId = connect.Client.Id,
        ClientMode = connect.Client.Mode,
        RemoteIp = peer.IsLocal ? null : peer.Address?.ToString(),
        Source = peer.Bucket,
    };

    /// <summary>Short, and without characters that do something to the terminal of whoever reads the list.</summary>
    private static string? Cut(string? text) => text is null ? null : string.Create(
        Math.Min(text.Length, LongestText),
        text,
        static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '?' : source[i];
            }
        });
}
