using OpenClaw.Content;

namespace OpenClaw.Agents.Tests.TestKit;

/// <summary>Reads what tests ask of an answer.</summary>
internal static class UpdatesExtensions
{
    public static async Task<List<ModelUpdate>> ToListAsync(this IAsyncEnumerable<ModelUpdate> stream)
    {
        var updates = new List<ModelUpdate>();
        await foreach (var update in stream)
            updates.Add(update);
        return updates;
    }

    public static async Task<List<ModelUpdate>> AskAsync(this IAgentProvider provider, ModelRequest request) =>
        await provider.StreamAsync(request, CancellationToken.None).ToListAsync();

    /// <summary>Expects a failure, and hands back what was said before it.</summary>
    public static async Task<(ModelException Failure, List<ModelUpdate> Before)> FailAsync(this IAgentProvider provider, ModelRequest request)
    {
        var before = new List<ModelUpdate>();
        var failure = await Assert.ThrowsAsync<ModelException>(async () =>
        {
            await foreach (var update in provider.StreamAsync(request, CancellationToken.None))
                before.Add(update);
        });
        return (failure, before);
    }

    public static string Text(this IEnumerable<ModelUpdate> updates) => string.Concat(updates.OfType<TextDelta>().Select(update => update.Text));

    public static string Thinking(this IEnumerable<ModelUpdate> updates) =>
        string.Concat(updates.OfType<ThinkingDelta>().Select(update => update.Text));

    public static List<ToolCallPart> Calls(this IEnumerable<ModelUpdate> updates) =>
        [.. updates.OfType<ToolCallRequested>().Select(update => update.Call)];

    public static ModelStopReason StopReason(this IEnumerable<ModelUpdate> updates) => Assert.IsType<ModelStopped>(updates.Last()).Reason;

    public static ModelUsage Usage(this IEnumerable<ModelUpdate> updates) => updates.OfType<UsageReported>().Last().Usage;
}
