namespace OpenClaw.Channels.Discord.Api;

/// <summary>One call of Discord's REST interface.</summary>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Template">The path with placeholders: Discord counts calls by it.</param>
/// <param name="Resource">What the calls are counted for beside it: a channel, a server, a webhook; empty where nothing.</param>
/// <param name="Path">The path itself, relative to the base.</param>
internal sealed record ApiRequest(HttpMethod Method, string Template, string Resource, string Path)
{
    /// <summary>Makes the body anew for each try.</summary>
    public Func<CancellationToken, ValueTask<HttpContent>>? Content { get; init; }

    /// <summary>Whether doing it twice does no harm.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether a token in the path says who asks. Such calls are not counted for the bot.</summary>
    public bool IsAnonymous { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    public string Route => $"{Method.Method} {Template}";
}
