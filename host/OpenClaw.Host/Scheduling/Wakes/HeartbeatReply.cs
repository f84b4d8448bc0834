namespace OpenClaw.Host.Scheduling.Wakes;

/// <summary>Understands what an agent answers to a turn that nobody asked for.</summary>
internal static class HeartbeatReply
{
    public const string AllIsWell = "HEARTBEAT_OK";
    private const string Silence = "NO_REPLY";
    private const int MaxBesideToken = 300;

    public static string StatusOf(string? reply)
    {
        var text = reply?.Trim() ?? string.Empty;
        if (text.Length == 0 || text == Silence)
            return "ok-empty";
        var hasToken = text.StartsWith(AllIsWell, StringComparison.Ordinal) || text.EndsWith(AllIsWell, StringComparison.Ordinal);
        return hasToken && text.Length - AllIsWell.Length <= MaxBesideToken ? "ok-token" : "sent";
    }
}
