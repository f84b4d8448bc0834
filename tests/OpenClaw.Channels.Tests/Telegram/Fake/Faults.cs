using Microsoft.AspNetCore.Http;

namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>What goes wrong between a bot and Telegram.</summary>
internal static class Faults
{
    public static ApiFaultAction TooMany(int seconds) => (_, _) => throw new BotApiError(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };

    public static ApiFaultAction Refuse(int code, string description) => (_, _) => throw new BotApiError(code, description);

    public static ApiFaultAction Migrate(long to) =>
        (_, _) => throw new BotApiError(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateTo = to };

    /// <summary>A page of a proxy instead of an answer.</summary>
    public static ApiFaultAction Page(int status) => async (context, _) =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync("<html><body>Bad Gateway</body></html>");
    };

    public static ApiFaultAction CutBefore { get; } = (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>It is done, and nobody hears of it.</summary>
    public static ApiFaultAction CutAfter { get; } = async (context, apply) =>
    {
        await apply();
        context.Abort();
    };

    /// <summary>No answer for as long as the bot waits.</summary>
    public static ApiFaultAction Silence { get; } = static async (context, _) =>
    {
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    };

    public static ApiFaultAction Raw(string body) => async (context, _) =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    };
}
