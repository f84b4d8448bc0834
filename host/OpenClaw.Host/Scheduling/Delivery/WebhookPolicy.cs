using System.Text.Json;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Scheduling.Delivery;

/// <summary>What the configuration says about results that go to web addresses: <c>cron.webhookToken</c> and <c>cron.webhookSsrfPolicy</c>.</summary>
/// <param name="Token">Shown to every address as a bearer; null for none.</param>
/// <param name="AllowsInside">Whether every inside address may be called.</param>
/// <param name="InsideHosts">Hosts that may be called although their addresses are inside.</param>
/// <param name="OnlyHosts">The only hosts that may be called; empty for all.</param>
internal sealed record WebhookPolicy(string? Token, bool AllowsInside, IReadOnlyList<string> InsideHosts, IReadOnlyList<string> OnlyHosts)
{
    public const int MaxUrl = 2_048;

    public static WebhookPolicy Of(OpenClawConfig config)
    {
        var cron = Member(config.Raw, "cron");
        var policy = Member(cron, "webhookSsrfPolicy");
        return new WebhookPolicy(
            Member(cron, "webhookToken") is { ValueKind: JsonValueKind.String } token && token.GetString() is { Length: > 0 } text ? text : null,
            Flag(policy, "allowPrivateNetwork") || Flag(policy, "dangerouslyAllowPrivateNetwork"),
            Texts(policy, "allowedHostnames"),
            Texts(policy, "hostnameAllowlist"));
    }

    /// <summary>Why an address is not called, whatever it resolves to; null where it may be.</summary>
    public string? ProblemOf(Uri url)
    {
        if (url.Scheme is not ("http" or "https"))
            return $"the scheme {url.Scheme} is not http or https";
        if (url.UserInfo.Length > 0)
            return "it carries a user name; put credentials into cron.webhookToken";
        if (OnlyHosts.Count > 0 && !Matches(OnlyHosts, url.IdnHost))
            return $"the host {url.IdnHost} is not in cron.webhookSsrfPolicy.hostnameAllowlist";
        return null;
    }

    public bool MayBeInside(string host) => AllowsInside || Matches(InsideHosts, host);

    private static bool Matches(IReadOnlyList<string> patterns, string host) => patterns.Any(pattern =>
        string.Equals(pattern, host, StringComparison.OrdinalIgnoreCase)
        || (pattern.StartsWith("*.", StringComparison.Ordinal) && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)));

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;

    private static bool Flag(JsonElement owner, string name) => Member(owner, name).ValueKind == JsonValueKind.True;

    private static IReadOnlyList<string> Texts(JsonElement owner, string name) => Member(owner, name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => item.GetString()!)]
        : [];
}
