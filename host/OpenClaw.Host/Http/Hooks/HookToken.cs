using OpenClaw.Host.Security;

namespace OpenClaw.Host.Http.Hooks;

/// <summary>The secret of callers of hooks, which is not that of the gateway.</summary>
internal static class HookToken
{
    public const string Header = "x-openclaw-token";

    private const string Bearer = "Bearer ";
    private const int MaxLength = 4_096;

    public static bool IsRight(HttpRequest request, string expected) =>
        Given(request) is { Length: > 0 and <= MaxLength } given && SharedSecret.Matches(expected, given);

    private static string? Given(HttpRequest request) =>
        request.Headers.Authorization is [{ } value] && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && value[Bearer.Length..].Trim() is { Length: > 0 } token
            ? token
            : request.Headers[Header] is [{ } own] ? own.Trim() : null;
}
