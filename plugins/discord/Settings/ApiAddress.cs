using System.Net;

namespace OpenClaw.Channels.Discord.Settings;

/// <summary>Where Discord is: the official one, or the one that the settings name. With another one, everything has to be at that place.</summary>
internal sealed class ApiAddress
{
    private const string Official = "https://discord.com/api/v10";
    private const string OfficialGateway = "wss://gateway.discord.gg/";
    private const string Variable = "DISCORD_API_URL";

    private ApiAddress(Uri root, bool isOverride) => (Root, IsOverride) = (root, isOverride);

    public Uri Root { get; }

    public bool IsOverride { get; }

    /// <summary>The gateway that is there even when nobody says where it is; with another place for the API there is none.</summary>
    public Uri? UsualGateway => IsOverride ? null : new Uri(OfficialGateway);

    /// <exception cref="ChannelException">It cannot be used.</exception>
    public static ApiAddress Find(DiscordSettings settings)
    {
        var (text, key) = string.IsNullOrWhiteSpace(settings.ApiUrl)
            ? (Environment.GetEnvironmentVariable(Variable), Variable)
            : (settings.ApiUrl, "channels.discord.apiUrl");
        if (string.IsNullOrWhiteSpace(text))
            return new ApiAddress(new Uri(Official), isOverride: false);
        if (!Uri.TryCreate(text.Trim().TrimEnd('/'), UriKind.Absolute, out var root) || root.UserInfo.Length > 0 || root.Query.Length > 0)
            throw DiscordSettings.Wrong($"{key} is no address; write it like {Official}");
        return IsSafe(root, "https", "http")
            ? new ApiAddress(root, isOverride: true)
            : throw DiscordSettings.Wrong($"{key} must be an https:// address; http:// is taken for this machine alone");
    }

    /// <summary>The gateway as Discord names it, if it may be gone to; the token is told there.</summary>
    public Uri? Gateway(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var gateway) && IsSafe(gateway, "wss", "ws") && IsOurs(gateway)
            ? new UriBuilder(gateway) { Query = "v=10&encoding=json" }.Uri
            : null;

    /// <summary>A file that came with a message, if it may be fetched.</summary>
    public Uri? File(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var file) && IsSafe(file, "https", "http")
        && (IsOverride ? IsSamePlace(file) : file.IsDefaultPort && file.Host is "cdn.discordapp.com" or "media.discordapp.net")
            ? file
            : null;

    private bool IsOurs(Uri gateway) => IsOverride ? IsSamePlace(gateway) : gateway.Host.EndsWith(".discord.gg", StringComparison.OrdinalIgnoreCase);

    private bool IsSamePlace(Uri other) => string.Equals(other.Host, Root.Host, StringComparison.OrdinalIgnoreCase) && other.Port == Root.Port;

    private static bool IsSafe(Uri address, string secure, string plain) =>
        address.Scheme == secure
        || (address.Scheme == plain && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))));
}
