using Microsoft.AspNetCore.Http;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>What goes wrong between a bot and Discord.</summary>
internal static class DiscordFaults
{
    public static DiscordFault TooMany(string seconds, bool isGlobal = false) =>
        (_, _) => throw new DiscordError(429, 0, "You are being rate limited.") { RetryAfter = seconds, IsGlobal = isGlobal };

    public static DiscordFault Refuse(int status, int code, string message) => (_, _) => throw new DiscordError(status, code, message);

    /// <summary>A page of the edge instead of an answer.</summary>
    public static DiscordFault Page(int status, string? retryAfter = null) => async (context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync("<html><body>error</body></html>");
    };

    public static DiscordFault CutBefore { get; } = (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>It is done, and nobody hears of it.</summary>
    public static DiscordFault CutAfter { get; } = async (context, apply) =>
    {
        await apply();
        context.Abort();
    };

    /// <summary>It is done, and what stands between says that the server failed.</summary>
    public static DiscordFault FailAfter { get; } = async (context, apply) =>
    {
        await apply();
        context.Response.StatusCode = 502;
        await context.Response.WriteAsync("<html>");
    };

    /// <summary>It is done, but not before then.</summary>
    public static DiscordFault After(Task moment) => async (_, apply) =>
    {
        await moment;
        await apply();
    };

    /// <summary>No answer for as long as the bot waits.</summary>
    public static DiscordFault Silence { get; } = static async (context, _) =>
    {
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    };
}
